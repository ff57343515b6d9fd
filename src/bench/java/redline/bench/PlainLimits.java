package redline.bench;

import java.util.List;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.rulepack.LimitsInForce;
import redline.rulepack.LimitsInForce.Line;
import redline.rulepack.RuleBook;

/** Tables and parameters as a plain program would hold them: read once, one record for each line. */
record PlainLimits(
        List<HeightClass> heightClasses,
        List<LetterHeight> letterHeights,
        List<FireSeparation> fireSeparations,
        Parameter fireWallGrade,
        Parameter openingShare,
        Parameter reductionFactor,
        Parameter lowerFireWall,
        Parameter lowerFireWallHighRise,
        Parameter allowedDifference) {
    /** {@code heightClass} is null for {@code open}. */
    record HeightClass(String useClass, String storeys, double above, double upTo, String heightClass, Missing open) {}

    record LetterHeight(
            String useClass,
            String storeys,
            double above,
            double upTo,
            double storeysFrom,
            double storeysTo,
            Boolean high,
            Missing openHigh,
            Boolean low,
            Missing openLow) {}

    record FireSeparation(
            boolean highA,
            double gradeAFrom,
            double gradeATo,
            boolean highB,
            double gradeBFrom,
            double gradeBTo,
            Double distance,
            Missing open) {}

    /** {@code value} is null for {@code unset}. */
    record Parameter(Double value, Missing unset) {}

    static PlainLimits of(RuleBook book, String profile, SchemeRecord record) {
        LimitsInForce limits = LimitsInForce.of(book, profile, record);
        List<FireSeparation> fire = limits.table("FireSeparation").stream()
                .map(PlainLimits::fireSeparation)
                .toList();
        return new PlainLimits(
                limits.table("HeightClass").stream()
                        .map(PlainLimits::heightClass)
                        .toList(),
                limits.table("LetterHeight").stream()
                        .map(PlainLimits::letterHeight)
                        .toList(),
                fire,
                parameter(limits, "gb-50016-2014/fire-wall-grade"),
                parameter(limits, "gb-50016-2014/opening-share"),
                parameter(limits, "gb-50016-2014/reduction-factor"),
                parameter(limits, "gb-50016-2014/lower-fire-wall"),
                parameter(limits, "gb-50016-2014/lower-fire-wall-high-rise"),
                parameter(limits, "scheme-consistency/allowed-difference"));
    }

    private static HeightClass heightClass(Line line) {
        return new HeightClass(
                text(line, "useClass"),
                text(line, "storeys"),
                number(line, "above"),
                number(line, "upTo"),
                (String) line.cells().get("heightClass"),
                line.open("heightClass"));
    }

    private static LetterHeight letterHeight(Line line) {
        return new LetterHeight(
                text(line, "useClass"),
                text(line, "storeys"),
                number(line, "above"),
                number(line, "upTo"),
                number(line, "storeysFrom"),
                number(line, "storeysTo"),
                (Boolean) line.cells().get("high"),
                line.open("high"),
                (Boolean) line.cells().get("low"),
                line.open("low"));
    }

    private static FireSeparation fireSeparation(Line line) {
        return new FireSeparation(
                text(line, "kindA").equals("HIGH"),
                number(line, "gradeAFrom"),
                number(line, "gradeATo"),
                text(line, "kindB").equals("HIGH"),
                number(line, "gradeBFrom"),
                number(line, "gradeBTo"),
                (Double) line.cells().get("distance"),
                line.open("distance"));
    }

    private static Parameter parameter(LimitsInForce limits, String name) {
        return new Parameter(limits.parameter(name), LimitsInForce.unset(name));
    }

    private static String text(Line line, String column) {
        return (String) line.cells().get(column);
    }

    private static double number(Line line, String column) {
        return (Double) line.cells().get(column);
    }
}
