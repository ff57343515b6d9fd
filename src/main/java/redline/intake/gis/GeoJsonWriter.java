package redline.intake.gis;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.Feature;
import redline.intake.file.FileContents.Trouble;
import redline.quantity.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes features as GeoJSON (RFC 7946): longitude and latitude with 9 digits (0.1 mm), outlines anticlockwise, the layer as the property
 * {@code layer}. Same features, same bytes.
 */
public final class GeoJsonWriter {
    /** What reads back as the same text and keeps its digits in other programs, where numbers have 15. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");

    private static final int DIGITS = 9;

    private final Reprojection reprojection;
    private final List<Trouble> troubles;
    private final JsonGenerator out;

    private GeoJsonWriter(Reprojection reprojection, List<Trouble> troubles, JsonGenerator out) {
        this.reprojection = reprojection;
        this.troubles = troubles;
        this.out = out;
    }

    /**
     * @param crs of the features' shapes, one that is {@link Crs#known}
     * @param troubles gets what could not be written
     * @return UTF-8
     */
    public static byte[] write(List<Feature> features, Crs crs, List<Trouble> troubles) {
        // CGCS2000 is written as it is: RFC 7946 wants WGS 84, from which it differs by less than what a survey can
        // tell apart
        Crs geographic = crs.epsg() >= 4490 && crs.epsg() <= 4554 ? Crs.CGCS2000 : Crs.WGS84;
        Reprojection reprojection = Reprojection.between(crs, geographic);
        if (reprojection == null) {
            throw new IllegalArgumentException("unknown CRS " + crs);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = GeoJsonParser.JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
            new GeoJsonWriter(reprojection, troubles, out).collection(features);
        }
        return bytes.toByteArray();
    }

    private void collection(List<Feature> features) {
        out.writeStartObject();
        out.writeStringProperty("type", "FeatureCollection");
        out.writeName("features");
        out.writeStartArray();
        for (Feature feature : features) {
            out.writeRaw('\n');
            feature(feature);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeRaw('\n');
    }

    private void feature(Feature feature) {
        out.writeStartObject();
        out.writeStringProperty("type", "Feature");
        out.writeName("properties");
        out.writeStartObject();
        SortedMap<String, String> properties = new TreeMap<>(feature.attributes());
        properties.put("layer", feature.layer());
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String value = property.getValue();
            out.writeName(property.getKey());
            boolean number = value.length() <= 16
                    && NUMBER.matcher(value).matches()
                    && !property.getKey().equals("layer")
                    && !value.equals("-0");
            if (number) {
                out.writeNumber(value);
            } else {
                out.writeString(value);
            }
        }
        out.writeEndObject();
        out.writeName("geometry");
        Geometry shape = feature.shape() == null ? null : reprojection.apply(feature.shape());
        if (shape == null) {
            out.writeNull();
            if (feature.shape() != null) {
                troubles.add(new Trouble(
                        feature.layer() + ", " + feature.from(),
                        new Text(
                                "图形离坐标系的范围太远，换算不成经纬度，没有写出",
                                "The shape lies too far outside its CRS to be turned into degrees; it was not written"),
                        new Text("请核对坐标系与坐标", "Check the CRS and the coordinates")));
            }
        } else {
            geometry(shape);
        }
        out.writeEndObject();
    }

    private void geometry(Geometry shape) {
        out.writeStartObject();
        boolean ring = shape.getGeometryType().equals("LinearRing");
        out.writeStringProperty("type", ring ? "LineString" : shape.getGeometryType());
        boolean collection = shape.getGeometryType().equals("GeometryCollection");
        out.writeName(collection ? "geometries" : "coordinates");
        if (collection) {
            out.writeStartArray();
            for (int i = 0; i < shape.getNumGeometries(); i++) {
                geometry(shape.getGeometryN(i));
            }
            out.writeEndArray();
        } else {
            coordinates(shape);
        }
        out.writeEndObject();
    }

    private void coordinates(Geometry shape) {
        if (shape instanceof Point point && !point.isEmpty()) {
            position(point.getCoordinateSequence(), 0);
        } else if (shape instanceof LineString line) {
            run(line.getCoordinateSequence(), false);
        } else {
            out.writeStartArray();
            if (shape instanceof Polygon polygon && !polygon.isEmpty()) {
                ring(polygon.getExteriorRing().getCoordinateSequence(), true);
                for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                    ring(polygon.getInteriorRingN(i).getCoordinateSequence(), false);
                }
            } else if (shape instanceof GeometryCollection parts) {
                for (int i = 0; i < parts.getNumGeometries(); i++) {
                    coordinates(parts.getGeometryN(i));
                }
            }
            out.writeEndArray();
        }
    }

    private void ring(CoordinateSequence ring, boolean outer) {
        run(ring, Plane.signedArea(ring) > 0 != outer);
    }

    private void run(CoordinateSequence line, boolean backwards) {
        out.writeStartArray();
        for (int i = 0; i < line.size(); i++) {
            position(line, backwards ? line.size() - 1 - i : i);
        }
        out.writeEndArray();
    }

    private void position(CoordinateSequence at, int i) {
        out.writeStartArray();
        out.writeNumber(rounded(at.getX(i)));
        out.writeNumber(rounded(at.getY(i)));
        out.writeEndArray();
    }

    private static String rounded(double degrees) {
        BigDecimal rounded = BigDecimal.valueOf(degrees).setScale(DIGITS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
