package redline.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Times of one case in milliseconds, or ratios, one a round. */
record Figure(List<Double> rounds) {
    Figure {
        rounds = List.copyOf(rounds);
    }

    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Round by round: what disturbs a round disturbs both. */
    Figure over(Figure reference) {
        int rounds = Math.min(this.rounds.size(), reference.rounds.size());
        return new Figure(IntStream.range(0, rounds)
                .mapToObj(i -> this.rounds.get(i) / reference.rounds.get(i))
                .toList());
    }

    Figure times(double factor) {
        return new Figure(rounds.stream().map(round -> round * factor).toList());
    }

    /** The median, and in brackets the least and the greatest. */
    @Override
    public String toString() {
        double least = rounds.stream().min(Double::compare).orElseThrow();
        double greatest = rounds.stream().max(Double::compare).orElseThrow();
        return number(median()) + " (" + number(least) + "–" + number(greatest) + ")";
    }

    static String number(double value) {
        int decimals = value < 1 ? 3 : value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
