package redline.paper;

/** A line of the 修改对照表: the point, the applicant's reply and where in the drawings it is seen. */
public record ReplyLine(Item item, String reply, String drawing) {
    static void fill(Tags row, int number, ReplyLine line) {
        Item.fill(row, number, line.item());
        row.cell("修改情况", line.reply()).cell("图号", line.drawing());
    }
}
