package redline.fact;

import java.math.BigDecimal;

/** How values of a scheme become properties of facts. */
final class Facts {
    private Facts() {}

    static Double number(BigDecimal number) {
        return number == null ? null : number.doubleValue();
    }

    static Double number(Integer number) {
        return number == null ? null : number.doubleValue();
    }

    static String name(Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
