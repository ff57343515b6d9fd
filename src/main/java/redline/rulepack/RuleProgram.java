package redline.rulepack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import redline.fact.Fact;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.Demand;
import redline.requirement.RuleInfo;

/**
 * All rule texts of the packs, linted and compiled once; immutable, safe for use by many threads, freed when unreachable. A trial
 * ({@link #trial}) is some of the rules, some of them changed, judged by the interpreter alone: nothing is compiled.
 */
final class RuleProgram {
    private static final int PREPARED_KEPT = 16;
    /** Without what Drools sees they are small. */
    private static final int PREPARED_KEPT_IN_A_TRIAL = 256;

    private final Map<String, List<Branch>> rules;
    private final Map<String, FactType> types;
    private final Map<String, RuleKind> kinds = new TreeMap<>();
    private final Map<String, List<PlannedPath>> paths = new TreeMap<>();
    private final Map<String, Set<FactType>> reads = new TreeMap<>();
    private final Set<FactType> rowTypes = new HashSet<>();
    private final Set<String> rowTypeNames = new TreeSet<>();
    private final Set<String> parameters = new TreeSet<>();

    /** By number; empty in a trial. */
    private final List<RuleUnit> units = new ArrayList<>();

    private final Reading reading;
    /** By the list itself: the same list handed in again is not prepared again. */
    private final IdentityHashMap<List<Row>, Prepared> prepared = new IdentityHashMap<>();

    /** Rows made into tables, and, once a unit has run, into what its Drools sees. */
    private record Prepared(Map<FactType, Table> tables, List<Object>[] ofUnits) {
        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists is made raw
        static Prepared of(Map<FactType, Table> tables, int units) {
            return new Prepared(tables, new List[units]);
        }
    }

    private RuleProgram(
            Map<String, List<Branch>> rules, Map<String, FactType> types, Reading reading, boolean isTrial) {
        this.rules = rules;
        this.types = types;
        this.reading = reading;
        Map<String, List<String>> byPack = new TreeMap<>();
        rules.forEach((id, branches) -> byPack.computeIfAbsent(packOf(branches), pack -> new ArrayList<>())
                .add(id));
        int unit = 0;
        for (List<String> ids : byPack.values()) {
            List<NumberedPath> numbered = new ArrayList<>();
            for (String id : ids) {
                rule(id, unit, rules.get(id), numbered);
            }
            Set<FactType> read = new HashSet<>();
            ids.forEach(id -> read.addAll(reads.get(id)));
            List<FactType> declared = types.values().stream()
                    .filter(type -> type.isRow() && read.contains(type))
                    .toList();
            if (!isTrial) {
                units.add(new RuleUnit(CertainReading.of(numbered, declared, reading), read));
            }
            unit++;
        }
        reads.values().forEach(read -> read.stream().filter(FactType::isRow).forEach(rowTypes::add));
        rowTypes.forEach(type -> rowTypeNames.add(type.name()));
    }

    /** Of a file {@code pack/rules/id.drl} its pack. */
    private static String packOf(List<Branch> branches) {
        String file = branches.get(0).file();
        return file.contains("/") ? file.substring(0, file.indexOf('/')) : "";
    }

    private void rule(String id, int unit, List<Branch> branches, List<NumberedPath> numbered) {
        RuleKind kind = RuleFile.kind(id, branches);
        kinds.put(id, kind);
        parameters.addAll(kind.parameters());
        List<PlannedPath> planned = new ArrayList<>();
        Set<FactType> read = new HashSet<>();
        for (Branch branch : branches) {
            for (Branch.Path path : branch.paths()) {
                NumberedPath number = new NumberedPath(unit * RuleUnit.PATHS + numbered.size(), branch, path);
                numbered.add(number);
                planned.add(new PlannedPath(number, Plan.of(path)));
                RuleFile.eachPattern(path.steps(), pattern -> read.add(pattern.type()));
            }
        }
        paths.put(id, List.copyOf(planned));
        reads.put(id, Set.copyOf(read));
    }

    /** Compiles what is not compiled yet, on as many processors as there are. */
    void compileAll() {
        units.parallelStream().forEach(RuleUnit::compiled);
    }

    /** Only {@code ruleIds}, as they are. */
    RuleProgram trial(Set<String> ruleIds) {
        Map<String, List<Branch>> some = new LinkedHashMap<>(rules);
        some.keySet().retainAll(ruleIds);
        return new RuleProgram(some, types, reading, true);
    }

    /**
     * Only {@code ruleIds}, one of them with another text.
     *
     * @throws PackFault where the text is refused
     */
    RuleProgram trial(Set<String> ruleIds, RuleText changed) {
        Faults found = new Faults(changed.file());
        List<Branch> branches = RuleReader.read(changed, types, found);
        List<Fault> faults = new ArrayList<>(found.inOrder());
        Map<String, List<Branch>> all = new LinkedHashMap<>(rules);
        all.put(changed.ruleId(), branches);
        if (faults.isEmpty()) {
            faults.addAll(Exemptions.faults(all));
        }
        if (!faults.isEmpty()) {
            throw new PackFault(faults);
        }
        all.keySet().retainAll(ruleIds);
        return new RuleProgram(all, types, reading, true);
    }

    /** The branches of all rules, by rule id. */
    Map<String, List<Branch>> branches() {
        return Collections.unmodifiableMap(rules);
    }

    /**
     * @param texts every rule file of every pack
     * @param rowTypes every table of every pack; the type {@code Parameter(name, value)} is always there
     * @throws PackFault with all faults of all texts
     */
    static RuleProgram compile(List<RuleText> texts, List<Row.Type> rowTypes) {
        return compile(texts, rowTypes, Reading.SOUND);
    }

    /** {@code reading} is {@link Reading#SOUND} but in tests that leave a line out to see it missed. */
    static RuleProgram compile(List<RuleText> texts, List<Row.Type> rowTypes, Reading reading) {
        Map<String, FactType> types = types(rowTypes);
        List<Fault> faults = new ArrayList<>();
        Map<String, List<Branch>> rules = new LinkedHashMap<>();
        for (RuleText text : texts) {
            Faults found = new Faults(text.file());
            List<Branch> branches = RuleReader.read(text, types, found);
            if (rules.containsKey(text.ruleId())) {
                found.add(
                        0,
                        text.ruleId(),
                        new Text("规则编号 " + text.ruleId() + " 重复", "the rule id " + text.ruleId() + " is used twice"),
                        new Text("给其中一个文件改名", "rename one of the files"));
            } else {
                rules.put(text.ruleId(), branches);
            }
            faults.addAll(found.inOrder());
        }
        if (faults.isEmpty()) {
            faults.addAll(Exemptions.faults(rules));
            faults.addAll(tooManyPaths(rules));
        }
        if (!faults.isEmpty()) {
            throw new PackFault(faults);
        }
        return new RuleProgram(rules, types, reading, false);
    }

    /** A fault for each pack at the branch with which it has more alternatives than a unit of compiling may hold. */
    private static List<Fault> tooManyPaths(Map<String, List<Branch>> rules) {
        Map<String, Integer> paths = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        rules.values()
                .forEach(branches -> branches.forEach(branch -> {
                    int most = RuleUnit.MOST_PATHS;
                    int more = branch.paths().size();
                    int now = paths.merge(packOf(branches), more, Integer::sum);
                    if (now > most && now - more <= most) {
                        faults.add(new Fault(
                                branch.file(),
                                branch.line(),
                                branch.fullName(),
                                new Text(
                                        "到这里为止规则包有超过 " + most + " 个分支(or 的每一支都算)",
                                        "up to here the pack has more than " + most
                                                + " branches (each alternative of an or counts)"),
                                new Text("把逐项的值写进表格,规则只读表;或拆成几个规则包", "put the values into tables, or split the pack")));
                    }
                }));
        return faults;
    }

    /** Whether a type of rules has this name, so that no table may. */
    static boolean isTaken(String typeName) {
        return typeName.equals(PublishedFacts.PARAMETER)
                || PublishedFacts.types().containsKey(typeName);
    }

    /** The published facts, parameters and the rows of tables. */
    static Map<String, FactType> types(List<Row.Type> rowTypes) {
        Map<String, FactType> types = new LinkedHashMap<>(PublishedFacts.types());
        types.put(PublishedFacts.PARAMETER, PublishedFacts.rows(PublishedFacts.parameters()));
        for (Row.Type type : rowTypes) {
            boolean named = type.name().matches("[A-Z][A-Za-z0-9]*")
                    && type.columns().stream().allMatch(c -> c.name().matches("[a-z][A-Za-z0-9]*"));
            if (!named || types.containsKey(type.name()) && !type.name().equals(PublishedFacts.PARAMETER)) {
                throw new PackFault(List.of(new Fault(
                        "tables",
                        0,
                        type.name(),
                        new Text("表名或列名不合写法,或与已有的类型重名", "the name of a table or column is malformed or taken"),
                        new Text(
                                "表名用小写字母和连字符,列名用小写开头的字母数字",
                                "rename it: letters and digits, columns start in lower case"))));
            }
            types.putIfAbsent(type.name(), PublishedFacts.rows(type));
        }
        return types;
    }

    /** Whether some rule may see this row of a table or parameter. */
    boolean reads(Row row) {
        return row.type().equals(PublishedFacts.PARAMETER)
                ? readsParameter((String) row.values().get("name"))
                : readsTable(row.type());
    }

    /** @param name with its pack */
    boolean readsParameter(String name) {
        return parameters.contains(name);
    }

    /** @param type of its rows */
    boolean readsTable(String type) {
        return rowTypeNames.contains(type);
    }

    /** The types of facts and rows that the rules read. */
    Set<FactType> typesRead() {
        Set<FactType> read = new HashSet<>();
        reads.values().forEach(read::addAll);
        paths.values().forEach(of -> read.add(of.get(0).numbered().branch().subjectType()));
        return read;
    }

    /** The types of facts and rows that one rule reads. */
    Set<FactType> reads(String ruleId) {
        return reads.get(ruleId);
    }

    /** By rule id. */
    Map<String, RuleKind> ruleKinds() {
        return Collections.unmodifiableMap(kinds);
    }

    /** The branches of a rule, in the order of its file. */
    List<Branch> branches(String ruleId) {
        return paths.get(ruleId).stream()
                .map(path -> path.numbered().branch())
                .distinct()
                .toList();
    }

    /**
     * Exactly one demand for each rule in force and each subject of its kind, in the order of rule id and subject id.
     *
     * <p>A parameter that a rule reads and that has no row, and a table without any row, count as unknown, never as none.
     *
     * @param rowsInForce rows of tables and parameters; hand in the same list object again to have it prepared once
     * @param rulesInForce by rule id
     * @param localDefaultPacks ids of the packs that step back where the conditions speak
     * @param parcelPacks ids of the packs that hold the conditions
     * @param citing the source of a condition or an article: number of its letter, article
     * @param wording (rule id, key) to the sentence of {@code ask} or {@code note}
     * @throws PackFault where a limit of work is exceeded
     * @throws IllegalStateException where the two readings of a rule differ (a bug: no verdict)
     */
    List<Demand> demands(
            SchemeFacts facts,
            List<Row> rowsInForce,
            Map<String, RuleInfo> rulesInForce,
            Set<String> localDefaultPacks,
            Set<String> parcelPacks,
            Function<Fact, Citation> citing,
            BiFunction<String, String, Text> wording) {
        Set<FactType> read = new HashSet<>();
        TreeMap<String, RuleInfo> rules = new TreeMap<>(rulesInForce);
        rules.keySet().forEach(id -> read.addAll(reads.get(id)));
        World world = World.of(facts, read, rows(rowsInForce));
        Derivation derivation = new Derivation(world, reading, facts.absences(), citing);
        for (String id : rules.keySet()) {
            List<PlannedPath> of = paths.get(id);
            derivation.derive(id, of.get(0).numbered().branch().subjectType(), of);
        }
        if (!units.isEmpty()) {
            Set<Integer> running = new TreeSet<>();
            Set<String> names = new HashSet<>();
            for (String id : rules.keySet()) {
                running.add(paths.get(id).get(0).numbered().index() / RuleUnit.PATHS);
                paths.get(id).forEach(path -> names.add(CertainReading.ruleName(path.numbered())));
            }
            List<Object>[] ofUnits = rowFacts(rowsInForce, running);
            for (int unit : running) {
                units.get(unit).check(derivation, unit, world, ofUnits[unit], names, this::branchOf);
            }
        }
        return new Folding(derivation.answers(), rules, kinds, reading, wording)
                .demands(localDefaultPacks, parcelPacks);
    }

    private Map<FactType, Table> rows(List<Row> rowsInForce) {
        return prepared(rowsInForce).tables();
    }

    /** Rows as the units that run see them. */
    private List<Object>[] rowFacts(List<Row> rowsInForce, Set<Integer> running) {
        Prepared of = prepared(rowsInForce);
        synchronized (of) {
            running.parallelStream()
                    .filter(unit -> of.ofUnits()[unit] == null)
                    .forEach(unit -> of.ofUnits()[unit] = units.get(unit).rows(of.tables()));
        }
        return of.ofUnits();
    }

    private Prepared prepared(List<Row> rowsInForce) {
        synchronized (prepared) {
            Prepared known = prepared.get(rowsInForce);
            if (known == null) {
                known = Prepared.of(World.rows(rowsInForce, rowTypes, parameters), units.size());
                if (prepared.size() >= (units.isEmpty() ? PREPARED_KEPT_IN_A_TRIAL : PREPARED_KEPT)) {
                    prepared.clear();
                }
                prepared.put(rowsInForce, known);
            }
            return known;
        }
    }

    private Branch branchOf(int path) {
        return paths.values().stream()
                .flatMap(List::stream)
                .map(PlannedPath::numbered)
                .filter(numbered -> numbered.index() == path)
                .findFirst()
                .orElseThrow()
                .branch();
    }
}
