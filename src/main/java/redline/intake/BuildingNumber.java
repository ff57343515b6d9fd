package redline.intake;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a building, however it is written: 1#, 1号楼, １＃楼, 1幢, 一号楼, No.1 are {@code 1#}; s1#楼 is {@code S1#}. */
public final class BuildingNumber {
    private static final int LONGEST = 60;
    private static final String DIGITS = "(?:[a-z]{1,2}-?)?\\d{1,3}(?:-\\d{1,2})?[a-z]?";
    private static final Pattern WHOLE = Pattern.compile(
            "(?:no\\.?|building)?(" + DIGITS + "|[a-z])(?:#|号)*(?:楼|幢|栋|座|building)?", Pattern.CASE_INSENSITIVE);
    /** Among other words 300座 are seats and 三幢 are three buildings; 300号 and 三号 are numbers. */
    private static final Pattern INSIDE =
            Pattern.compile("(?<![\\da-z.])(?:(" + DIGITS + ")\\s*[#号幢栋]|([a-z])座)", Pattern.CASE_INSENSITIVE);

    private static final Pattern SEVERAL =
            Pattern.compile(".*\\d\\s*[#号]?(?:楼|幢|栋)?\\s*[~～至、,，;；—–+&和及]\\s*[A-Za-z]?\\d.*|.*\\d#\\s*-\\s*\\d.*");
    private static final String NUMERALS = "一二三四五六七八九";
    private static final String UP_TO_99 = "(?:([" + NUMERALS + "])?(十)([" + NUMERALS + "])?|([" + NUMERALS + "]))";
    private static final Pattern NUMERAL_FIRST = Pattern.compile("^" + UP_TO_99 + "(?=[号幢栋座#])");
    private static final Pattern NUMERAL_INSIDE = Pattern.compile("(?<![百十" + NUMERALS + "])" + UP_TO_99 + "(?=号)");

    private BuildingNumber() {}

    /** Of a text that is a building's number or name: the text itself, without blanks, where it is a name such as 地下车库. */
    public static String of(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String name = text.replaceAll("[\\s\\u3000]+", "");
        Matcher whole = WHOLE.matcher(arabic(plain(name), NUMERAL_FIRST));
        return whole.matches() ? number(whole.group(1)) : name;
    }

    /** The first that stands among other words, as in a label: 3#住宅 18F. */
    public static Optional<String> in(String text) {
        Matcher inside = INSIDE.matcher(arabic(plain(text), NUMERAL_INSIDE));
        return inside.find()
                ? Optional.of(number(inside.group(1) == null ? inside.group(2) : inside.group(1)))
                : Optional.empty();
    }

    /** Whether it names more than one: 1#~3#, 1、2号楼. */
    public static boolean several(String text) {
        return text.length() <= LONGEST && SEVERAL.matcher(text).matches();
    }

    private static String number(String digits) {
        return digits.toUpperCase(Locale.ROOT) + "#";
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** 十二号楼 as 12号楼. */
    private static String arabic(String text, Pattern numeral) {
        return numeral.matcher(text).replaceAll(found -> {
            boolean tens = found.group(2) != null;
            int ten = !tens ? 0 : found.group(1) == null ? 1 : digit(found.group(1));
            return String.valueOf(10 * ten + digit(tens ? found.group(3) : found.group(4)));
        });
    }

    private static int digit(String numeral) {
        return numeral == null ? 0 : NUMERALS.indexOf(numeral) + 1;
    }
}
