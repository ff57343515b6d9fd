package redline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import redline.finding.Asked;
import redline.finding.Finding;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.scheme.Holder;

/**
 * How many rules can be judged with what was handed in, and what the others wait for. A rule that applies to nothing is not counted.
 *
 * @param judged rules that have an answer for all that they are about
 * @param waiting rules that need more from the applicant
 * @param partly those of {@code waiting} that have an answer for a part of what they are about
 * @param authority rules that the applicant has supplied all for, and that need what the reviewing authority alone has
 * @param others rules whose facts are there, and that a reviewer or policy staff settle
 * @param answers how often something was found to comply or not to comply
 * @param lacks first what the applicant lacks, in the order that settles rules soonest; then what the authority has
 */
public record Readiness(int judged, int waiting, int partly, int authority, int others, int answers, List<Lack> lacks) {
    /**
     * Facts of one kind that are missing.
     *
     * @param path of them in the scheme file, with {@code []} for whatever thing it is
     * @param labels one a thing that lacks it
     * @param holder who has it
     * @param rules how many wait for it, among others for other facts too
     * @param settled how many of the rules that wait can be judged with this and all that stands before it; 0 for what the authority has
     */
    public record Lack(String path, List<Text> labels, Holder holder, int rules, int settled) {}

    private enum State {
        JUDGED,
        OTHER,
        AUTHORITY,
        WAITING
    }

    /** All rules that apply to something. */
    public int rules() {
        return judged + waiting + authority + others;
    }

    public List<Lack> lacks(Holder holder) {
        return lacks.stream().filter(lack -> lack.holder() == holder).toList();
    }

    public static Readiness of(CheckResult result) {
        Map<String, State> rules = new HashMap<>();
        Set<String> answered = new TreeSet<>();
        int answers = 0;
        Wants ofApplicant = new Wants();
        Wants ofAuthority = new Wants();
        for (Finding finding : result.findings()) {
            String rule = finding.rule().id();
            if (finding instanceof Finding.Undetermined open) {
                rules.merge(rule, state(open.asked()), Readiness::worse);
                for (Missing missing : open.missing()) {
                    if (missing.kind() != Missing.Kind.BASIS) {
                        (missing.kind() == Missing.Kind.HELD ? ofAuthority : ofApplicant).note(missing, rule);
                    }
                }
            } else if (finding instanceof Finding.Judged) {
                rules.merge(rule, State.JUDGED, Readiness::worse);
                answered.add(rule);
                answers++;
            }
        }
        List<Lack> lacks = new ArrayList<>(ofApplicant.bestFirst());
        lacks.addAll(ofAuthority.held());
        return new Readiness(
                count(rules, State.JUDGED),
                count(rules, State.WAITING),
                (int) answered.stream()
                        .filter(rule -> rules.get(rule) == State.WAITING)
                        .count(),
                count(rules, State.AUTHORITY),
                count(rules, State.OTHER),
                answers,
                List.copyOf(lacks));
    }

    private static State state(Asked asked) {
        return switch (asked) {
            case APPLICANT -> State.WAITING;
            case AUTHORITY -> State.AUTHORITY;
            case POLICY_STAFF, REVIEWER, DESIGNER -> State.OTHER;
        };
    }

    private static State worse(State a, State b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static int count(Map<String, State> rules, State state) {
        return (int) rules.values().stream().filter(state::equals).count();
    }

    /** What one of the two lacks, by kind, and which rules wait for it. */
    private static final class Wants {
        private final Map<String, Map<String, Text>> labels = new LinkedHashMap<>();
        private final Map<String, Set<String>> waiting = new HashMap<>();
        private final Map<String, Set<String>> wanted = new HashMap<>();

        void note(Missing missing, String rule) {
            String kind = missing.path().replaceAll("\\[[^\\]]*\\]", "[]");
            labels.computeIfAbsent(kind, first -> new LinkedHashMap<>()).put(missing.path(), missing.label());
            waiting.computeIfAbsent(kind, first -> new TreeSet<>()).add(rule);
            wanted.computeIfAbsent(rule, first -> new TreeSet<>()).add(kind);
        }

        /** Each time what brings the most rules nearest to an answer: a rule that needs little else counts for more. */
        List<Lack> bestFirst() {
            List<Lack> ordered = new ArrayList<>();
            Set<String> left = new LinkedHashSet<>(labels.keySet());
            Map<String, Set<String>> needs = new HashMap<>();
            wanted.forEach((rule, kinds) -> needs.put(rule, new TreeSet<>(kinds)));
            int settled = 0;
            while (!left.isEmpty()) {
                String best = left.stream()
                        .max(Comparator.comparingDouble(kind -> nearness(kind, needs)))
                        .orElseThrow();
                left.remove(best);
                for (String rule : waiting.get(best)) {
                    needs.get(rule).remove(best);
                    settled += needs.get(rule).isEmpty() ? 1 : 0;
                }
                ordered.add(lack(best, Holder.APPLICANT, settled));
            }
            return ordered;
        }

        private double nearness(String kind, Map<String, Set<String>> needs) {
            return waiting.get(kind).stream()
                    .mapToDouble(rule ->
                            1.0 / needs.get(rule).size() / needs.get(rule).size())
                    .sum();
        }

        List<Lack> held() {
            return labels.keySet().stream()
                    .map(kind -> lack(kind, Holder.AUTHORITY, 0))
                    .sorted(Comparator.comparing(Lack::rules).reversed())
                    .toList();
        }

        private Lack lack(String kind, Holder holder, int settled) {
            return new Lack(
                    kind,
                    List.copyOf(labels.get(kind).values()),
                    holder,
                    waiting.get(kind).size(),
                    settled);
        }
    }
}
