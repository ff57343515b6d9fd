package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import redline.fact.Fact;
import redline.fact.Terms;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Citation;
import redline.requirement.Comparator;
import redline.rulepack.Branch.Verb;
import redline.scheme.Subject;

/** What the interpreter makes of the rules in force for one scheme: a tally for each (rule, subject). */
final class Derivation {
    /** @param missing what is missing of a subject that was not supplied, else empty */
    record Answer(Subject subject, Tally tally, List<Missing> missing) {}

    /** A certain match as both readings name it; {@code bound}: BigDecimal, String or Terms, null where the branch has none. */
    record Fired(int path, String subject, Object bound) {}

    private final World world;
    private final Interpreter interpreter;
    private final DeadEnds deadEnds;
    private final MissingNames names;
    private final Function<Fact, Citation> citing;
    private final IdentityHashMap<Instance, Citation> cited = new IdentityHashMap<>();
    private final Map<Object, Exact> exacts = new HashMap<>();
    private final List<Fired> certain = new ArrayList<>();
    private int matches;
    private final Map<String, Map<String, Answer>> answers = new LinkedHashMap<>();

    Derivation(World world, Reading reading, Map<String, List<Missing>> absences, Function<Fact, Citation> citing) {
        this.world = world;
        this.interpreter = new Interpreter(world, reading);
        this.deadEnds = new DeadEnds(world, reading, interpreter);
        this.names = new MissingNames(absences, interpreter);
        this.citing = citing;
    }

    /** Answers of one rule for every subject of its kind; {@code paths} are all of the rule's. */
    void derive(String ruleId, FactType about, List<PlannedPath> paths) {
        try {
            answers.put(ruleId, answers(about, paths));
        } catch (Interpreter.Exhausted tooMuch) {
            throw fault(
                    paths.get(0),
                    new Text("规则的组合过多,超出计算上限", "the rule matches more combinations than it may"),
                    new Text("让模式之间用编号相等来联系", "link the patterns by equal ids"));
        } catch (Arithmetic.OpenEnd open) {
            throw fault(
                    paths.get(0),
                    new Text("用 ∞(表格的开口端)作了计算或限值", "an open end (∞) of a table was used as a bound or in arithmetic"),
                    new Text("开口端只能用来比较", "open ends can only be compared with"));
        }
    }

    private Map<String, Answer> answers(FactType about, List<PlannedPath> paths) {
        int certainBefore = certain.size();
        int matchesBefore = matches;
        try {
            return answers(about, paths, false);
        } catch (Interpreter.Exhausted tooMuchIsOpen) {
            if (paths.stream().anyMatch(Derivation::totals)) {
                throw tooMuchIsOpen; // every match adds to a total
            }
            certain.subList(certainBefore, certain.size()).clear();
            matches = matchesBefore;
            names.forget();
            return answers(about, paths, true);
        }
    }

    private Map<String, Answer> answers(FactType about, List<PlannedPath> paths, boolean unlikeOnly) {
        Map<String, Answer> bySubject = new TreeMap<>();
        List<Instance> subjects = world.table(about).instances();
        interpreter.begin(subjects.size(), unlikeOnly);
        List<PlannedPath> possible = paths.stream()
                .filter(path ->
                        interpreter.mayMatch(path.plan(), path.numbered().path()))
                .toList();
        for (Instance subject : subjects) {
            Answer answer = bySubject.computeIfAbsent(
                    subject.subject().id(),
                    id -> new Answer(subject.subject(), new Tally(), subject.absent() ? names.of(subject) : List.of()));
            for (PlannedPath path : possible) {
                interpreter.search(
                        path.plan(),
                        path.numbered().path(),
                        subject,
                        (truth, slots) -> match(path, answer.tally(), truth, slots));
            }
            for (PlannedPath path : answer.tally().isSilent() ? paths : List.<PlannedPath>of()) {
                answer.tally().deadEnd(deadEnds.of(path.plan(), path.numbered().path(), subject));
            }
        }
        return bySubject;
    }

    /** Both by id: rule, then subject. */
    Map<String, Map<String, Answer>> answers() {
        return answers;
    }

    List<Fired> certain() {
        return certain;
    }

    /** How often Drools has to fire: every certain match, those with an unknown bound included. */
    int matches() {
        return matches;
    }

    private void match(PlannedPath path, Tally tally, Truth truth, Instance[] slots) {
        Branch branch = path.numbered().branch();
        Term term = path.numbered().path().bound();
        Exact exact = term == null ? Exact.NONE : exact(term.value(slots));
        matches += truth == Truth.TRUE ? 1 : 0;
        boolean isCertain = truth == Truth.TRUE && (term == null || exact.bound != null);
        boolean manifold = totals(path) && hangsOnAbsent(path.plan(), slots);
        Tally.Statement said = tally.say(branch.name(), branch.verb(), manifold ? null : exact.value, isCertain);
        if (totals(path)) {
            said.count(Factors.of(term, slots));
        }
        if (isCertain) {
            Instance subject = slots[path.numbered().path().subject()];
            certain.add(new Fired(path.numbered().index(), subject.id(), exact.bound));
        } else {
            names.of(path.plan(), term, slots, said.hangs());
            if (said.hangs().missing().isEmpty()) {
                throw new IllegalStateException("possible, but nothing is missing: " + branch.fullName());
            }
        }
        cite(said, path.plan(), slots);
    }

    private static boolean totals(PlannedPath path) {
        return path.numbered().branch().verb() instanceof Verb.Require require
                && require.comparator() == Comparator.AT_LEAST_IN_TOTAL;
    }

    /** What was not supplied may be any number of facts: how much they add to a total is unknown. */
    private static boolean hangsOnAbsent(Plan plan, Instance[] slots) {
        return plan.levels().stream().anyMatch(level -> slots[level.pattern().slot()].absent());
    }

    /** A bound as a decimal for {@link Agreement}, and as the value that is judged. */
    private record Exact(Object bound, Value value) {
        static final Exact NONE = new Exact(null, null);

        static Exact of(Object value) {
            if (!(value instanceof Number number)) {
                return new Exact(
                        value, new Value.Terms(value instanceof Terms terms ? terms.codes() : List.of((String) value)));
            }
            BigDecimal decimal = Arithmetic.decimal(number);
            BigDecimal plain = decimal.stripTrailingZeros();
            return new Exact(decimal, new Value.Amount(plain.scale() < 0 ? plain.setScale(0) : plain));
        }
    }

    private Exact exact(Object value) {
        return value == null ? Exact.NONE : exacts.computeIfAbsent(value, Exact::of);
    }

    /** Every fact that a match was read from: articles of the letter, clauses of tables and parameters. */
    private void cite(Tally.Statement statement, Plan plan, Instance[] slots) {
        for (Plan.Level level : plan.levels()) {
            Instance instance = slots[level.pattern().slot()];
            if (instance.row() != null) {
                if (instance.row().citation() != null) {
                    statement.cite(instance.row().citation());
                }
            } else if (instance.source() instanceof Fact.Condition || instance.source() instanceof Fact.Article) {
                Citation citation = cited.computeIfAbsent(instance, i -> citing.apply((Fact) i.source()));
                if (citation != null) {
                    statement.cite(citation);
                }
            }
        }
    }

    private static PackFault fault(PlannedPath path, Text what, Text remedy) {
        Branch branch = path.numbered().branch();
        return new PackFault(List.of(new Fault(branch.file(), branch.line(), branch.fullName(), what, remedy)));
    }
}
