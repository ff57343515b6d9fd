package redline.intake;

import java.util.Arrays;
import java.util.List;
import redline.quantity.Text;

/** What a number of the scheme file counts: its unit as written in the file, and what is impossible for it. */
enum Magnitude {
    LENGTH("length", "m", List.of("m", "米"), false, null),
    /** May lie below datum. */
    ELEVATION("elevation", "m", List.of("m", "米"), true, null),
    AREA("area", "m²", List.of("m²", "m2", "㎡", "平方米"), false, null),
    /** Written in percent and only so; a fraction inside. */
    SHARE("share", "%", List.of("%"), false, "100"),
    /** FAR, multiples, coefficients, rates: a bare number. */
    NUMBER("number", "", List.of(), false, null),
    /** Spaces, dwellings: a bare whole number. */
    COUNT("count", "", List.of(), false, null),
    /** Written per 100 m², per m² inside. */
    RATE_PER_100M2("number", "", List.of(), false, null);

    private final String definition;
    private final String unit;
    private final List<String> spellings;
    private final boolean signed;
    private final String most;

    Magnitude(String definition, String unit, List<String> spellings, boolean signed, String most) {
        this.definition = definition;
        this.unit = unit;
        this.spellings = spellings;
        this.signed = signed;
        this.most = most;
    }

    /** Name under {@code $defs} of the published schema. */
    String definition() {
        return definition;
    }

    static Magnitude named(String definition) {
        return Arrays.stream(values())
                .filter(magnitude -> magnitude.definition.equals(definition))
                .findFirst()
                .orElseThrow();
    }

    String unit() {
        return unit;
    }

    boolean spells(String written) {
        return spellings.contains(written);
    }

    boolean signed() {
        return signed;
    }

    /** Largest possible number as written, or null. */
    String most() {
        return most;
    }

    boolean whole() {
        return this == COUNT;
    }

    /** How to write such a number. */
    Text example() {
        return switch (this) {
            case LENGTH, ELEVATION -> new Text("12.5 或 \"12.5 m\"", "12.5 or \"12.5 m\"");
            case AREA -> new Text("2016 或 \"2016 m²\"", "2016 or \"2016 m²\"");
            case SHARE -> Text.same("\"35 %\"");
            case NUMBER, RATE_PER_100M2 -> Text.same("1.4");
            case COUNT -> Text.same("96");
        };
    }
}
