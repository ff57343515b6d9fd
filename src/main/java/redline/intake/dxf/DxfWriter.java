package redline.intake.dxf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.Feature;

/**
 * Features as a drawing of R12, which every CAD opens, in metres; texts in GB18030 as {@code ANSI_936}. Closed and open polylines, points,
 * texts. The attribute {@code path} goes into the entity's extended data, {@code text} makes a TEXT. Same features, same bytes.
 */
public final class DxfWriter {
    private final DxfTags out = new DxfTags();

    private DxfWriter() {}

    public static byte[] write(List<Feature> features) {
        DxfWriter writer = new DxfWriter();
        writer.head(features);
        features.forEach(writer::feature);
        writer.tag(0, "ENDSEC").tag(0, "EOF");
        return writer.out.bytes();
    }

    private DxfTags tag(int code, String value) {
        return out.tag(code, value);
    }

    private DxfTags number(int code, double value) {
        return out.number(code, value);
    }

    private void head(List<Feature> features) {
        tag(0, "SECTION").tag(2, "HEADER").tag(9, "$ACADVER").tag(1, "AC1009");
        tag(9, "$DWGCODEPAGE").tag(3, "ANSI_936").tag(9, "$INSUNITS").tag(70, "6");
        tag(0, "ENDSEC").tag(0, "SECTION").tag(2, "TABLES");
        TreeSet<String> layers = new TreeSet<>();
        features.forEach(feature -> layers.add(layer(feature)));
        tag(0, "TABLE").tag(2, "LAYER").tag(70, String.valueOf(layers.size()));
        for (String layer : layers) {
            tag(0, "LAYER").tag(2, layer).tag(70, "0").tag(62, "7").tag(6, "CONTINUOUS");
        }
        tag(0, "ENDTAB").tag(0, "TABLE").tag(2, "APPID").tag(70, "1");
        tag(0, "APPID")
                .tag(2, Drawing.APPLICATION)
                .tag(70, "0")
                .tag(0, "ENDTAB")
                .tag(0, "ENDSEC");
        tag(0, "SECTION").tag(2, "ENTITIES");
    }

    /** Without the signs that layer names may not have. */
    private static String layer(Feature feature) {
        return feature.layer().replaceAll("[<>/\\\\\":;?*|=`\\p{Cntrl}]", "_");
    }

    private void entity(String type, Feature feature) {
        tag(0, type).tag(8, layer(feature));
    }

    private void feature(Feature feature) {
        String text = feature.attributes().get("text");
        for (Geometry part : parts(feature.shape())) {
            if (part instanceof Point point) {
                point(feature, point, text);
            } else if (part instanceof Polygon polygon) {
                polyline(feature, polygon.getExteriorRing(), true);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    polyline(feature, polygon.getInteriorRingN(i), true);
                }
            } else if (part instanceof LineString line) {
                polyline(feature, line, false);
            }
        }
    }

    private static List<Geometry> parts(Geometry shape) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; shape != null && i < shape.getNumGeometries(); i++) {
            parts.add(shape.getGeometryN(i));
        }
        return parts;
    }

    private void point(Feature feature, Point point, String text) {
        if (text == null) {
            entity("POINT", feature);
            number(10, point.getX()).number(20, point.getY()).number(30, 0);
        } else {
            entity("TEXT", feature);
            number(10, point.getX()).number(20, point.getY()).number(30, 0).number(40, 2.5);
            tag(1, text.replaceAll("\\p{Cntrl}", " "));
        }
        path(feature);
    }

    private void polyline(Feature feature, LineString line, boolean closed) {
        Coordinate[] corners = line.getCoordinates();
        int size = closed ? corners.length - 1 : corners.length;
        entity("POLYLINE", feature);
        tag(66, "1").number(10, 0).number(20, 0).number(30, 0).tag(70, closed ? "1" : "0");
        path(feature);
        for (int i = 0; i < size; i++) {
            entity("VERTEX", feature);
            number(10, corners[i].x).number(20, corners[i].y).number(30, 0);
        }
        entity("SEQEND", feature);
    }

    private void path(Feature feature) {
        String path = feature.attributes().get("path");
        if (path != null) {
            tag(1001, Drawing.APPLICATION).tag(1000, path);
        }
    }
}
