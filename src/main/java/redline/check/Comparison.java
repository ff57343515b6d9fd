package redline.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.requirement.RuleInfo;
import redline.scheme.Subject;

/**
 * The findings of a round against those of the rounds before it. A finding is the same where its rule is and its subject is known
 * again: by number, by name, or by where its building stands. Open is what asks for something: a violation or an undetermined
 * finding, whoever is asked.
 *
 * @param changes one for each finding that is open now, in the order of the result, then one for each that was open in the last
 *     round and is no longer, in the order of that round
 */
public record Comparison(List<Change> changes) {
    /** What became of a finding. */
    public enum State {
        /** Open for the first time. */
        NEW,
        STILL_OPEN,
        /** Open again: it had been, and was not in the last round. */
        REOPENED,
        FIXED,
        /** Another verdict than in the last round, which today's rules give to the scheme of that round already. */
        CHANGED_BY_RULE
    }

    /** Why a finding is no longer open. */
    public enum End {
        COMPLIES,
        NOT_APPLICABLE,
        /** There is no such subject any longer. */
        WITHOUT_SUBJECT,
        /** The rule asks nothing any longer. */
        WITHOUT_RULE
    }

    /**
     * @param now null where there is no such finding any longer
     * @param before of the last round; null where there was none
     * @param match of the two subjects; null where one of the findings is
     * @param end null where it is open now
     * @param openIn places in the list of earlier rounds in which it was open, oldest first
     */
    public record Change(State state, Finding now, Finding before, Match match, End end, List<Integer> openIn) {}

    /**
     * @param earlier the rounds before, oldest first; where there are none everything open is new
     * @param again the last of them judged again by the rules of the present result; null where they are the same rules
     */
    public static Comparison of(List<CheckResult> earlier, CheckResult present, CheckResult again) {
        return new Rounds(earlier, present, again).compare();
    }

    public int count(State state) {
        return (int) changes.stream().filter(change -> change.state() == state).count();
    }

    public List<Change> in(State state) {
        return changes.stream().filter(change -> change.state() == state).toList();
    }

    /** Each state with its number, 0 too. */
    public Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, count(state));
        }
        return java.util.Collections.unmodifiableMap(counts);
    }

    private static boolean open(Finding finding) {
        return finding != null && (finding.verdict() == Verdict.VIOLATION || finding.verdict() == Verdict.UNDETERMINED);
    }

    /** Findings of one round by rule and subject. */
    private record Round(CheckResult result, Map<Key, Finding> findings, Set<String> rules) {
        private record Key(String rule, Subject.Kind kind, String id) {}

        static Round of(CheckResult result) {
            Map<Key, Finding> findings = result.findings().stream()
                    .collect(Collectors.toMap(
                            finding -> key(
                                    finding.rule(),
                                    finding.subject(),
                                    finding.subject().id()),
                            finding -> finding));
            Set<String> rules = result.findings().stream()
                    .map(finding -> finding.rule().id())
                    .collect(Collectors.toSet());
            return new Round(result, findings, rules);
        }

        private static Key key(RuleInfo rule, Subject subject, String id) {
            return new Key(rule.id(), subject.kind(), id);
        }

        /** Null where there is none. */
        Finding find(RuleInfo rule, Subject subject, List<String> ids) {
            return ids.stream()
                    .map(id -> findings.get(key(rule, subject, id)))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }

    private static final class Rounds {
        private final List<Round> rounds = new ArrayList<>();
        private final List<SubjectPairs> steps = new ArrayList<>();
        private final Map<Integer, SubjectPairs> direct = new java.util.HashMap<>();
        private final Round again;
        private final Round present;
        private final int last;

        Rounds(List<CheckResult> earlier, CheckResult present, CheckResult again) {
            earlier.forEach(result -> rounds.add(Round.of(result)));
            this.present = Round.of(present);
            this.last = earlier.size() - 1;
            rounds.add(this.present);
            for (int i = 0; i <= last; i++) {
                steps.add(SubjectPairs.of(
                        rounds.get(i).result().record(),
                        rounds.get(i + 1).result().record()));
            }
            this.again = again == null ? null : Round.of(again);
        }

        Comparison compare() {
            List<Change> changes = new ArrayList<>();
            Set<Finding> met = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
            IdentityHashMap<Finding, Change> ended = new IdentityHashMap<>();
            for (Finding now : present.result().findings()) {
                Optional<SubjectPairs.Before> there =
                        last < 0 ? Optional.empty() : steps.get(last).before(now.subject());
                Finding before = there.map(found -> rounds.get(last).find(now.rule(), now.subject(), found.ids()))
                        .orElse(null);
                if (before != null) {
                    met.add(before);
                }
                if (open(now) || open(before)) {
                    List<Integer> openIn = openIn(now, last + 1);
                    Match match = before == null ? null : there.orElseThrow().match();
                    End end = open(now) ? null : now.verdict() == Verdict.PASS ? End.COMPLIES : End.NOT_APPLICABLE;
                    State state = byRule(now, before, there) ? State.CHANGED_BY_RULE : state(now, before, openIn);
                    Change change = new Change(state, now, before, match, end, openIn);
                    if (open(now)) {
                        changes.add(change);
                    } else {
                        ended.put(before, change);
                    }
                }
            }
            for (Finding before :
                    last < 0 ? List.<Finding>of() : rounds.get(last).result().findings()) {
                if (ended.containsKey(before)) {
                    changes.add(ended.get(before));
                } else if (open(before) && !met.contains(before)) {
                    changes.add(gone(before));
                }
            }
            return new Comparison(List.copyOf(changes));
        }

        private static State state(Finding now, Finding before, List<Integer> openIn) {
            if (!open(now)) {
                return State.FIXED;
            }
            return open(before) ? State.STILL_OPEN : openIn.isEmpty() ? State.NEW : State.REOPENED;
        }

        private Change gone(Finding before) {
            boolean rule = present.rules().contains(before.rule().id());
            boolean byRule = again != null
                    && again.find(
                                    before.rule(),
                                    before.subject(),
                                    List.of(before.subject().id()))
                            == null;
            List<Integer> openIn = new ArrayList<>(openIn(before, last));
            openIn.add(last);
            return new Change(
                    byRule ? State.CHANGED_BY_RULE : State.FIXED,
                    null,
                    before,
                    null,
                    rule ? End.WITHOUT_SUBJECT : End.WITHOUT_RULE,
                    List.copyOf(openIn));
        }

        private boolean byRule(Finding now, Finding before, Optional<SubjectPairs.Before> there) {
            if (again == null || there.isEmpty() || (before != null && before.verdict() == now.verdict())) {
                return false;
            }
            Finding today = again.find(now.rule(), now.subject(), there.get().ids());
            return today != null && today.verdict() == now.verdict();
        }

        /** Rounds before {@code round} in which a finding of that round was open; followed from round to round. */
        private List<Integer> openIn(Finding finding, int round) {
            List<Integer> open = new ArrayList<>();
            Subject subject = finding.subject();
            for (int i = round - 1; i >= 0; i--) {
                Subject from = subject;
                Optional<SubjectPairs.Before> there =
                        subject == null ? Optional.empty() : steps.get(i).before(from);
                if (there.isEmpty()) {
                    // It was not there in between: from here on it is looked for by itself.
                    int at = i;
                    subject = null;
                    there = i + 1 == round
                            ? Optional.empty()
                            : direct.computeIfAbsent(
                                            round * rounds.size() + at,
                                            key -> SubjectPairs.of(
                                                    rounds.get(at).result().record(),
                                                    rounds.get(round).result().record()))
                                    .before(finding.subject());
                }
                if (there.isPresent()) {
                    List<String> ids = there.get().ids();
                    Finding found = rounds.get(i).find(finding.rule(), finding.subject(), ids);
                    if (Comparison.open(found)) {
                        open.add(0, i);
                    }
                    subject = found == null
                            ? new Subject(
                                    finding.subject().kind(),
                                    ids.get(0),
                                    finding.subject().name())
                            : found.subject();
                }
            }
            return List.copyOf(open);
        }
    }
}
