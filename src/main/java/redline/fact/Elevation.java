package redline.fact;

import java.math.BigDecimal;
import java.util.List;
import redline.measure.PlacedBuilding;
import redline.measure.PlacedVolume;
import redline.measure.Survey;
import redline.scheme.Volume;

/**
 * The levels of a building of the scheme as submitted, for the strips of reports. Nothing is measured here; null is unknown.
 *
 * @param ground outdoor design ground, m above datum
 * @param parts null where the volumes were not supplied
 */
public record Elevation(String building, BigDecimal ground, List<Part> parts) {
    /** A volume: its lowest and highest level, its storeys from the lowest up, the named points of its roof. */
    public record Part(
            String id,
            Volume.Role role,
            BigDecimal bottom,
            BigDecimal top,
            List<Volume.ControlHeight> points,
            List<Volume.Storey> storeys) {}

    static List<Elevation> of(Survey survey) {
        return survey.buildings().stream()
                .filter(PlacedBuilding::own)
                .map(Elevation::of)
                .toList();
    }

    private static Elevation of(PlacedBuilding building) {
        List<Part> parts = building.volumes() == null
                ? null
                : building.volumes().stream().map(Elevation::part).toList();
        return new Elevation(building.id(), building.building().ground(), parts);
    }

    private static Part part(PlacedVolume placed) {
        Volume volume = placed.volume();
        return new Part(
                placed.id(), volume.role(), volume.bottom(), volume.top(), volume.controlHeights(), volume.storeys());
    }
}
