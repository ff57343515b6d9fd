package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Shadows, skylines and fields against the stretches of {@link Sky}, which small steps have confirmed ({@link SkyTest}). */
class ShadowsTest {
    private static final SunPath GREAT_COLD =
            SunPath.of(new Location(30.63, 120.56), LocalDate.of(2001, 1, 20), ZoneOffset.ofHours(8), 0.4);
    private static final GeometryFactory SHAPES = new GeometryFactory();

    @Test
    void a_block_ten_high_throws_at_noon_a_shadow_of_ten_over_the_tangent_of_the_altitude() {
        SunPath straight = SunPath.of(new Location(30.63, 120.56), LocalDate.of(2001, 1, 20), ZoneOffset.ofHours(8));
        Obstacles block =
                new Obstacles.Builder().prism("1#", box(0, 20, 0, 8), 0, 10).build();
        double altitude =
                Math.toRadians(90 - 30.63 + straight.declination(12)); // of the centre of the Earth: parallax is left
        Geometry shadow = Shadows.of(block, straight, 12, 0, owner -> true);
        assertThat(shadow.getEnvelopeInternal().getMaxY()).isCloseTo(8 + 10 / Math.tan(altitude), within(2e-3));
        assertThat(shadow.getArea()).isCloseTo(20 * 8 + 20 * 10 / Math.tan(altitude), within(4e-2));
        assertThat(Shadows.of(block, straight, 12, 10, owner -> true).isEmpty()).isTrue();
        assertThat(Shadows.of(block, straight, 12, 0, owner -> false).isEmpty()).isTrue();
        assertThatThrownBy(() -> Shadows.of(block, straight, 4, 0, owner -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_point_lies_in_the_shadow_of_an_hour_just_when_it_is_not_lit_then() {
        Random random = new Random(3);
        for (int layout = 0; layout < 30; layout++) {
            Obstacles obstacles = layout(random);
            Sky.Looker looker = new Sky(obstacles, GREAT_COLD, 8, 16).looker();
            for (int hour = 8; hour <= 16; hour++) {
                Geometry shadow = Shadows.of(obstacles, GREAT_COLD, hour, 0, owner -> true);
                for (int i = 0; i < 30; i++) {
                    double x = random.nextDouble(-120, 120);
                    double y = random.nextDouble(-60, 120);
                    Point point = SHAPES.createPoint(new Coordinate(x, y));
                    if (looker.inSolid(x, y, 0) || shadow.getBoundary().distance(point) < 1e-3) {
                        continue;
                    }
                    assertThat(shadow.contains(point))
                            .as("layout %d hour %d at %f %f", layout, hour, x, y)
                            .isEqualTo(!looker.from(x, y, 0).lit().contains(hour));
                }
            }
        }
    }

    @Test
    void the_sun_stands_in_a_hidden_part_of_the_sky_just_when_its_owner_is_in_the_way() {
        Random random = new Random(4);
        for (int layout = 0; layout < 30; layout++) {
            Obstacles obstacles = layout(random);
            Sky.Looker looker = new Sky(obstacles, GREAT_COLD, 8, 16).looker();
            for (int i = 0; i < 8; i++) {
                double x = random.nextDouble(-60, 60);
                double y = random.nextDouble(15, 60);
                double z = random.nextDouble(0, 15);
                Sky.Shade shade = looker.from(x, y, z);
                Map<Integer, Geometry> hidden = Skyline.of(obstacles, GREAT_COLD, x, y, z);
                for (double hour = 8.01; hour < 16; hour += 0.1) {
                    Point sun = SHAPES.createPoint(Skyline.of(GREAT_COLD, GREAT_COLD.direction(hour)));
                    for (int owner = 0; owner < obstacles.owners().size(); owner++) {
                        int who = owner;
                        Geometry area = hidden.getOrDefault(owner, SHAPES.createPolygon());
                        if (!area.isEmpty() && area.getBoundary().distance(sun) < 1e-3) {
                            continue; // edges are drawn by chords
                        }
                        assertThat(area.contains(sun))
                                .as(
                                        "layout %d %s at %f",
                                        layout, obstacles.owners().get(owner), hour)
                                .isEqualTo(shade.by(other -> other == who).contains(hour));
                    }
                }
            }
        }
    }

    @Test
    void true_north_is_up_in_the_sky_and_the_horizon_is_one_from_the_middle() {
        // along the grid's north, which lies the convergence west of the true azimuth's zero
        Coordinate north = Skyline.of(GREAT_COLD, new double[] {0, 1, 0});
        assertThat(Math.hypot(north.x, north.y)).isCloseTo(1, within(1e-12));
        assertThat(Math.toDegrees(Math.atan2(north.x, north.y))).isCloseTo(0.4, within(1e-9));
        Coordinate noon = Skyline.of(GREAT_COLD, GREAT_COLD.direction(12));
        assertThat(noon.x).isCloseTo(0, within(1e-4));
        assertThat(-noon.y).isCloseTo(Math.tan(Math.toRadians(90 - GREAT_COLD.altitude(12)) / 2), within(1e-6));
    }

    @Test
    void a_field_has_at_each_point_what_counts_there_and_nothing_within_a_building() {
        Obstacles block =
                new Obstacles.Builder().prism("1#", box(0, 20, 0, 8), 0, 10).build();
        Counting counting = new Counting(8, 16, false, 5, null, 0, true);
        Study study = new Study(block, java.util.Set.of("1#"), GREAT_COLD, counting);
        Field field = Field.of(study, new Envelope(-10, 30, -5, 25), 2.5, 0);
        assertThat(field.columns()).isEqualTo(17);
        assertThat(field.rows()).isEqualTo(13);
        Sky.Looker looker = new Sky(block, GREAT_COLD, 8, 16).looker();
        assertThat(field.at(6, 8))
                .isEqualTo(counting.hours(looker.from(5, 15, 0).lit()));
        assertThat(field.at(0, 0)).isEqualTo(8);
        assertThat(field.at(6, 3)).isNaN();
        assertThatThrownBy(() -> Field.of(study, new Envelope(0, 9000, 0, 9000), 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Obstacles layout(Random random) {
        Obstacles.Builder builder = new Obstacles.Builder();
        for (int i = 0; i < 6; i++) {
            double x = random.nextDouble(-80, 60);
            double y = random.nextDouble(-90, -5);
            double bottom = random.nextInt(3) == 0 ? random.nextDouble(2, 20) : 0;
            builder.prism(
                    "b" + i,
                    box(x, x + random.nextDouble(5, 40), y, y + random.nextDouble(5, 15)),
                    bottom,
                    bottom + random.nextDouble(3, 60));
        }
        builder.wall(
                "wall", new Coordinate[] {new Coordinate(-20, 0), new Coordinate(5, -3), new Coordinate(30, 2)}, 0, 9);
        builder.face("roof", new Coordinate[] {
            new Coordinate(-10, -8, 12),
            new Coordinate(20, -8, 12),
            new Coordinate(20, -2, 16),
            new Coordinate(-10, -2, 16)
        });
        return builder.build();
    }

    private static Polygon box(double x0, double x1, double y0, double y1) {
        return (Polygon) SHAPES.toGeometry(new Envelope(new Coordinate(x0, y0), new Coordinate(x1, y1)));
    }
}
