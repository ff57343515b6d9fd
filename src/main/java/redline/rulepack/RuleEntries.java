package redline.rulepack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import redline.quantity.Text;

/** Makes the entries of rules: what people read of them, on one day or with all dates. */
final class RuleEntries {
    private final Map<String, Pack> packs;
    private final Map<String, RulePage> pages;
    private final RuleProgram program;
    private final Map<String, RuleKind> kinds;
    private final BranchWords words;
    private final LocalDate on;

    RuleEntries(Map<String, Pack> packs, Map<String, RulePage> pages, RuleProgram program, LocalDate on) {
        this.packs = packs;
        this.pages = pages;
        this.program = program;
        this.kinds = program.ruleKinds();
        this.words = new BranchWords(packs.values());
        this.on = on;
    }

    /** {@code among}: the packs that may yield to each other. */
    RuleEntry entry(RulePage page, Collection<Pack> among) {
        RuleKind kind = kinds.get(page.id());
        Pack pack = packs.get(page.packId());
        Yields yields = new Yields(among, kinds);
        return new RuleEntry(
                page,
                pack.title(),
                kind.quantity(),
                kind.about(),
                on,
                parameters(kind),
                tables(page.id()),
                program.branches(page.id()).stream()
                        .map(branch -> branch(branch, page))
                        .toList(),
                yields.to(page, pack.layer()),
                yields.by(page, pack.layer()));
    }

    private List<RuleEntry.Parameter> parameters(RuleKind kind) {
        List<RuleEntry.Parameter> read = new ArrayList<>();
        for (Pack pack : packs.values()) {
            for (Pack.Parameter parameter : pack.parameters()) {
                if (kind.parameters().contains(pack.qualified(parameter))) {
                    List<RuleEntry.Dated> values = parameter.values().stream()
                            .filter(entry -> inForce(entry.validity()))
                            .map(entry -> dated(entry, parameter.unit()))
                            .toList();
                    read.add(new RuleEntry.Parameter(pack.qualified(parameter), parameter.title(), values));
                }
            }
        }
        return List.copyOf(read);
    }

    private static RuleEntry.Dated dated(Pack.Parameter.Entry entry, String unit) {
        String value = null;
        if (entry.value() != null) {
            value = Decimals.plain(unit.equals("%") ? entry.value().movePointRight(2) : entry.value())
                    + (unit.equals("1") ? "" : " " + unit);
        }
        return new RuleEntry.Dated(
                value,
                entry.note(),
                new RuleEntry.Source(
                        entry.validity().from(),
                        entry.validity().to(),
                        entry.clause(),
                        entry.grade(),
                        entry.document()));
    }

    private List<RuleEntry.Table> tables(String ruleId) {
        List<RuleEntry.Table> read = new ArrayList<>();
        for (Pack pack : packs.values()) {
            for (Pack.Table table : pack.tables()) {
                List<Step.Pattern> patterns = patterns(ruleId, table.type().name());
                if (!patterns.isEmpty()) {
                    read.add(new RuleEntry.Table(
                            pack.id() + "/" + table.name(),
                            columns(table),
                            new RowsRead(table, patterns)
                                    .lines(table.rows().stream()
                                            .filter(entry -> inForce(entry.validity()))
                                            .toList())));
                }
            }
        }
        return List.copyOf(read);
    }

    private List<Step.Pattern> patterns(String ruleId, String type) {
        List<Step.Pattern> patterns = new ArrayList<>();
        for (Branch branch : program.branches(ruleId)) {
            for (Branch.Path path : branch.paths()) {
                RuleFile.eachPattern(path.steps(), pattern -> {
                    if (pattern.type().name().equals(type)) {
                        patterns.add(pattern);
                    }
                });
            }
        }
        return patterns;
    }

    private static List<RuleEntry.Column> columns(Pack.Table table) {
        return table.type().columns().stream()
                .map(column -> new RuleEntry.Column(
                        table.labels().getOrDefault(column.name(), column.name()),
                        table.units().getOrDefault(column.name(), "")))
                .toList();
    }

    private RuleEntry.Branch branch(Branch branch, RulePage page) {
        return new RuleEntry.Branch(
                branch.name(),
                comment(page.drl().lines().toList(), branch.line()),
                words.conditions(branch),
                says(branch, page),
                liftedBy(branch));
    }

    private RuleEntry.Says says(Branch branch, RulePage page) {
        if (branch.verb() instanceof Branch.Verb.Require require) {
            return new RuleEntry.Says.Requires(require.quantity(), require.comparator(), words.bounds(branch));
        }
        if (branch.verb() instanceof Branch.Verb.Exempt exempt) {
            Text title = pages.get(exempt.ruleId()).title();
            return new RuleEntry.Says.Lifts(new RuleEntry.Named(exempt.ruleId(), title), exempt.branch());
        }
        if (branch.verb() instanceof Branch.Verb.Ask ask) {
            return new RuleEntry.Says.Asks(page.wordings().get(ask.key()), ask.who());
        }
        return new RuleEntry.Says.Notes(page.wordings().get(((Branch.Verb.Note) branch.verb()).key()));
    }

    private List<String> liftedBy(Branch branch) {
        if (!(branch.verb() instanceof Branch.Verb.Require)) {
            return List.of();
        }
        return kinds.values().stream()
                .filter(kind -> kind.exempts().contains(branch.ruleId()))
                .map(RuleKind::ruleId)
                .sorted()
                .flatMap(rule -> program.branches(rule).stream())
                .filter(other -> other.verb() instanceof Branch.Verb.Exempt exempt
                        && exempt.ruleId().equals(branch.ruleId())
                        && (exempt.branch() == null || exempt.branch().equals(branch.name())))
                .map(Branch::fullName)
                .toList();
    }

    /** The lines of {@code //} right above a rule. */
    private static String comment(List<String> lines, int line) {
        List<String> comment = new ArrayList<>();
        for (int i = line - 2; i >= 0 && lines.get(i).strip().startsWith("//"); i--) {
            comment.add(lines.get(i).strip().replaceFirst("^/+\\s*", ""));
        }
        Collections.reverse(comment);
        return String.join("", comment);
    }

    private boolean inForce(Validity validity) {
        return on == null || validity.on(on);
    }
}
