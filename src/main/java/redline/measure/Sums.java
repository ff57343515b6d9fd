package redline.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import redline.quantity.Quantity;
import redline.scheme.Building;
import redline.scheme.Declared;
import redline.scheme.Scheme;

/**
 * Whether the numbers of the applicant's own tables agree with one another (图表不一致): each reading is the difference, at the
 * decimals of the number that it is held against, so that a difference below its last digit is none.
 */
final class Sums {
    private final Scheme scheme;
    private final Sites sites;
    private final Collection<PlacedBuilding> buildings;

    Sums(Scheme scheme, Sites sites, Collection<PlacedBuilding> buildings) {
        this.scheme = scheme;
        this.sites = sites;
        this.buildings = buildings;
    }

    /** @param total the declared total floor area of the site */
    Map<Quantity, Taken> of(Site site, Trace<BigDecimal> total) {
        Trace<BigDecimal> above = declared(site, Declared::floorAreaAbove, "floorAreaAbove", Quantity.FLOOR_AREA_ABOVE);
        Trace<BigDecimal> below = declared(site, Declared::floorAreaBelow, "floorAreaBelow", Quantity.FLOOR_AREA_BELOW);
        Trace<BigDecimal> counted = declared(site, Declared::farFloorArea, "farFloorArea", Quantity.FAR_FLOOR_AREA);
        Trace<BigDecimal> far = declared(site, Declared::far, "far", Quantity.FAR);
        Map<Quantity, Taken> taken = new EnumMap<>(Quantity.class);
        taken.put(Quantity.TOTAL_AREA_DIFFERENCE, difference(total, plus(above, below)));
        taken.put(Quantity.FAR_DIFFERENCE, difference(far, quotient(counted, Sites.areaOf(site))));
        taken.put(
                Quantity.BUILDINGS_AREA_DIFFERENCE,
                difference(
                        plus(above, below),
                        plus(
                                ofBuildings(
                                        site, Building::declaredAbove, "declaredAbove", "地上建筑面积", "floor area above"),
                                ofBuildings(
                                        site,
                                        Building::declaredBelow,
                                        "declaredBelow",
                                        "地下建筑面积",
                                        "floor area below"))));
        taken.put(
                Quantity.BUILDINGS_FAR_AREA_DIFFERENCE,
                difference(
                        counted,
                        ofBuildings(site, Building::declaredFarArea, "declaredFarArea", "计容建筑面积", "FAR floor area")));
        return taken;
    }

    /** Storeys × footprint of the building table is an estimate of what the table states above ground. */
    static Taken plate(PlacedBuilding placed) {
        Building building = placed.building();
        Place place = placed.place();
        Lacking lacking = new Lacking();
        Integer storeys =
                lacking.need(building.storeysAbove(), place.lacks("storeysAbove", "地上层数", "storeys above ground"));
        BigDecimal footprint =
                lacking.need(building.declaredFootprint(), place.lacks("declaredFootprint", "基底面积", "footprint"));
        BigDecimal above =
                lacking.need(building.declaredAbove(), place.lacks("declaredAbove", "地上建筑面积", "floor area above"));
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : difference(Trace.known(above), Trace.known(footprint.multiply(BigDecimal.valueOf(storeys))));
    }

    static Taken difference(Trace<BigDecimal> stated, Trace<BigDecimal> other) {
        Lacking lacking = new Lacking();
        BigDecimal one = lacking.need(stated);
        BigDecimal two = lacking.need(other);
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        BigDecimal rounded = two.setScale(Math.max(0, one.scale()), RoundingMode.HALF_UP);
        return Taken.amount(
                rounded.subtract(one).abs(),
                Provenance.RECOMPUTED,
                null,
                List.of(Numbers.plain(rounded) + " − " + Numbers.plain(one)));
    }

    private static Trace<BigDecimal> plus(Trace<BigDecimal> one, Trace<BigDecimal> other) {
        return both(one, other, BigDecimal::add);
    }

    /** Divided to many more decimals than a declared ratio has; it is rounded to those afterwards. */
    private static Trace<BigDecimal> quotient(Trace<BigDecimal> area, Trace<BigDecimal> site) {
        return both(area, site, (a, b) -> a.divide(b, 20, RoundingMode.HALF_UP));
    }

    private static Trace<BigDecimal> both(
            Trace<BigDecimal> one, Trace<BigDecimal> other, BiFunction<BigDecimal, BigDecimal, BigDecimal> what) {
        Lacking lacking = new Lacking();
        BigDecimal a = lacking.need(one);
        BigDecimal b = lacking.need(other);
        return lacking.isAny() ? lacking.trace() : Trace.known(what.apply(a, b));
    }

    private Trace<BigDecimal> declared(
            Site site, Function<Declared, BigDecimal> column, String attribute, Quantity quantity) {
        Trace<Declared> row = sites.declaredFor(site, scheme.declared());
        return row.isKnown()
                ? Trace.of(
                        column.apply(row.value()),
                        Sites.declaredPlace(site)
                                .lacks(
                                        attribute,
                                        quantity.title().zh(),
                                        quantity.title().en()))
                : Trace.unknown(row.missing());
    }

    private Trace<BigDecimal> ofBuildings(
            Site site, Function<Building, BigDecimal> column, String attribute, String zh, String en) {
        Lacking lacking = new Lacking();
        List<BigDecimal> numbers = new ArrayList<>();
        if (scheme.buildings() == null) {
            lacking.add(Place.layer("buildings", "建筑", "buildings").missing());
        }
        for (PlacedBuilding placed : buildings) {
            Trace<Boolean> here =
                    placed.own() ? Sites.belongs(site, placed.parcel(), placed.zone()) : Trace.known(false);
            if (Boolean.FALSE.equals(here.value())) {
                continue;
            }
            lacking.need(here);
            BigDecimal number =
                    lacking.need(column.apply(placed.building()), placed.place().lacks(attribute, zh, en));
            if (number != null) {
                numbers.add(number);
            }
        }
        return lacking.isAny()
                ? lacking.trace()
                : Trace.known(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
