package redline.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import redline.fact.SchemeRecord;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.Variant;

/** Runs cases on changed books until one turns red. Each case is measured once; those that killed before are tried first. */
final class MutantTrial {
    /** A case that is as expected without any change, and its measured scheme. */
    private record Ready(RuleCase ruleCase, SchemeRecord record, AtomicInteger kills) {}

    private final RuleBook book;
    private final RuleCases cases;
    private final Map<String, List<RuleCase>> byRule = new TreeMap<>();
    private final Map<String, Optional<Ready>> ready = new ConcurrentHashMap<>();

    MutantTrial(RuleBook book, RuleCases cases) {
        this.book = book;
        this.cases = cases;
        cases.all()
                .forEach(one -> byRule.computeIfAbsent(one.rule(), rule -> new ArrayList<>())
                        .add(one));
    }

    MutationReport.Fate fate(Variant variant) {
        RuleBook changed;
        try {
            changed = variant.book();
        } catch (PackFault refused) {
            return MutationReport.Fate.REFUSED;
        }
        List<Ready> tried = new ArrayList<>();
        for (String rule : variant.rules()) {
            for (RuleCase one : byRule.getOrDefault(rule, List.of())) {
                ready(one).ifPresent(tried::add);
            }
        }
        // By identity: a hash of a whole scheme record costs more than judging it.
        IdentityHashMap<Ready, Integer> kills = new IdentityHashMap<>();
        tried.forEach(one -> kills.put(one, one.kills().get()));
        tried.sort(Comparator.comparing(kills::get, Comparator.reverseOrder()));
        for (Ready one : tried) {
            if (turnsRed(one, changed)) {
                one.kills().incrementAndGet();
                return MutationReport.Fate.KILLED;
            }
        }
        return MutationReport.Fate.SURVIVED;
    }

    private static boolean turnsRed(Ready one, RuleBook changed) {
        try {
            return !RuleCases.differences(one.ruleCase(), one.record(), changed).isEmpty();
        } catch (PackFault stopped) {
            return true;
        }
    }

    private Optional<Ready> ready(RuleCase one) {
        return ready.computeIfAbsent(one.id(), id -> {
            try {
                SchemeRecord record = cases.record(one, book);
                return RuleCases.differences(one, record, book).isEmpty()
                        ? Optional.of(new Ready(one, record, new AtomicInteger()))
                        : Optional.empty();
            } catch (IllegalArgumentException | PackFault unreadable) {
                return Optional.empty();
            }
        });
    }

    /** Ids of the cases met so far that prove nothing. */
    List<String> redBefore() {
        return ready.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
