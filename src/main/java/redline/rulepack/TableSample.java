package redline.rulepack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One sort of subject on one day: a word for each key of a table and a number in each interval but one, along which the rows that
 * fit should follow upon each other.
 */
record TableSample(Map<String, Object> keys, Map<Intervals.Pair, Double> numbers, LocalDate day) {
    /** One for each sort that some row speaks of. A word for every word is taken as each of the words that others write. */
    static Set<TableSample> of(Pack.Table table, Intervals intervals, Set<String> keys, Intervals.Pair along) {
        Set<LocalDate> days = new TreeSet<>(Set.of(LocalDate.EPOCH));
        for (Pack.Table.Entry entry : table.rows()) {
            for (LocalDate day :
                    new LocalDate[] {entry.validity().from(), entry.validity().to()}) {
                if (day != null) {
                    days.add(day);
                }
            }
        }
        Set<TableSample> samples = new LinkedHashSet<>();
        for (Pack.Table.Entry entry : table.rows()) {
            Map<Intervals.Pair, Double> numbers = new LinkedHashMap<>();
            intervals.pairs().stream()
                    .filter(pair -> !pair.equals(along))
                    .forEach(pair -> numbers.put(pair, inside(pair, entry.row())));
            for (Map<String, Object> words : words(table, intervals, keys, entry.row())) {
                days.stream()
                        .filter(entry.validity()::on)
                        .forEach(day -> samples.add(new TableSample(words, numbers, day)));
            }
        }
        return samples;
    }

    private static List<Map<String, Object>> words(Pack.Table table, Intervals intervals, Set<String> keys, Row row) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(new LinkedHashMap<>()));
        for (String key : keys) {
            if (intervals.of(key) != null) {
                continue;
            }
            Set<Object> specific = new LinkedHashSet<>();
            table.rows().stream()
                    .map(entry -> entry.row().values().get(key))
                    .filter(word -> word != null && !Intervals.isAny(word))
                    .forEach(specific::add);
            Object own = row.values().get(key);
            Set<Object> words = new LinkedHashSet<>();
            if (own != null && Intervals.isAny(own) && !specific.isEmpty()) {
                words.addAll(specific);
            } else {
                words.add(own);
            }
            List<Map<String, Object>> next = new ArrayList<>();
            for (Map<String, Object> before : all) {
                for (Object word : words) {
                    Map<String, Object> wider = new LinkedHashMap<>(before);
                    wider.put(key, word);
                    next.add(wider);
                }
            }
            all = next;
        }
        return all;
    }

    /** A number well inside the interval of a row. */
    private static double inside(Intervals.Pair pair, Row row) {
        Double from = pair.lower(row);
        Double to = pair.upper(row);
        boolean begins = from != null && !from.isInfinite();
        boolean ends = to != null && !to.isInfinite();
        if (begins && ends) {
            return pair.counts() ? to : (from + to) / 2;
        }
        return ends ? to - 1 : begins ? from + 1 : 0;
    }

    boolean fits(Pack.Table.Entry entry) {
        Map<String, Object> values = entry.row().values();
        return entry.validity().on(day)
                && keys.entrySet().stream()
                        .allMatch(key -> key.getValue() != null
                                && values.get(key.getKey()) != null
                                && Intervals.meetsWord(key.getValue(), values.get(key.getKey())))
                && numbers.entrySet().stream().allMatch(number -> {
                    Double from = number.getKey().lower(entry.row());
                    Double to = number.getKey().upper(entry.row());
                    return from != null && to != null && from <= number.getValue() && number.getValue() <= to;
                });
    }

    String words() {
        String said = keys.values().stream().map(String::valueOf).collect(Collectors.joining("、"));
        return said.isEmpty() ? day.toString() : said;
    }
}
