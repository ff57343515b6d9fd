package redline.paper;

/** A line of 审查依据: name, document number, clauses, and the date on which it was applied; empty where not known. */
public record Basis(String name, String number, String clauses, String applied) {
    static void fill(Tags row, int number, Basis basis) {
        row.cell("序号", String.valueOf(number))
                .cell("名称", basis.name())
                .cell("文件号", basis.number())
                .cell("条款", basis.clauses())
                .cell("适用日期", basis.applied());
    }
}
