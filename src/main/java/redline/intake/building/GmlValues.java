package redline.intake.building;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** The values of a city object: what it says in a word, in an element of several, in a generic attribute. */
final class GmlValues {
    /** Types of values, not of objects. */
    private static final Set<String> DATA = Set.of(
            "Address",
            "XalAddress",
            "Height",
            "Elevation",
            "Occupancy",
            "RoomHeight",
            "ExternalReference",
            "QualifiedArea",
            "QualifiedVolume",
            "ConstructionEvent",
            "Relation",
            "CityObjectRelation",
            "GenericAttributeSet",
            "StringAttribute",
            "IntAttribute",
            "DoubleAttribute",
            "DateAttribute",
            "UriAttribute",
            "MeasureAttribute",
            "CodeAttribute");

    /** Values that the standard lists. */
    private static final Map<String, Set<String>> ENUMERATIONS = Map.of(
            "Height/status", Set.of("estimated", "measured"),
            "conditionOfConstruction", Set.of("declined", "demolished", "functional", "projected", "underConstruction"),
            "spaceType", Set.of("closed", "open", "semiOpen"),
            "relationToConstruction", Set.of("inside", "outside", "bothInsideAndOutside"),
            "relativeToTerrain",
                    Set.of(
                            "entirelyAboveTerrain",
                            "substantiallyAboveTerrain",
                            "substantiallyAboveAndBelowTerrain",
                            "substantiallyBelowTerrain",
                            "entirelyBelowTerrain"),
            "relativeToWater",
                    Set.of(
                            "entirelyAboveWaterSurface",
                            "substantiallyAboveWaterSurface",
                            "substantiallyAboveAndBelowWaterSurface",
                            "substantiallyBelowWaterSurface",
                            "entirelyBelowWaterSurface",
                            "temporarilyAboveAndBelowWaterSurface"));

    private final Gml gml;
    private final Troubles troubles;

    GmlValues(Gml gml, Troubles troubles) {
        this.gml = gml;
        this.troubles = troubles;
    }

    /** Whether the open element is such a value and no object. */
    boolean opens() {
        return gml.standard() ? DATA.contains(gml.name()) : gml.attribute("id") == null;
    }

    static void write(GmlPart part, String name, String text, String uom) {
        String free = name;
        for (int n = 2; part.attributes.containsKey(free) && n < 100; n++) {
            free = name + "[" + n + "]";
        }
        part.attributes.put(free, text);
        if (uom != null) {
            part.attributes.put(free + ".uom", uom);
        }
    }

    /** Tells a value that the standard does not allow. */
    void check(String name, String text, int line) {
        Set<String> allowed = ENUMERATIONS.get(name);
        if (allowed != null && !allowed.contains(text)) {
            String list = String.join(" ", allowed.stream().sorted().toList());
            troubles.add(
                    "line " + line,
                    new Text(
                            name + " 的值 “" + Troubles.shortened(text) + "” 不在标准允许的值里：" + list,
                            name + " “" + Troubles.shortened(text) + "” is not among the values of the standard: "
                                    + list),
                    CityWords.ALLOWED);
        }
        if (name.startsWith("storeys") && !text.matches("\\d{1,4}")) {
            troubles.add(
                    "line " + line,
                    new Text(
                            name + " 的值 “" + Troubles.shortened(text) + "” 不是层数",
                            name + " “" + Troubles.shortened(text) + "” is not a number of storeys"),
                    CityWords.ALLOWED);
        }
    }

    /** A value made of several: a height with its references, a generic attribute. It is open. */
    void read(GmlPart part, boolean standard) throws XMLStreamException {
        String type = gml.name();
        String generic = gml.attribute("name");
        Map<String, String> leaves = new TreeMap<>();
        String[] uom = {null};
        leaves(type, leaves, uom);
        if (!standard || !leaves.containsKey("value")) {
            return;
        }
        if (type.equals("Height")) {
            write(part, "measuredHeight", leaves.get("value"), uom[0]);
            leaves.remove("value");
            leaves.forEach((name, text) -> part.attributes.putIfAbsent("measuredHeight." + name, text));
        } else if (type.endsWith("Attribute")) {
            String name = generic == null ? leaves.get("name") : generic;
            if (name != null) {
                write(part, name, leaves.get("value"), uom[0]);
            }
        }
    }

    private void leaves(String type, Map<String, String> leaves, String[] uom) throws XMLStreamException {
        Gml.Content content = gml.content();
        if (!content.child()) {
            return;
        }
        do {
            String name = gml.name();
            int line = gml.line();
            uom[0] = name.equals("value") ? gml.attribute("uom") : uom[0];
            Gml.Content inner = gml.content();
            if (inner.child()) {
                gml.skip();
                while (gml.child()) {
                    gml.skip();
                }
            } else {
                leaves.put(name, inner.text());
                check(type + "/" + name, inner.text(), line);
            }
        } while (gml.child());
    }
}
