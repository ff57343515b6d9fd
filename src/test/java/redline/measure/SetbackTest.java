package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Basis;
import redline.scheme.Building;
import redline.scheme.Compass;
import redline.scheme.Dates;
import redline.scheme.Parcel;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Volume;

/** What cannot stand in a case file, because intake already refuses it. */
class SetbackTest {
    @Test
    void a_building_wholly_beyond_the_boundary_keeps_no_distance_to_any_side() {
        assertThat(setback("POLYGON((40 120, 60 120, 60 130, 40 130, 40 120))", "LINESTRING(0 100, 100 100)"))
                .isEqualTo(new Value.Amount(BigDecimal.ZERO));
        assertThat(setback("POLYGON((40 120, 60 120, 60 130, 40 130, 40 120))", "LINESTRING(0 0, 100 0)"))
                .isEqualTo(new Value.Amount(BigDecimal.ZERO));
    }

    @Test
    void a_building_flush_with_the_boundary_keeps_its_distance_to_the_other_sides() {
        assertThat(setback("POLYGON((40 90, 60 90, 60 100, 40 100, 40 90))", "LINESTRING(0 0, 100 0)"))
                .isEqualTo(Value.Amount.of("90"));
    }

    @Test
    void an_empty_footprint_is_unknown_and_not_at_distance_zero() {
        assertThat(reading("POLYGON EMPTY", "LINESTRING(0 0, 100 0)"))
                .isEqualTo(new Reading.Unknown(List.of(Missing.fact(
                        "buildings[1#].volumes[W].footprint", "1#楼 整体 轮廓", "Building 1# whole footprint"))));
    }

    @Test
    void an_empty_side_is_unknown_and_not_at_distance_zero() {
        assertThat(reading("POLYGON((40 90, 60 90, 60 100, 40 100, 40 90))", "LINESTRING EMPTY"))
                .isEqualTo(new Reading.Unknown(
                        List.of(Missing.fact("sides[N].line", "北侧用地界线 界线", "north boundary side line"))));
    }

    private static Value setback(String footprint, String line) {
        return ((Reading.Known) reading(footprint, line)).value();
    }

    private static Reading reading(String footprint, String line) {
        Volume volume =
                new Volume("W", Volume.Role.WHOLE, (Polygon) shape(footprint), null, null, List.of(), null, null);
        Building building = new Building(
                "1#",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(volume));
        Polygon boundary = (Polygon) shape("POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))");
        Parcel parcel = new Parcel("P", null, null, null, null, boundary, List.of());
        Side side = new Side("N", null, null, Compass.N, "NONE", null, (LineString) shape(line));
        Scheme scheme = new Scheme(
                "s",
                "0",
                "EPSG:4549",
                Basis.all(Basis.Source.DRAWING),
                Dates.allOn(null),
                null,
                List.of(parcel),
                null,
                List.of(building),
                null,
                List.of(side),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                java.util.Map.of());
        return Measures.of(scheme, new Settings(null, null)).stream()
                .filter(m ->
                        m.quantity() == Quantity.SETBACK && m.subject().id().equals("1#/W|N"))
                .map(Measure::reading)
                .findFirst()
                .orElseThrow();
    }

    private static Geometry shape(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }
}
