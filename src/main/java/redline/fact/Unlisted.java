package redline.fact;

import static redline.scheme.ConditionLine.ANY;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.scheme.Compass;
import redline.scheme.ConditionLine;
import redline.scheme.ConditionLine.Item;
import redline.scheme.ControlLine;

/**
 * What a letter that is not known to be complete may still say: for one item and bound of one site, the combinations of
 * qualifiers that none of its lines certainly covers. A line covers a combination where each of its qualifiers is ANY or equal;
 * an unknown qualifier covers nothing for certain.
 */
final class Unlisted {
    /** One combination that no line covers. */
    record Combination(String side, String beyond, String heightClass, String use) {
        static final Combination ALL = new Combination(ANY, ANY, ANY, ANY);

        private Combination on(String ofSide) {
            return new Combination(ofSide, beyond, heightClass, use);
        }

        /** The qualifiers that narrow it, for its id and its name; empty where nothing does. */
        String narrowed() {
            return Stream.of(side, beyond, heightClass, use)
                    .filter(qualifier -> !ANY.equals(qualifier))
                    .map(qualifier -> "/" + qualifier)
                    .collect(Collectors.joining());
        }
    }

    private static final List<String> SIDES =
            Stream.of(Compass.values()).map(Enum::name).toList();
    private static final List<String> BEYOND = List.of("ROAD", "PARCEL", "WATER", "GREEN", "NONE");
    private static final List<String> LINE_KINDS =
            Stream.of(ControlLine.Kind.values()).map(Enum::name).toList();
    private static final List<String> HEIGHT_CLASSES = List.of("LOW", "MULTI", "HIGH");

    private Unlisted() {}

    /**
     * @param lines of this site, item and bound
     * @param uses on the site, for items that are bounded use by use
     * @param facilities kinds that the site has or that a letter asks of it
     */
    static List<Combination> of(
            Item item, List<ConditionLine> lines, Collection<String> uses, List<String> facilities) {
        if (lines.isEmpty()) {
            return List.of(Combination.ALL);
        }
        return switch (item) {
            case SETBACK -> over(SIDES, HEIGHT_CLASSES, BEYOND, lines);
            case CONTROL_LINE_SETBACK -> over(List.of(ANY), HEIGHT_CLASSES, LINE_KINDS, lines);
            case FENCE_SETBACK -> over(List.of(ANY), List.of(ANY), BEYOND, lines);
            case FACILITY_AREA, FACILITY_STOREY, FACILITY_HANDOVER ->
                over(List.of(ANY), List.of(ANY), facilities, lines);
            case SPACING, SPACING_FACTOR -> over(SIDES, List.of(ANY), List.of(ANY), lines);
            case PARKING_MOTOR_PER_100M2,
                    PARKING_NON_MOTOR_PER_100M2,
                    PARKING_MOTOR_PER_DWELLING,
                    PARKING_NON_MOTOR_PER_DWELLING -> overUses(uses, lines);
            default -> over(List.of(ANY), List.of(ANY), List.of(ANY), lines);
        };
    }

    /** Said as one where no line touches them: whole sides, whole height classes, and all sides where they are open alike. */
    private static List<Combination> over(
            List<String> sides, List<String> classes, List<String> beyonds, List<ConditionLine> lines) {
        List<List<Combination>> bySide = new ArrayList<>();
        for (String side : sides) {
            bySide.add(openOn(only(lines, l -> ANY.equals(l.use()) && saysSide(l, side)), classes, beyonds));
        }
        if (bySide.stream().distinct().count() == 1) {
            return bySide.get(0);
        }
        List<Combination> open = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            for (Combination combination : bySide.get(i)) {
                open.add(combination.on(sides.get(i)));
            }
        }
        return open;
    }

    /** Open combinations of one side, with the side still ANY. */
    private static List<Combination> openOn(List<ConditionLine> ofSide, List<String> classes, List<String> beyonds) {
        if (ofSide.isEmpty()) {
            return List.of(Combination.ALL);
        }
        List<Combination> open = new ArrayList<>();
        for (String heightClass : classes) {
            List<ConditionLine> ofClass = only(ofSide, l -> says(l.heightClass(), heightClass));
            if (ofClass.isEmpty()) {
                open.add(new Combination(ANY, ANY, heightClass, ANY));
                continue;
            }
            beyonds.stream()
                    .filter(beyond ->
                            only(ofClass, l -> says(l.beyond(), beyond)).isEmpty())
                    .forEach(beyond -> open.add(new Combination(ANY, beyond, heightClass, ANY)));
        }
        return open;
    }

    private static List<Combination> overUses(Collection<String> uses, List<ConditionLine> lines) {
        List<ConditionLine> unnarrowed =
                only(lines, l -> saysSide(l, ANY) && says(l.beyond(), ANY) && says(l.heightClass(), ANY));
        return uses.stream()
                .filter(use -> unnarrowed.stream()
                        .noneMatch(l -> ANY.equals(l.use()) || (l.use() != null && use.startsWith(l.use()))))
                .map(use -> new Combination(ANY, ANY, ANY, use))
                .toList();
    }

    private static boolean saysSide(ConditionLine line, String side) {
        return line.sides() != null && line.sides().stream().anyMatch(s -> says(s, side));
    }

    private static boolean says(String qualifier, String value) {
        return ANY.equals(qualifier) || value.equals(qualifier);
    }

    private static List<ConditionLine> only(List<ConditionLine> lines, Predicate<ConditionLine> those) {
        return lines.stream().filter(those).toList();
    }
}
