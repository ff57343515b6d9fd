package redline.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;
import redline.rulepack.Yaml;
import redline.scheme.Scheme;

/** The cases of all rules, and running them. */
public final class RuleCases {
    private final CaseFolder folder;
    private final List<RuleCase> cases;
    private final Map<String, SchemeTree> bases = new HashMap<>();

    private RuleCases(CaseFolder folder, List<RuleCase> cases) {
        this.folder = folder;
        this.cases = cases;
    }

    /**
     * @param testCases the folder with {@code rules/} and {@code bases/}
     * @throws PackFault where a case file cannot be read, with all faults
     */
    public static RuleCases read(Path testCases) {
        return of(CaseFolder.read(testCases));
    }

    /** @throws PackFault where a case file cannot be read, with all faults */
    public static RuleCases of(CaseFolder folder) {
        List<Fault> faults = new ArrayList<>();
        List<RuleCase> cases = CaseReader.all(folder, faults);
        if (!faults.isEmpty()) {
            throw new PackFault(faults.stream().distinct().toList());
        }
        return new RuleCases(folder, List.copyOf(cases));
    }

    /**
     * What is wrong with a text for a file of cases: of a case its keys and words, of every other file that it is YAML.
     *
     * @param path relative to the folder of cases
     */
    public static List<Fault> faults(String path, String text) {
        List<Fault> faults = new ArrayList<>();
        if (path.startsWith(CaseFolder.RULES)) {
            byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            CaseReader.all(new CaseFolder(new TreeMap<>(Map.of(path, bytes))), faults);
        } else {
            Yaml.open(path, text, faults);
        }
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparing(Fault::line))
                .toList();
    }

    /** What they were read from. */
    public CaseFolder folder() {
        return folder;
    }

    /** Sorted by rule and number. */
    public List<RuleCase> all() {
        return cases;
    }

    public List<RuleCase> of(String rule) {
        return cases.stream().filter(c -> c.rule().equals(rule)).toList();
    }

    /** What came of one case; {@code differences} empty = as expected. */
    public record Outcome(RuleCase ruleCase, List<String> differences) {
        public boolean asExpected() {
            return differences.isEmpty();
        }

        /** In words, for policy staff. */
        public String said() {
            StringBuilder text = new StringBuilder(asExpected() ? "✓ " : "✕ ");
            text.append(ruleCase.id()).append(" ").append(ruleCase.title());
            differences.forEach(difference -> text.append("\n    ").append(difference));
            return text.toString();
        }
    }

    /** Runs the cases of the rules of some packs, or of all packs where {@code packs} is empty. */
    public List<Outcome> run(RuleBook book, Set<String> packs) {
        List<String> rules = book.pages().stream()
                .filter(page -> packs.isEmpty() || packs.contains(page.packId()))
                .map(RulePage::id)
                .toList();
        return cases.stream()
                .filter(c -> rules.contains(c.rule()))
                .map(c -> run(c, book))
                .toList();
    }

    /** Runs one case. */
    public Outcome run(RuleCase ruleCase, RuleBook book) {
        try {
            return new Outcome(ruleCase, differences(ruleCase, record(ruleCase, book), book));
        } catch (IllegalArgumentException unreadable) {
            return new Outcome(ruleCase, List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /** What differs where the case's record is judged by a book; only the case's rule and those with a say in it run. */
    static List<String> differences(RuleCase ruleCase, SchemeRecord record, RuleBook book) {
        List<Finding> findings =
                Check.judgeRule(ruleCase.rule(), record, ruleCase.in(book), ruleCase.profile(), ruleCase.asOf())
                        .stream()
                        .filter(f -> f.rule().id().equals(ruleCase.rule()))
                        .toList();
        return CaseComparison.differences(ruleCase, findings);
    }

    /**
     * The case's scheme, measured.
     *
     * @throws IllegalArgumentException where the case's scheme has complaints, or a path or base is not there
     */
    public SchemeRecord record(RuleCase ruleCase, RuleBook book) {
        return Projection.of(scheme(ruleCase), book.settings(ruleCase.profile()));
    }

    /** @throws IllegalArgumentException where the case's scheme has complaints, or a path or base is not there */
    CheckResult check(RuleCase ruleCase, RuleBook book) {
        return Check.run(scheme(ruleCase), ruleCase.in(book), ruleCase.profile(), ruleCase.asOf());
    }

    Scheme scheme(RuleCase ruleCase) {
        return scheme(ruleCase, tree(ruleCase));
    }

    SchemeTree tree(RuleCase ruleCase) {
        SchemeTree tree = base(ruleCase.base()).copy();
        ruleCase.changes().forEach(tree::apply);
        return tree;
    }

    static Scheme scheme(RuleCase ruleCase, SchemeTree tree) {
        Intake intake = SchemeReader.read(tree.source(ruleCase.id().replace('/', ' ')), null);
        if (intake instanceof Intake.Accepted accepted) {
            return accepted.scheme();
        }
        throw new IllegalArgumentException(complaints(((Intake.Refused) intake).complaints()));
    }

    private static String complaints(List<Complaint> complaints) {
        StringBuilder text = new StringBuilder("方案有 " + complaints.size() + " 处问题,读不进去:");
        complaints.forEach(c -> text.append("\n      ")
                .append(c.element())
                .append(" ")
                .append(c.what().zh()));
        return text.toString();
    }

    private synchronized SchemeTree base(String name) {
        return bases.computeIfAbsent(name, key -> {
            byte[] file = folder.files().get(CaseFolder.BASES + key + ".yaml");
            if (file == null) {
                throw new IllegalArgumentException("没有基础方案 " + key + ".yaml");
            }
            return SchemeTree.read(file);
        });
    }
}
