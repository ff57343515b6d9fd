package redline.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.bench.PlainLimits.FireSeparation;
import redline.bench.PlainLimits.HeightClass;
import redline.bench.PlainLimits.LetterHeight;
import redline.fact.Fact;
import redline.fact.Fact.Condition;
import redline.fact.Fact.VolumePair;
import redline.fact.SchemeRecord;
import redline.finding.Cause;
import redline.finding.Verdict;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;
import redline.scheme.Subject;

/**
 * The same rules by hand where everything is known: what most programs of the trade are. On a null it throws. Kept beside the
 * three-valued one to show what the third value costs.
 */
final class PlainTwoValued {
    private final PlainLimits limits;
    private final Map<Measured, Value> measures = new HashMap<>();
    private final Map<String, List<Condition>> conditions = new HashMap<>();
    private final Map<Class<?>, List<Fact>> facts = new HashMap<>();
    private final Map<String, Fact.Volume> volumes = new HashMap<>();
    private final Map<String, Fact.Side> sides = new HashMap<>();
    private final Map<String, Fact.Building> buildings = new HashMap<>();
    private final Set<String> usesWithin;
    private final List<PlainAnswer> answers = new ArrayList<>();

    private record Measured(Quantity quantity, Subject.Kind kind, String subject) {}

    /** The bounds of one rule for one subject; the one with the smallest margin governs. */
    private final class Bounds {
        private final String rule;
        private final Quantity quantity;
        private final Subject subject;
        private final Value value;
        private boolean asked;
        private boolean exempt;
        private Bound worst;
        private BigDecimal worstMargin;
        private boolean met = true;

        Bounds(String rule, Quantity quantity, Fact.About about) {
            this.rule = rule;
            this.quantity = quantity;
            this.subject = about.subject();
            this.value = measures.get(new Measured(quantity, subject.kind(), subject.id()));
        }

        void atLeast(BigDecimal limit) {
            number(Comparator.AT_LEAST, limit);
        }

        void number(Comparator comparator, BigDecimal limit) {
            BigDecimal number =
                    value instanceof Value.Ratio ratio ? ratio.numerator() : ((Value.Amount) value).number();
            BigDecimal scaled = value instanceof Value.Ratio ratio ? limit.multiply(ratio.denominator()) : limit;
            BigDecimal margin = switch (comparator) {
                case AT_LEAST, AT_LEAST_IN_TOTAL -> number.subtract(scaled);
                case AT_MOST -> scaled.subtract(number);
                case EQUAL -> number.subtract(scaled).abs().negate();
                case ONE_OF -> throw new IllegalStateException("a number against terms");
            };
            if (worstMargin == null || margin.compareTo(worstMargin) < 0) {
                worstMargin = margin;
                worst = new Bound(comparator, new Value.Amount(limit));
                met = margin.signum() >= 0;
            }
        }

        void oneOf(List<String> allowed) {
            boolean all = true;
            for (String code : ((Value.Terms) value).codes()) {
                boolean one = false;
                for (String term : allowed) {
                    one |= quantity == Quantity.USE ? code.startsWith(term) : code.equals(term);
                }
                all &= one;
            }
            if (worst == null || met && !all) {
                worst = new Bound(Comparator.ONE_OF, new Value.Terms(allowed));
                met = all;
            }
        }

        void answer() {
            Verdict verdict =
                    worst == null && !exempt ? Verdict.NOT_APPLICABLE : met ? Verdict.PASS : Verdict.VIOLATION;
            boolean toAsk = asked && verdict != Verdict.VIOLATION;
            answers.add(new PlainAnswer(
                    rule,
                    subject,
                    toAsk ? Verdict.UNDETERMINED : verdict,
                    toAsk ? Cause.NEEDS_JUDGEMENT : null,
                    Map.of(),
                    worst));
        }
    }

    private PlainTwoValued(SchemeRecord record, PlainLimits limits) {
        this.limits = limits;
        for (Measure measure : record.measures()) {
            Subject subject = measure.subject();
            if (measure.reading() instanceof Reading.Known known) {
                measures.put(new Measured(measure.quantity(), subject.kind(), subject.id()), known.value());
            }
        }
        for (Fact fact : record.facts()) {
            facts.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
        }
        for (Condition condition : all(Condition.class)) {
            conditions
                    .computeIfAbsent(condition.item() + condition.bound(), item -> new ArrayList<>())
                    .add(condition);
        }
        all(Fact.Volume.class).forEach(volume -> volumes.put(volume.id(), volume));
        all(Fact.Side.class).forEach(side -> sides.put(side.id(), side));
        all(Fact.Building.class).forEach(building -> buildings.put(building.id(), building));
        usesWithin = all(Fact.UseWithin.class).stream()
                .map(use -> use.use() + " " + use.within())
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private <T extends Fact> List<T> all(Class<T> type) {
        return (List<T>) facts.getOrDefault(type, List.of());
    }

    /** One answer for each rule and subject, in no particular order; of a record in which everything is known. */
    static List<PlainAnswer> review(SchemeRecord record, PlainLimits limits) {
        PlainTwoValued review = new PlainTwoValued(record, limits);
        review.all(Fact.Parcel.class).forEach(review::parcel);
        review.all(Fact.Building.class).forEach(review::building);
        review.all(Fact.VolumeSide.class).forEach(review::setback);
        review.all(Fact.VolumeLine.class).forEach(review::controlLine);
        review.all(Fact.Pair.class).forEach(review::spacing);
        review.all(VolumePair.class).forEach(review::fireSeparation);
        for (Fact.Access access : review.all(Fact.Access.class)) {
            Bounds bounds = review.new Bounds("access-side", Quantity.ACCESS_SIDE, access);
            for (Condition c : review.lines("ACCESS_SIDE", "ONE_OF")) {
                if (c.site().equals(access.parcel())) {
                    bounds.oneOf(c.terms().codes());
                }
            }
            bounds.answer();
        }
        for (Fact.Indicator indicator : review.all(Fact.Indicator.class)) {
            Bounds bounds = review.new Bounds("declared-differs", Quantity.DECLARED_DIFFERENCE, indicator);
            bounds.number(Comparator.EQUAL, decimal(limits.allowedDifference().value()));
            bounds.answer();
        }
        return review.answers;
    }

    private List<Condition> lines(String item, String bound) {
        return conditions.getOrDefault(item + bound, List.of());
    }

    private void parcel(Fact.Parcel parcel) {
        minAndMax("far", Quantity.FAR, parcel);
        minAndMax("far-floor-area", Quantity.FAR_FLOOR_AREA, parcel);
        minAndMax("floor-area-above", Quantity.FLOOR_AREA_ABOVE, parcel);
        minAndMax("floor-area-below", Quantity.FLOOR_AREA_BELOW, parcel);
        minAndMax("commercial-area", Quantity.COMMERCIAL_AREA, parcel);
        minAndMax("building-density", Quantity.BUILDING_DENSITY, parcel);
        minAndMax("green-ratio", Quantity.GREEN_RATIO, parcel);
        parking("parking-motor", Quantity.PARKING_MOTOR, parcel);
        parking("parking-non-motor", Quantity.PARKING_NON_MOTOR, parcel);
    }

    private void minAndMax(String rule, Quantity quantity, Fact.Parcel parcel) {
        Bounds bounds = new Bounds(rule, quantity, parcel);
        for (Condition c : lines(quantity.name(), "MAX")) {
            if (c.site().equals(parcel.id())) {
                bounds.number(Comparator.AT_MOST, decimal(c.value()));
            }
        }
        for (Condition c : lines(quantity.name(), "MIN")) {
            if (c.site().equals(parcel.id())) {
                bounds.atLeast(decimal(c.value()));
            }
        }
        bounds.answer();
    }

    private void parking(String rule, Quantity quantity, Fact.Parcel parcel) {
        Bounds bounds = new Bounds(rule, quantity, parcel);
        BigDecimal total = null;
        for (boolean perDwelling : new boolean[] {false, true}) {
            String item = quantity + (perDwelling ? "_PER_DWELLING" : "_PER_100M2");
            for (Condition c : lines(item, "MIN")) {
                for (Fact.ParkingBase base : all(Fact.ParkingBase.class)) {
                    if (c.site().equals(parcel.id())
                            && base.site().equals(parcel.id())
                            && usesWithin.contains(base.use() + " " + c.use())) {
                        BigDecimal part =
                                decimal(c.value()).multiply(decimal(perDwelling ? base.dwellings() : base.floorArea()));
                        total = total == null ? part : total.add(part);
                    }
                }
            }
            bounds.asked |= lines(item, "MAX").stream().anyMatch(c -> c.site().equals(parcel.id()));
        }
        if (total != null) {
            bounds.number(Comparator.AT_LEAST_IN_TOTAL, total);
        }
        bounds.answer();
    }

    private void building(Fact.Building building) {
        boolean proposed = building.standing().equals("PROPOSED");
        Bounds height = new Bounds("building-height", Quantity.BUILDING_HEIGHT, building);
        for (Condition c : lines("BUILDING_HEIGHT", "MAX")) {
            if (proposed && of(c, building.parcel(), building.zone())) {
                height.number(Comparator.AT_MOST, decimal(c.value()));
            }
        }
        for (Condition c : lines("BUILDING_HEIGHT", "MIN")) {
            if (proposed && of(c, building.parcel(), building.zone())) {
                height.atLeast(decimal(c.value()));
            }
        }
        height.answer();
        oneOf("land-use", Quantity.USE, building, proposed);
        oneOf("roof-form", Quantity.ROOF_FORM, building, proposed);
    }

    private void oneOf(String rule, Quantity quantity, Fact.Building building, boolean proposed) {
        Bounds bounds = new Bounds(rule, quantity, building);
        for (Condition c : lines(quantity.name(), "ONE_OF")) {
            if (proposed && of(c, building.parcel(), building.zone())) {
                bounds.oneOf(c.terms().codes());
            }
        }
        bounds.answer();
    }

    private void controlLine(Fact.VolumeLine relation) {
        Bounds bounds = new Bounds("control-line-setback", Quantity.CONTROL_LINE_SETBACK, relation);
        Fact.Volume volume = volumes.get(relation.volume());
        if (!volume.role().equals("BASEMENT")) {
            for (Condition c : lines("CONTROL_LINE_SETBACK", "MIN")) {
                if (of(c, volume.parcel(), volume.zone()) && any(c.beyond(), relation.kind())) {
                    bounds.atLeast(decimal(c.value()));
                }
            }
            for (Condition c : lines("CONTROL_LINE_SETBACK", "MAX")) {
                bounds.asked |= of(c, volume.parcel(), volume.zone()) && any(c.beyond(), relation.kind());
            }
        }
        bounds.answer();
    }

    private void setback(Fact.VolumeSide relation) {
        Bounds bounds = new Bounds("setback", Quantity.SETBACK, relation);
        Fact.Volume volume = volumes.get(relation.volume());
        Fact.Side side = sides.get(relation.side());
        if (!volume.role().equals("BASEMENT")) {
            LetterHeight height = letterHeight(volume);
            for (Condition c : lines("SETBACK", "MIN")) {
                if (of(c, volume.parcel(), volume.zone())
                        && any(c.side(), side.compass())
                        && any(c.beyond(), side.beyond())
                        && (c.heightClass().equals("ANY") || classed(c.heightClass(), height, volume))) {
                    bounds.atLeast(decimal(c.value()));
                }
            }
            for (Condition c : lines("SETBACK", "MAX")) {
                bounds.asked |= of(c, volume.parcel(), volume.zone())
                        && any(c.side(), side.compass())
                        && any(c.beyond(), side.beyond());
            }
            bounds.asked |= diagonal(side.compass(), volume.parcel(), volume.zone(), "SETBACK");
        }
        bounds.answer();
    }

    private LetterHeight letterHeight(Fact.Volume volume) {
        for (LetterHeight row : limits.letterHeights()) {
            if (row.useClass().equals(volume.useClass())
                    && storeys(row.storeys(), volume.singleStorey())
                    && row.above() < volume.height()
                    && row.upTo() >= volume.height()
                    && row.storeysFrom() <= volume.storeys()
                    && row.storeysTo() >= volume.storeys()) {
                return row;
            }
        }
        return null;
    }

    private boolean classed(String heightClass, LetterHeight row, Fact.Volume volume) {
        if (row == null) {
            return false;
        }
        return switch (heightClass) {
            case "HIGH" -> row.high();
            case "LOW" -> !row.high() && row.low();
            default -> !row.high() && (noneLow(volume) || !row.low());
        };
    }

    private boolean noneLow(Fact.Volume volume) {
        for (String bound : new String[] {"MIN", "MAX"}) {
            for (Condition c : lines("SETBACK", bound)) {
                if (c.heightClass().equals("LOW") && of(c, volume.parcel(), volume.zone())) {
                    return false;
                }
            }
        }
        return true;
    }

    /** A diagonal direction of which the letter does not speak, while it speaks of one beside it. */
    private boolean diagonal(String compass, String parcel, String zone, String... items) {
        if (compass.length() < 2) {
            return false;
        }
        boolean beside = false;
        for (String item : items) {
            for (String bound : new String[] {"MIN", "MAX"}) {
                for (Condition c : lines(item, bound)) {
                    if (of(c, parcel, zone)) {
                        if (any(c.side(), compass)) {
                            return false;
                        }
                        beside |= c.side().length() == 1 && compass.contains(c.side());
                    }
                }
            }
        }
        return beside;
    }

    private void spacing(Fact.Pair pair) {
        Bounds bounds = new Bounds("spacing", Quantity.SPACING, pair);
        Fact.Building a = buildings.get(pair.a());
        spacing(bounds, a, pair.sideOfB());
        spacing(bounds, buildings.get(pair.b()), pair.sideOfA());
        for (String item : new String[] {"SPACING", "SPACING_FACTOR"}) {
            for (Condition c : lines(item, "MAX")) {
                bounds.asked |= of(c, a.parcel(), a.zone());
            }
        }
        bounds.asked |= diagonal(pair.sideOfB(), a.parcel(), a.zone(), "SPACING", "SPACING_FACTOR");
        bounds.answer();
    }

    private void spacing(Bounds bounds, Fact.Building building, String side) {
        if (!building.standing().equals("PROPOSED")) {
            return;
        }
        for (Condition c : lines("SPACING", "MIN")) {
            if (of(c, building.parcel(), building.zone()) && any(c.side(), side)) {
                bounds.atLeast(decimal(c.value()));
            }
        }
        for (Condition c : lines("SPACING_FACTOR", "MIN")) {
            if (of(c, building.parcel(), building.zone()) && any(c.side(), side)) {
                bounds.atLeast(decimal(c.value()).multiply(decimal(building.height())));
            }
        }
    }

    private void fireSeparation(VolumePair p) {
        Bounds bounds = new Bounds("fire-separation", Quantity.FIRE_SEPARATION, p);
        String a = heightClass(p.useClassA(), p.singleStoreyA(), p.heightA());
        String b = heightClass(p.useClassB(), p.singleStoreyB(), p.heightB());
        if (a != null && b != null) {
            fireSeparation(p, bounds, a, b);
        }
        bounds.answer();
    }

    private void fireSeparation(VolumePair p, Bounds bounds, String a, String b) {
        boolean neitherSuper = !a.equals("SUPER_HIGH") && !b.equals("SUPER_HIGH");
        boolean low = a.equals("NOT_HIGH") && b.equals("NOT_HIGH");
        double grade = limits.fireWallGrade().value();
        boolean reduced = low
                && p.wallsNonCombustible()
                && !p.combustibleEaves()
                && !p.openingsFacing()
                && p.openingShare() <= limits.openingShare().value();
        boolean lower = p.fireWall().equals("LOWER")
                && p.lowerRoofRated()
                && (p.heightA() <= p.heightB() && p.fireGradeA() <= grade
                        || p.heightB() <= p.heightA() && p.fireGradeB() <= grade);
        boolean exempt = neitherSuper
                && (p.fireWall().equals("HIGHER")
                        || p.fireWall().equals("EQUAL")
                                && p.heightA().equals(p.heightB())
                                && p.fireGradeA() <= grade
                                && p.fireGradeB() <= grade
                                && p.lowerRoofRated());
        FireSeparation row = row(p, a, b);
        if (exempt) {
            bounds.exempt = row != null;
            return;
        }
        if (row != null && !reduced && !(lower && neitherSuper)) {
            bounds.atLeast(decimal(row.distance()));
        }
        if (row != null && reduced && !(lower && neitherSuper)) {
            bounds.atLeast(decimal(limits.reductionFactor().value()).multiply(decimal(row.distance())));
        }
        if (lower && low) {
            bounds.atLeast(decimal(limits.lowerFireWall().value()));
        } else if (lower && neitherSuper) {
            bounds.atLeast(decimal(limits.lowerFireWallHighRise().value()));
        }
    }

    private FireSeparation row(VolumePair p, String a, String b) {
        boolean highA = !p.roleA().equals("PODIUM") && !a.equals("NOT_HIGH");
        boolean highB = !p.roleB().equals("PODIUM") && !b.equals("NOT_HIGH");
        for (FireSeparation row : limits.fireSeparations()) {
            if (row.highA() == highA
                    && row.highB() == highB
                    && row.gradeAFrom() <= p.fireGradeA()
                    && row.gradeATo() >= p.fireGradeA()
                    && row.gradeBFrom() <= p.fireGradeB()
                    && row.gradeBTo() >= p.fireGradeB()) {
                return row;
            }
        }
        return null;
    }

    /** Null where the table is not about this use. */
    private String heightClass(String useClass, boolean single, double height) {
        for (HeightClass row : limits.heightClasses()) {
            if (row.useClass().equals(useClass)
                    && storeys(row.storeys(), single)
                    && row.above() < height
                    && row.upTo() >= height) {
                return row.heightClass();
            }
        }
        return null;
    }

    private static boolean storeys(String asked, boolean single) {
        return asked.equals("EITHER") || asked.equals("SINGLE") == single;
    }

    private static boolean of(Condition c, String parcel, String zone) {
        return c.site().equals(parcel) || c.site().equals(zone);
    }

    private static boolean any(String said, String there) {
        return said.equals("ANY") || said.equals(there);
    }

    private static BigDecimal decimal(double number) {
        return BigDecimal.valueOf(number);
    }
}
