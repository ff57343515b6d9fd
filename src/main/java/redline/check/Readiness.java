package redline.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import redline.finding.Cause;
import redline.finding.Finding;
import redline.measure.Missing;
import redline.quantity.Text;

/**
 * How many rules can be judged with what was handed in, and what the others wait for.
 *
 * @param judged rules that have an answer for all that they are about
 * @param waiting rules that need more from the applicant
 * @param others rules whose facts are there, and that a reviewer or policy staff settle
 */
public record Readiness(int judged, int waiting, int others, List<Lack> lacks) {
    /**
     * Facts of one kind that are missing.
     *
     * @param labels one a thing that lacks it
     * @param rules how many wait for it
     */
    public record Lack(List<Text> labels, int rules) {}

    private enum State {
        JUDGED,
        OTHER,
        WAITING
    }

    public static Readiness of(CheckResult result) {
        Map<String, State> rules = new HashMap<>();
        Map<String, Map<String, Text>> labels = new LinkedHashMap<>();
        Map<String, Set<String>> waiting = new HashMap<>();
        for (Finding finding : result.findings()) {
            String rule = finding.rule().id();
            if (finding instanceof Finding.Undetermined open) {
                boolean facts = open.cause() == Cause.MISSING_FACT;
                rules.merge(rule, facts ? State.WAITING : State.OTHER, Readiness::worse);
                for (Missing missing : facts ? open.missing() : List.<Missing>of()) {
                    if (missing.kind() == Missing.Kind.FACT) {
                        String kind = missing.path().replaceAll("\\[[^\\]]*\\]", "[]");
                        labels.computeIfAbsent(kind, first -> new LinkedHashMap<>())
                                .put(missing.path(), missing.label());
                        waiting.computeIfAbsent(kind, first -> new TreeSet<>()).add(rule);
                    }
                }
            } else if (finding instanceof Finding.Judged) {
                rules.merge(rule, State.JUDGED, Readiness::worse);
            }
        }
        List<Lack> lacks = new ArrayList<>();
        labels.forEach((kind, all) ->
                lacks.add(new Lack(List.copyOf(all.values()), waiting.get(kind).size())));
        lacks.sort(Comparator.comparing(Lack::rules).reversed());
        return new Readiness(
                count(rules, State.JUDGED), count(rules, State.WAITING), count(rules, State.OTHER), List.copyOf(lacks));
    }

    private static State worse(State a, State b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static int count(Map<String, State> rules, State state) {
        return (int) rules.values().stream().filter(state::equals).count();
    }
}
