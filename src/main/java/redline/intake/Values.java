package redline.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.quantity.Text;
import redline.scheme.LandUse;

/** Reads single values that are not numbers: texts, ids, words, codes, yes and no, dates. */
final class Values {
    private static final Pattern ID =
            Pattern.compile("[^\\s/?|\\[\\]\\p{Cntrl}]([^/?|\\[\\]\\p{Cntrl}]{0,62}[^\\s/?|\\[\\]\\p{Cntrl}])?");
    private static final Pattern ALMOST_DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final int LONGEST_TEXT = 2_000;

    private Values() {}

    static Node.Scalar scalar(Node node, String kind) throws Malformed {
        if (node instanceof Node.Scalar scalar && !scalar.isNull()) {
            return scalar;
        }
        throw Malformed.type(node, kind);
    }

    static String text(Node node) throws Malformed {
        return text(node, "text");
    }

    /** What YAML holds without quotes is a text as written, whatever it looks like. */
    private static String text(Node node, String kind) throws Malformed {
        Node.Scalar scalar = scalar(node, kind);
        boolean number = scalar.style() == Node.Style.NUMBER && kind.equals("id");
        if (scalar.style() != Node.Style.TEXT && !scalar.unquoted() && !number) {
            throw Malformed.type(scalar, kind);
        }
        String text = scalar.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw new Malformed(
                    text.isEmpty()
                            ? new Text("文字是空的", "The text is empty")
                            : new Text(
                                    "文字超过 " + LONGEST_TEXT + " 字",
                                    "The text is longer than " + LONGEST_TEXT + " characters"),
                    new Text("不知道就删去此项或写 null", "Where it is not known leave it out or write null"));
        }
        return text;
    }

    /** A reference to an id, or an id that need not be usable yet. */
    static String reference(Node node) throws Malformed {
        return text(node, "id");
    }

    static String id(Node node) throws Malformed {
        String id = text(node, "id");
        if (ID.matcher(id).matches()) {
            return id;
        }
        throw new Malformed(
                new Text("编号“" + Remedies.brief(id) + "”不能用", "The id \"" + Remedies.brief(id) + "\" cannot be used"),
                new Text(
                        "编号不超过 64 字,不含 / ? | [ ] 和换行",
                        "An id has at most 64 characters, none of / ? | [ ] and no line break"));
    }

    static String word(Node node, List<String> words) throws Malformed {
        String word = text(node, "word " + String.join("|", words));
        if (words.contains(word)) {
            return word;
        }
        String nearest = Nearest.of(word, words);
        throw new Malformed(
                new Text("不认识“" + Remedies.brief(word) + "”", "\"" + Remedies.brief(word) + "\" is not known"),
                nearest == null ? Remedies.candidates(words) : Remedies.didYouMean(nearest));
    }

    /** A code of the land-use guide, or an old one of GB 50137-2011, kept as written. */
    static String code(Node node) throws Malformed {
        String code = text(node, "code");
        if (LandUseCodes.known(code) || LandUse.isOld(code)) {
            return code;
        }
        throw new Malformed(
                new Text(
                        "没有用地代码“" + Remedies.brief(code) + "”",
                        "There is no land-use code \"" + Remedies.brief(code) + "\""),
                LandUseCodes.instead(code));
    }

    static Boolean truth(Node node) throws Malformed {
        Node.Scalar scalar = scalar(node, "truth");
        if (scalar.style() != Node.Style.BOOLEAN) {
            throw Malformed.type(scalar, "truth");
        }
        return scalar.text().equalsIgnoreCase("true");
    }

    static LocalDate date(Node node) throws Malformed {
        String written = text(node, "date");
        try {
            LocalDate date = LocalDate.parse(written);
            if (date.getYear() >= 1949 && date.getYear() < 2200) {
                return date;
            }
            throw notADate(written);
        } catch (DateTimeParseException notIso) {
            throw notADate(written).because(notIso);
        }
    }

    private static Malformed notADate(String written) {
        Matcher parts = ALMOST_DATE.matcher(Numbers.halfWidth(written));
        String iso = parts.matches() ? parts.group(1) + "-" + two(parts.group(2)) + "-" + two(parts.group(3)) : written;
        Text what =
                new Text("“" + Remedies.brief(written) + "”不是日期", "\"" + Remedies.brief(written) + "\" is not a date");
        return new Malformed(
                what,
                iso.equals(written)
                        ? new Text(
                                "请写实际存在的日期,格式 年-月-日,例如 2025-06-01",
                                "Write a real date as year-month-day, for example 2025-06-01")
                        : new Text("请写成 " + iso, "Write " + iso));
    }

    private static String two(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
