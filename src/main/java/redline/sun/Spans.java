package redline.sun;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Stretches of time in hours, apart from each other and in order. */
public final class Spans {
    public static final Spans NONE = new Spans(new double[0]);

    /** Ends closer than this are one moment: 3.6 µs, far above what the ends are computed with. */
    private static final double SAME = 1e-9;

    private final double[] ends;

    private Spans(double[] ends) {
        this.ends = ends;
    }

    /** From one hour to another; nothing where that is no time at all. */
    public static Spans of(double from, double to) {
        return to - from > SAME ? new Spans(new double[] {from, to}) : NONE;
    }

    /** One stretch. */
    public record Span(double from, double to) {
        public double hours() {
            return to - from;
        }
    }

    public List<Span> list() {
        List<Span> spans = new ArrayList<>(ends.length / 2);
        for (int i = 0; i < ends.length; i += 2) {
            spans.add(new Span(ends[i], ends[i + 1]));
        }
        return spans;
    }

    public boolean isEmpty() {
        return ends.length == 0;
    }

    /** Where the first begins. */
    double begin() {
        return ends[0];
    }

    /** Where the last ends. */
    double end() {
        return ends[ends.length - 1];
    }

    /** How many ends there are. */
    int length() {
        return ends.length;
    }

    /** All together, hours. */
    public double hours() {
        double sum = 0;
        for (int i = 0; i < ends.length; i += 2) {
            sum += ends[i + 1] - ends[i];
        }
        return sum;
    }

    /** All together between two hours, hours; without stretches shorter than {@code least}. */
    double hours(double from, double to, double least) {
        double sum = 0;
        for (int i = 0; i < ends.length; i += 2) {
            double hours = Math.min(ends[i + 1], to) - Math.max(ends[i], from);
            if (hours > SAME && hours >= least - SAME) {
                sum += hours;
            }
        }
        return sum;
    }

    /** Stretches in any order that may overlap, as pairs of ends; {@code length} numbers of the array are read and put in order. */
    static Spans union(double[] pairs, int length) {
        if (length == 0) {
            return NONE;
        }
        sort(pairs, length);
        double[] merged = new double[length];
        int n = 0;
        for (int i = 0; i < length; i += 2) {
            if (n > 0 && pairs[i] <= merged[n - 1] + SAME) {
                merged[n - 1] = Math.max(merged[n - 1], pairs[i + 1]);
            } else {
                merged[n++] = pairs[i];
                merged[n++] = pairs[i + 1];
            }
        }
        return new Spans(Arrays.copyOf(merged, n));
    }

    /** By where they begin; there are few of them. */
    private static void sort(double[] pairs, int length) {
        for (int i = 2; i < length; i += 2) {
            double from = pairs[i];
            double to = pairs[i + 1];
            int j = i - 2;
            for (; j >= 0 && pairs[j] > from; j -= 2) {
                pairs[j + 2] = pairs[j];
                pairs[j + 3] = pairs[j + 1];
            }
            pairs[j + 2] = from;
            pairs[j + 3] = to;
        }
    }

    public Spans or(Spans other) {
        double[] both = Arrays.copyOf(ends, ends.length + other.ends.length);
        System.arraycopy(other.ends, 0, both, ends.length, other.ends.length);
        return union(both, both.length);
    }

    public Spans and(Spans other) {
        double[] both = new double[2 * (ends.length + other.ends.length)];
        int n = 0;
        for (int i = 0, j = 0; i < ends.length && j < other.ends.length; ) {
            double from = Math.max(ends[i], other.ends[j]);
            double to = Math.min(ends[i + 1], other.ends[j + 1]);
            if (to - from > SAME) {
                both[n++] = from;
                both[n++] = to;
            }
            if (ends[i + 1] < other.ends[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return new Spans(Arrays.copyOf(both, n));
    }

    /** What of this is not in the other. */
    public Spans without(Spans other) {
        return without(other.ends, other.ends.length / 2, stretch -> true);
    }

    /** What of this is not in so many stretches that may overlap, in the order in which they begin; those that are counted by their number. */
    Spans without(double[] pairs, int stretches, IntPredicate counts) {
        return without(pairs, stretches, counts, new double[ends.length + 2 * stretches]);
    }

    /** The same; {@code left} holds as many numbers as both have, and is written over. */
    Spans without(double[] pairs, int stretches, IntPredicate counts, double[] left) {
        int n = 0;
        int first = 0; // of the stretches that are not over yet
        for (int i = 0; i < ends.length; i += 2) {
            double from = ends[i];
            double to = ends[i + 1];
            while (first < stretches && pairs[2 * first + 1] <= from) {
                first++;
            }
            for (int k = first; k < stretches && pairs[2 * k] < to; k++) {
                if (counts.test(k)) {
                    if (pairs[2 * k] - from > SAME) {
                        left[n++] = from;
                        left[n++] = pairs[2 * k];
                    }
                    from = Math.max(from, pairs[2 * k + 1]);
                }
            }
            if (to - from > SAME) {
                left[n++] = from;
                left[n++] = to;
            }
        }
        return n == 0 ? NONE : new Spans(Arrays.copyOf(left, n));
    }

    /** Those of at least so many hours. */
    public Spans notShorterThan(double hours) {
        double[] kept = new double[ends.length];
        int n = 0;
        for (int i = 0; i < ends.length; i += 2) {
            if (ends[i + 1] - ends[i] >= hours - SAME) {
                kept[n++] = ends[i];
                kept[n++] = ends[i + 1];
            }
        }
        return new Spans(Arrays.copyOf(kept, n));
    }

    public boolean contains(double hour) {
        for (int i = 0; i < ends.length; i += 2) {
            if (hour >= ends[i] && hour <= ends[i + 1]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spans spans && Arrays.equals(ends, spans.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return list().toString();
    }
}
