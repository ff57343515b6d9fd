package redline.measure;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.quantity.Quantity;
import redline.scheme.Basis;
import redline.scheme.ParkingLot;

/** The numbers of a site's indicator table: each as it is judged, and those computed that the table is compared with. */
final class SiteTable {
    /** What rules read as a figure of the site, too. */
    private static final List<Quantity> FIGURES = List.of(
            Quantity.FAR_FLOOR_AREA,
            Quantity.FLOOR_AREA_ABOVE,
            Quantity.FLOOR_AREA_BELOW,
            Quantity.COMMERCIAL_AREA,
            Quantity.PARKING_MOTOR,
            Quantity.PARKING_NON_MOTOR);

    private final Map<Quantity, Taken> judged = new LinkedHashMap<>();
    private final Map<String, Taken> computed = new LinkedHashMap<>();
    private final Map<Quantity, Taken> figures = new EnumMap<>(Quantity.class);

    SiteTable(
            Site site,
            Basis basis,
            FloorAreas floorAreas,
            SiteCoverage coverage,
            Greens greens,
            ParkingSpaces parking,
            Taken dwellings) {
        Basis.Source areas = basis.floorAreas();
        take(Quantity.FAR, floorAreas.far(site), "far", areas);
        take(Quantity.FAR_FLOOR_AREA, floorAreas.counted(site), "farFloorArea", areas);
        take(Quantity.FLOOR_AREA_ABOVE, floorAreas.above(site), "floorAreaAbove", areas);
        take(Quantity.FLOOR_AREA_BELOW, floorAreas.below(site), "floorAreaBelow", areas);
        take(Quantity.COMMERCIAL_AREA, floorAreas.commercial(site), "commercialArea", areas);
        take(Quantity.BUILDING_DENSITY, coverage.of(site), "density", basis.footprints());
        take(Quantity.GREEN_RATIO, greens.of(site), "greenRatio", basis.green());
        Taken provided = parking.of(site, ParkingLot.Kind.MOTOR);
        take(Quantity.PARKING_MOTOR, provided, "motorSpaces", basis.parking());
        take(
                Quantity.PARKING_NON_MOTOR,
                parking.of(site, ParkingLot.Kind.NON_MOTOR),
                "nonMotorSpaces",
                basis.parking());
        FIGURES.forEach(quantity -> figures.put(quantity, judged.get(quantity)));
        judged.put(Quantity.PARKING_MOTOR, parking.standard(site, provided));
        if (basis.footprints() != Basis.Source.TABLE) {
            computed.put("footprint", coverage.footprint(site));
        }
        if (basis.green() != Basis.Source.TABLE) {
            computed.put("greenArea", greens.counted(site));
        }
        if (areas != Basis.Source.TABLE) {
            computed.put("dwellings", dwellings);
        }
    }

    /** A number that is not itself the declared one is compared with that. */
    private void take(Quantity quantity, Taken taken, String item, Basis.Source source) {
        judged.put(quantity, taken);
        if (source != Basis.Source.TABLE) {
            computed.put(item, taken);
        }
    }

    Map<Quantity, Taken> judged() {
        return judged;
    }

    /** By item of the declared table. */
    Map<String, Taken> computed() {
        return computed;
    }

    /** Car spaces are counted here as they are provided, not converted. */
    Map<Quantity, Taken> figures() {
        return figures;
    }
}
