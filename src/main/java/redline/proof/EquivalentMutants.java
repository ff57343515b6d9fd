package redline.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.Yaml;

/**
 * {@code test-cases/equivalent-mutants/<pack>.yaml}: changes that change nothing, each with the reason; a list of {@code {mutant, why}}. A
 * {@code *} in the id stands for any text: one reason for all that it fits.
 */
final class EquivalentMutants {
    static final String FOLDER = "equivalent-mutants";

    private record Entry(Pattern fits, Text why, String file, int line) {
        boolean isAbout(String mutant) {
            return fits.matcher(mutant).matches();
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private EquivalentMutants() {}

    /**
     * None where there are no such files.
     *
     * @throws PackFault where it cannot be read, with all faults
     */
    static EquivalentMutants read(CaseFolder cases) {
        EquivalentMutants known = new EquivalentMutants();
        List<Fault> faults = new ArrayList<>();
        cases.under(FOLDER + "/").forEach((name, bytes) -> {
            Yaml top = Yaml.open(name, new String(bytes, StandardCharsets.UTF_8), faults);
            if (top != null) {
                top.items().forEach(item -> known.add(name, item));
            }
        });
        if (!faults.isEmpty()) {
            throw new PackFault(faults);
        }
        return known;
    }

    private void add(String file, Yaml item) {
        if (!item.mapping("mutant", "why")) {
            return;
        }
        String mutant = item.text("mutant");
        Text why = item.bilingual("why");
        if (mutant == null || why == null) {
            return;
        }
        String fits = Pattern.quote(mutant).replace("*", "\\E.*\\Q");
        if (entries.put(mutant, new Entry(Pattern.compile(fits), why, file, item.line())) != null) {
            item.fault("同一变异写了两次", "The mutant is named twice", "只保留一条", "Keep one of them");
        }
    }

    /** Null for a mutant that is not said to be equivalent. */
    Text why(String mutant) {
        return entries.values().stream()
                .filter(entry -> entry.isAbout(mutant))
                .findFirst()
                .map(Entry::why)
                .orElse(null);
    }

    /** Of entries about a mutant that a case turned red for. */
    List<Fault> killed(String mutant) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().isAbout(mutant))
                .map(entry -> fault(
                        entry.getKey(),
                        "有案例因 " + mutant + " 变红,它并不等价",
                        "A case turns red by " + mutant + ": it is not equivalent",
                        "删去这一条,或写得更窄",
                        "Delete the entry, or make it narrower"))
                .toList();
    }

    /** Entries that are about none of all the mutants there are. */
    List<Fault> unknown(Collection<String> mutants) {
        return entries.entrySet().stream()
                .filter(entry -> mutants.stream().noneMatch(entry.getValue()::isAbout))
                .map(entry -> fault(
                        entry.getKey(),
                        "没有这个变异",
                        "There is no such mutant",
                        "规则或数值改过了:删去这一条,或改正编号",
                        "The rule or value has changed: delete the entry, or mend its id"))
                .toList();
    }

    private Fault fault(String mutant, String zh, String en, String remedyZh, String remedyEn) {
        return new Fault(
                entries.get(mutant).file(),
                entries.get(mutant).line(),
                mutant,
                new Text(zh, en),
                new Text(remedyZh, remedyEn));
    }
}
