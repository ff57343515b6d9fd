package redline.measure;

import java.math.BigDecimal;

/**
 * How far a known number may be off: between {@code low} and {@code high} (in the inside unit, the number itself between them) lies what
 * {@code why} leaves open. {@code why} is of kind ACCURACY (the drawing is no better) or BASIS (how to count is not settled).
 */
public record Spread(Missing why, BigDecimal low, BigDecimal high) {
    public Spread {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("low is above high: " + low + " > " + high);
        }
    }
}
