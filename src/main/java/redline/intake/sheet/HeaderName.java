package redline.intake.sheet;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above a column or before a value, without its unit and its trimmings.
 *
 * @param name for comparing: no blanks, no brackets, lower case
 * @param unit as written, empty where there is none
 */
record HeaderName(String name, String unit) {
    /** Longer texts are sentences, not names. */
    static final int LONGEST = 60;

    private static final Pattern BRACKET = Pattern.compile("[(\\[（【]([^()\\[\\]（）【】]{0,20})[)\\]）】]");
    /** Numbering before a name, and words that only say that it belongs to the line above. */
    private static final Pattern LEADING = Pattern.compile(
            "^(?:[一二三四五六七八九十]{1,3}[、.．]|\\d{1,2}(?:\\.\\d{1,2})*[、.．)](?!\\d)|\\d{1,2}\\.\\d{1,2}|[①-⑳]|[-—·•*]+|其中[：:、]?|of which:?)");

    private static final Pattern TRAILING =
            Pattern.compile("^(.*[\\p{IsHan})])[/／:：,，]?(万?㎡|万?m²|万?m2|万?平方米|公顷|亩|hm²|hm2|ha|m|%)$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
    private static final Pattern ENDING = Pattern.compile("[：:/／*]+$");

    static HeaderName of(String text) {
        if (text.length() > LONGEST) {
            return new HeaderName("", "");
        }
        String unit = "";
        StringBuilder rest = new StringBuilder();
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            String inside = bracket.group(1).strip();
            if (Units.known(inside)) {
                unit = inside;
                bracket.appendReplacement(rest, "");
            } else {
                bracket.appendReplacement(rest, Matcher.quoteReplacement(inside));
            }
        }
        bracket.appendTail(rest);
        String name = BLANKS.matcher(rest).replaceAll("").toLowerCase(Locale.ROOT);
        for (Matcher leading = LEADING.matcher(name); leading.find(); leading = LEADING.matcher(name)) {
            name = name.substring(leading.end());
        }
        name = ENDING.matcher(name).replaceAll("");
        return trailing(name, unit);
    }

    /** 建筑高度m, 总建筑面积/㎡. */
    private static HeaderName trailing(String name, String unit) {
        if (!unit.isEmpty()) {
            return new HeaderName(name, unit);
        }
        Matcher end = TRAILING.matcher(name);
        return end.matches() ? new HeaderName(end.group(1), end.group(2)) : new HeaderName(name, "");
    }
}
