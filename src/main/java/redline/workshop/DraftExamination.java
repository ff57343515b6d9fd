package redline.workshop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redline.casefile.DraftFile;
import redline.proof.FreeTests;
import redline.proof.Mutation;
import redline.proof.MutationReport;
import redline.proof.RuleCase;
import redline.proof.RuleCases;
import redline.proof.Xray;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleChange;
import redline.rulepack.RulePage;
import redline.rulepack.ValuePlace;
import redline.rulepack.Variant;
import redline.rulepack.XrayFinding;
import redline.workshop.DraftReport.Kind;
import redline.workshop.DraftReport.Lack;

/** Checks a draft: lint, compiler, cases, free tests, mutation of what was changed, X-ray, and what its layer asks of a change. */
public final class DraftExamination {
    /** Cases of the draft on which every attribute is blanked; of more, the first are taken. */
    private static final int BLANKED = 8;

    /** Attributes blanked of one case, evenly spread where it has more. */
    private static final int BLANKS = 120;

    private final Published published;
    private final List<DraftFile> files;
    private final List<Lack> lacking = new ArrayList<>();

    private DraftExamination(Published published, List<DraftFile> files) {
        this.published = published;
        this.files = files;
    }

    /** Of files over what is in force. */
    public static DraftReport of(Published published, List<DraftFile> files) {
        return new DraftExamination(published, files).report();
    }

    /**
     * The rules that the files make of those in force.
     *
     * @throws PackFault with all faults found
     */
    public static RuleBook book(RuleBook inForce, List<DraftFile> files) {
        return inForce.with(DraftPaths.below(DraftPaths.RULES, files));
    }

    private DraftReport report() {
        conflicts();
        RuleBook draft;
        RuleCases cases;
        try {
            draft = book(published.book(), files);
            draft.compile();
            cases = RuleCases.of(published.cases().with(DraftPaths.below(DraftPaths.CASES, files)));
        } catch (PackFault refused) {
            refused.faults().forEach(this::fault);
            return ended(List.of(), List.of(), 0, 0, 0, 0, 0);
        }
        List<RuleChange> changes = published.book().changesTo(draft);
        Set<String> ownCases = ownCases(cases);
        if (changes.isEmpty() && files.stream().noneMatch(file -> file.path().startsWith(DraftPaths.CASES))) {
            lack(Kind.NOTHING, "", 0, "草稿没有改动", "The draft changes nothing", "改一个值或一个文件", "Change a value or a file");
        }
        Set<String> touched = new TreeSet<>();
        changes.forEach(change -> touched.addAll(change.rules()));
        touched.addAll(
                ownCases.stream().map(id -> id.substring(0, id.indexOf('/'))).toList());
        List<RuleCases.Outcome> outcomes = run(cases, draft, touched);
        changes.stream()
                .filter(RuleChange.Value.class::isInstance)
                .map(RuleChange.Value.class::cast)
                .forEach(change -> {
                    documents(change, draft);
                    new BeforeAndAfter(cases).lacking(change).ifPresent(lacking::add);
                });
        MutationReport mutation = mutation(draft, cases, changes);
        int blanks = 0;
        int moved = 0;
        if (lacking.stream().noneMatch(one -> one.kind() == Kind.RED_CASE)) {
            FreeTests free = new FreeTests(cases, draft, there(draft, touched));
            List<RuleCase> tried = tried(cases, ownCases, touched);
            blanks = tried.stream().mapToInt(one -> blank(free, one)).sum();
            moved = tried.size();
        }
        xray(draft, cases, changes, touched);
        return ended(
                changes.stream().map(DraftExamination::said).toList(),
                List.copyOf(touched),
                outcomes.size(),
                mutation.mutants().size(),
                mutation.survivors().size(),
                blanks,
                moved);
    }

    private DraftReport ended(
            List<DraftReport.Change> changes,
            List<String> touched,
            int cases,
            int mutants,
            int unnoticed,
            int blanks,
            int moved) {
        return new DraftReport(
                changes, lacking.stream().distinct().toList(), touched, cases, mutants, unnoticed, blanks, moved);
    }

    static DraftReport.Change said(RuleChange change) {
        if (change instanceof RuleChange.Value value) {
            String from =
                    value.after() == null ? "" : Objects.toString(value.after().from(), "");
            return new DraftReport.Change(value.file(), value.said(), from);
        }
        RuleChange.File file = (RuleChange.File) change;
        Text said = !file.wasThere()
                ? new Text("新增文件 " + file.file(), "new file " + file.file())
                : file.there()
                        ? new Text("修改文件 " + file.file(), "changed file " + file.file())
                        : new Text("删去文件 " + file.file(), "removed file " + file.file());
        return new DraftReport.Change(file.file(), said, "");
    }

    private void conflicts() {
        for (DraftFile file : files) {
            if (!Objects.equals(file.beforeSha(), published.sha256(file.path()))) {
                lack(
                        Kind.CONFLICT,
                        file.path(),
                        0,
                        "这个文件在草稿之外已经改过",
                        "This file was changed outside of the draft",
                        "把它从草稿里取出，在现行文件上重新改",
                        "Take it out of the draft and change the present file anew");
            }
        }
    }

    private void fault(Fault fault) {
        lacking.add(new Lack(Kind.FAULT, fault.file(), fault.line(), fault.what(), fault.remedy()));
    }

    /** Ids, without the rows of grids, of cases that the draft adds or changes. */
    private Set<String> ownCases(RuleCases cases) {
        Set<String> paths = files.stream()
                .filter(file -> file.content() != null)
                .map(DraftFile::path)
                .collect(Collectors.toSet());
        return cases.all().stream()
                .filter(one ->
                        paths.contains(DraftPaths.CASES + "rules/" + one.rule() + "/" + one.folder() + "/case.yaml"))
                .map(one -> one.rule() + "/" + one.folder())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<RuleCases.Outcome> run(RuleCases cases, RuleBook draft, Set<String> touched) {
        List<RuleCases.Outcome> outcomes = new ArrayList<>();
        for (RuleCase one : cases.all()) {
            if (touched.contains(one.rule())) {
                RuleCases.Outcome outcome = cases.run(one, draft);
                outcomes.add(outcome);
                if (!outcome.asExpected()) {
                    String what = one.title() + " — " + String.join("; ", outcome.differences());
                    lack(
                            Kind.RED_CASE,
                            DraftPaths.CASES + "rules/" + one.rule() + "/" + one.folder() + "/case.yaml",
                            0,
                            "案例与预期不同:" + what,
                            "A case is not as expected: " + what,
                            "改动是有意的就改案例的预期，否则改规则",
                            "If that is meant, change what the case expects; else mend the rule");
                }
            }
        }
        return outcomes;
    }

    /** A value that begins on a day was set by a document; whether it needs one of its own is told by the layer of its pack. */
    private void documents(RuleChange.Value change, RuleBook draft) {
        ValuePlace value = change.after();
        boolean later = change.kind() == RuleChange.Kind.TOLD
                && !Objects.equals(change.before().from(), value == null ? null : value.from());
        boolean set = change.kind() == RuleChange.Kind.DATED || change.kind() == RuleChange.Kind.ADDED || later;
        if (!set || value.from() == null || !draft.standing(value.packId()).needsDocument()) {
            return;
        }
        if (value.document().isEmpty()) {
            lackOf(Kind.DOCUMENT, value, "文号", "the number of the document");
            return;
        }
        draft.documents(value.packId()).stream()
                .filter(document -> document.number().equals(value.document()))
                .forEach(document -> {
                    if (document.published() == null) {
                        lackOf(Kind.PUBLISHED, value, "公布日", "the day on which the document was published");
                    }
                    if (document.legalReview().isEmpty()
                            && draft.standing(value.packId()).needsLegalReview()) {
                        lackOf(Kind.LEGAL_REVIEW, value, "合法性审核文号", "the number of the legal review");
                    }
                });
    }

    private void lackOf(Kind kind, ValuePlace value, String zh, String en) {
        lack(
                kind,
                value.file(),
                value.line(),
                "缺 " + zh,
                "Missing: " + en,
                "在值的表单里填写",
                "Fill it in in the form of the value");
    }

    private MutationReport mutation(RuleBook draft, RuleCases cases, List<RuleChange> changes) {
        Set<String> packs = changes.stream()
                .filter(change -> !change.file().startsWith("profiles/"))
                .map(change -> change.file().substring(0, change.file().indexOf('/')))
                .collect(Collectors.toSet());
        if (packs.isEmpty()) {
            return new MutationReport(List.of(), List.of(), List.of());
        }
        MutationReport report;
        try {
            report = new Mutation(draft, cases)
                    .run(packs, variant -> changes.stream().anyMatch(change -> isAbout(variant, change)));
        } catch (PackFault unreadable) {
            unreadable.faults().forEach(this::fault);
            return new MutationReport(List.of(), List.of(), List.of());
        }
        Set<String> said = new HashSet<>();
        for (MutationReport.Mutant mutant : report.survivors()) {
            unnoticed(mutant.variant(), draft, changes, said);
        }
        report.faults().stream()
                .filter(fault -> packs.stream().anyMatch(pack -> fault.file().endsWith("/" + pack + ".yaml")))
                .forEach(this::fault);
        return report;
    }

    private static boolean isAbout(Variant variant, RuleChange change) {
        if (change instanceof RuleChange.Value value) {
            return value.after() != null
                    && value.kind() != RuleChange.Kind.TOLD
                    && value.kind() != RuleChange.Kind.ENDED
                    && touches(variant, value.after(), value.kind());
        }
        return change.file().equals(variant.file());
    }

    private static boolean touches(Variant variant, ValuePlace place, RuleChange.Kind kind) {
        if (!variant.file().equals(place.file())) {
            return false;
        }
        return place.table()
                ? variant.cells().stream()
                        .anyMatch(cell -> cell.line() == place.line()
                                && (kind == RuleChange.Kind.ADDED
                                        || cell.column().equals(place.column())))
                : variant.line() == place.line();
    }

    private void unnoticed(Variant variant, RuleBook draft, List<RuleChange> changes, Set<String> said) {
        ValuePlace place = changes.stream()
                .filter(RuleChange.Value.class::isInstance)
                .map(RuleChange.Value.class::cast)
                .filter(value -> isAbout(variant, value))
                .map(change -> cell(variant, change.after(), draft))
                .findFirst()
                .orElse(null);
        if (place == null) {
            lack(
                    Kind.UNNOTICED,
                    variant.file(),
                    variant.line(),
                    "没有案例发现这处改动:" + variant.what().zh(),
                    "No case notices this change: " + variant.what().en(),
                    "加一个因它而结论不同的案例;确实改变不了结论的，写进 " + equivalents(variant),
                    "Add a case whose verdict hangs on it; where none can, write it into " + equivalents(variant));
        } else if (said.add(place.file() + place.line() + place.column())) {
            String limit = Limits.shown(place);
            lack(
                    Kind.UNPROVEN,
                    place.file(),
                    place.line(),
                    "临界值 " + limit + " 未被任何案例覆盖(" + variant.what().zh() + " 没有案例变红)",
                    "No case covers the limit " + limit + " (" + variant.what().en() + " turns no case red)",
                    "加恰好等于与差一步的案例",
                    "Add a case exactly on it and one a step off");
        }
    }

    /** Where small changes that change no answer are listed, and by which name. */
    private static String equivalents(Variant variant) {
        return DraftPaths.CASES + "equivalent-mutants/" + variant.packId() + ".yaml (mutant: '" + variant.id() + "')";
    }

    /** The cell that a variant changes; the changed value itself where it is not one of a line. */
    private static ValuePlace cell(Variant variant, ValuePlace changed, RuleBook draft) {
        return draft.values(changed.packId()).stream()
                .filter(place -> place.file().equals(changed.file()) && place.line() == changed.line())
                .filter(place -> variant.cells().stream()
                        .anyMatch(cell ->
                                cell.line() == place.line() && cell.column().equals(place.column())))
                .findFirst()
                .orElse(changed);
    }

    /** The draft's own cases; where it has none, the first of each rule that it touches. */
    private static List<RuleCase> tried(RuleCases cases, Set<String> ownCases, Set<String> touched) {
        List<RuleCase> own = cases.all().stream()
                .filter(one -> ownCases.contains(one.rule() + "/" + one.folder()))
                .limit(BLANKED)
                .toList();
        return !own.isEmpty()
                ? own
                : touched.stream()
                        .flatMap(rule -> cases.of(rule).stream().limit(1))
                        .limit(BLANKED)
                        .toList();
    }

    private int blank(FreeTests free, RuleCase one) {
        int all = free.attributes(one);
        int step = Math.max(1, (all + BLANKS - 1) / BLANKS);
        List<String> broken = new ArrayList<>(free.blank(one, 0, step));
        broken.addAll(free.shuffle(one));
        broken.addAll(free.move(one));
        for (String what : broken) {
            lack(
                    Kind.FREE_TEST,
                    DraftPaths.CASES + "rules/" + one.rule() + "/" + one.folder() + "/case.yaml",
                    0,
                    what,
                    what,
                    "改规则:不知道的不得变成符合，次序与位置不得有影响",
                    "Mend the rule: what is unknown must not comply; order and place must not matter");
        }
        return (all + step - 1) / step;
    }

    /** Faults that were not there before the draft. */
    private void xray(RuleBook draft, RuleCases cases, List<RuleChange> changes, Set<String> touched) {
        Set<String> rules = there(draft, touched);
        Set<String> packs = changes.stream()
                .map(change -> change.file().substring(0, change.file().indexOf('/')))
                .filter(draft.packIds()::contains)
                .collect(Collectors.toSet());
        List<Fault> known = faults(Xray.of(published.book(), RuleCases.of(published.cases()), packs, rules));
        for (Fault fault : faults(Xray.of(draft, cases, packs, rules))) {
            boolean old = known.stream()
                    .anyMatch(one -> one.file().equals(fault.file())
                            && one.what().equals(fault.what())
                            && Objects.equals(one.element(), fault.element()));
            if (!old) {
                lacking.add(new Lack(Kind.XRAY, fault.file(), fault.line(), fault.what(), fault.remedy()));
            }
        }
    }

    private static Set<String> there(RuleBook book, Set<String> rules) {
        return book.pages().stream().map(RulePage::id).filter(rules::contains).collect(Collectors.toSet());
    }

    private static List<Fault> faults(List<XrayFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.level() == XrayFinding.Level.FAULT)
                .map(XrayFinding::fault)
                .toList();
    }

    private void lack(Kind kind, String file, int line, String zh, String en, String remedyZh, String remedyEn) {
        lacking.add(new Lack(kind, file, line, new Text(zh, en), new Text(remedyZh, remedyEn)));
    }
}
