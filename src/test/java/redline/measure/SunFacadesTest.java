package redline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.measure.SunStudyTest.overWall;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import redline.measure.Sunlight.Facade;
import redline.measure.Sunlight.FacadePiece;
import redline.measure.Sunlight.FacadeRow;
import redline.scheme.Scheme;
import redline.sun.Location;
import redline.sun.SunPath;

/** Façades of a house of six storeys thirty metres behind a wall, against closed forms. */
class SunFacadesTest {
    private static final double SECOND = 1.0 / 3600;
    private static final String HOUSE = """
            surroundings:
              - id: 北
                standing: EXISTING
                roof: FLAT
                ground: 4
                volumes: [{id: W, role: WHOLE, footprint: box(0, 40, 30, 12), bottom: 4, top: 23, controlHeights: [], storeys: [{count: 6, height: 3}]}]
            sunlitDwellings: []
            sunlitRooms: []
            sunObstacles: []
            sunWindows: []
            """;

    private static final String LONG_BLOCK = """
            buildings:
              - {id: 南, standing: PROPOSED, roof: FLAT, ground: 4, volumes: [{id: W, role: WHOLE, footprint: box(-5000, 0, 10000, 10), bottom: 4, top: 25, controlHeights: []}]}
            """;

    /** As high as the sky, from far in the west to x = 20. */
    private static final String EDGE = """
            buildings:
              - {id: 南, standing: PROPOSED, roof: FLAT, ground: 4, volumes: [{id: W, role: WHOLE, footprint: box(-9000, 0, 9020, 10), bottom: 4, top: 9000, controlHeights: []}]}
            """;

    private static SunSettings sampled(double spacing) {
        return SunScheme.plain(SunScheme.PLAIN.widths(), List.of(), new SunSettings.Facades(spacing, 0.9));
    }

    private static Sunlight.Facades facades(String layers, double spacing) {
        Sunlight record = SunScheme.survey(SunScheme.of(layers), sampled(spacing))
                .sunStudy()
                .orElseThrow()
                .record();
        assertThat(record.facades()).hasSize(1);
        return record.facades().get(0);
    }

    /** The wall of the house that faces that way. */
    private static Facade wall(Sunlight.Facades facades, double nx, double ny) {
        return facades.facades().stream()
                .filter(facade -> facade.building().equals("北") && facade.nx() == nx && facade.ny() == ny)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void behind_a_long_block_each_storey_has_the_hours_in_which_the_sun_stands_above_it() {
        Facade south = wall(facades(HOUSE + LONG_BLOCK, 1), 0, -1);

        assertThat(south.line().getCoordinates())
                .containsExactly(new Coordinate(500_000, 3_390_040), new Coordinate(500_030, 3_390_040));
        assertThat(south.rows()).hasSize(6);
        for (int storey = 0; storey < 6; storey++) {
            FacadeRow row = south.rows().get(storey);
            assertThat(row.storey()).isEqualTo(String.valueOf(storey + 1));
            assertThat(row.level()).isEqualByComparingTo(BigDecimal.valueOf(4.9 + 3 * storey));
            double over =
                    overWall(SunScheme.GREAT_COLD.date(), (25 - row.level().doubleValue()) / 30);
            double expected = Math.min(8, over);
            assertThat(row.pieces()).allSatisfy(piece -> {
                assertThat(piece.before()).isEqualByComparingTo("8");
                assertThat(piece.after().doubleValue()).isCloseTo(expected, within(SECOND));
            });
            assertThat(row.takers()).hasSize(over < 8 ? 1 : 0).allSatisfy(taker -> {
                assertThat(taker.building()).isEqualTo("南");
                assertThat(taker.most().doubleValue()).isCloseTo(8 - expected, within(SECOND));
            });
        }
    }

    @Test
    void beside_the_edge_of_a_wall_the_length_that_has_some_hours_is_the_closed_form_to_half_a_spacing() {
        SunPath path = SunPath.of(new Location(30.63, 120), SunScheme.GREAT_COLD.date(), ZoneOffset.ofHours(8));
        for (double spacing : new double[] {1, 0.3, 0.1}) {
            Facade south = wall(facades(HOUSE + EDGE, spacing), 0, -1);
            for (double hours : new double[] {2.5, 3, 3.5}) {
                // who stands at x is lit from 8 until the sun stands over the edge, which lies 30 m before the house
                double expected = 10 + 30 * Math.tan(fromSouth(path, 8 + hours));
                assertThat(south.rows())
                        .allSatisfy(row -> assertThat(lengthWith(row, hours)).isCloseTo(expected, within(spacing / 2)));
            }
        }
    }

    /** How far east of south the sun stands in the morning. */
    private static double fromSouth(SunPath path, double time) {
        double h = Math.toRadians(15 * (12 - time));
        double latitude = Math.toRadians(30.63);
        double tan = Math.tan(Math.toRadians(path.declination(time)));
        return Math.atan2(Math.sin(h), Math.cos(h) * Math.sin(latitude) - tan * Math.cos(latitude));
    }

    private static double lengthWith(FacadeRow row, double hours) {
        return row.pieces().stream()
                .filter(piece -> piece.after().doubleValue() >= hours)
                .mapToDouble(piece -> piece.length().doubleValue())
                .sum();
    }

    @Test
    void walls_that_the_sun_never_stands_before_are_left_out() {
        assertThat(facades(HOUSE + LONG_BLOCK, 1).facades())
                .extracting(facade -> facade.building() + " " + facade.nx() + " " + facade.ny())
                .containsExactlyInAnyOrder(
                        "南 -1.0 0.0", "南 0.0 -1.0", "南 1.0 0.0", "北 -1.0 0.0", "北 0.0 -1.0", "北 1.0 0.0");
    }

    @Test
    void what_another_part_of_the_building_covers_is_no_facade() {
        String wings = HOUSE.replace("top: 23, ", "top: 23, ")
                .replace(
                        "storeys: [{count: 6, height: 3}]}]",
                        "storeys: [{count: 6, height: 3}]}, {id: 东翼, role: WHOLE, footprint: box(30, 44, 5, 4), bottom: 4, top: 10, controlHeights: [], storeys: [{count: 2, height: 3}]}]");

        Facade east = facades(wings + LONG_BLOCK, 1).facades().stream()
                .filter(facade -> facade.part().equals("W") && facade.building().equals("北") && facade.nx() == 1)
                .findFirst()
                .orElseThrow();
        assertThat(east.rows().get(0).pieces().stream()
                        .map(FacadePiece::length)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("8");
        assertThat(east.rows().get(2).pieces().stream()
                        .map(FacadePiece::length)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("12");
    }

    @Test
    void without_a_spacing_nothing_is_sampled() {
        assertThat(SunScheme.survey(SunScheme.of(HOUSE + LONG_BLOCK), SunScheme.PLAIN)
                        .sunStudy()
                        .orElseThrow()
                        .record()
                        .facades())
                .isNull();
    }

    @Test
    void what_is_missing_leaves_the_hours_of_the_rows_open_that_it_may_matter_for() {
        Facade south = wall(facades(HOUSE + LONG_BLOCK.replace("top: 25, ", ""), 1), 0, -1);

        assertThat(south.rows()).allSatisfy(row -> {
            assertThat(row.missing()).extracting(Missing::path).containsExactly("buildings[南].volumes[W].top");
            assertThat(row.missingBefore()).isEmpty();
            assertThat(row.pieces()).allSatisfy(piece -> {
                assertThat(piece.before()).isEqualByComparingTo("8");
                assertThat(piece.after()).isNull();
            });
        });
    }

    @Test
    void where_things_may_stand_anywhere_nothing_is_sampled_and_it_is_said_why() {
        Sunlight.Facades facades = facades((HOUSE + LONG_BLOCK).replace("sunObstacles: []\n", ""), 1);

        assertThat(facades.facades()).isEmpty();
        assertThat(facades.missing()).extracting(Missing::path).containsExactly("sunObstacles");
    }

    @Test
    void a_house_whose_storeys_are_not_told_has_its_lowest_row_alone() {
        Facade south = wall(facades(HOUSE.replace(", storeys: [{count: 6, height: 3}]", "") + LONG_BLOCK, 1), 0, -1);

        assertThat(south.rows()).hasSize(1).first().satisfies(row -> {
            assertThat(row.storey()).isNull();
            assertThat(row.level()).isEqualByComparingTo("4.9");
        });
    }

    @Test
    void a_neighbour_that_the_scheme_cannot_take_sun_from_is_not_sampled() {
        assertThat(facades(HOUSE.replace("box(0, 40", "box(0, 400") + LONG_BLOCK, 1)
                        .facades())
                .extracting(Facade::building)
                .containsOnly("南");
    }

    @Test
    void where_there_would_be_too_many_points_it_is_said_and_the_rest_is_sampled() {
        Sunlight.Facades facades = facades(
                HOUSE
                        + LONG_BLOCK.replace(
                                "controlHeights: []", "controlHeights: [], storeys: [{count: 200, height: 0.1}]"),
                1);

        assertThat(facades.gaps()).hasSize(1).first().satisfies(gap -> {
            assertThat(gap.building()).isEqualTo("南");
            assertThat(gap.missing()).extracting(Missing::path).containsExactly("settings/sun-facades");
        });
        assertThat(facades.facades()).extracting(Facade::building).containsOnly("北");
    }

    /** Sampled points are no windows. */
    @Test
    void what_is_measured_is_the_same_with_and_without_sampling() {
        for (String layers : List.of(SunScheme.EVERYTHING, HOUSE + LONG_BLOCK)) {
            Scheme scheme = SunScheme.of(layers);
            assertThat(SunScheme.survey(scheme, sampled(1)).measures())
                    .isEqualTo(SunScheme.survey(scheme, SunScheme.PLAIN).measures());
        }
    }
}
