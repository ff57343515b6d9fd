package redline.intake.building;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/** The levels of an IFC file, and which of them are storeys. */
final class IfcStoreys {
    private final List<IfcStorey> all;
    private final Map<Integer, IfcStorey> byId = new HashMap<>();
    private final boolean someHoldAnything;

    /** @param all from below upwards */
    private IfcStoreys(List<IfcStorey> all) {
        this.all = all;
        all.forEach(storey -> byId.put(storey.entity().id(), storey));
        someHoldAnything = all.stream().anyMatch(storey -> storey.contents() > 0);
    }

    static IfcStoreys of(StepFile file, IfcTree tree, BigDecimal metres) throws IOException {
        Set<Integer> buildings = new HashSet<>(IfcTree.ids(file, "IFCBUILDING"));
        List<IfcStorey> storeys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int id : file.ids("IFCBUILDINGSTOREY")) {
            StepInstance entity = file.instance(id);
            String name = entity.text(2) == null ? entity.text(7) : entity.text(2);
            String unique = name == null ? "#" + id : name;
            if (!names.add(unique)) {
                unique = unique + " #" + id;
                names.add(unique);
            }
            BigDecimal elevation = entity.number(9);
            BigDecimal inMetres = elevation == null || metres == null
                    ? null
                    : Plain.decimal(elevation.multiply(metres).doubleValue());
            storeys.add(
                    new IfcStorey(entity, unique, tree.above(id, buildings), elevation, inMetres, tree.contents(id)));
        }
        return new IfcStoreys(IfcStorey.ordered(storeys));
    }

    List<IfcStorey> all() {
        return all;
    }

    IfcStorey.Kind kind(IfcStorey storey) {
        return storey.kind(someHoldAnything);
    }

    /** On which a space lies; null where it is not told. */
    IfcStorey around(int space, IfcTree tree) {
        return byId.get(tree.above(space, byId.keySet()));
    }

    void tell(IfcTold told) {
        told.value("storeys", String.valueOf(all.size()), "IFCBUILDINGSTOREY");
        for (IfcStorey storey : all) {
            String path = "storeys[" + storey.name() + "]";
            String from = storey.entity().from();
            if (storey.elevation() == null) {
                told.trouble(
                        from,
                        new Text(
                                "楼层 " + Troubles.shortened(storey.name()) + " 没有标高",
                                "Storey " + Troubles.shortened(storey.name()) + " has no elevation"),
                        IfcWords.ELEVATION);
            } else {
                told.value(path + ".elevation", written(storey.entity().at(9), storey.elevation()), from);
                if (storey.metres() != null) {
                    told.value(path + ".elevationMetres", storey.metres().toPlainString(), from);
                }
            }
            told.value(path + ".kind", kind(storey).text().en(), from);
        }
    }

    private static String written(StepValue value, BigDecimal number) {
        return value instanceof StepValue.Number exact
                        && exact.digits().length() <= 40
                        && exact.digits().indexOf('E') < 0
                        && !exact.digits().endsWith(".")
                ? exact.digits()
                : number.toPlainString();
    }

    /**
     * How many levels of a building are storeys above ground; null where it cannot be told. What was left out is said.
     *
     * @param only whether the file has no other building, so that levels of none are its own
     */
    Integer above(StepInstance building, boolean only, IfcTold told) {
        List<IfcStorey> own = all.stream()
                .filter(storey -> storey.building() == building.id() || only && storey.building() == 0)
                .toList();
        if (own.isEmpty() || own.stream().anyMatch(storey -> kind(storey) == IfcStorey.Kind.UNKNOWN)) {
            told.trouble(
                    building.from(),
                    new Text(
                            "地上层数未定：没有楼层，或楼层没有标高",
                            "Storeys above ground are undetermined: no storeys, or some without elevation"),
                    IfcWords.ELEVATION);
            return null;
        }
        List<IfcStorey> left = own.stream()
                .filter(storey -> kind(storey) != IfcStorey.Kind.STOREY)
                .toList();
        int counted = own.size() - left.size();
        if (!left.isEmpty()) {
            told.trouble(
                    building.from(),
                    new Text(
                            "地上层数按 " + counted + " 层：没有计入" + list(left, Text::zh, "（", "）", "、"),
                            "Storeys above ground taken as " + counted + ": not counted are "
                                    + list(left, Text::en, " (", ")", ", ")),
                    IfcWords.STOREYS);
        }
        return counted;
    }

    private String list(
            List<IfcStorey> levels, Function<Text, String> language, String open, String close, String and) {
        return levels.stream()
                .map(level -> Troubles.shortened(level.name())
                        + open
                        + language.apply(kind(level).text())
                        + close)
                .collect(Collectors.joining(and));
    }
}
