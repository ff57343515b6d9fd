package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redline.proof.RuleCase;
import redline.proof.RuleCases;

/**
 * Shifting any value of a pack by one step of its quantity turns a case red (promise 4). The ordinary run shifts the parameters, the
 * soak also the distances of tables and the thresholds between their rows, on both sides of the threshold at once. Grades of fire
 * resistance are keys of a table, not values. The rules are compiled once: only their values change.
 */
class ValuesAreProvenTest {
    private static final RuleFiles FILES = RuleFiles.read(Path.of("rules"));
    private static final RuleCases CASES = RuleCases.read(Path.of("test-cases"));

    /** One step in the inside unit, by the unit of a parameter. */
    private static final Map<String, BigDecimal> STEPS = Map.of(
            "m", new BigDecimal("0.01"),
            "m²", new BigDecimal("0.01"),
            "%", new BigDecimal("0.0001"),
            "1", new BigDecimal("0.01"),
            "级", BigDecimal.ONE,
            "个", BigDecimal.ONE);

    private final Map<String, Pack> packs = packs();
    private final Map<String, Profile> profiles = profiles();
    private final Map<String, RulePage> pages = pages();
    private final RuleProgram program = program();

    /** One value shifted, and the rules that read it. */
    private record Mutant(String what, Pack pack, List<String> rules) {}

    @Test
    void every_parameter_shifted_by_a_step_turns_a_case_red() {
        List<Mutant> mutants = new ArrayList<>();
        packs.values().forEach(pack -> parameters(pack, mutants));
        assertThat(mutants.size()).isGreaterThan(10);
        assertThat(survivors(mutants, one -> !one.id().contains("#"))).isEmpty();
    }

    @Tag("soak")
    @Test
    void every_distance_and_threshold_of_a_table_shifted_by_a_step_turns_a_case_red() {
        List<Mutant> mutants = new ArrayList<>();
        packs.values().forEach(pack -> distances(pack, mutants));
        packs.values().forEach(pack -> thresholds(pack, mutants));
        assertThat(mutants.size()).isGreaterThan(45);
        assertThat(survivors(mutants, one -> true)).isEmpty();
    }

    private void parameters(Pack pack, List<Mutant> mutants) {
        for (Pack.Parameter parameter : pack.parameters()) {
            BigDecimal step = STEPS.get(parameter.unit());
            List<String> rules = readers(kind -> kind.parameters().contains(pack.qualified(parameter)));
            for (int i = 0; i < parameter.values().size(); i++) {
                Pack.Parameter.Entry entry = parameter.values().get(i);
                for (BigDecimal shift : List.of(step, step.negate())) {
                    List<Pack.Parameter.Entry> values = new ArrayList<>(parameter.values());
                    values.set(
                            i,
                            new Pack.Parameter.Entry(
                                    entry.validity(),
                                    entry.value().add(shift),
                                    entry.clause(),
                                    entry.grade(),
                                    entry.note()));
                    List<Pack.Parameter> all = new ArrayList<>(pack.parameters());
                    all.set(
                            all.indexOf(parameter),
                            new Pack.Parameter(parameter.name(), parameter.title(), parameter.unit(), values));
                    mutants.add(
                            new Mutant(pack.qualified(parameter) + " " + shift, with(pack, all, pack.tables()), rules));
                }
            }
        }
    }

    private void distances(Pack pack, List<Mutant> mutants) {
        for (Pack.Table table : pack.tables()) {
            table.rows().stream().map(ValuesAreProvenTest::line).distinct().forEach(line -> {
                for (double shift : new double[] {0.01, -0.01}) {
                    Pack changed =
                            with(pack, table, row -> line(row).equals(line) ? Map.of("distance", shift) : Map.of());
                    if (!changed.equals(pack)) {
                        mutants.add(new Mutant(line + " " + shift, changed, readersOf(table)));
                    }
                }
            });
        }
    }

    private void thresholds(Pack pack, List<Mutant> mutants) {
        for (Pack.Table table : pack.tables()) {
            for (double height : List.of(24.0, 27.0, 100.0)) {
                for (double shift : new double[] {0.01, -0.01}) {
                    threshold(pack, table, LocalDate.of(2025, 6, 1), "above", height, "upTo", height, shift, mutants);
                }
            }
            for (double storeys : List.of(3.0, 9.0)) {
                for (LocalDate day : List.of(LocalDate.of(2025, 4, 30), LocalDate.of(2025, 5, 1))) {
                    for (double shift : new double[] {1, -1}) {
                        threshold(pack, table, day, "storeysFrom", storeys + 1, "storeysTo", storeys, shift, mutants);
                    }
                }
            }
        }
    }

    /** The line of the file that a row was expanded from. */
    private static String line(Pack.Table.Entry entry) {
        return entry.row().id().replaceAll("(:\\d+)\\.\\d+$", "$1");
    }

    private void threshold(
            Pack pack,
            Pack.Table table,
            LocalDate day,
            String upper,
            double beginsAt,
            String lower,
            double endsAt,
            double shift,
            List<Mutant> mutants) {
        Pack changed = with(pack, table, row -> {
            Map<String, Double> shifts = new LinkedHashMap<>();
            if (row.validity().on(day)) {
                Map<String, Object> values = row.row().values();
                if (Double.valueOf(beginsAt).equals(values.get(upper))) {
                    shifts.put(upper, shift);
                }
                if (Double.valueOf(endsAt).equals(values.get(lower))) {
                    shifts.put(lower, shift);
                }
            }
            return shifts;
        });
        if (!changed.equals(pack)) {
            mutants.add(new Mutant(
                    table.name() + " " + lower + " " + endsAt + " " + shift + " " + day, changed, readersOf(table)));
        }
    }

    private List<String> readersOf(Pack.Table table) {
        return readers(kind -> kind.reads().stream()
                .anyMatch(read -> read.type().equals(table.type().name())));
    }

    /** The pack with some numbers of a table shifted; infinities and what the source leaves open stay. */
    private static Pack with(Pack pack, Pack.Table table, Function<Pack.Table.Entry, Map<String, Double>> shifts) {
        List<Pack.Table.Entry> rows = new ArrayList<>();
        for (Pack.Table.Entry entry : table.rows()) {
            Map<String, Object> values = new LinkedHashMap<>(entry.row().values());
            shifts.apply(entry).forEach((column, shift) -> {
                if (values.get(column) instanceof Double was && !was.isInfinite()) {
                    values.put(
                            column,
                            BigDecimal.valueOf(was)
                                    .add(BigDecimal.valueOf(shift))
                                    .doubleValue());
                }
            });
            Row row = entry.row();
            rows.add(new Pack.Table.Entry(entry.validity(), new Row(row.type(), row.id(), values, row.citation())));
        }
        List<Pack.Table> tables = new ArrayList<>(pack.tables());
        tables.set(
                tables.indexOf(table), new Pack.Table(table.name(), table.type(), table.labels(), table.units(), rows));
        return with(pack, pack.parameters(), tables);
    }

    private static Pack with(Pack pack, List<Pack.Parameter> parameters, List<Pack.Table> tables) {
        return new Pack(
                pack.id(),
                pack.title(),
                pack.documentNumber(),
                pack.jurisdiction(),
                pack.layer(),
                pack.datedBy(),
                pack.inForce(),
                pack.version(),
                pack.sha256(),
                pack.notEncoded(),
                parameters,
                tables,
                pack.texts(),
                pack.pages());
    }

    private List<String> survivors(List<Mutant> mutants, Predicate<RuleCase> tried) {
        List<String> survivors = new ArrayList<>();
        for (Mutant mutant : mutants) {
            Map<String, Pack> changed = new TreeMap<>(packs);
            changed.put(mutant.pack().id(), mutant.pack());
            RuleBook book = new RuleBook("mutant", changed, profiles, pages, program);
            boolean red = mutant.rules().stream()
                    .flatMap(rule -> CASES.of(rule).stream())
                    .filter(tried)
                    .anyMatch(one -> isRed(one, book));
            if (!red) {
                survivors.add(mutant.what());
            }
        }
        return survivors;
    }

    private static boolean isRed(RuleCase one, RuleBook book) {
        return !CASES.run(one, book).asExpected();
    }

    private List<String> readers(Predicate<RuleKind> reads) {
        return program.ruleKinds().entrySet().stream()
                .filter(entry -> reads.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Pack> packs() {
        Map<String, Pack> packs = new TreeMap<>();
        List<Fault> faults = new ArrayList<>();
        for (String folder : FILES.folders()) {
            if (!folder.equals("profiles")) {
                packs.put(folder, new PackReader(folder, FILES.under(folder), faults).read());
            }
        }
        assertThat(faults).isEmpty();
        return packs;
    }

    private static Map<String, Profile> profiles() {
        Map<String, Profile> profiles = new TreeMap<>();
        FILES.under("profiles").forEach((path, bytes) -> {
            Profile profile = Profile.read(path, RuleFiles.text(path, bytes, new ArrayList<>()), new ArrayList<>());
            profiles.put(profile.name(), profile);
        });
        return profiles;
    }

    private Map<String, RulePage> pages() {
        Map<String, RulePage> byId = new LinkedHashMap<>();
        packs.values().forEach(pack -> pack.pages().forEach(page -> byId.put(page.id(), page)));
        return byId;
    }

    private RuleProgram program() {
        return RuleProgram.compile(
                packs.values().stream().flatMap(p -> p.texts().stream()).toList(),
                packs.values().stream()
                        .flatMap(p -> p.tables().stream())
                        .map(Pack.Table::type)
                        .toList());
    }
}
