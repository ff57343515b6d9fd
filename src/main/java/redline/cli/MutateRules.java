package redline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import redline.proof.Mutation;
import redline.proof.MutationReport;
import redline.proof.MutationReport.Fate;
import redline.proof.MutationReport.Mutant;
import redline.proof.RuleCases;
import redline.rulepack.RuleBook;
import redline.rulepack.Variant;

/** {@code redline rules mutate}: whether the cases notice every small change of the rules. */
@Command(name = "mutate", mixinStandardHelpOptions = true)
final class MutateRules implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private PackArguments arguments = new PackArguments();

    MutateRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RuleBook book = arguments.book(terminal);
        Path folder = arguments.casesFolder(terminal);
        MutationReport report = new Mutation(book, RuleCases.read(folder)).run(arguments.packs(book));
        Map<String, List<Mutant>> byPack = report.mutants().stream()
                .collect(Collectors.groupingBy(m -> m.variant().packId(), TreeMap::new, Collectors.toList()));
        byPack.forEach(this::print);
        if (!report.redBefore().isEmpty()) {
            terminal.out()
                    .println(terminal.say(
                                    "这些案例本来就与预期不同，没有用来检验：",
                                    "These cases are red without any change and proved nothing: ")
                            + String.join("、", report.redBefore()));
        }
        report.faults().forEach(fault -> terminal.out().println(Failures.line(fault, terminal)));
        terminal.out().println(total(report));
        return report.complete() ? 0 : Exit.PACK_FAULT;
    }

    private void print(String pack, List<Mutant> mutants) {
        List<String> figures = new ArrayList<>();
        for (Variant.Kind kind : Variant.Kind.values()) {
            List<Mutant> of =
                    mutants.stream().filter(m -> m.variant().kind() == kind).toList();
            if (!of.isEmpty()) {
                figures.add(terminal.say(kind.title()) + " " + killed(of) + "/" + of.size() + refused(of));
            }
        }
        terminal.out().println(pack + "  " + String.join(" · ", figures));
        for (Mutant mutant : mutants) {
            Variant variant = mutant.variant();
            if (!mutant.killed()) {
                boolean excused = mutant.fate() == Fate.EQUIVALENT;
                terminal.out()
                        .println("  " + (excused ? "≡ " : "✕ ") + variant.id() + "  " + variant.file() + ":"
                                + variant.line() + "  " + terminal.say(variant.what())
                                + (excused
                                        ? terminal.say("  等价：", "  equivalent: ") + terminal.say(mutant.why())
                                        : ""));
            }
        }
    }

    private static long killed(List<Mutant> mutants) {
        return mutants.stream().filter(Mutant::killed).count();
    }

    private String refused(List<Mutant> mutants) {
        long refused = mutants.stream().filter(m -> m.fate() == Fate.REFUSED).count();
        return refused == 0 ? "" : terminal.say("（" + refused + " 个不能编译）", " (" + refused + " do not compile)");
    }

    private String total(MutationReport report) {
        int all = report.mutants().size();
        long excused = report.mutants().stream()
                .filter(m -> m.fate() == Fate.EQUIVALENT)
                .count();
        int survived = report.survivors().size();
        return terminal.say(
                "共 " + all + " 个变异，" + killed(report.mutants()) + " 个被案例发现，" + excused + " 个等价，" + survived
                        + " 个没有案例发现",
                all + " mutants: " + killed(report.mutants()) + " killed, " + excused + " equivalent, " + survived
                        + " survived");
    }
}
