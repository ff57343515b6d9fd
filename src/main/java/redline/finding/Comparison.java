package redline.finding;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;
import redline.scheme.LandUse;

/**
 * One measured value held against one bound, exactly: a ratio by multiplying the limit with its denominator, never by dividing.
 *
 * @param met whether the bound is kept
 * @param margin ≥ 0 where met, < 0 where not; null for terms
 * @param unit of the margin: of the quantity itself, m² for a ratio of areas
 */
record Comparison(boolean met, BigDecimal margin, Unit unit) {

    static Comparison of(Quantity quantity, Value measured, Bound bound) {
        return measured instanceof Value.Terms terms
                ? ofTerms(quantity, terms, (Value.Terms) bound.value())
                : ofNumbers(quantity, measured, bound.comparator(), ((Value.Amount) bound.value()).number());
    }

    private static Comparison ofNumbers(Quantity quantity, Value measured, Comparator comparator, BigDecimal limit) {
        BigDecimal value;
        BigDecimal scaledLimit;
        Unit unit;
        if (measured instanceof Value.Ratio ratio) {
            value = ratio.numerator();
            scaledLimit = limit.multiply(ratio.denominator());
            unit = Unit.SQUARE_METRE;
        } else {
            value = ((Value.Amount) measured).number();
            scaledLimit = limit;
            unit = quantity.unit();
        }
        BigDecimal margin = switch (comparator) {
            case AT_LEAST, AT_LEAST_IN_TOTAL -> value.subtract(scaledLimit);
            case AT_MOST -> scaledLimit.subtract(value);
            case EQUAL -> value.subtract(scaledLimit).abs().negate();
            case ONE_OF -> throw new IllegalArgumentException("ONE_OF compares terms, not numbers");
        };
        return new Comparison(margin.signum() >= 0, margin.stripTrailingZeros(), unit);
    }

    /** Every measured code must be allowed; a land-use code is allowed by each of its prefixes (domain B.11). */
    private static Comparison ofTerms(Quantity quantity, Value.Terms measured, Value.Terms allowed) {
        boolean met = measured.codes().stream()
                .allMatch(code -> allowed.codes().stream()
                        .anyMatch(one -> quantity == Quantity.USE ? code.startsWith(one) : code.equals(one)));
        return new Comparison(met, null, Unit.TERM);
    }

    /**
     * Of the pairs of codes that decide, those of two classifications, which nothing ties: 0904 may or may not be what B4 allows.
     * Empty where some measured code is certainly not allowed.
     */
    static List<String> apart(Value.Terms measured, Value.Terms allowed) {
        List<String> apart = new ArrayList<>();
        for (String code : measured.codes()) {
            List<String> others = allowed.codes().stream()
                    .filter(one -> LandUse.isOld(one) != LandUse.isOld(code))
                    .toList();
            boolean met = allowed.codes().stream().anyMatch(code::startsWith);
            if (!met && others.isEmpty()) {
                return List.of();
            }
            if (!met) {
                others.forEach(other -> apart.add(code + " / " + other));
            }
        }
        return apart;
    }

    /** The value as it is shown: the quotient of a ratio, rounded half-up to the decimals of the quantity. */
    static BigDecimal rounded(Quantity quantity, Value measured) {
        BigDecimal value = plain(measured);
        int decimals = quantity.unit() == Unit.PERCENT ? quantity.decimals() + 2 : quantity.decimals();
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    static BigDecimal plain(Value measured) {
        return measured instanceof Value.Ratio ratio ? ratio.quotient() : ((Value.Amount) measured).number();
    }
}
