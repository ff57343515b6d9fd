package redline.paper;

/** A line of the 材料清单; {@code remark} says what is wrong with it or what is lacking. */
public record MaterialLine(String name, boolean necessary, boolean received, String remark) {
    static void fill(Tags row, int number, MaterialLine line) {
        row.cell("序号", String.valueOf(number))
                .cell("材料名称", line.name())
                .cell("必要", line.necessary() ? "必要" : "非必要")
                .cell("收到", line.received() ? "已收" : "未收")
                .cell("备注", line.remark());
    }
}
