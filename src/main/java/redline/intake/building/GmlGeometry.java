package redline.intake.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** Reads GML surfaces and solids as faces. */
final class GmlGeometry {
    private static final Set<String> POLYGONS = Set.of("Polygon", "PolygonPatch", "Triangle", "Rectangle");
    private static final Set<String> SOLIDS = Set.of("Solid", "CompositeSolid", "MultiSolid");
    private static final Set<String> LINES =
            Set.of("MultiCurve", "CompositeCurve", "Curve", "LineString", "Point", "MultiPoint", "ImplicitGeometry");

    private final Gml gml;
    private final GmlFaces faces;
    private final Troubles troubles;
    private String srsName;

    GmlGeometry(Gml gml, GmlFaces faces, Troubles troubles) {
        this.gml = gml;
        this.faces = faces;
        this.troubles = troubles;
    }

    /** The first reference system that a geometry names; null where none does. */
    String srsName() {
        return srsName;
    }

    /**
     * A property such as {@code lod2Solid}, which is open; afterwards at its end.
     *
     * @param semantic of the boundary surface around, null where there is none
     */
    GmlPart.GmlBody read(String lod, String semantic) throws XMLStreamException {
        List<List<List<GmlPart.Item>>> solids = new ArrayList<>();
        List<GmlPart.Item> surfaces = new ArrayList<>();
        String type = "";
        String link = gml.link();
        if (link != null) {
            surfaces.add(new GmlPart.Item(null, link, false));
        }
        while (gml.child()) {
            type = type.isEmpty() ? gml.name() : type;
            if (SOLIDS.contains(gml.name())) {
                solid(solids, semantic);
            } else {
                surface(surfaces, semantic, false);
            }
        }
        return new GmlPart.GmlBody(type.isEmpty() ? "MultiSurface" : type, lod, solids, surfaces);
    }

    private void note() {
        if (srsName == null) {
            srsName = gml.attribute("srsName");
        }
    }

    private void solid(List<List<List<GmlPart.Item>>> solids, String semantic) throws XMLStreamException {
        note();
        String id = gml.attribute("id");
        int since = faces.size();
        if (gml.name().equals("Solid")) {
            List<List<GmlPart.Item>> shells = new ArrayList<>();
            while (gml.child()) {
                boolean outer = gml.name().equals("exterior");
                if (outer || gml.name().equals("interior")) {
                    List<GmlPart.Item> shell = new ArrayList<>();
                    surface(shell, semantic, false);
                    shells.add(outer ? 0 : shells.size(), shell);
                } else {
                    gml.skip();
                }
            }
            solids.add(shells);
        } else {
            while (gml.child()) {
                while (gml.child()) {
                    if (SOLIDS.contains(gml.name())) {
                        solid(solids, semantic);
                    } else {
                        gml.skip();
                    }
                }
            }
        }
        faces.name(id, since);
    }

    /** Any surface, or any property that holds some; it is open. */
    private void surface(List<GmlPart.Item> into, String semantic, boolean turned) throws XMLStreamException {
        note();
        String id = gml.attribute("id");
        int since = faces.size();
        String link = gml.link();
        boolean back = turned ^ (gml.name().equals("OrientableSurface") && "-".equals(gml.attribute("orientation")));
        if (link != null) {
            into.add(new GmlPart.Item(null, link, back));
        }
        if (POLYGONS.contains(gml.name())) {
            Face face = polygon(semantic);
            if (face != null) {
                face = back ? face.reversed() : face;
                into.add(new GmlPart.Item(face, null, false));
                faces.add(face);
            }
        } else if (LINES.contains(gml.name())) {
            gml.skip();
        } else {
            while (gml.child()) {
                surface(into, semantic, back);
            }
        }
        faces.name(id, since);
    }

    private Face polygon(String semantic) throws XMLStreamException {
        int line = gml.line();
        List<double[]> rings = new ArrayList<>();
        boolean bad = false;
        while (gml.child()) {
            boolean outer = gml.name().equals("exterior") || gml.name().equals("outerBoundaryIs");
            Doubles positions = new Doubles();
            positions(positions);
            double[] ring = positions.all();
            boolean good = ring.length >= 9
                    && ring.length % 3 == 0
                    && Arrays.stream(ring).allMatch(value -> Math.abs(value) <= Limits.FARTHEST);
            bad |= !good;
            if (good) {
                rings.add(outer ? 0 : rings.size(), ring);
            }
        }
        if (bad) {
            troubles.add(
                    "line " + line,
                    new Text(
                            "面的坐标不是三个一组的数，这个面不算",
                            "The coordinates of a surface are not numbers in threes; it is left out"),
                    CityWords.MEND_INDEX);
        }
        return bad || rings.isEmpty() ? null : new Face(semantic, rings);
    }

    /** All positions within the open element. */
    private void positions(Doubles ring) throws XMLStreamException {
        while (gml.child()) {
            switch (gml.name()) {
                case "posList", "pos", "coordinates" -> gml.numbers(ring);
                default -> positions(ring);
            }
        }
    }
}
