package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.scheme.Letter;
import redline.scheme.Subject;

/**
 * The facts of one scheme as rules see them. Those of a type are made into a table when they are first asked for, once for
 * everything that is then judged by them: all rules, all candidates of a setting, another state of the rules. For one thread.
 */
final class SchemeFacts {
    private final SchemeRecord record;
    private final Map<Class<?>, List<Fact>> byType = new HashMap<>();
    private final Map<FactType, Table> tables = new HashMap<>();

    SchemeFacts(SchemeRecord record) {
        this.record = record;
        for (Fact fact : record.facts()) {
            byType.computeIfAbsent(fact.getClass(), type -> new ArrayList<>()).add(fact);
        }
    }

    /** What is missing, by the key of a fact and the name of a property. */
    Map<String, List<Missing>> absences() {
        return record.absences();
    }

    /** Null where the scheme does not say which there are. */
    List<Letter> letters() {
        return record.letters();
    }

    /** @param type a published one */
    Table table(FactType type) {
        return tables.computeIfAbsent(
                type,
                t -> new Table(
                        t,
                        byType.getOrDefault(t.record(), List.of()).stream()
                                .map(fact -> instance(t, fact))
                                .toList()));
    }

    /** An id that ends in "?" stands for something that may be there: to both readings it is a fact without an id. */
    private static Instance instance(FactType type, Fact fact) {
        Subject subject = fact instanceof Fact.About about ? about.subject() : null;
        String id = fact.id() != null ? fact.id() : subject != null ? subject.id() : "?";
        boolean supposed = fact.id() != null && fact.id().endsWith("?");
        Fact seen = supposed ? FactValues.withoutId(fact) : fact;
        return new Instance(type, FactValues.of(seen), seen, null, type.name() + "/" + id, subject);
    }
}
