package redline.measure;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import redline.scheme.Volume;

/**
 * What a profile says about measuring; each may be null = unset, which makes the measures that need it unknown (BASIS).
 *
 * @param pairReach distance in m within which pairs of buildings are looked for
 * @param heightPoints control points that count for building height
 * @param sun how sunlight is counted
 * @param settingOut how exactly buildings are set out: nothing is measured by it, reports mark margins below it
 * @param landUse which code took the place of a code of GB 50137-2011; one that is not a key has no counterpart
 */
public record Settings(
        BigDecimal pairReach,
        Set<Volume.ControlHeight.Point> heightPoints,
        SunSettings sun,
        SettingOut settingOut,
        Map<String, String> landUse) {
    public Settings {
        landUse = Map.copyOf(landUse);
    }

    /** Without counterparts of old codes; nothing is said of sunlight. */
    public Settings(BigDecimal pairReach, Set<Volume.ControlHeight.Point> heightPoints) {
        this(pairReach, heightPoints, SunSettings.UNSET, null, Map.of());
    }

    public Settings reading(Map<String, String> oldCodes) {
        return new Settings(pairReach, heightPoints, sun, settingOut, oldCodes);
    }

    public Settings counting(SunSettings sunlight) {
        return new Settings(pairReach, heightPoints, sunlight, settingOut, landUse);
    }

    public Settings settingOut(SettingOut tolerance) {
        return new Settings(pairReach, heightPoints, sun, tolerance, landUse);
    }
}
