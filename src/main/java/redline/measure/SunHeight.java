package redline.measure;

import java.math.BigDecimal;
import java.util.List;

/**
 * How high a part of a building may be for the sun of its neighbours, everything else unchanged. Levels in m above datum, of the
 * highest point of the part and of what stands on its roof, which is raised and lowered with it.
 *
 * @param now where it lies in the scheme
 * @param highest at most; not limited up to it where {@code limit} is null
 * @param lowest of {@code highest} under all ways of counting that the settings leave open
 * @param limit the dwelling or room that a millimetre more takes too much from
 * @param window of {@code limit} that governs its hours then, {@code hours} what it has then
 * @param below dwellings and rooms that it takes sun from now, which have less than is wanted even without it
 */
public record SunHeight(
        BigDecimal now,
        BigDecimal highest,
        BigDecimal lowest,
        String limit,
        String window,
        BigDecimal hours,
        List<String> below) {
    public SunHeight {
        below = List.copyOf(below);
    }
}
