package redline.intake.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units that stand in tables, and how much they are of m², m or one. */
final class Units {
    /** @param factor to the unit of its kind; null for 亩, which is ten thousand fifteenths of a m², and for minutes */
    record Unit(TableColumn.Kind kind, BigDecimal factor) {}

    /** A number with what follows it; the number may have thousands separators. */
    private static final Pattern WITH_UNIT =
            Pattern.compile("([+-]?\\d[\\d,，]{0,30}(?:\\.\\d{0,30})?%?)\\s*([^\\d\\s.,，%][^\\d]{0,11}\\d?)?");

    private static final int LONGEST = 12;
    private static final int MU_DECIMALS = 4;
    private static final Map<String, Unit> KNOWN = new HashMap<>();

    static {
        area("1", "m2", "㎡", "m²", "平方米", "平米", "平方", "sqm");
        area("10000", "万m2", "万㎡", "万m²", "万平方米", "万平米", "ha", "hm2", "hm²", "公顷");
        area("1000000", "km2", "km²", "平方公里");
        KNOWN.put("亩", new Unit(TableColumn.Kind.AREA, null));
        put(TableColumn.Kind.LENGTH, "1", "m", "米");
        put(TableColumn.Kind.LENGTH, "0.01", "cm", "厘米");
        put(TableColumn.Kind.LENGTH, "0.001", "mm", "毫米");
        put(TableColumn.Kind.LENGTH, "1000", "km", "公里", "千米");
        put(TableColumn.Kind.SHARE, "0.01", "%");
        put(TableColumn.Kind.HOURS, "1", "h", "小时", "hours");
        KNOWN.put("min", new Unit(TableColumn.Kind.HOURS, null));
        KNOWN.put("分钟", new Unit(TableColumn.Kind.HOURS, null));
        put(
                TableColumn.Kind.COUNT,
                "1",
                "个",
                "辆",
                "户",
                "套",
                "人",
                "层",
                "f",
                "栋",
                "幢",
                "座",
                "班",
                "床",
                "间",
                "泊位",
                "车位",
                "位",
                "处",
                "no.",
                "nos");
        put(TableColumn.Kind.NUMBER, "1", "-", "—", "/", "无", "倍", "无量纲");
    }

    private Units() {}

    private static void area(String factor, String... names) {
        put(TableColumn.Kind.AREA, factor, names);
    }

    private static void put(TableColumn.Kind kind, String factor, String... names) {
        for (String name : names) {
            KNOWN.put(name, new Unit(kind, new BigDecimal(factor)));
        }
    }

    private static String plain(String unit) {
        return unit.replaceAll("\\s", "").toLowerCase(Locale.ROOT).replaceAll("[./每]户$", "");
    }

    static boolean known(String unit) {
        return of(unit) != null;
    }

    /** Null where it is none that is known. */
    static Unit of(String unit) {
        return unit.length() > LONGEST ? null : KNOWN.get(plain(unit));
    }

    /** In the unit of its kind, exactly; 亩 with four decimals, minutes with six. */
    static BigDecimal converted(BigDecimal number, Unit unit) {
        if (unit.factor() == null && unit.kind() == TableColumn.Kind.HOURS) {
            return Hours.ofMinutes(number);
        }
        if (unit.factor() == null) {
            return number.movePointRight(4).divide(BigDecimal.valueOf(15), MU_DECIMALS, RoundingMode.HALF_UP);
        }
        return unit.factor().compareTo(BigDecimal.ONE) == 0 ? number : number.multiply(unit.factor());
    }

    /** {@code 13.5 m} as number and unit; null where the text is something else. */
    static String[] parts(String text) {
        if (text.length() > HeaderName.LONGEST) {
            return null;
        }
        Matcher parts = WITH_UNIT.matcher(text);
        return parts.matches()
                ? new String[] {
                    parts.group(1), parts.group(2) == null ? "" : parts.group(2).strip()
                }
                : null;
    }
}
