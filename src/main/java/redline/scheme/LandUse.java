package redline.scheme;

/**
 * Which classification a land-use code is of (domain B.11): codes of the guide of 2023 are digits, codes of GB 50137-2011, which
 * older letters carry, begin with a letter.
 */
public final class LandUse {
    private LandUse() {}

    /** Whether it has the form of a code of GB 50137-2011: R2, B31. */
    public static boolean isOld(String code) {
        return code != null && code.matches("[RABMWSUGH]\\d{0,2}");
    }
}
