package redline.quantity;

/** Units inside the product (SI); {@code symbol} is printed after a number. */
public enum Unit {
    NONE(""),
    /** A share. Kept as a fraction (0.466), shown and written in percent (46.6 %). */
    PERCENT("%"),
    METRE("m"),
    SQUARE_METRE("m²"),
    COUNT(""),
    /** 10 000 yuan per mu (667 m²). */
    PER_MU("万元/亩"),
    /** 10 000 yuan per tonne. */
    PER_TONNE("万元/吨"),
    DEGREE("°"),
    HOUR("h"),
    /** Not a number: codes or words. */
    TERM("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
