package redline.bench;

import static redline.bench.Sure.is;
import static redline.bench.Sure.isNot;
import static redline.bench.Sure.known;
import static redline.bench.Sure.maybe;
import static redline.bench.Sure.same;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redline.bench.PlainLimits.LetterHeight;
import redline.fact.Fact;
import redline.fact.Fact.Condition;
import redline.fact.SchemeRecord;
import redline.fact.Terms;
import redline.measure.Measure;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.requirement.Comparator;
import redline.scheme.Subject;

/**
 * The rules of {@code rules/} for the profile tongxiang written by hand in plain Java, in three values and with the names of what
 * is missing: what a careful programmer would write who needs no rule files. It is the measure of Redline's speed, and is held
 * equal to Redline before anything is timed.
 */
final class PlainThreeValued {
    private final PlainLimits limits;
    private final PlainNames names;
    private final Map<Measured, Measure> measures = new HashMap<>();
    private final Map<String, List<Condition>> conditions = new HashMap<>();
    private final List<Condition> conditionsOfUnknownItem = new ArrayList<>();
    private final Map<String, List<Line>> lines = new HashMap<>();
    private final Known<Fact.Volume> volumes = new Known<>();
    private final Known<Fact.Side> sides = new Known<>();
    private final Known<Fact.Building> buildings = new Known<>();
    private final List<Fact.Parcel> parcels = new ArrayList<>();
    private final List<Fact.Building> allBuildings = new ArrayList<>();
    private final List<Fact.VolumeSide> volumeSides = new ArrayList<>();
    private final List<Fact.VolumeLine> volumeLines = new ArrayList<>();
    private final List<Fact.Pair> pairs = new ArrayList<>();
    private final List<Fact.VolumePair> volumePairs = new ArrayList<>();
    private final List<Fact.Access> accesses = new ArrayList<>();
    private final List<Fact.ParkingBase> parkingBases = new ArrayList<>();
    private final List<Fact.UseWithin> usesWithin = new ArrayList<>();
    private final List<Fact.Indicator> indicators = new ArrayList<>();
    private final List<PlainAnswer> answers = new ArrayList<>();

    private record Measured(Quantity quantity, Subject.Kind kind, String subject) {}

    /** A line of the letter that is, or may be, about an item and bounds it, or may bound it, one way. */
    private record Line(Condition condition, Sure sure) {}

    private record HeightFit(LetterHeight row, Sure sure) {}

    /** Facts by id, and those that were not supplied, which may be any. */
    private static final class Known<T extends Fact> {
        private final Map<String, T> byId = new HashMap<>();
        private final List<T> absent = new ArrayList<>();

        void add(T fact) {
            if (PlainNames.absent(fact)) {
                absent.add(fact);
            } else {
                byId.put(fact.id(), fact);
            }
        }

        List<T> of(String id) {
            if (id != null && absent.isEmpty()) {
                T found = byId.get(id);
                return found == null ? List.of() : List.of(found);
            }
            List<T> found = new ArrayList<>(absent);
            if (id == null) {
                found.addAll(byId.values());
            } else if (byId.containsKey(id)) {
                found.add(byId.get(id));
            }
            return found;
        }
    }

    private PlainThreeValued(SchemeRecord record, PlainLimits limits) {
        this.limits = limits;
        this.names = new PlainNames(record);
        for (Measure measure : record.measures()) {
            Subject subject = measure.subject();
            measures.put(new Measured(measure.quantity(), subject.kind(), subject.id()), measure);
        }
        record.facts().forEach(this::sort);
    }

    private void sort(Fact fact) {
        if (fact instanceof Condition condition) {
            if (condition.item() == null) {
                conditionsOfUnknownItem.add(condition);
            } else {
                conditions
                        .computeIfAbsent(condition.item(), item -> new ArrayList<>())
                        .add(condition);
            }
        } else if (fact instanceof Fact.VolumeSide side) {
            volumeSides.add(side);
        } else if (fact instanceof Fact.VolumeLine line) {
            volumeLines.add(line);
        } else if (fact instanceof Fact.VolumePair pair) {
            volumePairs.add(pair);
        } else if (fact instanceof Fact.Pair pair) {
            pairs.add(pair);
        } else if (fact instanceof Fact.Volume volume) {
            volumes.add(volume);
        } else if (fact instanceof Fact.Building building) {
            buildings.add(building);
            allBuildings.add(building);
        } else if (fact instanceof Fact.Side side) {
            sides.add(side);
        } else if (fact instanceof Fact.Parcel parcel) {
            parcels.add(parcel);
        } else if (fact instanceof Fact.Access access) {
            accesses.add(access);
        } else if (fact instanceof Fact.ParkingBase base) {
            parkingBases.add(base);
        } else if (fact instanceof Fact.UseWithin use) {
            usesWithin.add(use);
        } else if (fact instanceof Fact.Indicator indicator) {
            indicators.add(indicator);
        }
    }

    /** One answer for each rule and subject, in no particular order. */
    static List<PlainAnswer> review(SchemeRecord record, PlainLimits limits) {
        PlainThreeValued review = new PlainThreeValued(record, limits);
        review.parcels();
        review.buildings();
        review.setbacks();
        review.controlLines();
        review.spacing();
        PlainFireSeparation fire = new PlainFireSeparation(limits);
        for (Fact.VolumePair pair : review.volumePairs) {
            PlainClaims claims = review.claims("fire-separation", Quantity.FIRE_SEPARATION, pair);
            fire.judge(pair, claims);
            review.answer(claims, Quantity.FIRE_SEPARATION, pair);
        }
        review.accesses();
        review.indicators();
        return review.answers;
    }

    private void parcels() {
        for (Fact.Parcel parcel : parcels) {
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
    }

    private void minAndMax(String rule, Quantity quantity, Fact.Parcel parcel) {
        PlainClaims claims = claims(rule, quantity, parcel);
        for (Line line : lines(quantity.name(), "MAX")) {
            Condition c = line.condition;
            claims.require("上限", Comparator.AT_MOST, amount(c.value()), valued(of(parcel, line), c));
        }
        for (Line line : lines(quantity.name(), "MIN")) {
            Condition c = line.condition;
            claims.require("下限", Comparator.AT_LEAST, amount(c.value()), valued(of(parcel, line), c));
        }
        answer(claims, quantity, parcel);
    }

    private void parking(String rule, Quantity quantity, Fact.Parcel parcel) {
        PlainClaims claims = claims(rule, quantity, parcel);
        for (boolean perDwelling : new boolean[] {false, true}) {
            String item = quantity + (perDwelling ? "_PER_DWELLING" : "_PER_100M2");
            for (Line line : lines(item, "MIN")) {
                parking(claims, parcel, line, perDwelling);
            }
        }
        for (Line line : lines(quantity + "_PER_100M2", quantity + "_PER_DWELLING", "MAX")) {
            claims.ask(of(parcel, line));
        }
        answer(claims, quantity, parcel);
    }

    private void parking(PlainClaims claims, Fact.Parcel parcel, Line line, boolean perDwelling) {
        Condition rate = line.condition;
        Sure spoken = of(parcel, line);
        if (spoken == Sure.NO) {
            return;
        }
        for (Fact.ParkingBase base : parkingBases) {
            Sure here = spoken.and(present(base)).and(same(base.site(), base, "site", id(parcel), parcel, "id"));
            Double count = perDwelling ? base.dwellings() : base.floorArea();
            for (Fact.UseWithin use : here == Sure.NO ? List.<Fact.UseWithin>of() : usesWithin) {
                Sure sure = here.and(present(use))
                        .and(same(use.use(), use, "use", base.use(), base, "use"))
                        .and(same(use.within(), use, "within", rate.use(), rate, "use"));
                if (sure == Sure.NO) {
                    continue;
                }
                boolean manifold = PlainNames.absent(parcel)
                        || PlainNames.absent(rate)
                        || PlainNames.absent(base)
                        || PlainNames.absent(use);
                claims.add(
                        manifold ? null : product(rate.value(), count),
                        valued(sure, rate).and(known(count, base, perDwelling ? "dwellings" : "floorArea")));
            }
        }
    }

    private void buildings() {
        for (Fact.Building building : allBuildings) {
            Sure proposed = present(building).and(is(building.standing(), "PROPOSED", building, "standing"));
            PlainClaims height = claims("building-height", Quantity.BUILDING_HEIGHT, building);
            for (Line line : lines("BUILDING_HEIGHT", "MAX")) {
                Condition c = line.condition;
                height.require(
                        "上限", Comparator.AT_MOST, amount(c.value()), valued(proposed.and(of(building, line)), c));
            }
            for (Line line : lines("BUILDING_HEIGHT", "MIN")) {
                Condition c = line.condition;
                height.require(
                        "下限", Comparator.AT_LEAST, amount(c.value()), valued(proposed.and(of(building, line)), c));
            }
            answer(height, Quantity.BUILDING_HEIGHT, building);
            oneOf("land-use", Quantity.USE, building, proposed);
            oneOf("roof-form", Quantity.ROOF_FORM, building, proposed);
        }
    }

    private void oneOf(String rule, Quantity quantity, Fact.Building building, Sure proposed) {
        PlainClaims claims = claims(rule, quantity, building);
        for (Line line : lines(quantity.name(), "ONE_OF")) {
            Condition c = line.condition;
            Sure sure = proposed.and(of(building, line)).and(known(c.terms(), c, "terms"));
            claims.require("", Comparator.ONE_OF, terms(c.terms()), sure);
        }
        answer(claims, quantity, building);
    }

    private void accesses() {
        for (Fact.Access access : accesses) {
            PlainClaims claims = claims("access-side", Quantity.ACCESS_SIDE, access);
            for (Line line : lines("ACCESS_SIDE", "ONE_OF")) {
                Condition c = line.condition;
                Sure sure = present(access)
                        .and(line.sure)
                        .and(same(c.site(), c, "site", access.parcel(), access, "parcel"))
                        .and(known(c.terms(), c, "terms"));
                claims.require("", Comparator.ONE_OF, terms(c.terms()), sure);
            }
            answer(claims, Quantity.ACCESS_SIDE, access);
        }
    }

    private void indicators() {
        Double allowed = limits.allowedDifference().value();
        Sure set = allowed == null ? maybe(limits.allowedDifference().unset()) : Sure.YES;
        for (Fact.Indicator indicator : indicators) {
            PlainClaims claims = claims("declared-differs", Quantity.DECLARED_DIFFERENCE, indicator);
            claims.require(
                    "", Comparator.EQUAL, amount(allowed), present(indicator).and(set));
            answer(claims, Quantity.DECLARED_DIFFERENCE, indicator);
        }
    }

    private void controlLines() {
        for (Fact.VolumeLine relation : volumeLines) {
            PlainClaims claims = claims("control-line-setback", Quantity.CONTROL_LINE_SETBACK, relation);
            for (Fact.Volume volume : volumes.of(relation.volume())) {
                Sure there = present(relation).and(aboveGround(relation, relation.volume(), volume));
                if (there == Sure.NO) {
                    continue;
                }
                for (Line line : lines("CONTROL_LINE_SETBACK", "MIN")) {
                    Condition c = line.condition;
                    Sure sure = there.and(of(volume, line)).and(kind(c, relation));
                    claims.require("下限", Comparator.AT_LEAST, amount(c.value()), valued(sure, c));
                }
                for (Line line : lines("CONTROL_LINE_SETBACK", "MAX")) {
                    claims.ask(there.and(of(volume, line)).and(kind(line.condition, relation)));
                }
            }
            answer(claims, Quantity.CONTROL_LINE_SETBACK, relation);
        }
    }

    private static Sure kind(Condition c, Fact.VolumeLine relation) {
        return any(c.beyond(), c, "beyond", relation.kind(), relation, "kind");
    }

    private void setbacks() {
        for (Fact.VolumeSide relation : volumeSides) {
            PlainClaims claims = claims("setback", Quantity.SETBACK, relation);
            for (Fact.Volume volume : volumes.of(relation.volume())) {
                Sure there = present(relation).and(aboveGround(relation, relation.volume(), volume));
                if (there == Sure.NO) {
                    continue;
                }
                for (Fact.Side side : sides.of(relation.side())) {
                    setback(
                            claims,
                            volume,
                            side,
                            there.and(present(side))
                                    .and(same(id(side), side, "id", relation.side(), relation, "side")));
                }
            }
            answer(claims, Quantity.SETBACK, relation);
        }
    }

    private void setback(PlainClaims claims, Fact.Volume volume, Fact.Side side, Sure there) {
        List<HeightFit> fits = fits(volume);
        Sure noLow = null;
        for (Line line : lines("SETBACK", "MIN")) {
            Condition c = line.condition;
            Sure sure = there.and(of(volume, line)).and(facing(c, side));
            if (sure == Sure.NO) {
                continue;
            }
            sure = valued(sure, c);
            Value value = amount(c.value());
            claims.require("不分高度", Comparator.AT_LEAST, value, sure.and(is(c.heightClass(), "ANY", c, "heightClass")));
            if (!"ANY".equals(c.heightClass())) {
                noLow = noLow == null ? noneLow(volume) : noLow;
                Sure multi = is(c.heightClass(), "MULTI", c, "heightClass").and(noLow);
                for (HeightFit fit : fits) {
                    Sure fitting = sure.and(fit.sure);
                    claims.require("按高度类别", Comparator.AT_LEAST, value, fitting.and(classed(c, fit.row)));
                    claims.require(
                            "不写低层",
                            Comparator.AT_LEAST,
                            value,
                            fitting.and(multi).and(not(high(fit.row))));
                }
            }
        }
        for (Line line : lines("SETBACK", "MAX")) {
            claims.ask(there.and(of(volume, line)).and(facing(line.condition, side)));
        }
        if (side.compass() == null || side.compass().length() == 2) {
            diagonal(claims, volume, side, there);
        }
    }

    /** A side that lies between two directions that the letter speaks of, of which it does not speak itself. */
    private void diagonal(PlainClaims claims, Fact.Volume volume, Fact.Side side, Sure there) {
        Sure unsaid = Sure.YES;
        for (Line line : lines("SETBACK", null)) {
            Condition c = line.condition;
            unsaid = unsaid.and(not(
                    present(c).and(of(volume, line)).and(any(c.side(), c, "side", side.compass(), side, "compass"))));
        }
        for (Line line : lines("SETBACK", null)) {
            Condition c = line.condition;
            claims.ask(there.and(of(volume, line))
                    .and(between(side.compass(), side, "compass", c))
                    .and(unsaid));
        }
    }

    private void spacing() {
        for (Fact.Pair pair : pairs) {
            PlainClaims claims = claims("spacing", Quantity.SPACING, pair);
            spacing(claims, pair, "甲", pair.a(), "a", pair.sideOfB(), "sideOfB");
            spacing(claims, pair, "乙", pair.b(), "b", pair.sideOfA(), "sideOfA");
            for (Fact.Building a : buildings.of(pair.a())) {
                Sure there = present(pair).and(present(a)).and(same(id(a), a, "id", pair.a(), pair, "a"));
                for (Line line : lines("SPACING", "SPACING_FACTOR", "MAX")) {
                    claims.ask(there.and(of(a, line)));
                }
                if (pair.sideOfB() == null || pair.sideOfB().length() == 2) {
                    diagonal(claims, pair, a, there);
                }
            }
            answer(claims, Quantity.SPACING, pair);
        }
    }

    private void spacing(
            PlainClaims claims, Fact.Pair pair, String from, String id, String end, String side, String sideName) {
        for (Fact.Building building : buildings.of(id)) {
            Sure there = present(pair)
                    .and(present(building))
                    .and(same(id(building), building, "id", id, pair, end))
                    .and(is(building.standing(), "PROPOSED", building, "standing"));
            if (there == Sure.NO) {
                continue;
            }
            for (Line line : lines("SPACING", "MIN")) {
                Condition c = line.condition;
                Sure sure = there.and(of(building, line)).and(any(c.side(), c, "side", side, pair, sideName));
                claims.require("定值，从" + from + "看", Comparator.AT_LEAST, amount(c.value()), valued(sure, c));
            }
            for (Line line : lines("SPACING_FACTOR", "MIN")) {
                Condition c = line.condition;
                Sure sure = there.and(of(building, line)).and(any(c.side(), c, "side", side, pair, sideName));
                claims.require(
                        "倍数，从" + from + "看",
                        Comparator.AT_LEAST,
                        product(c.value(), building.height()),
                        valued(sure, c).and(known(building.height(), building, "height")));
            }
        }
    }

    private void diagonal(PlainClaims claims, Fact.Pair pair, Fact.Building a, Sure there) {
        Sure unsaid = Sure.YES;
        for (Line line : lines("SPACING", "SPACING_FACTOR", null)) {
            Condition c = line.condition;
            unsaid = unsaid.and(
                    not(present(c).and(of(a, line)).and(any(c.side(), c, "side", pair.sideOfB(), pair, "sideOfB"))));
        }
        for (Line line : lines("SPACING", "SPACING_FACTOR", null)) {
            Condition c = line.condition;
            claims.ask(there.and(of(a, line))
                    .and(between(pair.sideOfB(), pair, "sideOfB", c))
                    .and(unsaid));
        }
    }

    /** The letter names one of the two directions between which a diagonal one lies. */
    private static Sure between(String diagonal, Fact fact, String property, Condition c) {
        Sure sure = Sure.NO;
        for (String direction : new String[] {"NE", "SE", "SW", "NW"}) {
            Sure named = is(c.side(), direction.substring(0, 1), c, "side")
                    .or(is(c.side(), direction.substring(1), c, "side"));
            sure = sure.or(is(diagonal, direction, fact, property).and(named));
        }
        return sure;
    }

    private static Sure not(Sure sure) {
        return sure == Sure.YES ? Sure.NO : sure == Sure.NO ? Sure.YES : sure;
    }

    /** Lines of one item and bound ({@code bound} null: any), worked out once for a review. */
    private List<Line> lines(String item, String bound) {
        return lines.computeIfAbsent(item + bound, key -> {
            List<Line> found = new ArrayList<>();
            conditions.getOrDefault(item, List.of()).forEach(c -> line(c, Sure.YES, bound, found));
            conditionsOfUnknownItem.forEach(c -> line(c, maybe(c, "item"), bound, found));
            return found;
        });
    }

    /** Lines of either of two items. */
    private List<Line> lines(String one, String other, String bound) {
        return lines.computeIfAbsent(one + other + bound, key -> {
            List<Line> found = new ArrayList<>();
            conditions.getOrDefault(one, List.of()).forEach(c -> line(c, Sure.YES, bound, found));
            conditions.getOrDefault(other, List.of()).forEach(c -> line(c, Sure.YES, bound, found));
            conditionsOfUnknownItem.forEach(c -> line(c, maybe(c, "item"), bound, found));
            return found;
        });
    }

    private static void line(Condition c, Sure item, String bound, List<Line> found) {
        Sure sure = present(c).and(item).and(bound == null ? Sure.YES : is(c.bound(), bound, c, "bound"));
        if (sure != Sure.NO) {
            found.add(new Line(c, sure));
        }
    }

    private static Sure of(Fact.Parcel parcel, Line line) {
        Condition c = line.condition;
        return present(parcel).and(line.sure).and(same(c.site(), c, "site", id(parcel), parcel, "id"));
    }

    private static Sure of(Fact.Building building, Line line) {
        Condition c = line.condition;
        return line.sure.and(same(c.site(), c, "site", building.parcel(), building, "parcel")
                .or(same(c.site(), c, "site", building.zone(), building, "zone")));
    }

    private static Sure of(Fact.Volume volume, Line line) {
        Condition c = line.condition;
        return line.sure.and(same(c.site(), c, "site", volume.parcel(), volume, "parcel")
                .or(same(c.site(), c, "site", volume.zone(), volume, "zone")));
    }

    private static Sure aboveGround(Fact relation, String id, Fact.Volume volume) {
        return present(volume)
                .and(same(id(volume), volume, "id", id, relation, "volume"))
                .and(isNot(volume.role(), "BASEMENT", volume, "role"));
    }

    private static Sure facing(Condition c, Fact.Side side) {
        return any(c.side(), c, "side", side.compass(), side, "compass")
                .and(any(c.beyond(), c, "beyond", side.beyond(), side, "beyond"));
    }

    /** The letter says ANY, or just what is there. */
    private static Sure any(String said, Condition c, String property, String there, Fact fact, String itsProperty) {
        return is(said, "ANY", c, property).or(same(said, c, property, there, fact, itsProperty));
    }

    /** Lines of the letter's height classes that a volume falls into, or may. */
    private List<HeightFit> fits(Fact.Volume volume) {
        List<HeightFit> fits = new ArrayList<>(1);
        for (LetterHeight row : limits.letterHeights()) {
            Sure sure = is(volume.useClass(), row.useClass(), volume, "useClass")
                    .and(storeys(row.storeys(), volume.singleStorey(), volume))
                    .and(
                            volume.height() == null
                                    ? maybe(volume, "height")
                                    : Sure.of(row.above() < volume.height() && row.upTo() >= volume.height()))
                    .and(
                            volume.storeys() == null
                                    ? maybe(volume, "storeys")
                                    : Sure.of(row.storeysFrom() <= volume.storeys()
                                            && row.storeysTo() >= volume.storeys()));
            if (sure != Sure.NO) {
                fits.add(new HeightFit(row, sure));
            }
        }
        return fits;
    }

    /** The letter sets nothing for low buildings here. */
    private Sure noneLow(Fact.Volume volume) {
        Sure none = Sure.YES;
        for (Line line : lines("SETBACK", null)) {
            Condition c = line.condition;
            none = none.and(not(of(volume, line).and(is(c.heightClass(), "LOW", c, "heightClass"))));
        }
        return none;
    }

    private static Sure storeys(String asked, Boolean single, Fact.Volume volume) {
        return asked.equals("EITHER") ? Sure.YES : is(single, asked.equals("SINGLE"), volume, "singleStorey");
    }

    /** What the letter calls high, low and multi-storey. */
    private static Sure classed(Condition c, LetterHeight row) {
        Sure high = high(row);
        Sure low = row.low() == null ? maybe(row.openLow()) : Sure.of(row.low());
        return is(c.heightClass(), "HIGH", c, "heightClass")
                .and(high)
                .or(is(c.heightClass(), "LOW", c, "heightClass").and(not(high)).and(low))
                .or(is(c.heightClass(), "MULTI", c, "heightClass")
                        .and(not(high))
                        .and(not(low)));
    }

    private static Sure high(LetterHeight row) {
        return row.high() == null ? maybe(row.openHigh()) : Sure.of(row.high());
    }

    private static Sure valued(Sure sure, Condition c) {
        return sure.and(known(c.value(), c, "value"));
    }

    private static Sure present(Fact fact) {
        return PlainNames.absent(fact) ? maybe(fact, "id") : Sure.YES;
    }

    private static String id(Fact fact) {
        return PlainNames.absent(fact) ? null : fact.id();
    }

    static Value amount(Double number) {
        return number == null ? null : amount(BigDecimal.valueOf(number));
    }

    private static Value product(Double a, Double b) {
        return a == null || b == null ? null : amount(BigDecimal.valueOf(a).multiply(BigDecimal.valueOf(b)));
    }

    static Value amount(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return new Value.Amount(plain.scale() < 0 ? plain.setScale(0) : plain);
    }

    private static Value terms(Terms terms) {
        return terms == null ? null : new Value.Terms(terms.codes());
    }

    private PlainClaims claims(String rule, Quantity quantity, Fact.About about) {
        return new PlainClaims(rule, quantity, about.subject(), names);
    }

    private void answer(PlainClaims claims, Quantity quantity, Fact.About about) {
        Subject subject = about.subject();
        answers.add(claims.answer(measures.get(new Measured(quantity, subject.kind(), subject.id()))));
    }
}
