package redline.casefile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.quantity.Text;

/** States and steps of a case, as the office's tables say. */
public final class Course {
    private final Map<String, CaseState> states = new LinkedHashMap<>();
    private final Map<String, CaseStep> steps = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where a table cannot be used; the message names file and line */
    Course(OfficeTable stateTable, OfficeTable stepTable) {
        for (OfficeTable.Row row : stateTable.rows()) {
            CaseState.ClockRun clock = one(row, "clock", CaseState.ClockRun.class);
            states.put(
                    row.get("state"),
                    new CaseState(row.get("state"), title(row), clock, row.yes("final"), row.yes("rounds")));
        }
        for (OfficeTable.Row row : stepTable.rows()) {
            steps.put(row.get("step"), step(row));
        }
    }

    private CaseStep step(OfficeTable.Row row) {
        Set<String> from = new LinkedHashSet<>(row.words("from"));
        from.stream().filter(state -> !states.containsKey(state)).forEach(unknown -> {
            throw row.wrong("no state " + unknown);
        });
        if (!states.containsKey(row.get("to"))) {
            throw row.wrong("no state " + row.get("to"));
        }
        return new CaseStep(
                row.get("step"),
                title(row),
                from,
                row.get("to"),
                row.words("who").stream()
                        .map(word -> one(row, word, Role.class, word))
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                row.get("paper"),
                row.words("requires").stream()
                        .map(word -> one(row, word, CaseStep.Need.class, word))
                        .toList(),
                row.get("stops-from").isEmpty() ? null : one(row, "stops-from", CaseStep.StopDay.class),
                row.get("stops-until").isEmpty() ? null : one(row, "stops-until", CaseStep.StopDay.class));
    }

    static Text title(OfficeTable.Row row) {
        return new Text(row.get("zh"), row.get("en"));
    }

    private static <E extends Enum<E>> E one(OfficeTable.Row row, String column, Class<E> type) {
        return one(row, column, type, row.get(column));
    }

    private static <E extends Enum<E>> E one(OfficeTable.Row row, String column, Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return value;
            }
        }
        throw row.wrong(column + ": " + word);
    }

    public List<CaseState> states() {
        return List.copyOf(states.values());
    }

    public CaseState state(String id) {
        CaseState state = states.get(id);
        if (state == null) {
            throw new IllegalArgumentException("no state " + id + " in templates/office/states.csv");
        }
        return state;
    }

    /** In the order of the table. */
    public List<CaseStep> steps() {
        return List.copyOf(steps.values());
    }

    public CaseStep step(String id) {
        CaseStep step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("no step " + id + " in templates/office/steps.csv");
        }
        return step;
    }

    /** Steps that lead on from a state. */
    public List<CaseStep> from(String state) {
        return steps.values().stream()
                .filter(step -> step.from().contains(state))
                .toList();
    }

    /** Roles that act next in a state, in the order of the table; withdrawing is open to all and does not count. */
    public Set<Role> next(String state) {
        Set<Role> next = new LinkedHashSet<>();
        from(state).stream()
                .filter(step -> step.from().size() < states.size() / 2)
                .forEach(step -> next.addAll(step.who()));
        return next;
    }
}
