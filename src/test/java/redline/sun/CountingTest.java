package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CountingTest {
    /** 25 min, 4 min, 2 h, 35 min and 30 min of which half is after four. */
    private static final Spans LIT = Spans.of(8, 8 + 25 / 60.0)
            .or(Spans.of(9, 9 + 4 / 60.0))
            .or(Spans.of(10, 12))
            .or(Spans.of(14, 14 + 35 / 60.0))
            .or(Spans.of(15.75, 16.25));

    @Test
    void all_together_without_what_is_too_short() {
        assertThat(minutes(new Counting(8, 16, false, 0, null, 0, true))).isCloseTo(199, within(1e-6));
        assertThat(minutes(new Counting(8, 16, false, 5, null, 0, true))).isCloseTo(195, within(1e-6));
        assertThat(minutes(new Counting(8, 16, false, 30, null, 0, true))).isCloseTo(155, within(1e-6));
    }

    @Test
    void a_stretch_of_just_the_least_counts() {
        assertThat(minutes(new Counting(8, 16, false, 25, null, 0, true))).isCloseTo(180, within(1e-6));
        assertThat(minutes(new Counting(8, 16, false, 25.001, null, 0, true))).isCloseTo(155, within(1e-6));
    }

    @Test
    void the_longest_alone() {
        Counting continuous = new Counting(8, 16, true, 5, null, 0, true);

        assertThat(minutes(continuous)).isCloseTo(120, within(1e-6));
        assertThat(continuous.counted(LIT)).isEqualTo(Spans.of(10, 12));
    }

    @Test
    void the_two_longest() {
        Counting two = new Counting(8, 16, false, 5, 2, 0, true);

        assertThat(minutes(two)).isCloseTo(155, within(1e-6));
        assertThat(two.counted(LIT)).isEqualTo(Spans.of(10, 12).or(Spans.of(14, 14 + 35 / 60.0)));
    }

    @Test
    void only_the_time_that_counts() {
        assertThat(minutes(new Counting(9, 15, false, 5, null, 0, true))).isCloseTo(155, within(1e-6));
    }

    @Test
    void what_counts_is_what_the_hours_are_of() {
        for (Counting counting : List.of(
                new Counting(8, 16, false, 5, null, 0, true),
                new Counting(9, 15, false, 30, 1, 0, true),
                new Counting(8, 16, true, 5, 3, 0, false))) {
            assertThat(counting.hours(LIT)).isCloseTo(counting.counted(LIT).hours(), within(1e-12));
        }
    }

    private static double minutes(Counting counting) {
        return counting.hours(LIT) * 60;
    }

    /** Against a bit for every hour. */
    @Property(tries = 300)
    void stretches_are_sets(
            @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 20) Integer> some,
            @ForAll @Size(max = 5) List<@IntRange(min = 0, max = 20) Integer> others) {
        BitSet a = bits(some);
        BitSet b = bits(others);
        BitSet and = (BitSet) a.clone();
        and.and(b);
        BitSet or = (BitSet) a.clone();
        or.or(b);
        BitSet without = (BitSet) a.clone();
        without.andNot(b);

        assertThat(spans(a).and(spans(b))).isEqualTo(spans(and));
        assertThat(spans(a).or(spans(b))).isEqualTo(spans(or));
        assertThat(spans(a).without(spans(b))).isEqualTo(spans(without));
        assertThat(spans(a).hours()).isEqualTo(a.cardinality());
    }

    /** Three hours from each. */
    private static BitSet bits(List<Integer> begins) {
        BitSet bits = new BitSet();
        begins.forEach(begin -> bits.set(begin, begin + 3));
        return bits;
    }

    private static Spans spans(BitSet bits) {
        Spans spans = Spans.NONE;
        for (int from = bits.nextSetBit(0); from >= 0; ) {
            int to = bits.nextClearBit(from);
            spans = spans.or(Spans.of(from, to));
            from = bits.nextSetBit(to);
        }
        return spans;
    }
}
