package redline.report;

import java.util.List;

/**
 * A drawn plan: shapes as SVG elements, and the labels above them. Web and PDF take the same SVG; {@link TextKeepingSvgDrawer}
 * reads the attributes of the text elements written here.
 *
 * @param width of the sheet in CSS px, as {@code height}
 * @param marks attributes of the whole
 * @param shapes SVG elements, back to front
 * @param numbers of the findings that are written on it, ascending
 */
record Plan(int width, int height, String marks, List<String> shapes, List<Label> labels, List<Integer> numbers) {
    /** Without findings. */
    Plan(int width, int height, String marks, List<String> shapes, List<Label> labels) {
        this(width, height, marks, shapes, labels, List.of());
    }

    /** A line of text; {@code x}, {@code y} the middle of its left end or of the whole; {@code angle} clockwise in degrees. */
    record Label(
            String text,
            double x,
            double y,
            boolean centred,
            double size,
            double angle,
            String colour,
            boolean bold,
            String marks) {}

    String svg() {
        StringBuilder svg = open();
        for (Label label : labels) {
            // 0.36 em brings the middle of CJK characters and digits onto y.
            svg.append("<text x=\"")
                    .append(Frame.n(label.x()))
                    .append("\" y=\"")
                    .append(Frame.n(label.y() + 0.36 * label.size()));
            svg.append("\" font-size=\"")
                    .append(Frame.n(label.size()))
                    .append("\" fill=\"")
                    .append(label.colour())
                    .append('"');
            if (label.centred()) {
                svg.append(" text-anchor=\"middle\"");
            }
            if (label.bold()) {
                svg.append(" font-weight=\"700\"");
            }
            if (label.angle() != 0) {
                svg.append(" transform=\"rotate(")
                        .append(Frame.n(label.angle()))
                        .append(' ')
                        .append(Frame.n(label.x()))
                        .append(' ')
                        .append(Frame.n(label.y()))
                        .append(")\"");
            }
            svg.append(label.marks())
                    .append('>')
                    .append(Xml.escape(label.text()))
                    .append("</text>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private StringBuilder open() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plan\" role=\"img\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height);
        svg.append("\" viewBox=\"0 0 ").append(width).append(' ').append(height).append('"');
        svg.append(marks);
        svg.append(
                " font-family=\"'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif\">\n");
        shapes.forEach(shape -> svg.append(shape).append('\n'));
        return svg;
    }
}
