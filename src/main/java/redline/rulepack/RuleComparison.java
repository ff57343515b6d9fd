package redline.rulepack;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.quantity.Quantity;
import redline.requirement.Ruling;
import redline.scheme.Dates;

/**
 * Some rules of two states of a book, to hold their answers for many records against each other. For each profile and dates it
 * picks the rules whose answers can differ; only these run. Safe for use by many threads.
 */
public final class RuleComparison {
    private static final int PARTS_KEPT = 1024;

    private final RuleSelection one;
    private final RuleSelection other;
    private final Set<String> otherwiseWritten = new TreeSet<>();
    private final Map<RowsInForce, Part> byRows = new ConcurrentHashMap<>();
    private final Map<Set<String>, Part> byRules = new ConcurrentHashMap<>();

    /** Two lists of rows, by themselves: a book gives the same list again for the same rows. */
    private record RowsInForce(String profile, List<Row> one, List<Row> other) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object that) {
            return that instanceof RowsInForce rows
                    && rows.one == one
                    && rows.other == other
                    && rows.profile.equals(profile);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }

    /** Where rows are read from: a table, or the one parameter of a name. */
    private record Source(String type, Object parameter) {
        static Source of(Row row) {
            return new Source(
                    row.type(),
                    row.type().equals(PublishedFacts.PARAMETER) ? row.values().get("name") : null);
        }
    }

    /** Rules whose answers can differ, as both states have them. */
    public static final class Part {
        private final RuleSelection one;
        private final RuleSelection other;
        private final Set<Class<? extends Fact>> facts = new HashSet<>();
        private final Set<Quantity> quantities = new HashSet<>();

        private Part(RuleSelection one, RuleSelection other) {
            this.one = one;
            this.other = other;
            for (RuleSelection each : List.of(one, other)) {
                facts.addAll(each.factsRead());
                quantities.addAll(each.quantities());
            }
        }

        /** No answer can differ. */
        public boolean isNone() {
            return one.rules().isEmpty() && other.rules().isEmpty();
        }

        /** The types of facts that the answers hang on; a record may be cut down to them. */
        public Set<Class<? extends Fact>> factsRead() {
            return facts;
        }

        /** The quantities that the rules bound; only their measures are asked for. */
        public Set<Quantity> quantities() {
            return quantities;
        }

        /**
         * What the rules of both states demand of one scheme, as the whole states do; nothing is said of what was not checked.
         *
         * @throws IllegalArgumentException for an unknown profile, or where the date that dates a pack is not stated
         * @throws PackFault where a limit of work is exceeded
         */
        public Rulings rule(SchemeRecord record, String profile, Dates dates) {
            SchemeFacts facts = new SchemeFacts(record);
            return new Rulings(one.rule(facts, profile, dates), other.rule(facts, profile, dates));
        }
    }

    /** Of the two states. */
    public record Rulings(Ruling one, Ruling other) {}

    private RuleComparison(RuleSelection one, RuleSelection other) {
        this.one = one;
        this.other = other;
        for (String id : all()) {
            if (!isWrittenTheSame(id)) {
                otherwiseWritten.add(id);
            }
        }
    }

    /** @param ruleIds those that neither state has are left out */
    public static RuleComparison of(RuleBook one, RuleBook other, Set<String> ruleIds) {
        return new RuleComparison(one.select(ruleIds), other.select(ruleIds));
    }

    /**
     * The same rules with settings of a profile settled.
     *
     * @throws IllegalArgumentException where in one of the states the profile or a setting is unknown, or a value no candidate
     */
    public RuleComparison settled(String profile, Map<String, String> values) {
        return new RuleComparison(one.settled(profile, values), other.settled(profile, values));
    }

    /** Ids of the rules that one state has or both have. */
    public Set<String> all() {
        Set<String> all = new TreeSet<>(one.rules());
        all.addAll(other.rules());
        return all;
    }

    /**
     * The rules whose answers for some scheme with these dates can differ. Of the others all that they are made of is the same:
     * their texts and those of the rules with a say in them, the rows of tables and the parameters that these read, packs, settings.
     *
     * @throws IllegalArgumentException for an unknown profile, or where the date that dates a pack is not stated
     */
    public Part part(String profile, Dates dates) {
        Profile ours = one.book().profile(profile);
        Profile theirs = other.book().profile(profile);
        RowsInForce rows = new RowsInForce(
                profile, one.book().inForce(ours, dates, Map.of()), other.book().inForce(theirs, dates, Map.of()));
        Part known = byRows.get(rows);
        if (known == null) {
            known = byRules.computeIfAbsent(differing(ours, theirs, rows), this::part);
            if (byRows.size() >= PARTS_KEPT) {
                byRows.clear();
            }
            byRows.put(rows, known);
        }
        return known;
    }

    private Part part(Set<String> rules) {
        return new Part(one.book().select(only(rules, one)), other.book().select(only(rules, other)));
    }

    private static Set<String> only(Set<String> rules, RuleSelection of) {
        Set<String> only = new TreeSet<>(rules);
        only.retainAll(of.rules());
        return only;
    }

    private Set<String> differing(Profile ours, Profile theirs, RowsInForce rows) {
        if (!isSame(ours, theirs)) {
            return all();
        }
        Map<Source, List<Row>> before = bySource(rows.one());
        Map<Source, List<Row>> after = bySource(rows.other());
        Set<Source> changed = new HashSet<>(before.keySet());
        changed.addAll(after.keySet());
        changed.removeIf(source -> Objects.equals(before.get(source), after.get(source)));
        Set<String> differing = new TreeSet<>(otherwiseWritten);
        for (String id : all()) {
            if (!differing.contains(id) && reads(id, changed)) {
                differing.add(id);
            }
        }
        return differing;
    }

    private static Map<Source, List<Row>> bySource(List<Row> rows) {
        return rows.stream().collect(Collectors.groupingBy(Source::of));
    }

    /** Whether an answer of a rule that is written the same in both states hangs on one of these. */
    private boolean reads(String id, Set<Source> sources) {
        RuleProgram program = one.book().program();
        return !sources.isEmpty()
                && one.book().influence().on(id).stream()
                        .anyMatch(each -> sources.stream()
                                .anyMatch(source -> source.parameter() == null
                                        ? program.reads(each).stream()
                                                .anyMatch(type -> type.name().equals(source.type()))
                                        : program.ruleKinds()
                                                .get(each)
                                                .parameters()
                                                .contains(source.parameter())));
    }

    private boolean isSame(Profile ours, Profile theirs) {
        return ours.packs().equals(theirs.packs())
                && ours.options().equals(theirs.options())
                && ours.authority().equals(theirs.authority())
                && ours.stage().equals(theirs.stage())
                && ours.packs().stream()
                        .allMatch(id -> isSame(
                                one.book().packs().get(id), other.book().packs().get(id)));
    }

    private static boolean isSame(Pack ours, Pack theirs) {
        return ours.layer() == theirs.layer()
                && ours.datedBy() == theirs.datedBy()
                && ours.inForce().equals(theirs.inForce())
                && Objects.equals(ours.succeeds(), theirs.succeeds());
    }

    private boolean isWrittenTheSame(String id) {
        Set<String> running = one.book().influence().on(id);
        return one.rules().contains(id)
                && other.rules().contains(id)
                && running.equals(other.book().influence().on(id))
                && running.stream().allMatch(this::isTheSame);
    }

    private boolean isTheSame(String id) {
        RulePage ours = one.book().page(id).orElse(null);
        RulePage theirs = other.book().page(id).orElse(null);
        return ours.packId().equals(theirs.packId())
                && ours.drl().equals(theirs.drl())
                && ours.force() == theirs.force()
                && columns(one, id).equals(columns(other, id));
    }

    private static Map<String, List<FactType.Property>> columns(RuleSelection of, String id) {
        Map<String, List<FactType.Property>> columns = new HashMap<>();
        for (FactType type : of.book().program().reads(id)) {
            if (type.isRow()) {
                columns.put(type.name(), type.properties());
            }
        }
        return columns;
    }
}
