package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.util.AffineTransformation;

/** What holds of every layout. */
class SunPropertiesTest {
    private static final double SECOND = 1.0 / 3600;
    private static final double NOTHING = 1e-6;
    private static final Location TONGXIANG = new Location(30.63, 120.56);
    private static final LocalDate GREAT_COLD = LocalDate.of(2001, 1, 20);
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final SunPath PATH = SunPath.of(TONGXIANG, GREAT_COLD, BEIJING);
    private static final AffineTransformation HERE = new AffineTransformation();
    private static final Counting ALL = new Counting(8, 16, false, 0, null, 0, true);

    /**
     * On the day of the winter solstice, when the declination moves by 0.0006° in six hours: by a fifth of a second for the sun that passes an
     * edge, which is more for the one that slides along it. So all ends together may be off by five seconds.
     */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void a_layout_in_the_mirror_has_its_hours_in_the_mirror(@ForAll long seed) {
        SunPath solstice = SunPath.of(TONGXIANG, LocalDate.of(2001, 12, 22), BEIJING);
        Counting counting = new Counting(9, 15, false, 0, null, 0, true);

        List<WindowSun> seen = study(new RandomLayout(seed, HERE), solstice, counting);
        List<WindowSun> mirrored =
                study(new RandomLayout(seed, AffineTransformation.scaleInstance(-1, 1)), solstice, counting);

        for (int i = 0; i < seen.size(); i++) {
            Spans turned = Spans.NONE;
            for (Spans.Span span : mirrored.get(i).after().list()) {
                turned = turned.or(Spans.of(24 - span.to(), 24 - span.from()));
            }
            Spans there = seen.get(i).after();
            assertThat(there.without(turned).hours() + turned.without(there).hours())
                    .as("%s %s", there, turned)
                    .isLessThan(5 * SECOND);
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void what_is_added_never_adds_sun(@ForAll long seed) {
        for (WindowSun sun : study(new RandomLayout(seed, HERE), PATH, ALL)) {
            assertThat(sun.after().without(sun.before())).isEqualTo(Spans.NONE);
            assertThat(sun.hoursAfter()).isLessThanOrEqualTo(sun.hoursBefore());
        }
    }

    /** Of volumes and walls that stand on the ground: from under a volume that floats one may well rise into its shadow. */
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void a_higher_sill_never_has_less_sun(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 40) double higher) {
        RandomLayout layout = new RandomLayout(seed, true, HERE);
        Study study = new Study(layout.steps.obstacles(), Set.of(), PATH, ALL);
        List<Window> raised = layout.windows.stream()
                .map(w -> new Window(
                        w.id(), w.building(), w.ax(), w.ay(), w.bx(), w.by(), w.sill() + higher, w.nx(), w.ny()))
                .toList();

        List<WindowSun> low = study.of(layout.windows);
        List<WindowSun> high = study.of(raised);

        for (int i = 0; i < low.size(); i++) {
            assertThat(low.get(i).after().without(high.get(i).after()).hours()).isLessThan(NOTHING);
        }
    }

    /** Where the grid's north is turned by the convergence, all of the drawing is. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_turned_grid_changes_nothing(@ForAll long seed, @ForAll @DoubleRange(min = -3, max = 3) double convergence) {
        AffineTransformation turned = AffineTransformation.rotationInstance(Math.toRadians(convergence));

        same(
                study(new RandomLayout(seed, HERE), PATH, ALL),
                study(new RandomLayout(seed, turned), SunPath.of(TONGXIANG, GREAT_COLD, BEIJING, convergence), ALL));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_layout_that_is_moved_keeps_its_hours(
            @ForAll long seed,
            @ForAll @IntRange(min = -1000, max = 1000) int east,
            @ForAll @IntRange(min = -1000, max = 1000) int north) {
        same(
                study(new RandomLayout(seed, HERE), PATH, ALL),
                study(new RandomLayout(seed, AffineTransformation.translationInstance(east, north)), PATH, ALL));
    }

    /** Windows above each other are looked from together: the answer is the one of each alone, to the last bit. */
    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void a_window_has_its_hours_whoever_is_asked_with_it(@ForAll long seed) {
        RandomLayout layout = new RandomLayout(seed, HERE);
        Study study = new Study(layout.steps.obstacles(), Set.of(), PATH, ALL);

        List<WindowSun> together = study.of(layout.windows);
        List<WindowSun> alone = layout.windows.stream()
                .map(window -> study.of(List.of(window)).get(0))
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    private static void same(List<WindowSun> some, List<WindowSun> others) {
        for (int i = 0; i < some.size(); i++) {
            assertThat(others.get(i).hoursBefore()).isCloseTo(some.get(i).hoursBefore(), within(NOTHING));
            assertThat(others.get(i).hoursAfter()).isCloseTo(some.get(i).hoursAfter(), within(NOTHING));
        }
    }

    private static List<WindowSun> study(RandomLayout layout, SunPath path, Counting counting) {
        Obstacles obstacles = layout.steps.obstacles();
        Set<String> added =
                obstacles.owners().stream().filter(SmallSteps::isAdded).collect(Collectors.toSet());
        return new Study(obstacles, added, path, counting).of(layout.windows);
    }
}
