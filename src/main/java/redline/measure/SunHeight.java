package redline.measure;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import redline.sun.Highest;

/**
 * How high a building may be for the sun of the other buildings' windows.
 *
 * @param part the volume whose top is moved: the highest one
 * @param bottom its level, m above datum; where {@code top} is the same, nothing may stand there
 * @param top highest level of its top, m above datum
 * @param limit the window that a millimetre more takes too much from; null where none does up to what was asked
 * @param hours what that window is left with; null where there is none
 * @param unseen windows that are not known well enough to be asked
 */
public record SunHeight(
        String part, BigDecimal bottom, BigDecimal top, String limit, BigDecimal hours, List<String> unseen) {

    /** Empty where the building has no solid whose outline and levels are known. */
    static Optional<SunHeight> of(
            SunLook look,
            String building,
            SunSettings.Way way,
            BigDecimal wanted,
            BigDecimal most,
            Collection<String> unseen) {
        return look.model().solids().stream()
                .filter(solid -> solid.building().id().equals(building) && solid.form() == Sunlight.Form.PRISM)
                .max(Comparator.comparingDouble(SunSolid::top))
                .flatMap(tower -> bottom(tower).map(bottom -> {
                    Highest found = look.highest(
                            tower, way, wanted.doubleValue(), bottom.add(most).doubleValue());
                    boolean limited = found.limit() != null;
                    return new SunHeight(
                            tower.part(),
                            bottom,
                            Frame.length(found.top()).max(bottom),
                            limited ? found.limit().id() : null,
                            limited ? SunWords.hours(found.hours()) : null,
                            List.copyOf(new TreeSet<>(unseen)));
                }));
    }

    /** Of a part: as stated, or the ground that its building stands on. */
    private static Optional<BigDecimal> bottom(SunSolid solid) {
        return Survey.orNone(solid.building().volumes()).stream()
                .filter(volume -> volume.volume().id().equals(solid.part())
                        && volume.volume().bottom() != null)
                .map(volume -> volume.volume().bottom())
                .findFirst()
                .or(() -> Optional.ofNullable(solid.building().building().ground()));
    }
}
