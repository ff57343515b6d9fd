package redline.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;
import redline.rulepack.Variant;
import redline.rulepack.Variants;

/** Changes the rules a little, one change at a time, and looks whether a case notices (promise 4). */
public final class Mutation {
    private static final int THREADS = 2;

    private final RuleBook book;
    private final RuleCases cases;
    private final EquivalentMutants equivalent;

    /** @throws redline.rulepack.PackFault where the list of equivalent mutants beside the cases cannot be read */
    public Mutation(RuleBook book, RuleCases cases) {
        this.book = book;
        this.cases = cases;
        this.equivalent = EquivalentMutants.read(cases.folder());
    }

    /** Of all packs where {@code packs} is empty. */
    public MutationReport run(Set<String> packs) {
        return run(packs, variant -> true);
    }

    /** Only the variants that are wanted. */
    public MutationReport run(Set<String> packs, Predicate<Variant> wanted) {
        Set<String> all = new HashSet<>();
        List<MutationReport.Mutant> mutants = new ArrayList<>();
        Set<String> redBefore = new TreeSet<>();
        List<Fault> faults = new ArrayList<>();
        for (String pack : Variants.packs(book)) {
            List<Variant> variants = Variants.of(book, pack);
            variants.forEach(variant -> all.add(variant.id()));
            if (packs.isEmpty() || packs.contains(pack)) {
                MutantTrial trial = new MutantTrial(book, cases);
                List<Variant> tried = variants.stream().filter(wanted).toList();
                List<MutationReport.Fate> fates = fates(trial, tried);
                for (int i = 0; i < tried.size(); i++) {
                    mutants.add(mutant(tried.get(i), fates.get(i), faults));
                }
                redBefore.addAll(trial.redBefore());
            }
        }
        faults.addAll(equivalent.unknown(all));
        return new MutationReport(List.copyOf(mutants), List.copyOf(redBefore), List.copyOf(faults));
    }

    private MutationReport.Mutant mutant(Variant variant, MutationReport.Fate fate, List<Fault> faults) {
        Text why = equivalent.why(variant.id());
        if (why != null && fate != MutationReport.Fate.SURVIVED) {
            faults.addAll(equivalent.killed(variant.id()));
        }
        return why != null && fate == MutationReport.Fate.SURVIVED
                ? new MutationReport.Mutant(variant, MutationReport.Fate.EQUIVALENT, why)
                : new MutationReport.Mutant(variant, fate, null);
    }

    private static List<MutationReport.Fate> fates(MutantTrial trial, List<Variant> variants) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<MutationReport.Fate>> running = variants.stream()
                    .map(variant -> threads.submit(() -> trial.fate(variant)))
                    .toList();
            List<MutationReport.Fate> fates = new ArrayList<>();
            for (Future<MutationReport.Fate> one : running) {
                fates.add(one.get());
            }
            return fates;
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdownNow();
        }
    }
}
