package redline.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import redline.casefile.Account;
import redline.casefile.CitedValues;
import redline.casefile.Decisions;
import redline.casefile.Decisions.Decision;
import redline.casefile.FindingKey;
import redline.casefile.HandFindings;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Replies;
import redline.casefile.Round;
import redline.casefile.SourceChecks;
import redline.check.Comparison;

/** The table of replies (修改对照表): what a round was asked to change, what is answered, what the round after measures. */
@Component
class ReplyTable {
    private final Judgings judgings;
    private final Decisions decisions;
    private final HandFindings hands;
    private final Replies replies;
    private final RoundComparisons comparisons;
    private final CitedValues values;
    private final SourceChecks sources;

    ReplyTable(
            Judgings judgings,
            Decisions decisions,
            HandFindings hands,
            Replies replies,
            RoundComparisons comparisons,
            CitedValues values,
            SourceChecks sources) {
        this.judgings = judgings;
        this.decisions = decisions;
        this.hands = hands;
        this.replies = replies;
        this.comparisons = comparisons;
        this.values = values;
        this.sources = sources;
    }

    /**
     * An item that was to be changed.
     *
     * @param asked in the words of the letter, Chinese as it is
     * @param answer empty while there is none
     * @param now verdict that the round after has of the same, empty where it has none
     * @param says what it measured
     * @param position in the result of the round after, -1 where it is not there
     */
    record Item(
            int number,
            FindingKey key,
            String title,
            String subject,
            String asked,
            String answer,
            String now,
            String says,
            int position) {}

    /** @param before the round that was asked to change, {@code after} the one that answers */
    List<Item> of(Account who, Round before, Round after) {
        Map<FindingKey, Decision> decided = decisions.latest(before);
        Map<FindingKey, String> answers = replies.of(after);
        Set<FindingKey> held = values.held(before, sources.lookedUpFor(before));
        Map<FindingKey, KeptFinding> measured = new LinkedHashMap<>();
        judgings.findings(after).forEach(finding -> measured.put(finding.key(), finding));
        boolean all = judgings.findings(before).stream()
                .filter(finding -> !held.contains(finding.key()))
                .filter(finding -> asked(finding, decided.get(finding.key())))
                .allMatch(finding -> measured.containsKey(finding.key()));
        Map<FindingKey, KeptFinding> renamed = all ? Map.of() : renamed(who, before, after, measured);
        List<Item> items = new ArrayList<>();
        List<KeptFinding> brokenFirst = new ArrayList<>(judgings.findings(before));
        brokenFirst.sort(Comparator.comparing(finding -> !finding.part().equals("MUST_CHANGE")));
        for (KeptFinding finding : brokenFirst) {
            Decision decision = decided.get(finding.key());
            if (!held.contains(finding.key()) && asked(finding, decision)) {
                KeptFinding now = measured.getOrDefault(finding.key(), renamed.get(finding.key()));
                items.add(new Item(
                        items.size() + 1,
                        finding.key(),
                        finding.title(),
                        finding.subjectName(),
                        words(finding, decision),
                        answers.getOrDefault(finding.key(), ""),
                        now == null ? "" : now.verdict(),
                        now == null ? "" : now.says(),
                        now == null ? -1 : now.position()));
            }
        }
        byHand(before, answers, items);
        return List.copyOf(items);
    }

    /** Findings of the round before by whose subject has another number now. */
    private Map<FindingKey, KeptFinding> renamed(
            Account who, Round before, Round after, Map<FindingKey, KeptFinding> measured) {
        Map<FindingKey, KeptFinding> renamed = new LinkedHashMap<>();
        if (before.judging() == null || after.judging() == null) {
            return renamed;
        }
        for (Comparison.Change change :
                comparisons.hold(who, List.of(before), after).comparison().changes()) {
            if (change.before() != null && change.now() != null) {
                KeptFinding now = measured.get(DecisionPanes.key(change.now()));
                if (now != null) {
                    renamed.put(DecisionPanes.key(change.before()), now);
                }
            }
        }
        return renamed;
    }

    private void byHand(Round before, Map<FindingKey, String> answers, List<Item> items) {
        for (HandFindings.HandFinding finding : hands.of(before)) {
            if (finding.part() == HandFindings.Part.MUST_CHANGE) {
                FindingKey key = HandFindings.key(finding.id());
                String asked = String.join(
                        " — ",
                        List.of(finding.place(), finding.actual(), finding.required(), finding.basis()).stream()
                                .filter(part -> !part.isEmpty())
                                .toList());
                items.add(new Item(
                        items.size() + 1,
                        key,
                        finding.title(),
                        finding.place(),
                        asked,
                        answers.getOrDefault(key, ""),
                        "",
                        "",
                        -1));
            }
        }
    }

    /** Asked to mend, or broken and not found otherwise by a decision that holds. */
    private static boolean asked(KeptFinding finding, Decision decision) {
        if (decision == null || !decision.holds()) {
            return finding.part().equals("MUST_CHANGE");
        }
        return switch (decision.kind()) {
            case DEMAND -> true;
            case ACCEPT -> finding.part().equals("MUST_CHANGE");
            case CORRECT -> decision.verdict().equals("VIOLATION");
            case EXCEPT -> false;
        };
    }

    private static String words(KeptFinding finding, Decision decision) {
        if (decision != null && decision.holds()) {
            if (!decision.sentence().isEmpty()) {
                return decision.sentence();
            }
            if (decision.kind() == Decisions.Kind.DEMAND && !finding.verdict().equals("VIOLATION")) {
                return finding.says() + " — " + decision.reason();
            }
        }
        return finding.says();
    }
}
