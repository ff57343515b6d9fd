package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;

/**
 * Values as people read them: HALF_UP to the decimals of the quantity, shares in percent, thousands set apart by a no-break
 * space, the unit after the number. A pair of measure and limit gets as many decimals as it takes to show what was decided
 * (1.3512 against 1.35). Rounding here is for the eye; judging never rounds.
 */
public final class Shown {
    static final char GAP = '\u00a0';
    private static final int MOST_DECIMALS = 8;
    /** A limit is shown as it was written, up to this many decimals (more only where the decision hangs on them). */
    private static final int WRITTEN_DECIMALS = 4;

    private final Words words;

    public Shown(Words words) {
        this.words = words;
    }

    /** A measured value and its limit, rounded so that both together show the decision. */
    public record Pair(String measured, String limit) {}

    /** {@code 78 400.00 m²}, {@code 46.60 %}, {@code 平屋顶}. */
    public String value(Value value, Quantity quantity) {
        return value instanceof Value.Terms terms
                ? terms(terms)
                : withUnit(inShownUnit(number(value), quantity.unit()), quantity);
    }

    /** {@code ≥ 19.50 m}; a choice of terms without a sign; 未知 where the bound hangs on something that is missing. */
    public String bound(Bound bound, Quantity quantity) {
        if (bound.value() == null) {
            return bound.comparator().sign() + GAP + words.get("unknown");
        }
        if (bound.value() instanceof Value.Terms terms) {
            return terms(terms);
        }
        BigDecimal limit = inShownUnit(number(bound.value()), quantity.unit());
        return bound.comparator().sign()
                + GAP
                + withUnit(limit, writtenDecimals(limit, quantity.decimals()), quantity.unit());
    }

    /** Measure and limit side by side. */
    public Pair pair(Value measured, Bound bound, Quantity quantity) {
        if (bound.value() == null || measured instanceof Value.Terms || bound.value() instanceof Value.Terms) {
            return new Pair(value(measured, quantity), bound(bound, quantity));
        }
        BigDecimal left = inShownUnit(number(measured), quantity.unit());
        BigDecimal right = inShownUnit(number(bound.value()), quantity.unit());
        int decimals = quantity.decimals();
        int limitDecimals = writtenDecimals(right, decimals);
        int step = quantity.unit() == Unit.NONE || quantity.unit() == Unit.PERCENT ? 2 : 1;
        boolean met = met(left, right, bound.comparator());
        while (decimals < MOST_DECIMALS
                && met != met(round(left, decimals), round(right, limitDecimals), bound.comparator())) {
            decimals += step;
            limitDecimals = Math.max(limitDecimals, Math.min(decimals, scale(right)));
        }
        return new Pair(
                withUnit(left, decimals, quantity.unit()),
                bound.comparator().sign() + GAP + withUnit(right, limitDecimals, quantity.unit()));
    }

    /**
     * The margin in words, square metres first where the value is a ratio: {@code 计容建筑面积超出 68.17 m²(上限 78 331.83 m²)},
     * {@code 余 0.50 m}; empty for terms.
     */
    public String margin(Finding.Judged finding) {
        if (finding.margin() == null || finding.governing() == null) {
            return "";
        }
        Comparator comparator = finding.governing().comparator();
        boolean upper = comparator == Comparator.AT_MOST;
        String key = finding.verdict() == Verdict.PASS ? "margin.left" : upper ? "margin.over" : "margin.short";
        if (comparator == Comparator.EQUAL) {
            if (finding.verdict() == Verdict.PASS) {
                return words.get("no-difference");
            }
            key = "margin.off";
        }
        String amount = words.get(key, difference(finding.margin(), finding.marginUnit()));
        if (!(reading(finding) instanceof Value.Ratio ratio) || finding.marginUnit() != Unit.SQUARE_METRE) {
            return amount;
        }
        BigDecimal limit = number(finding.governing().value()).multiply(ratio.denominator());
        return words.get(
                "margin.of-ratio",
                words.get("numerator." + finding.rule().quantity()),
                amount,
                words.get(upper ? "limit.upper" : "limit.lower"),
                withUnit(limit, 2, Unit.SQUARE_METRE));
    }

    /** A plain number with thousands set apart. */
    public String number(BigDecimal number, int decimals) {
        return grouped(round(number, decimals));
    }

    /** A number of any length in metres or square metres, at its quantity's decimals. */
    String amount(BigDecimal number, Quantity quantity) {
        return number(inShownUnit(number, quantity.unit()), quantity.decimals());
    }

    String terms(Value.Terms terms) {
        return terms.codes().stream().map(words::term).collect(Collectors.joining(words.get("list")));
    }

    /** The number of a value: a ratio is divided, for showing only. */
    public static BigDecimal number(Value value) {
        if (value instanceof Value.Ratio ratio) {
            return ratio.quotient();
        }
        if (value instanceof Value.Amount amount) {
            return amount.number();
        }
        throw new IllegalArgumentException("not a number: " + value);
    }

    public static BigDecimal inShownUnit(BigDecimal number, Unit unit) {
        return unit == Unit.PERCENT ? number.movePointRight(2) : number;
    }

    private static Value reading(Finding.Judged finding) {
        return finding.measure().reading() instanceof redline.measure.Reading.Known known ? known.value() : null;
    }

    /** How much, without a sign. Whole spaces: what is short is rounded up, what is left is rounded down. */
    String difference(BigDecimal margin, Unit unit) {
        if (unit == Unit.COUNT) {
            return withUnit(margin.setScale(0, RoundingMode.FLOOR).abs(), 0, unit);
        }
        BigDecimal shown = inShownUnit(margin.abs(), unit);
        int decimals = 2;
        while (decimals < MOST_DECIMALS
                && shown.signum() != 0
                && round(shown, decimals).signum() == 0) {
            decimals++;
        }
        return unit == Unit.PERCENT
                ? words.get("percentage-points", number(shown, decimals))
                : withUnit(shown, decimals, unit);
    }

    private String withUnit(BigDecimal number, Quantity quantity) {
        return withUnit(number, quantity.decimals(), quantity.unit());
    }

    private String withUnit(BigDecimal number, int decimals, Unit unit) {
        String symbol = unit == Unit.COUNT ? words.get("unit.count") : unit.symbol();
        return symbol.isEmpty() ? number(number, decimals) : number(number, decimals) + GAP + symbol;
    }

    private static boolean met(BigDecimal measured, BigDecimal limit, Comparator comparator) {
        int order = measured.compareTo(limit);
        return switch (comparator) {
            case AT_LEAST, AT_LEAST_IN_TOTAL -> order >= 0;
            case AT_MOST -> order <= 0;
            case EQUAL, ONE_OF -> order == 0;
        };
    }

    private static int writtenDecimals(BigDecimal limit, int decimals) {
        return Math.max(decimals, Math.min(WRITTEN_DECIMALS, scale(limit)));
    }

    private static int scale(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    private static BigDecimal round(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String grouped(BigDecimal rounded) {
        String plain = rounded.abs().toPlainString();
        int point = plain.indexOf('.');
        int end = point < 0 ? plain.length() : point;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % 3 == 0) {
                text.append(GAP);
            }
            text.append(plain.charAt(i));
        }
        text.append(plain, end, plain.length());
        return rounded.signum() < 0 ? "−" + text : text.toString();
    }
}
