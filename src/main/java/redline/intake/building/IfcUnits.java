package redline.intake.building;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;

/**
 * Units of the model, from its IfcUnitAssignment only: other units in the file serve other things.
 *
 * @param length as people name it, null where the file assigns none
 * @param metres in one unit of length, null where it is not known
 * @param area as people name it, null where the file assigns none
 * @param squareMetres in one unit of area, null where it is not known
 */
record IfcUnits(String length, BigDecimal metres, String area, BigDecimal squareMetres, String from) {
    private static final Map<String, Integer> PREFIXES = Map.ofEntries(
            Map.entry("EXA", 18),
            Map.entry("PETA", 15),
            Map.entry("TERA", 12),
            Map.entry("GIGA", 9),
            Map.entry("MEGA", 6),
            Map.entry("KILO", 3),
            Map.entry("HECTO", 2),
            Map.entry("DECA", 1),
            Map.entry("DECI", -1),
            Map.entry("CENTI", -2),
            Map.entry("MILLI", -3),
            Map.entry("MICRO", -6),
            Map.entry("NANO", -9),
            Map.entry("PICO", -12),
            Map.entry("FEMTO", -15),
            Map.entry("ATTO", -18));

    private record Unit(String name, BigDecimal factor) {}

    static IfcUnits of(StepFile file) throws IOException {
        StepInstance assignment = assignment(file);
        Unit length = null;
        Unit area = null;
        if (assignment != null) {
            for (int id : assignment.references(0)) {
                StepInstance unit = file.instance(id);
                if (unit == null || unit.symbol(1) == null) {
                    continue;
                }
                if (unit.symbol(1).equals("LENGTHUNIT") && length == null) {
                    length = unit(file, unit, 1, 0);
                } else if (unit.symbol(1).equals("AREAUNIT") && area == null) {
                    area = unit(file, unit, 2, 0);
                }
            }
        }
        return new IfcUnits(
                length == null ? null : length.name(),
                length == null ? null : length.factor(),
                area == null ? null : area.name(),
                area == null ? null : area.factor(),
                assignment == null ? "" : assignment.from());
    }

    /** The project's; without a project, the only one there is. */
    private static StepInstance assignment(StepFile file) throws IOException {
        for (int id : file.ids("IFCPROJECT")) {
            StepInstance project = file.instance(id);
            StepInstance found = project == null ? null : file.instance(project.reference(8));
            if (found != null && found.type().equals("IFCUNITASSIGNMENT")) {
                return found;
            }
        }
        int[] all = file.ids("IFCUNITASSIGNMENT");
        return all.length == 1 ? file.instance(all[0]) : null;
    }

    /** @param power of the prefix: square millimetres are a millionth */
    private static Unit unit(StepFile file, StepInstance unit, int power, int depth) throws IOException {
        if (unit.type().equals("IFCSIUNIT")) {
            String prefix = unit.symbol(2);
            String name = (prefix == null ? "" : prefix + " ") + unit.symbol(3);
            boolean metre = "METRE".equals(unit.symbol(3)) || "SQUARE_METRE".equals(unit.symbol(3));
            Integer exponent = prefix == null ? Integer.valueOf(0) : PREFIXES.get(prefix);
            return new Unit(
                    name, metre && exponent != null ? BigDecimal.ONE.scaleByPowerOfTen(exponent * power) : null);
        }
        if (unit.type().equals("IFCCONVERSIONBASEDUNIT") && depth < 5) {
            StepInstance measure = file.instance(unit.reference(3));
            BigDecimal value = measure == null ? null : measure.number(0);
            StepInstance base = measure == null ? null : file.instance(measure.reference(1));
            Unit below = base == null ? null : unit(file, base, power, depth + 1);
            boolean known = value != null && below != null && below.factor() != null;
            return new Unit(String.valueOf(unit.text(2)), known ? value.multiply(below.factor()) : null);
        }
        return new Unit(unit.type(), null);
    }
}
