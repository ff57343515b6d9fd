package redline.policy;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One word of a search. Widths of characters, capitals and spaces do not matter; a number is found as a whole number, a clause by its
 * beginning too: 5.2 in 5.2.2, not in 15.2 nor in 5.21.
 */
final class Needle {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([^0-9.]*)");

    private static final Set<String> UNITS =
            Set.of("m", "m²", "㎡", "m2", "%", "h", "ha", "km", "个", "辆", "层", "米", "级", "户", "公顷", "平方米");

    private final Pattern anywhere;
    private final Pattern inValue;

    private Needle(String word) {
        this.anywhere = Pattern.compile(bounded(word, "(?![0-9])"));
        this.inValue = Pattern.compile(bounded(shortest(word), "(?![0-9.])"));
    }

    /** The words of what was typed; a unit belongs to the number before it. */
    static List<Needle> of(String typed) {
        List<String> words = new ArrayList<>();
        for (String part : typed.strip().split("[\\s\\u3000]+")) {
            String word = plain(part);
            int last = words.size() - 1;
            if (last >= 0
                    && UNITS.contains(word)
                    && NUMBER.matcher(words.get(last)).matches()) {
                words.set(last, words.get(last) + word);
            } else if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words.stream().map(Needle::new).toList();
    }

    /** As texts are compared. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s", "");
    }

    /** @param plain made by {@link #plain} */
    boolean in(String plain) {
        return anywhere.matcher(plain).find();
    }

    /** The same of a value: 13.00 m is 13 m, and 13 is not 13.5. */
    boolean inValue(String plain) {
        return inValue.matcher(plain).find();
    }

    private static String bounded(String word, String after) {
        boolean begins = Character.isDigit(word.charAt(0));
        boolean ends = Character.isDigit(word.charAt(word.length() - 1));
        return (begins ? "(?<![0-9.])" : "") + Pattern.quote(word) + (ends ? after : "");
    }

    private static String shortest(String word) {
        var number = NUMBER.matcher(word);
        return number.matches()
                ? new BigDecimal(number.group(1)).stripTrailingZeros().toPlainString() + number.group(2)
                : word;
    }
}
