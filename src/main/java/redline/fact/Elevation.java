package redline.fact;

import java.math.BigDecimal;
import java.util.List;
import redline.measure.PlacedBuilding;
import redline.measure.PlacedVolume;
import redline.measure.Survey;
import redline.scheme.BuildingDetail;
import redline.scheme.Layer;
import redline.scheme.Volume;

/**
 * The levels of a building of the scheme as submitted, for the strips of reports. Nothing is measured here; null is unknown.
 *
 * @param ground outdoor design ground, m above datum
 * @param zero indoor floor of its ±0.00, m above datum, as stated; never taken from {@code ground}
 * @param parts null where the volumes were not supplied
 */
public record Elevation(String building, BigDecimal ground, BigDecimal zero, List<Part> parts) {
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
                .map(building -> of(survey, building))
                .toList();
    }

    private static Elevation of(Survey survey, PlacedBuilding building) {
        List<Part> parts = building.volumes() == null
                ? null
                : building.volumes().stream().map(Elevation::part).toList();
        BigDecimal zero = survey.elements().row(Layer.BUILDING_DETAILS, building.id()) instanceof BuildingDetail detail
                ? detail.zeroLevel()
                : null;
        return new Elevation(building.id(), building.building().ground(), zero, parts);
    }

    private static Part part(PlacedVolume placed) {
        Volume volume = placed.volume();
        return new Part(
                placed.id(), volume.role(), volume.bottom(), volume.top(), volume.controlHeights(), volume.storeys());
    }
}
