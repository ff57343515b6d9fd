package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.Declared;
import redline.scheme.Green;
import redline.scheme.Parcel;
import redline.scheme.ParkingLot;
import redline.scheme.Scheme;
import redline.scheme.Volume;

/** The numbers that SOURCE.md says were put into the drawing and the tables, counted here apart from the rulers. */
class WuzhenSchemeTest {
    private final Scheme scheme = Showcase.WUZHEN.scheme();
    private final Parcel site = scheme.parcels().get(0);

    @Test
    void the_drawn_boundary_has_the_area_of_the_contract_to_the_square_centimetre() {
        assertThat(rounded(site.boundary().getArea())).isEqualByComparingTo("58023.58");
        assertThat(site.area()).isEqualByComparingTo("58023.58");
    }

    @Test
    void the_zones_fill_the_parcel_and_do_not_overlap() {
        Geometry union =
                site.boundary().getFactory().buildGeometry(boundaries()).union();
        double sum = boundaries().stream().mapToDouble(Polygon::getArea).sum();
        assertThat(rounded(sum)).isEqualByComparingTo("58023.58");
        assertThat(union.symDifference(site.boundary()).getArea()).isLessThan(1e-6);
    }

    @Test
    void the_footprints_above_ground_cover_17_987_31_square_metres() {
        Geometry union =
                site.boundary().getFactory().buildGeometry(footprints()).union();
        assertThat(rounded(union.getArea())).isEqualByComparingTo("17987.31");
    }

    @Test
    void the_area_table_counts_78_400_00_square_metres_for_far() {
        assertThat(scheme.areaElements().stream()
                        .map(e ->
                                e.area().multiply(BigDecimal.valueOf(e.count())).multiply(e.farCoefficient()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("78400.00");
    }

    @Test
    void zone_a_holds_13_800_00_square_metres_of_commerce_and_zone_b_a_shop_of_45() {
        assertThat(commerce("A")).isEqualByComparingTo("13800.00");
        assertThat(commerce("B")).isEqualByComparingTo("45.00");
    }

    @Test
    void the_greens_count_17_223_60_square_metres_and_keep_a_metre_off_every_wall() {
        Geometry walls =
                site.boundary().getFactory().buildGeometry(footprints()).union();
        List<Green> counted = scheme.greens().stream()
                .filter(g -> g.coefficient().signum() > 0)
                .toList();
        double sum = counted.stream().mapToDouble(g -> g.outline().getArea()).sum();
        assertThat(rounded(sum)).isEqualByComparingTo("17223.60");
        assertThat(counted)
                .allSatisfy(g -> assertThat(g.outline().distance(walls)).isGreaterThanOrEqualTo(1.0 - 1e-6));
    }

    @Test
    void everything_of_the_scheme_lies_on_the_parcel() {
        assertThat(footprints())
                .allSatisfy(shape -> assertThat(site.boundary().covers(shape)).isTrue());
        assertThat(scheme.greens())
                .allSatisfy(green ->
                        assertThat(site.boundary().covers(green.outline())).isTrue());
        assertThat(scheme.parking().stream().map(ParkingLot::outline).filter(Objects::nonNull))
                .allSatisfy(lot -> assertThat(site.boundary().covers(lot)).isTrue());
    }

    @Test
    void there_are_760_car_spaces_and_13_for_visitors() {
        assertThat(spaces(ParkingLot.Kind.MOTOR, false)).isEqualTo(760);
        assertThat(spaces(ParkingLot.Kind.MOTOR, true)).isEqualTo(13);
        assertThat(spaces(ParkingLot.Kind.NON_MOTOR, false)).isEqualTo(640);
    }

    @Test
    void the_declared_far_is_that_of_the_declared_area_and_not_of_the_table() {
        Declared declared = scheme.declared().get(0);
        assertThat(declared.farFloorArea().divide(site.area(), 2, RoundingMode.HALF_UP))
                .isEqualByComparingTo(declared.far());
        assertThat(declared.greenArea().divide(site.area(), 4, RoundingMode.HALF_UP))
                .isEqualByComparingTo(declared.greenRatio());
    }

    private List<Polygon> boundaries() {
        return site.zones().stream().map(Parcel::boundary).toList();
    }

    private List<Polygon> footprints() {
        return scheme.buildings().stream()
                .flatMap(building -> building.volumes().stream())
                .filter(volume -> volume.role() != Volume.Role.BASEMENT)
                .map(Volume::footprint)
                .toList();
    }

    private BigDecimal commerce(String zone) {
        List<String> inZone = scheme.buildings().stream()
                .filter(building -> zone.equals(building.zone()))
                .map(Building::id)
                .toList();
        return scheme.areaElements().stream()
                .filter(e -> inZone.contains(e.building()))
                .filter(e -> e.use() != null && e.use().startsWith("09"))
                .map(WuzhenSchemeTest::floorArea)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal floorArea(AreaElement element) {
        return element.area().multiply(BigDecimal.valueOf(element.count())).multiply(element.areaCoefficient());
    }

    private int spaces(ParkingLot.Kind kind, boolean visitor) {
        return scheme.parking().stream()
                .filter(lot -> lot.kind() == kind && lot.visitor() == visitor)
                .mapToInt(ParkingLot::spaces)
                .sum();
    }

    private static BigDecimal rounded(double area) {
        return BigDecimal.valueOf(area).setScale(2, RoundingMode.HALF_UP);
    }
}
