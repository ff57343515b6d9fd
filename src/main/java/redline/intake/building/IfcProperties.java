package redline.intake.building;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Quantities and properties of spatial objects (spaces, storeys, building, site): those of elements are not read. */
final class IfcProperties {
    /** Properties of a whole file that are kept. */
    private static final int MOST = 500_000;

    private final Map<Integer, List<Entry>> byObject = new HashMap<>();
    private int kept;

    /**
     * @param set the quantity set or property set it stands in
     * @param quantity an IfcQuantityArea, else a property
     * @param area whether it is an area
     * @param text as written; null where it is a number
     */
    record Entry(
            String set, String name, boolean quantity, boolean area, BigDecimal number, String text, String from) {}

    static IfcProperties of(StepFile file, Set<Integer> objects) throws IOException {
        IfcProperties properties = new IfcProperties();
        for (int id : file.ids("IFCRELDEFINESBYPROPERTIES")) {
            StepInstance relation = file.instance(id);
            if (relation == null) {
                continue;
            }
            for (int object : relation.references(4)) {
                if (objects.contains(object)) {
                    for (int set : relation.references(5)) {
                        properties.read(file, object, file.instance(set));
                    }
                }
            }
        }
        return properties;
    }

    private void read(StepFile file, int object, StepInstance set) throws IOException {
        if (set == null) {
            return;
        }
        boolean quantities = set.type().equals("IFCELEMENTQUANTITY");
        if (!quantities && !set.type().equals("IFCPROPERTYSET")) {
            return;
        }
        for (int member : set.references(quantities ? 5 : 4)) {
            StepInstance one = kept < MOST ? file.instance(member) : null;
            if (one == null || one.text(0) == null) {
                continue;
            }
            boolean area = one.type().equals("IFCQUANTITYAREA");
            boolean property = one.type().equals("IFCPROPERTYSINGLEVALUE");
            if (area || property) {
                StepValue value = one.at(area ? 3 : 2);
                kept++;
                byObject.computeIfAbsent(object, none -> new ArrayList<>())
                        .add(new Entry(
                                String.valueOf(set.text(2)),
                                one.text(0),
                                area,
                                area
                                        || value instanceof StepValue.Typed typed
                                                && typed.type().equals("IFCAREAMEASURE"),
                                StepInstance.number(value),
                                text(value),
                                one.from()));
            }
        }
    }

    private static String text(StepValue value) {
        StepValue inner =
                value instanceof StepValue.Typed typed && typed.values().size() == 1
                        ? typed.values().get(0)
                        : value;
        return inner instanceof StepValue.Text text ? text.text() : null;
    }

    List<Entry> of(int object) {
        return byObject.getOrDefault(object, List.of());
    }

    /** The first of that name, whatever set it stands in; null where there is none with a number. */
    Entry number(int object, String name) {
        return of(object).stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name) && entry.number() != null)
                .findFirst()
                .orElse(null);
    }

    /** An area quantity of one of these names, in that order, else any, else a property of type area; null where there is none. */
    Entry area(int object, List<String> names) {
        for (String name : names) {
            for (Entry entry : of(object)) {
                if (entry.area() && entry.number() != null && entry.name().equalsIgnoreCase(name)) {
                    return entry;
                }
            }
        }
        return of(object).stream()
                .filter(entry -> entry.quantity() && entry.number() != null)
                .findFirst()
                .orElse(null);
    }

    /** @param sum so far, null where nothing is in it yet */
    static BigDecimal sum(BigDecimal sum, Entry entry) {
        return sum == null ? entry.number() : sum.add(entry.number());
    }
}
