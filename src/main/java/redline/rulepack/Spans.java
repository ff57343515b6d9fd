package redline.rulepack;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeSet;

/** The spans of days within which the same rows of a pack are in force, numbered from 0. */
final class Spans {
    /** First days of all spans but the one before. */
    private final LocalDate[] begin;

    private Spans(LocalDate[] begin) {
        this.begin = begin;
    }

    /** Only what the program reads counts. */
    static Spans of(Pack pack, RuleProgram program) {
        SortedSet<LocalDate> days = new TreeSet<>();
        pack.parameters().stream()
                .filter(parameter -> program.readsParameter(pack.qualified(parameter)))
                .forEach(parameter -> parameter.values().forEach(entry -> add(entry.validity(), days)));
        pack.tables().stream()
                .filter(table -> program.readsTable(table.type().name()))
                .forEach(table -> table.rows().forEach(entry -> add(entry.validity(), days)));
        return new Spans(days.toArray(LocalDate[]::new));
    }

    private static void add(Validity validity, SortedSet<LocalDate> days) {
        if (validity.from() != null) {
            days.add(validity.from());
        }
        if (validity.to() != null) {
            days.add(validity.to().plusDays(1));
        }
    }

    int at(LocalDate day) {
        int found = Arrays.binarySearch(begin, day);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
