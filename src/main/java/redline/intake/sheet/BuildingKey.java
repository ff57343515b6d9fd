package redline.intake.sheet;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a building, however it is written: 1#, 1号楼, １＃楼, 1幢, 一号楼, No.1 are {@code 1#}; S1#楼 is {@code S1#}. */
final class BuildingKey {
    private static final Pattern ONE = Pattern.compile(
            "(?:no\\.?|building)?((?:[a-z]{1,2}-?)?\\d{1,3}(?:-\\d{1,2})?[a-z]?|[a-z])(?:#|号|＃)*(?:楼|幢|栋|座|号楼|building)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SEVERAL =
            Pattern.compile(".*\\d\\s*[#号]?(?:楼|幢|栋)?\\s*[~～至、,，;；—–+&和及]\\s*[A-Za-z]?\\d.*|.*\\d#\\s*-\\s*\\d.*");
    private static final String DIGITS = "零一二三四五六七八九";

    private BuildingKey() {}

    /** The text itself, without blanks, where it is a name such as 地下车库. */
    static String of(String text) {
        if (text.length() > HeaderName.LONGEST) {
            return text;
        }
        String plain = text.replaceAll("[\\s\\u3000]+", "");
        Matcher one = ONE.matcher(arabic(plain));
        return one.matches() ? one.group(1).toUpperCase(Locale.ROOT) + "#" : plain;
    }

    /** 1#~3#, 1、2号楼: more than one building in a cell. */
    static boolean several(String text) {
        return text.length() <= HeaderName.LONGEST && SEVERAL.matcher(text).matches();
    }

    /** 十二号楼 with digits, up to 99. */
    private static String arabic(String text) {
        Matcher number =
                Pattern.compile("^([一二三四五六七八九])?(十)?([一二三四五六七八九])?(?=[号幢栋座#])").matcher(text);
        if (!number.find() || number.end() == 0) {
            return text;
        }
        int tens = number.group(2) == null ? 0 : number.group(1) == null ? 1 : DIGITS.indexOf(number.group(1));
        String last = number.group(3) != null ? number.group(3) : number.group(2) == null ? number.group(1) : null;
        int ones = last == null ? 0 : DIGITS.indexOf(last);
        return tens * 10 + ones + text.substring(number.end());
    }
}
