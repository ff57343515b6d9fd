package redline.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.measure.Changed;
import redline.measure.GeneratedScheme;
import redline.measure.Measure;
import redline.measure.Reading;
import redline.measure.Settings;
import redline.scheme.Scheme;
import redline.scheme.Subject;
import redline.scheme.Volume.ControlHeight.Point;

/** What must hold of measures and facts of any scheme. */
class PromisesOfMeasuringTest {
    private static final Settings SETTINGS = new Settings(new BigDecimal("60"), Set.of(Point.PARAPET_TOP, Point.EAVE));

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void moving_a_scheme_changes_no_digit_and_no_subject(
            @ForAll long seed, @ForAll @IntRange(min = -1000000, max = 1000000) int millimetres) {
        Scheme scheme = GeneratedScheme.of(seed, 0.05);
        Scheme moved = Changed.moved(
                scheme,
                BigDecimal.valueOf(millimetres, 3).toPlainString(),
                BigDecimal.valueOf(millimetres * 7L % 1000000, 3).toPlainString());

        SchemeRecord before = Projection.of(scheme, SETTINGS);
        SchemeRecord after = Projection.of(moved, SETTINGS);

        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(withoutShapes(after)).isEqualTo(withoutShapes(before));
        assertThat(after.absences()).isEqualTo(before.absences());
    }

    @Property(tries = 150, shrinking = ShrinkingMode.OFF)
    void the_order_of_a_files_lists_changes_nothing(@ForAll long seed, @ForAll long order) {
        Scheme scheme = GeneratedScheme.of(seed, 0.05);

        SchemeRecord before = Projection.of(scheme, SETTINGS);
        SchemeRecord after = Projection.of(Changed.shuffled(scheme, order), SETTINGS);

        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(after.measures()).isEqualTo(before.measures());
        assertThat(after.absences()).isEqualTo(before.absences());
        assertThat(after.outlines()).isEqualTo(before.outlines());
    }

    @Property(tries = 120, shrinking = ShrinkingMode.OFF)
    void what_is_not_known_turns_readings_unknown_or_leaves_them(
            @ForAll long seed, @ForAll @IntRange(min = 0) int which) {
        Scheme scheme = GeneratedScheme.of(seed, 0.03);
        SchemeRecord before = Projection.of(scheme, SETTINGS);
        int all = Changed.blankable(scheme);
        for (int i = 0; i < 12; i++) {
            int n = Math.floorMod(which + i * 7919, all);
            assertOnlyLess(before, Projection.of(Changed.blanked(scheme, n), SETTINGS), "seed " + seed + " blank " + n);
        }
    }

    @Test
    @Tag("soak")
    void every_single_attribute_of_many_schemes_may_be_unknown() {
        for (long seed = 0; seed < 60; seed++) {
            Scheme scheme = GeneratedScheme.of(seed, seed % 3 * 0.02);
            SchemeRecord before = Projection.of(scheme, SETTINGS);
            int all = Changed.blankable(scheme);
            for (int n = 0; n < all; n++) {
                assertOnlyLess(
                        before, Projection.of(Changed.blanked(scheme, n), SETTINGS), "seed " + seed + " blank " + n);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"office-2016, 1", "wuzhen-housing, 37"})
    void attributes_of_the_showcases_may_be_unknown(String name, int every) throws IOException {
        Scheme scheme = showcase(name);
        SchemeRecord before = Projection.of(scheme, SETTINGS);
        int all = Changed.blankable(scheme);
        assertThat(all).isGreaterThan(30);
        for (int n = 0; n < all; n += every) {
            assertOnlyLess(before, Projection.of(Changed.blanked(scheme, n), SETTINGS), name + " blank " + n);
        }
    }

    @Test
    void the_housing_showcase_may_be_moved() throws IOException {
        Scheme scheme = showcase("wuzhen-housing");

        SchemeRecord before = Projection.of(scheme, SETTINGS);
        SchemeRecord after = Projection.of(Changed.moved(scheme, "789.123", "-654.321"), SETTINGS);

        assertThat(after.facts()).isEqualTo(before.facts());
        assertThat(withoutShapes(after)).isEqualTo(withoutShapes(before));
    }

    private static Scheme showcase(String name) throws IOException {
        Path file = Path.of("test-cases", "schemes", name, "scheme.yaml");
        Intake intake = SchemeReader.read(new Source("scheme.yaml", Files.readAllBytes(file)), null);
        return ((Intake.Accepted) intake).scheme();
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void one_record_has_no_subject_twice_and_no_measure_twice(@ForAll long seed) {
        SchemeRecord record = Projection.of(GeneratedScheme.of(seed, 0.1), SETTINGS);

        assertThat(record.measures().stream()
                        .map(m -> m.quantity() + " " + m.subject().kind() + " "
                                + m.subject().id()))
                .doesNotHaveDuplicates();
        assertThat(record.facts().stream()
                        .filter(fact -> fact instanceof Fact.About)
                        .map(fact -> ((Fact.About) fact).subject())
                        .map(subject -> subject.kind() + " " + subject.id()))
                .doesNotHaveDuplicates();
        assertThat(record.facts().stream()
                        .filter(fact -> fact.id() != null)
                        .map(fact -> fact.getClass().getSimpleName() + " " + fact.id()))
                .doesNotHaveDuplicates();
    }

    /** Compared with {@code before}, {@code after} knows less and nothing else. */
    static void assertOnlyLess(SchemeRecord before, SchemeRecord after, String which) {
        Map<String, Reading> readings = new HashMap<>();
        before.measures().forEach(m -> readings.put(key(m), m.reading()));
        for (Measure measure : after.measures()) {
            if (measure.reading() instanceof Reading.Known) {
                assertThat(measure.reading()).as("%s: %s", which, key(measure)).isEqualTo(readings.get(key(measure)));
            }
        }
        Set<String> subjects = new HashSet<>();
        Set<Subject.Kind> notSupplied = new HashSet<>();
        Map<String, Fact> facts = new HashMap<>();
        after.facts().forEach(fact -> {
            if (fact instanceof Fact.About about) {
                subjects.add(about.subject().kind() + " " + about.subject().id());
                if (fact.id() == null) {
                    notSupplied.add(about.subject().kind());
                }
            }
        });
        before.facts().forEach(fact -> {
            if (fact instanceof Fact.About about
                    && !subjects.contains(
                            about.subject().kind() + " " + about.subject().id())) {
                assertThat(notSupplied)
                        .as("%s: %s vanished", which, about.subject())
                        .contains(about.subject().kind());
            }
            if (fact.id() != null) {
                facts.put(fact.getClass().getSimpleName() + " " + fact.id(), fact);
            }
        });
        for (Fact fact : after.facts()) {
            Fact known = facts.get(fact.getClass().getSimpleName() + " " + fact.id());
            if (known != null) {
                assertOnlyLess(known, fact, which);
            }
        }
    }

    private static void assertOnlyLess(Fact before, Fact after, String which) {
        for (RecordComponent component : before.getClass().getRecordComponents()) {
            boolean named =
                    component.getName().equals("subject") || component.getName().equals("letter");
            Object is = value(component, after);
            if (is != null && !named) {
                assertThat(is)
                        .as("%s: %s of %s", which, component.getName(), before)
                        .isEqualTo(value(component, before));
            }
        }
    }

    private static Object value(RecordComponent component, Fact fact) {
        try {
            return component.getAccessor().invoke(fact);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String key(Measure measure) {
        return measure.quantity() + " " + measure.subject().kind() + " "
                + measure.subject().id();
    }

    private static List<Object> withoutShapes(SchemeRecord record) {
        List<Object> all = new ArrayList<>();
        record.measures()
                .forEach(m -> all.add(List.of(
                        m.quantity(), m.subject(), m.reading(), m.evidence().formula())));
        return all;
    }
}
