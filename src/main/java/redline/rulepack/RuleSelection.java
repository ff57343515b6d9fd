package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import redline.fact.Fact;
import redline.quantity.Quantity;
import redline.requirement.PackUse;
import redline.requirement.RuleInfo;
import redline.requirement.Ruling;
import redline.scheme.Dates;

/**
 * Some rules of a book with those that have a say in them, to judge many records in a row. They answer as the whole book does, by
 * the interpreter alone: that both readings of a rule agree is proven elsewhere. Safe for use by many threads.
 *
 * @see RuleBook#select
 */
final class RuleSelection {
    private final RuleBook book;
    private final Set<String> asked;
    private final Map<Standings, RuleBook.Asked> known = new ConcurrentHashMap<>();

    /** @param of each pack of the profile, null where it is not in force */
    private record Standings(String profile, List<RuleInfo.PackStanding> of) {
        static Standings of(Profile profile, List<PackUse> uses) {
            List<RuleInfo.PackStanding> standings = new ArrayList<>(uses.size());
            uses.forEach(use -> standings.add(use.inForce() ? use.standing() : null));
            return new Standings(profile.name(), standings);
        }
    }

    /** @param book a trial that holds the rules asked for and those that have a say in them */
    RuleSelection(RuleBook book, Set<String> asked) {
        this.book = book;
        this.asked = asked;
    }

    RuleBook book() {
        return book;
    }

    /** Ids of the rules that answer. */
    Set<String> rules() {
        return asked;
    }

    /** The types of facts that the answers hang on; a record may be cut down to them. */
    Set<Class<? extends Fact>> factsRead() {
        return book.program().typesRead().stream()
                .filter(type -> !type.isRow())
                .<Class<? extends Fact>>map(type -> type.record().asSubclass(Fact.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The quantities that the rules bound; only their measures are asked for. */
    Set<Quantity> quantities() {
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
    RuleSelection settled(String profile, Map<String, String> values) {
        return new RuleSelection(book.settled(profile, values), asked);
    }

    /**
     * What the rules demand of one scheme; nothing is said of what was not checked.
     *
     * @throws IllegalArgumentException for an unknown profile, or where the date that dates a pack is not stated
     * @throws PackFault where a limit of work is exceeded
     */
    Ruling rule(SchemeFacts facts, String profileName, Dates dates) {
        Profile profile = book.profile(profileName);
        List<PackUse> uses = book.uses(profile, dates, facts.letters());
        RuleBook.Asked of = known.computeIfAbsent(
                Standings.of(profile, uses),
                standings ->
                        book.asked(profile, uses, book.program().ruleKinds().keySet()));
        return book.demanded(facts, profile, dates, uses, of).only(asked);
    }
}
