package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

class HighestTest {
    private static final double LATITUDE = 30.63;
    private static final Location TONGXIANG = new Location(LATITUDE, 120.56);
    private static final SunPath PATH = SunPath.of(TONGXIANG, LocalDate.of(2001, 1, 20), ZoneOffset.ofHours(8));
    private static final Counting MIDDLE = new Counting(8, 16, false, 5, null, 0, false);
    private static final Obstacles NOTHING = new Obstacles.Builder().build();
    private static final Window SOUTH = new Window("south", "house", -0.9, 0, 0.9, 0, 0.9, 0, -1);

    /**
     * A block as long as the horizon, {@code away} to the south: behind it the sun rises and sets as on ground that lies further north by the
     * angle of its edge, so that of two, three, six hours the angle follows.
     */
    @Test
    void an_endless_block_before_one_window_in_closed_form() {
        Study now = new Study(NOTHING, Set.of(), PATH, MIDDLE);
        Polygon footprint = box(-9000, 9000, -45, -30);
        for (double hours : new double[] {2, 3, 6}) {
            Highest highest =
                    Highest.of(now, Highest.Block.over(footprint, 0), 0, 100, List.of(Highest.Wanted.of(SOUTH, hours)));

            assertThat(highest.top()).isCloseTo(0.9 + (30 - 1e-4) * Math.tan(edge(hours)), within(0.0015));
            assertThat(highest.window()).isEqualTo(SOUTH);
            assertThat(highest.hours()).isBetween(hours - 1e-6, hours + 0.001);
        }
    }

    /** The angle behind which the day is so long. */
    private static double edge(double hours) {
        double low = 0;
        double high = Math.toRadians(39);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (half(middle, -1) + half(middle, 1) > hours) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double half(double edge, int side) {
        double latitude = Math.toRadians(LATITUDE) + edge;
        double parallax = Math.toRadians(8.794 / 3600) * Math.cos(edge);
        double hours = 2;
        for (int i = 0; i < 6; i++) {
            double declination = Math.toRadians(PATH.declination(12 + side * hours));
            double cosine = parallax / Math.cos(declination) - Math.tan(declination) * Math.sin(latitude);
            hours = Math.toDegrees(Math.acos(Math.min(1, cosine / Math.cos(latitude)))) / 15;
        }
        return hours;
    }

    @Test
    void a_window_that_has_less_than_it_must_have_keeps_what_it_has() {
        Obstacles old = new Obstacles.Builder()
                .prism("old", box(-9000, 9000, -70, -60), 0, 46)
                .build();
        Study now = new Study(old, Set.of(), PATH, MIDDLE);
        double has = now.of(List.of(SOUTH)).get(0).hoursAfter();
        assertThat(has).isBetween(3.5, 4.0);

        Highest highest = Highest.of(
                now, Highest.Block.over(box(-9000, 9000, -45, -30), 0), 0, 100, List.of(Highest.Wanted.of(SOUTH, 5)));

        // its edge stands under the same angle as the old one's
        assertThat(highest.top()).isCloseTo(0.9 + (46 - 0.9) / 2, within(0.0015));
        assertThat(highest.hours()).isCloseTo(has, within(1e-5));
    }

    @Test
    void where_no_window_is_in_its_shadow_a_block_may_be_as_high_as_was_asked_for() {
        Study now = new Study(NOTHING, Set.of(), PATH, MIDDLE);
        Highest.Wanted wanted = Highest.Wanted.of(SOUTH, 8);

        assertThat(Highest.of(now, Highest.Block.over(box(-20, 20, 20, 40), 3), 3, 80.5, List.of(wanted)))
                .isEqualTo(new Highest(80.5, null, null, 0, List.of()));
        assertThat(Highest.of(now, Highest.Block.over(box(-20, 20, -40, -20), 3), 3, 80.5, List.of()))
                .isEqualTo(new Highest(80.5, null, null, 0, List.of()));
    }

    @Test
    void with_several_rooms_the_best_one_or_the_next_decides() {
        Study now = new Study(NOTHING, Set.of(), PATH, MIDDLE);
        Window away = new Window("away", "house", 900, 0, 901.8, 0, 0.9, 0, -1);
        Highest.Block block = Highest.Block.over(box(-40, 40, -45, -30), 0);
        List<List<List<Window>>> rooms = List.of(List.of(List.of(SOUTH)), List.of(List.of(away)));

        Highest best = Highest.of(now, block, 0, 100, List.of(new Highest.Wanted("flat", rooms, true, 0, 3)));
        Highest next = Highest.of(now, block, 0, 100, List.of(new Highest.Wanted("flat", rooms, true, 1, 3)));
        Highest alone = Highest.of(now, block, 0, 100, List.of(Highest.Wanted.of(SOUTH, 3)));

        assertThat(best.limit()).isNull();
        assertThat(next.top()).isEqualTo(alone.top()).isLessThan(100);
        assertThat(next.window()).isEqualTo(SOUTH);
    }

    @Test
    void of_a_room_with_several_windows_the_darkest_or_the_lightest_decides() {
        Study now = new Study(NOTHING, Set.of(), PATH, MIDDLE);
        Window away = new Window("away", "house", 900, 0, 901.8, 0, 0.9, 0, -1);
        Highest.Block block = Highest.Block.over(box(-40, 40, -45, -30), 0);
        List<List<List<Window>>> room = List.of(List.of(List.of(SOUTH), List.of(away)));

        Highest darkest = Highest.of(now, block, 0, 100, List.of(new Highest.Wanted("room", room, true, 0, 3)));
        Highest lightest = Highest.of(now, block, 0, 100, List.of(new Highest.Wanted("room", room, false, 0, 3)));

        assertThat(darkest.window()).isEqualTo(SOUTH);
        assertThat(lightest.limit()).isNull();
    }

    @Test
    void where_nothing_may_be_taken_the_block_ends_under_the_lowest_sun() {
        Study now = new Study(NOTHING, Set.of(), PATH, MIDDLE);

        Highest highest = Highest.of(
                now, Highest.Block.over(box(-9000, 9000, -45, -30), 0), 0, 80, List.of(Highest.Wanted.of(SOUTH, 8)));

        double altitude = Math.toRadians(PATH.altitude(8));
        double before = Math.cos(Math.toRadians(180 - PATH.azimuth(8)));
        double later = Math.tan(Math.toRadians(PATH.altitude(16))) / Math.cos(Math.toRadians(PATH.azimuth(16) - 180));
        assertThat(highest.top())
                .isCloseTo(0.9 + (30 - 1e-4) * Math.min(Math.tan(altitude) / before, later), within(0.0015));
    }

    /** All obstacles together, the block among them: at its height all windows keep what they must have, a centimetre higher one does not. */
    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void a_centimetre_more_breaks_one(@ForAll long seed) {
        RandomLayout layout = new RandomLayout(seed, new AffineTransformation());
        Random random = new Random(seed);
        Counting counting = new Counting(8, 16, seed % 2 == 0, 5, seed % 3 == 0 ? 2 : null, 0, true);
        double x = random.nextDouble(-30, 30);
        Polygon footprint = box(x, x + random.nextDouble(10, 60), -70, -random.nextDouble(40, 60));
        List<Highest.Wanted> wanted = new ArrayList<>();
        layout.windows.forEach(window -> wanted.add(Highest.Wanted.of(window, random.nextDouble(1, 4))));
        Study now = new Study(layout.steps.obstacles(), Set.of(), PATH, counting);

        Highest highest = Highest.of(now, Highest.Block.over(footprint, 0), 0, 90, wanted);

        List<String> none = broken(layout, now, footprint, highest.top(), wanted);
        List<String> higher = broken(layout, now, footprint, highest.top() + 0.01, wanted);
        assertThat(none).isEmpty();
        if (highest.limit() == null) {
            assertThat(highest.top()).isEqualTo(90);
        } else {
            assertThat(higher).contains(highest.limit().id());
        }
    }

    private static Window window(Highest.Wanted wanted) {
        return wanted.rooms().get(0).get(0).get(0);
    }

    /** As high as the one or the other stretch by itself allows, whichever allows more. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void a_wide_window_is_limited_by_its_most_favourable_stretch(@ForAll long seed) {
        RandomLayout layout = new RandomLayout(seed, new AffineTransformation());
        Random random = new Random(seed);
        double x = random.nextDouble(-30, 30);
        Polygon footprint = box(x, x + random.nextDouble(10, 60), -70, -random.nextDouble(40, 60));
        List<Window> stretches = List.of(layout.windows.get(0), layout.windows.get(2));
        Study now = new Study(layout.steps.obstacles(), Set.of(), PATH, new Counting(8, 16, false, 0, null, 0, true));
        double least = now.of(stretches).stream()
                .mapToDouble(WindowSun::hoursAfter)
                .min()
                .orElseThrow();
        double hours = random.nextDouble(0.2, 0.9) * least;

        double apart = stretches.stream()
                .mapToDouble(one -> Highest.of(
                                now, Highest.Block.over(footprint, 0), 0, 90, List.of(Highest.Wanted.of(one, hours)))
                        .top())
                .max()
                .orElseThrow();

        assertThat(Highest.of(
                                now,
                                Highest.Block.over(footprint, 0),
                                0,
                                90,
                                List.of(new Highest.Wanted("wide", List.of(List.of(stretches)), true, 0, hours)))
                        .top())
                .isEqualTo(apart);
    }

    private static List<String> broken(
            RandomLayout layout, Study now, Polygon footprint, double top, List<Highest.Wanted> wanted) {
        RandomLayout again = new RandomLayout(layout.seed, new AffineTransformation());
        again.steps.prism("block", footprint, 0, top);
        List<WindowSun> suns = new Study(again.steps.obstacles(), Set.of("block"), now.path(), now.counting())
                .of(wanted.stream().map(HighestTest::window).toList());
        List<String> broken = new ArrayList<>();
        for (int i = 0; i < suns.size(); i++) {
            double kept = Math.min(wanted.get(i).hours(), suns.get(i).hoursBefore());
            if (suns.get(i).hoursAfter() < kept - 2e-6) {
                broken.add(wanted.get(i).id());
            }
        }
        return broken;
    }

    private static Polygon box(double x0, double x1, double y0, double y1) {
        return (Polygon) new GeometryFactory().toGeometry(new Envelope(new Coordinate(x0, y0), new Coordinate(x1, y1)));
    }
}
