package redline.requirement;

/** How a measured value is held against a bound. */
public enum Comparator {
    AT_LEAST("≥"),
    AT_MOST("≤"),
    EQUAL("="),
    ONE_OF("∈"),
    /** Parts that add up: the sum of all bounds of this comparator in one rule is a lower bound (parking by use). */
    AT_LEAST_IN_TOTAL("≥");

    private final String sign;

    Comparator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }
}
