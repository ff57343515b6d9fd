package redline.bench;

import static redline.bench.Sure.is;
import static redline.bench.Sure.maybe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import redline.bench.PlainLimits.FireSeparation;
import redline.bench.PlainLimits.HeightClass;
import redline.bench.PlainLimits.Parameter;
import redline.fact.Fact.VolumePair;
import redline.quantity.Value;
import redline.requirement.Comparator;

/** Table 5.2.2 and its notes, by hand. */
final class PlainFireSeparation {
    private static final String TABLE = "表5.2.2";
    private static final String REDUCED = "注1减少后";

    private final PlainLimits limits;

    PlainFireSeparation(PlainLimits limits) {
        this.limits = limits;
    }

    /** A line of the height classes that one volume of a pair falls into, or may. */
    private record Fit(HeightClass row, Sure sure) {
        Sure is(String heightClass) {
            return row.heightClass() == null
                    ? maybe(row.open())
                    : Sure.of(row.heightClass().equals(heightClass));
        }

        Sure isNot(String heightClass) {
            return row.heightClass() == null
                    ? maybe(row.open())
                    : Sure.of(!row.heightClass().equals(heightClass));
        }
    }

    void judge(VolumePair p, PlainClaims claims) {
        Sure civil = (p.id() == null ? maybe(p, "id") : Sure.YES)
                .and(civil(p.useClassA(), p, "useClassA"))
                .and(civil(p.useClassB(), p, "useClassB"));
        if (civil == Sure.NO) {
            return;
        }
        List<Fit> ofA = fits(p, true);
        List<Fit> ofB = fits(p, false);
        List<FireSeparation> rows = rows(p);
        Sure note1 = note1(p);
        Sure higher = civil.and(is(p.fireWall(), "HIGHER", p, "fireWall"));
        Sure equal = civil.and(equal(p));
        Sure lower = civil.and(lower(p));
        for (Fit a : ofA) {
            for (Fit b : ofB) {
                Sure both = civil.and(a.sure).and(b.sure);
                table(p, claims, rows, a, b, both);
                Sure low = a.is("NOT_HIGH").and(b.is("NOT_HIGH"));
                Sure reduced = both.and(note1).and(low);
                if (reduced != Sure.NO) {
                    claims.lift(TABLE, reduced);
                    reduced(p, claims, rows, reduced);
                }
                Sure notSuper = a.isNot("SUPER_HIGH").and(b.isNot("SUPER_HIGH"));
                claims.lift(null, higher.and(both).and(notSuper));
                claims.lift(null, equal.and(both).and(notSuper));
                Sure wall = lower.and(both);
                if (wall != Sure.NO) {
                    claims.lift(TABLE, wall.and(notSuper));
                    claims.lift(REDUCED, wall.and(notSuper));
                    parameter(claims, "较低一面防火墙，单多层", limits.lowerFireWall(), wall.and(low));
                    parameter(
                            claims,
                            "较低一面防火墙，甲为高层",
                            limits.lowerFireWallHighRise(),
                            wall.and(a.is("HIGH")).and(b.isNot("SUPER_HIGH")));
                    parameter(
                            claims,
                            "较低一面防火墙，乙为高层",
                            limits.lowerFireWallHighRise(),
                            wall.and(a.isNot("SUPER_HIGH")).and(b.is("HIGH")));
                }
            }
        }
    }

    private static void parameter(PlainClaims claims, String branch, Parameter distance, Sure sure) {
        Sure set = distance.value() == null ? maybe(distance.unset()) : Sure.YES;
        claims.require(branch, Comparator.AT_LEAST, PlainThreeValued.amount(distance.value()), sure.and(set));
    }

    private static Sure civil(String useClass, VolumePair p, String property) {
        return useClass == null
                ? maybe(p, property)
                : Sure.of(useClass.equals("RESIDENTIAL") || useClass.equals("PUBLIC"));
    }

    private List<Fit> fits(VolumePair p, boolean a) {
        String useClass = a ? p.useClassA() : p.useClassB();
        Double height = a ? p.heightA() : p.heightB();
        Boolean single = a ? p.singleStoreyA() : p.singleStoreyB();
        List<Fit> fits = new ArrayList<>(1);
        for (HeightClass row : limits.heightClasses()) {
            Sure sure = is(useClass, row.useClass(), p, a ? "useClassA" : "useClassB")
                    .and(
                            height == null
                                    ? maybe(p, a ? "heightA" : "heightB")
                                    : Sure.of(row.above() < height && row.upTo() >= height));
            if (sure != Sure.NO && !row.storeys().equals("EITHER")) {
                sure = sure.and(is(single, row.storeys().equals("SINGLE"), p, a ? "singleStoreyA" : "singleStoreyB"));
            }
            if (sure != Sure.NO) {
                fits.add(new Fit(row, sure));
            }
        }
        return fits;
    }

    private static void table(VolumePair p, PlainClaims claims, List<FireSeparation> rows, Fit a, Fit b, Sure both) {
        for (FireSeparation row : rows) {
            Sure sure = both.and(kind(row.highA(), p.roleA(), p, "roleA", a))
                    .and(kind(row.highB(), p.roleB(), p, "roleB", b));
            if (sure != Sure.NO) {
                claims.require(
                        TABLE,
                        Comparator.AT_LEAST,
                        PlainThreeValued.amount(row.distance()),
                        sure.and(grades(p)).and(row.distance() == null ? maybe(row.open()) : Sure.YES));
            }
        }
    }

    private void reduced(VolumePair p, PlainClaims claims, List<FireSeparation> rows, Sure sure) {
        Parameter factor = limits.reductionFactor();
        Sure set = sure.and(factor.value() == null ? maybe(factor.unset()) : Sure.YES)
                .and(grades(p));
        for (FireSeparation row : rows) {
            if (!row.highA() && !row.highB()) {
                Value value = factor.value() == null || row.distance() == null
                        ? null
                        : PlainThreeValued.amount(
                                BigDecimal.valueOf(factor.value()).multiply(BigDecimal.valueOf(row.distance())));
                claims.require(
                        REDUCED, Comparator.AT_LEAST, value, row.distance() == null ? set.and(maybe(row.open())) : set);
            }
        }
    }

    /** The lines for the two fire grades; where one is unknown, those for any. */
    private List<FireSeparation> rows(VolumePair p) {
        List<FireSeparation> rows = new ArrayList<>();
        for (FireSeparation row : limits.fireSeparations()) {
            if (within(row.gradeAFrom(), p.fireGradeA(), row.gradeATo())
                    && within(row.gradeBFrom(), p.fireGradeB(), row.gradeBTo())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static boolean within(double from, Double grade, double to) {
        return grade == null || (from <= grade && to >= grade);
    }

    private static Sure grades(VolumePair p) {
        return Sure.known(p.fireGradeA(), p, "fireGradeA").and(Sure.known(p.fireGradeB(), p, "fireGradeB"));
    }

    /** High-rise but not its podium, or all the rest. */
    private static Sure kind(boolean high, String role, VolumePair p, String property, Fit fit) {
        return high
                ? Sure.isNot(role, "PODIUM", p, property).and(fit.isNot("NOT_HIGH"))
                : is(role, "PODIUM", p, property).or(fit.is("NOT_HIGH"));
    }

    private Sure note1(VolumePair p) {
        return is(p.wallsNonCombustible(), true, p, "wallsNonCombustible")
                .and(is(p.combustibleEaves(), false, p, "combustibleEaves"))
                .and(is(p.openingsFacing(), false, p, "openingsFacing"))
                .and(atMost(p.openingShare(), p, "openingShare", limits.openingShare()));
    }

    private Sure equal(VolumePair p) {
        return is(p.fireWall(), "EQUAL", p, "fireWall")
                .and(Sure.same(p.heightA(), p, "heightA", p.heightB(), p, "heightB"))
                .and(atMost(p.fireGradeA(), p, "fireGradeA", limits.fireWallGrade()))
                .and(atMost(p.fireGradeB(), p, "fireGradeB", limits.fireWallGrade()))
                .and(is(p.lowerRoofRated(), true, p, "lowerRoofRated"));
    }

    private Sure lower(VolumePair p) {
        Sure wall = is(p.fireWall(), "LOWER", p, "fireWall").and(is(p.lowerRoofRated(), true, p, "lowerRoofRated"));
        if (wall == Sure.NO) {
            return wall;
        }
        boolean known = p.heightA() != null && p.heightB() != null;
        Sure unknown = Sure.known(p.heightA(), p, "heightA").and(Sure.known(p.heightB(), p, "heightB"));
        Sure lowerA = known ? Sure.of(p.heightA() <= p.heightB()) : unknown;
        Sure lowerB = known ? Sure.of(p.heightB() <= p.heightA()) : unknown;
        return wall.and(lowerA.and(atMost(p.fireGradeA(), p, "fireGradeA", limits.fireWallGrade()))
                .or(lowerB.and(atMost(p.fireGradeB(), p, "fireGradeB", limits.fireWallGrade()))));
    }

    private static Sure atMost(Double value, VolumePair p, String property, Parameter most) {
        if (value != null && most.value() != null) {
            return Sure.of(value <= most.value());
        }
        return Sure.known(value, p, property).and(most.value() == null ? maybe(most.unset()) : Sure.YES);
    }
}
