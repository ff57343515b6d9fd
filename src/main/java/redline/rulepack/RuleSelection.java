package redline.rulepack;

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
 * Some rules of a book with those that have a say in them, to judge many records in a row. They answer as the whole book does, by
 * the interpreter alone: that both readings of a rule agree is proven elsewhere. Safe for use by many threads.
 */
public final class RuleSelection {
    private final RuleBook book;
    private final Set<String> asked;
    private final Map<Compared, Boolean> compared = new ConcurrentHashMap<>();

    /** Two lists of rows, by themselves: each book gives the same list for the same rows. */
    private record Compared(List<Row> one, List<Row> other) {
        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object that) {
            return that instanceof Compared pair && pair.one == one && pair.other == other;
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(one) + System.identityHashCode(other);
        }
    }

    /** @param book a trial that holds the rules asked for and those that have a say in them */
    RuleSelection(RuleBook book, Set<String> asked) {
        this.book = book;
        this.asked = asked;
    }

    /** Ids of the rules that answer. */
    public Set<String> rules() {
        return asked;
    }

    /** The types of facts that the answers hang on; a record may be cut down to them. */
    public Set<Class<? extends Fact>> factsRead() {
        return book.program().typesRead().stream()
                .filter(type -> !type.isRow())
                .<Class<? extends Fact>>map(type -> type.record().asSubclass(Fact.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The quantities that the rules bound; only their measures are asked for. */
    public Set<Quantity> quantities() {
        return asked.stream()
                .map(id -> book.program().ruleKinds().get(id).quantity())
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The same rules with settings of a profile settled.
     *
     * @throws IllegalArgumentException for an unknown profile or setting, or a value that is no candidate
     */
    public RuleSelection settled(String profile, Map<String, String> values) {
        return new RuleSelection(book.settled(profile, values), asked);
    }

    /**
     * What the rules demand of one scheme; nothing is said of what was not checked.
     *
     * @throws IllegalArgumentException for an unknown profile, or where the date that dates a pack is not stated
     * @throws PackFault where a limit of work is exceeded
     */
    public Ruling rule(SchemeRecord record, String profile, Dates dates) {
        return book.demanded(
                        record,
                        book.profile(profile),
                        dates,
                        book.program().ruleKinds().keySet())
                .only(asked);
    }

    /**
     * Whether two books must answer the same for any scheme with these dates, because all that the answers are made of is the same
     * in both: texts of the rules, rows of tables and parameters that they read, packs, settings. False says nothing.
     *
     * @throws IllegalArgumentException for an unknown profile, or where the date that dates a pack is not stated
     */
    public boolean certainlyAs(RuleSelection other, String profileName, Dates dates) {
        Profile profile = book.profile(profileName);
        Profile theirs = other.book.profile(profileName);
        List<Row> rows = book.inForce(profile, dates, Map.of());
        List<Row> otherRows = other.book.inForce(theirs, dates, Map.of());
        return compared.computeIfAbsent(
                new Compared(rows, otherRows),
                pair -> rows.equals(otherRows) && sameProfile(profile, other, theirs) && sameTexts(other));
    }

    private boolean sameProfile(Profile profile, RuleSelection other, Profile theirs) {
        return profile.packs().equals(theirs.packs())
                && profile.options().equals(theirs.options())
                && profile.authority().equals(theirs.authority())
                && profile.stage().equals(theirs.stage())
                && profile.packs().stream()
                        .allMatch(id -> samePack(
                                book.packs().get(id), other.book.packs().get(id)));
    }

    private static boolean samePack(Pack one, Pack other) {
        return one.layer() == other.layer()
                && one.datedBy() == other.datedBy()
                && one.inForce().equals(other.inForce())
                && Objects.equals(one.succeeds(), other.succeeds());
    }

    private boolean sameTexts(RuleSelection other) {
        Set<String> running = book.program().ruleKinds().keySet();
        return asked.equals(other.asked)
                && new TreeSet<>(running)
                        .equals(new TreeSet<>(other.book.program().ruleKinds().keySet()))
                && running.stream().allMatch(id -> {
                    RulePage ours = book.page(id);
                    RulePage theirs = other.book.page(id);
                    return ours.packId().equals(theirs.packId())
                            && ours.drl().equals(theirs.drl())
                            && ours.force() == theirs.force();
                })
                && columns(book).equals(columns(other.book));
    }

    private static Map<String, List<FactType.Property>> columns(RuleBook book) {
        return book.program().typesRead().stream()
                .filter(FactType::isRow)
                .collect(Collectors.toMap(FactType::name, FactType::properties));
    }
}
