package redline.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** An exact value. Numbers are decimals in the inside unit (a share as a fraction). */
public sealed interface Value {

    /** A number, exact as written, or denoised to 1e-6 where it was computed from coordinates. */
    record Amount(BigDecimal number) implements Value {
        public Amount {
            Objects.requireNonNull(number);
        }

        public static Amount of(String number) {
            return new Amount(new BigDecimal(number));
        }
    }

    /** A quotient that is not divided: judged as {@code numerator} against {@code limit × denominator}; denominator > 0. */
    record Ratio(BigDecimal numerator, BigDecimal denominator) implements Value {
        public Ratio {
            if (denominator.signum() <= 0) {
                throw new IllegalArgumentException("denominator must be positive: " + denominator);
            }
        }

        /** For showing only; judging multiplies instead. */
        public BigDecimal quotient() {
            return numerator.divide(denominator, MathContext.DECIMAL64);
        }
    }

    /** A set of codes or words, sorted, at least one. */
    record Terms(List<String> codes) implements Value {
        public Terms {
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("at least one term");
            }
            codes = List.copyOf(new TreeSet<>(codes));
        }

        public static Terms of(String... codes) {
            return new Terms(List.of(codes));
        }
    }
}
