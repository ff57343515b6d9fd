package redline.selfcheck;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The indicator form as typed: texts by field name, kept whatever is wrong with them. An empty field is an unknown value. The
 * fields and what they stand for in a scheme file are listed here once; page, checks and {@link IndicatorScheme} follow.
 */
record IndicatorForm(Map<String, String> typed) {
    static final List<String> DATES = List.of("conditionsIssued", "contractSigned", "applicationReceived");
    static final int BUILDINGS = 6;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,8})?");
    static final List<Indicator> INDICATORS = List.of(
            new Indicator("FAR", "far", "", true),
            new Indicator("FAR_FLOOR_AREA", "farFloorArea", "m²", true),
            new Indicator("FLOOR_AREA_ABOVE", "floorAreaAbove", "m²", true),
            new Indicator("COMMERCIAL_AREA", "commercialArea", "m²", true),
            new Indicator("BUILDING_DENSITY", "density", "%", true),
            new Indicator("GREEN_RATIO", "greenRatio", "%", true),
            new Indicator("BUILDING_HEIGHT", "", "m", true),
            new Indicator("", "dwellings", "", false),
            new Indicator("", "motorSpaces", "", false),
            new Indicator("", "nonMotorSpaces", "", false),
            new Indicator("PARKING_MOTOR_PER_DWELLING", "", "", true),
            new Indicator("PARKING_MOTOR_PER_100M2", "", "", true),
            new Indicator("PARKING_NON_MOTOR_PER_DWELLING", "", "", true),
            new Indicator("PARKING_NON_MOTOR_PER_100M2", "", "", true));

    /** What the page says of a wrong field: a key of the words and the text that was typed. */
    record Wrong(String key, String text) {}

    /**
     * A row of the table.
     *
     * @param item of the conditions letter, empty where the row has no limits
     * @param declared key of the declared indicator, empty where there is none (heights stand with the buildings)
     */
    record Indicator(String item, String declared, String unit, boolean bounded) {
        /** Name of the row in field names and words. */
        public String name() {
            return item.isEmpty() ? declared : item;
        }
    }

    IndicatorForm {
        Map<String, String> kept = new TreeMap<>();
        typed.forEach((name, text) -> kept.put(name, text.strip()));
        typed = Map.copyOf(kept);
    }

    static IndicatorForm empty() {
        return new IndicatorForm(Map.of());
    }

    /** Empty where nothing was typed. */
    public String text(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean ticked(String field) {
        return typed.containsKey(field);
    }

    /** What is wrong, by field, in the order of the page. */
    Map<String, Wrong> wrong() {
        Map<String, Wrong> wrong = new LinkedHashMap<>();
        if (text("name").isEmpty()) {
            wrong.put("name", new Wrong("indicators.required", ""));
        }
        DATES.forEach(date -> wrongDate(date, wrong));
        wrongNumber("area", wrong);
        for (Indicator indicator : INDICATORS) {
            wrongNumber("declared." + indicator.declared(), wrong);
            wrongNumber("min." + indicator.item(), wrong);
            wrongNumber("max." + indicator.item(), wrong);
        }
        for (int i = 0; i < BUILDINGS; i++) {
            for (String field : List.of("height", "storeys", "dwellings", "farArea")) {
                wrongNumber("building." + i + "." + field, wrong);
            }
        }
        return wrong;
    }

    private void wrongDate(String field, Map<String, Wrong> wrong) {
        if (text(field).isEmpty()) {
            wrong.put(field, new Wrong("indicators.required", ""));
            return;
        }
        try {
            LocalDate.parse(text(field));
        } catch (DateTimeParseException notADate) {
            wrong.put(field, new Wrong("form.bad-date", notADate.getParsedString()));
        }
    }

    private void wrongNumber(String field, Map<String, Wrong> wrong) {
        if (!text(field).isEmpty() && !DECIMAL.matcher(number(field)).matches()) {
            wrong.put(field, new Wrong("indicators.not-a-number", text(field)));
        }
    }

    /** As typed, full-width digits and signs made ASCII, without a percent sign. */
    String number(String field) {
        return Normalizer.normalize(text(field), Normalizer.Form.NFKC).replaceAll("\\s*%$", "");
    }
}
