package redline.selfcheck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redline.intake.Source;
import redline.selfcheck.IndicatorForm.Indicator;

/**
 * Writes the scheme file that says what the indicator form says, so that the form goes the same way as every file: same reader,
 * same rules, same report. What was not typed is not written.
 */
final class IndicatorScheme {
    private static final String SITE = "地块";

    private final IndicatorForm form;
    private final StringBuilder yaml = new StringBuilder();

    private IndicatorScheme(IndicatorForm form) {
        this.form = form;
    }

    /** @param form without wrong fields */
    static Source of(IndicatorForm form) {
        IndicatorScheme scheme = new IndicatorScheme(form);
        scheme.header();
        scheme.conditions();
        scheme.buildings();
        scheme.declared();
        return new Source(form.text("name") + ".yaml", scheme.yaml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void header() {
        line("# 由自查网页的指标表生成；没有填写的项目没有写出，判定时按未知处理。");
        line("# Made from the indicator form of the self-check page; what is not written is unknown.");
        line("redline: 1");
        line("name: " + quoted(form.text("name")));
        line("basis: table");
        line("dates:");
        for (String date : IndicatorForm.DATES) {
            line("  " + date + ": " + form.text(date));
        }
        line("parcels:");
        List<String> parcel = new ArrayList<>(List.of("id: " + quoted(SITE)));
        if (!form.text("landUse").isEmpty()) {
            parcel.add("landUse: " + quoted(form.text("landUse")));
        }
        if (!form.text("area").isEmpty()) {
            parcel.add("area: " + form.number("area") + " m²");
        }
        line("  - { " + String.join(", ", parcel) + " }");
    }

    private void conditions() {
        List<String> lines = new ArrayList<>();
        for (Indicator indicator : IndicatorForm.INDICATORS) {
            bound(lines, indicator, "min");
            bound(lines, indicator, "max");
        }
        boolean complete = form.ticked("complete");
        if (lines.isEmpty() && !complete && form.text("number").isEmpty()) {
            return;
        }
        line("conditions:");
        line("  - id: letter");
        if (!form.text("number").isEmpty()) {
            line("    number: " + quoted(form.text("number")));
        }
        if (complete) {
            line("    complete: true");
        }
        line(lines.isEmpty() ? "    lines: []" : "    lines:");
        lines.forEach(line -> line("      - { " + line + " }"));
    }

    private void bound(List<String> lines, Indicator indicator, String which) {
        String field = which + "." + indicator.item();
        if (!indicator.bounded() || form.text(field).isEmpty()) {
            return;
        }
        String use = indicator.item().startsWith("PARKING") ? ", use: ANY" : "";
        String article = form.text("article." + indicator.item());
        lines.add("item: " + indicator.item() + ", " + which + ": " + amount(field, indicator.unit()) + use
                + (article.isEmpty() ? "" : ", article: " + quoted(article)));
    }

    private void buildings() {
        List<String> buildings = new ArrayList<>();
        for (int i = 0; i < IndicatorForm.BUILDINGS; i++) {
            String at = "building." + i + ".";
            List<String> parts = new ArrayList<>();
            add(parts, "declaredHeight", at + "height", "m");
            add(parts, "storeysAbove", at + "storeys", "");
            add(parts, "dwellings", at + "dwellings", "");
            add(parts, "declaredFarArea", at + "farArea", "m²");
            if (!form.text(at + "use").isEmpty()) {
                parts.add("use: " + quoted(form.text(at + "use")));
            }
            String name = form.text(at + "name");
            if (!parts.isEmpty() || !name.isEmpty()) {
                String id = name.isEmpty() ? (i + 1) + "#" : name;
                parts.add(0, "id: " + quoted(id) + ", standing: PROPOSED");
                buildings.add(String.join(", ", parts));
            }
        }
        if (!buildings.isEmpty()) {
            line("buildings:");
            buildings.forEach(building -> line("  - { " + building + " }"));
        }
    }

    private void declared() {
        List<String> parts = new ArrayList<>();
        for (Indicator indicator : IndicatorForm.INDICATORS) {
            if (!indicator.declared().isEmpty()) {
                add(parts, indicator.declared(), "declared." + indicator.declared(), indicator.unit());
            }
        }
        if (!parts.isEmpty()) {
            line("declared:");
            line("  - { site: " + quoted(SITE) + ", " + String.join(", ", parts) + " }");
        }
    }

    private void add(List<String> parts, String key, String field, String unit) {
        if (!form.text(field).isEmpty()) {
            parts.add(key + ": " + amount(field, unit));
        }
    }

    private String amount(String field, String unit) {
        return form.number(field) + (unit.isEmpty() ? "" : " " + unit);
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    /** A YAML text in double quotes, which takes any character that was typed. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || c >= 0x80 && c < 0xa0 || c == '\u2028' || c == '\u2029') {
                quoted.append(' ');
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
