package redline.intake;

import redline.quantity.Text;

/** How large a scheme file may be; enough for a town quarter, too little to stop a server with. */
final class Limits {
    static final int BYTES = 20 * 1024 * 1024;
    static final int DEPTH = 64;
    static final int ELEMENTS = 200_000;
    /** Corners of one shape. */
    static final int CORNERS = 20_000;
    /** Complaints listed; what is beyond is counted. */
    static final int COMPLAINTS = 1_000;

    private Limits() {}

    static Unreadable tooDeep(int line) {
        return new Unreadable(
                line,
                new Text("嵌套超过 " + DEPTH + " 层", "Nested more than " + DEPTH + " levels deep"),
                new Text(
                        "方案文件不需要这么多层,请检查括号或缩进",
                        "No scheme file needs that many levels; check brackets or indentation"));
    }

    static Unreadable tooMany(int line) {
        return new Unreadable(
                line,
                new Text("元素超过 " + ELEMENTS + " 个", "More than " + ELEMENTS + " elements"),
                new Text(
                        "请把坐标写成 WKT 文字,或拆成几个方案文件",
                        "Write coordinates as WKT text, or split the scheme into several files"));
    }

    static Malformed tooManyCorners() {
        return new Malformed(
                new Text("图形超过 " + CORNERS + " 个顶点", "The shape has more than " + CORNERS + " corners"),
                new Text("请简化图形", "Simplify it"));
    }
}
