package redline.sun;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/** Stretches that are hidden as they are found, and the moments between which something changes. */
final class Hidden {
    private double[] ends = new double[32];
    private int[] owners = new int[16];
    private int count;
    private double[] cuts = new double[64];
    private int cutCount;
    private double[] left = new double[64];

    private int since;
    private boolean clearing;

    void clear() {
        count = 0;
    }

    /** Sets the mark: what is added from here on is of one obstacle. */
    void since() {
        since = count;
    }

    /** From here on what is added is taken from what was added since the mark. */
    void clearing() {
        clearing = true;
    }

    void add(int owner, double start, double stop) {
        if (clearing) {
            remove(owner, start, stop);
            return;
        }
        if (count > since && ends[2 * count - 1] == start) { // the sun goes on from one wall to the next
            ends[2 * count - 1] = stop;
            return;
        }
        if (count == owners.length) {
            owners = Arrays.copyOf(owners, 2 * count);
            ends = Arrays.copyOf(ends, 4 * count);
        }
        owners[count] = owner;
        ends[2 * count] = start;
        ends[2 * count + 1] = stop;
        count++;
    }

    private void remove(int owner, double start, double stop) {
        for (int i = since, n = count; i < n; i++) {
            double from = ends[2 * i];
            double to = ends[2 * i + 1];
            if (start <= from && stop >= to) {
                ends[2 * i + 1] = from;
            } else if (start <= from && stop > from) {
                ends[2 * i] = stop;
            } else if (start < to && stop >= to) {
                ends[2 * i + 1] = start;
            } else if (start > from && stop < to) {
                ends[2 * i + 1] = start;
                clearing = false;
                add(owner, stop, to);
                clearing = true;
            }
        }
    }

    /** From here on what is added is added again. */
    void cleared() {
        clearing = false;
        int kept = since;
        for (int i = since; i < count; i++) {
            if (ends[2 * i + 1] > ends[2 * i]) {
                ends[2 * kept] = ends[2 * i];
                ends[2 * kept + 1] = ends[2 * i + 1];
                owners[kept++] = owners[i];
            }
        }
        count = kept;
    }

    void cuts(double start, double stop) {
        cuts[0] = start;
        cuts[1] = stop;
        cutCount = 2;
    }

    void cut(Crossing crossing, int n) {
        if (cutCount + n > cuts.length) {
            cuts = Arrays.copyOf(cuts, 2 * cuts.length);
        }
        for (int i = 0; i < n; i++) {
            cuts[cutCount++] = crossing.at[i];
        }
    }

    /** Between neighbouring cuts all is hidden or nothing. */
    void addWhere(int owner, DoublePredicate isHidden) {
        Arrays.sort(cuts, 0, cutCount);
        for (int i = 0; i + 1 < cutCount; i++) {
            if (cuts[i + 1] > cuts[i] && isHidden.test((cuts[i] + cuts[i + 1]) / 2)) {
                add(owner, cuts[i], cuts[i + 1]);
            }
        }
    }

    /** Puts what was added in the order in which it begins, in hours; nothing is added any more. */
    void order() {
        for (int i = 0; i < count; i++) {
            double from = SunPath.hour(ends[2 * i]);
            double to = SunPath.hour(ends[2 * i + 1]);
            int owner = owners[i];
            int j = i; // there are few of them
            for (; j > 0 && ends[2 * j - 2] > from; j--) {
                ends[2 * j] = ends[2 * j - 2];
                ends[2 * j + 1] = ends[2 * j - 1];
                owners[j] = owners[j - 1];
            }
            ends[2 * j] = from;
            ends[2 * j + 1] = to;
            owners[j] = owner;
        }
    }

    /** What is left of stretches after everything stands. Ordered. */
    Spans after(Spans open) {
        return leaves(open, stretch -> true);
    }

    /** What was left of them before owners came, by their number, where {@code after} is left now. Ordered. */
    Spans before(Spans open, Spans after, boolean[] added) {
        for (int i = 0; i < count; i++) {
            if (added[owners[i]]) {
                return leaves(open, stretch -> !added[owners[stretch]]);
            }
        }
        return after;
    }

    private Spans leaves(Spans open, IntPredicate counts) {
        if (left.length < 2 * count + open.length()) {
            left = new double[2 * (2 * count + open.length())];
        }
        return open.without(ends, count, counts, left);
    }

    /** Ordered. */
    Sky.Shade shade(Spans day) {
        return new Sky.Shade(day, Arrays.copyOf(owners, count), Arrays.copyOf(ends, 2 * count));
    }
}
