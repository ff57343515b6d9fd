package redline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redline.proof.CaseExamples;
import redline.proof.RuleCases;
import redline.report.CaseExample;
import redline.report.RuleText;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;
import redline.rulepack.RuleSentences;

/** {@code redline rules}: for policy staff. */
@Command(name = "rules", mixinStandardHelpOptions = true)
final class RulesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine withParts(Terminal terminal) {
        CommandLine rules = new CommandLine(new RulesCommand());
        rules.addSubcommand("list", new ListRules(terminal));
        rules.addSubcommand("show", new ShowRule(terminal));
        rules.addSubcommand("sentences", new RuleInSentences(terminal));
        rules.addSubcommand("catalogue", new CatalogueCommand(terminal));
        rules.addSubcommand("lint", new LintRules(terminal));
        rules.addSubcommand("test", new TestRules(terminal));
        rules.addSubcommand("mutate", new MutateRules(terminal));
        rules.addSubcommand("xray", new XrayRules(terminal));
        rules.addSubcommand("export", new ExportRules(terminal));
        rules.addSubcommand("compare", new CompareRules(terminal));
        return rules;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static RulePage page(RuleBook book, String id) {
        return book.page(id)
                .orElseThrow(() -> new BadUsage(
                        "没有规则 " + id + "，全部规则见 rules list", "there is no rule " + id + "; see rules list"));
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    static final class ListRules implements Callable<Integer> {
        private final Terminal terminal;

        @Option(names = "--rules", paramLabel = "DIR")
        private String rules;

        ListRules(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RuleBook book = RulesPlace.open(rules, terminal).book();
            String pack = "";
            for (RulePage page : book.pages()) {
                if (!page.packId().equals(pack)) {
                    pack = page.packId();
                    terminal.out().println(pack);
                }
                terminal.out()
                        .println("  " + page.id() + "  " + terminal.say(page.title()) + "  "
                                + terminal.say(page.force().title()));
            }
            terminal.out().println("\n" + terminal.say("审查配置", "Profiles"));
            book.profiles().forEach(profile -> terminal.out().print(book.describeProfile(profile)));
            return 0;
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    static final class ShowRule implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "ID", descriptionKey = "id")
        private String id;

        @Option(names = "--rules", paramLabel = "DIR")
        private String rules;

        @Option(names = "--as-of", paramLabel = "DATE")
        private String asOf;

        ShowRule(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RuleBook book = RulesPlace.open(rules, terminal).book();
            RulePage page = page(book, id);
            List<CaseExample> examples =
                    CaseExamples.in(CasesPlace.folderIfAny(null, terminal)).getOrDefault(id, List.of());
            terminal.out()
                    .print(RuleText.write(book.entry(id, DateArgument.read(asOf)), examples, terminal.language()));
            terminal.out().println();
            terminal.out().println(page.drlFile());
            terminal.out().println(page.drl().strip());
            return 0;
        }
    }

    @Command(name = "sentences", mixinStandardHelpOptions = true)
    static final class RuleInSentences implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "ID", descriptionKey = "id")
        private String id;

        @Option(names = "--rules", paramLabel = "DIR")
        private String rules;

        RuleInSentences(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RuleBook book = RulesPlace.open(rules, terminal).book();
            RulePage page = page(book, id);
            RuleSentences.Written written = RuleSentences.of(book).sentences(page.drlFile(), page.drl());
            if (written.text() == null) {
                return Failures.faults(written.faults(), terminal);
            }
            terminal.out().println(written.text().strip());
            return 0;
        }
    }

    /** Reads the whole folder, because a rule is right or wrong only beside the others, and reports on the files named. */
    @Command(name = "lint", mixinStandardHelpOptions = true)
    static final class LintRules implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "file")
        private List<String> files = new ArrayList<>();

        LintRules(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            List<Fault> found = new ArrayList<>();
            Set<Path> folders = new TreeSet<>();
            List<Path> named = files.stream().map(this::existing).toList();
            named.forEach(file -> folders.add(rulesFolderOf(file)));
            for (Path folder : folders) {
                try {
                    RuleBook.read(folder);
                } catch (PackFault fault) {
                    fault.faults().stream()
                            .filter(each -> named.stream()
                                    .anyMatch(
                                            file -> folder.resolve(each.file()).startsWith(file)))
                            .forEach(found::add);
                }
            }
            if (found.isEmpty()) {
                terminal.out().println(terminal.say("没有发现错误。", "No faults found."));
                return 0;
            }
            return Failures.faults(found, terminal);
        }

        private Path existing(String name) {
            Path file = terminal.path(name).toAbsolutePath().normalize();
            if (!Files.exists(file)) {
                throw new BadUsage("没有这个文件：" + file, "there is no such file: " + file);
            }
            return file;
        }

        private static Path rulesFolderOf(Path file) {
            for (Path folder = file; folder != null; folder = folder.getParent()) {
                if (Files.isDirectory(folder.resolve("profiles"))) {
                    return folder;
                }
            }
            throw new BadUsage(
                    "这个文件不在规则文件夹里（规则文件夹下应有 profiles）：" + file,
                    "this file is not in a rules folder (one that holds profiles): " + file);
        }
    }

    @Command(name = "test", mixinStandardHelpOptions = true)
    static final class TestRules implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private PackArguments arguments = new PackArguments();

        TestRules(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            RuleBook book = arguments.book(terminal);
            List<RuleCases.Outcome> outcomes =
                    RuleCases.read(arguments.casesFolder(terminal)).run(book, arguments.packs(book));
            outcomes.forEach(outcome -> terminal.out().println(outcome.said()));
            long wrong =
                    outcomes.stream().filter(outcome -> !outcome.asExpected()).count();
            terminal.out()
                    .println(terminal.say(
                            "共 " + outcomes.size() + " 个案例，" + wrong + " 个与预期不同",
                            outcomes.size() + " cases, " + wrong + " not as expected"));
            return wrong == 0 ? 0 : Exit.PACK_FAULT;
        }
    }
}
