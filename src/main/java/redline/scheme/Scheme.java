package redline.scheme;

import java.util.List;
import java.util.Map;

/**
 * A building scheme as read from one submission.
 *
 * @param name the scheme's own name
 * @param sha256 of the file or bundle it was read from, lower-case hex
 * @param figures of sites, beside those of {@code declared}
 * @param layers the simple layers that were supplied; one that is not a key is unknown
 * @param crs EPSG code of the projected CRS, null only when nothing is drawn
 */
public record Scheme(
        String name,
        String sha256,
        String crs,
        Basis basis,
        Dates dates,
        Project project,
        List<Parcel> parcels,
        List<Letter> conditions,
        List<Building> buildings,
        List<Building> surroundings,
        List<Side> sides,
        List<Road> roads,
        List<ControlLine> controlLines,
        List<Green> greens,
        List<ParkingLot> parking,
        List<Facility> facilities,
        List<Access> accesses,
        List<AreaElement> areaElements,
        List<Gap> gaps,
        List<Declared> declared,
        List<Figures> figures,
        Map<Layer, List<Element>> layers) {
    /** The same with other buildings of its own and other simple layers. */
    public Scheme with(List<Building> others, Map<Layer, List<Element>> otherLayers) {
        return new Scheme(
                name,
                sha256,
                crs,
                basis,
                dates,
                project,
                parcels,
                conditions,
                others,
                surroundings,
                sides,
                roads,
                controlLines,
                greens,
                parking,
                facilities,
                accesses,
                areaElements,
                gaps,
                declared,
                figures,
                otherLayers);
    }
}
