package redline.intake.bundle;

import java.nio.charset.StandardCharsets;

/** A drawing as a designer's CAD writes it: closed polylines, lines and texts on layers. */
public final class DrawnPlan {
    private final StringBuilder tags = new StringBuilder();
    private final int units;
    private int handle = 0x20;

    /** @param units the number of {@code $INSUNITS}: 6 m, 4 mm, 0 none */
    public DrawnPlan(int units) {
        this.units = units;
    }

    private DrawnPlan tag(int code, Object value) {
        tags.append(code).append('\n').append(value).append('\n');
        return this;
    }

    private DrawnPlan entity(String type, String layer) {
        return tag(0, type)
                .tag(5, Integer.toHexString(handle++).toUpperCase(java.util.Locale.ROOT))
                .tag(8, layer);
    }

    /** @param corners x, y, x, y … */
    public DrawnPlan polyline(String layer, boolean closed, double... corners) {
        entity("LWPOLYLINE", layer).tag(90, corners.length / 2).tag(70, closed ? 1 : 0);
        for (int i = 0; i < corners.length; i += 2) {
            tag(10, corners[i]).tag(20, corners[i + 1]);
        }
        return this;
    }

    public DrawnPlan rectangle(String layer, double west, double south, double east, double north) {
        return polyline(layer, true, west, south, east, south, east, north, west, north);
    }

    public DrawnPlan line(String layer, double x1, double y1, double x2, double y2) {
        return entity("LINE", layer).tag(10, x1).tag(20, y1).tag(11, x2).tag(21, y2);
    }

    public DrawnPlan text(String layer, double x, double y, String text) {
        return entity("TEXT", layer).tag(10, x).tag(20, y).tag(40, 2.5).tag(1, text);
    }

    public byte[] bytes() {
        String text = "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1032\n9\n$INSUNITS\n70\n" + units
                + "\n0\nENDSEC\n0\nSECTION\n2\nENTITIES\n" + tags + "0\nENDSEC\n0\nEOF\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
