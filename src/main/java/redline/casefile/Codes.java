package redline.casefile;

import java.util.regex.Pattern;

/**
 * Codes as their form goes: 宗地代码 (19 characters), 不动产单元代码 (28, the first 19 of which are the parcel's; domain.md F.1),
 * 投资项目代码 (GB/T 40058-2021, F.2). Only the form is checked: how their check digits are made is not known.
 */
final class Codes {
    private static final Pattern PARCEL = Pattern.compile("\\d{12}[GJZ][A-Z]\\d{5}");
    private static final Pattern UNIT = Pattern.compile("\\d{12}[GJZ][A-Z]\\d{5}[FLQW]\\d{8}");

    private static final Pattern PROJECT = Pattern.compile("\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}");

    private Codes() {}

    static boolean isProject(String code) {
        return PROJECT.matcher(code).matches();
    }

    static boolean isParcel(String code) {
        return PARCEL.matcher(code).matches() || UNIT.matcher(code).matches();
    }
}
