package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Pairs of columns of a table that are the two ends of an interval, told by their names: above/upTo, storeysFrom/storeysTo. */
final class Intervals {
    /** Words that begin an interval; true: the end itself belongs to it. */
    private static final Map<String, Boolean> LOWER =
            Map.of("above", false, "over", false, "morethan", false, "from", true, "atleast", true, "min", true);

    private static final Map<String, Boolean> UPPER = Map.of(
            "below", false, "under", false, "lessthan", false, "upto", true, "to", true, "atmost", true, "max", true);

    /** Words of a key that stand for every word of their column. */
    private static final Set<String> ANY = Set.of("ANY", "EITHER");

    /** @param counts whole numbers, both ends belong: 1–3 is followed by 4–9 */
    record Pair(String lower, String upper, boolean lowerBelongs, boolean upperBelongs, boolean counts) {
        /** Whether an interval that begins at {@code begin} follows at once upon one that ends at {@code end}. */
        boolean meet(double end, double begin) {
            return counts ? begin == end + 1 : begin == end;
        }

        boolean overlap(Row one, Row other) {
            Double from = lower(one);
            Double to = upper(one);
            Double otherFrom = lower(other);
            Double otherTo = upper(other);
            return from == null
                    || to == null
                    || otherFrom == null
                    || otherTo == null
                    || before(from, otherTo) && before(otherFrom, to);
        }

        private boolean before(double begin, double end) {
            return lowerBelongs && upperBelongs ? begin <= end : begin < end;
        }

        Double lower(Row row) {
            return (Double) row.values().get(lower);
        }

        Double upper(Row row) {
            return (Double) row.values().get(upper);
        }
    }

    private final Pack.Table table;
    private final List<Pair> pairs = new ArrayList<>();

    Intervals(Pack.Table table) {
        this.table = table;
        List<Row.Column> numbers = table.type().columns().stream()
                .filter(c -> c.type() == Double.class)
                .toList();
        for (Row.Column lower : numbers) {
            for (Row.Column upper : numbers) {
                String begin = ending(lower.name(), LOWER);
                String end = ending(upper.name(), UPPER);
                if (begin != null && end != null && stem(lower.name(), begin).equals(stem(upper.name(), end))) {
                    boolean closed = LOWER.get(begin) && UPPER.get(end);
                    boolean whole = ValueStep.of(lower, table).compareTo(BigDecimal.ONE) == 0;
                    pairs.add(new Pair(lower.name(), upper.name(), LOWER.get(begin), UPPER.get(end), closed && whole));
                }
            }
        }
    }

    private static String ending(String column, Map<String, Boolean> words) {
        String name = column.toLowerCase(Locale.ROOT);
        return words.keySet().stream()
                .filter(name::endsWith)
                .max(Comparator.comparing(String::length))
                .orElse(null);
    }

    private static String stem(String column, String word) {
        return column.substring(0, column.length() - word.length());
    }

    List<Pair> pairs() {
        return pairs;
    }

    /** The pair that a column is an end of, or null. */
    Pair of(String column) {
        return pairs.stream()
                .filter(pair -> pair.lower().equals(column) || pair.upper().equals(column))
                .findFirst()
                .orElse(null);
    }

    /** Columns that pick a row: all up to the last end of an interval; without intervals, the words before the first number. */
    List<Row.Column> keys() {
        List<Row.Column> columns = table.type().columns();
        int last = 0;
        for (int i = 0; i < columns.size(); i++) {
            last = of(columns.get(i).name()) != null ? i + 1 : last;
        }
        if (pairs.isEmpty()) {
            while (last < columns.size() && columns.get(last).type() != Double.class) {
                last++;
            }
        }
        return columns.subList(0, last);
    }

    /** Whether two rows can speak of the same thing, the ends of {@code but} (null: none) set aside. */
    boolean sameKey(Row one, Row other, Pair but) {
        for (Row.Column column : keys()) {
            Object a = one.values().get(column.name());
            Object b = other.values().get(column.name());
            Pair pair = of(column.name());
            boolean differ = a != null && b != null && !meetsWord(a, b);
            if (pair != null ? !pair.equals(but) && !pair.overlap(one, other) : differ) {
                return false;
            }
        }
        return true;
    }

    /** Whether some subject can be meant by both words. */
    static boolean meetsWord(Object one, Object other) {
        return one.equals(other) || isAny(one) || isAny(other);
    }

    static boolean isAny(Object word) {
        return ANY.contains(word);
    }
}
