package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.StoredCase;
import redline.check.Check;
import redline.check.CompactRecord;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.proof.RuleCase;
import redline.proof.RuleCases;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;
import redline.scheme.Dates;
import redline.workshop.BackTest.Mode;
import redline.workshop.BackTest.Question;

/** What a draft does to decided cases, against whole checks of the same records and against plain counting. */
@Timeout(300)
class BackTestTest {
    private static final String ROAD_RULE = StoredExamples.ROAD_RULE;
    private static final BigDecimal TWELVE = new BigDecimal("12.00");
    private static final BigDecimal FOURTEEN = new BigDecimal("14.00");

    @TempDir
    private static Path folder;

    private static RuleBook inForce;
    private static RuleBook fourteen;
    private static RuleCases cases;
    private static SchemeRecord road;

    @BeforeAll
    static void read() throws IOException {
        inForce = RuleBook.read(Path.of("rules"));
        fourteen = StoredExamples.fourteenMetres(folder.resolve("fourteen"));
        cases = RuleCases.read(Path.of("test-cases"));
        road = StoredExamples.besideSecondaryRoad(cases, inForce);
    }

    /** Cases in memory. */
    private static final class Stored implements BackTest.Records {
        private final Map<String, byte[]> forms = new HashMap<>();
        private final List<StoredCase> cases = new ArrayList<>();

        Stored add(String number, SchemeRecord record) {
            return add(number, record, StoredExamples.PROFILE, Map.of());
        }

        Stored add(String number, SchemeRecord record, String profile, Map<String, String> settings) {
            String sha = "sha-" + number;
            forms.put(sha, CompactRecord.write(record, sha));
            cases.add(new StoredCase(number, "项目 " + number, "P-" + number, profile, settings, sha));
            return this;
        }

        @Override
        public CompactRecord of(String sha256) throws IOException {
            byte[] form = forms.get(sha256);
            if (form == null) {
                throw new IOException("no record " + sha256);
            }
            return CompactRecord.of(form);
        }

        BackTestResult run(Question question) {
            return new BackTest(question, this).run(cases.iterator());
        }
    }

    private static Dates dates(int number) {
        return Dates.allOn(LocalDate.of(2019, 1, 1).plusDays(number * 2L));
    }

    /** 1 200 distances in whole centimetres from 8.00 m on, 37 of them within [12.00, 14.00). */
    private static List<BigDecimal> distances() {
        List<BigDecimal> all = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            all.add(BigDecimal.valueOf(1200 + 5L * i, 2));
        }
        all.add(new BigDecimal("13.99"));
        for (int i = 0; all.size() < 700; i++) {
            all.add(BigDecimal.valueOf(800 + i % 400, 2));
        }
        for (int i = 0; all.size() < 1200; i++) {
            all.add(BigDecimal.valueOf(1400 + i, 2));
        }
        Collections.shuffle(all, new Random(7));
        return all;
    }

    private static Stored story() {
        Stored stored = new Stored();
        List<BigDecimal> distances = distances();
        for (int i = 0; i < distances.size(); i++) {
            stored.add(
                    String.format("2026-%04d", i + 1),
                    StoredExamples.varied(road, distances.get(i), dates(i), 100.0 * i));
        }
        return stored;
    }

    private static Question roadQuestion() {
        return Question.of(inForce, fourteen, Set.of(ROAD_RULE), StoredExamples.CHANGE);
    }

    @Test
    void of_1200_cases_a_dated_change_turns_none_by_their_own_dates_and_37_as_if_it_applied() {
        List<BigDecimal> distances = distances();
        long between = distances.stream()
                .filter(d -> d.compareTo(TWELVE) >= 0 && d.compareTo(FOURTEEN) < 0)
                .count();
        assertThat(between).isEqualTo(37);

        BackTestResult result = story().run(roadQuestion());

        assertThat(result.cases()).isEqualTo(1200);
        assertThat(result.failed()).isEmpty();
        BackTestResult.Half rejudged = result.halves().get(Mode.REJUDGED);
        assertThat(rejudged.flips()).isZero();
        assertThat(rejudged.kept()).isEmpty();
        assertThat(rejudged.judged() + rejudged.sameByNature()).isEqualTo(1200);
        BackTestResult.Half projected = result.halves().get(Mode.PROJECTED);
        assertThat(projected.judged()).isEqualTo(1200);
        assertThat(projected.flips()).isEqualTo(37);
        assertThat(projected.flippedCases()).isEqualTo(37);
        assertThat(projected.boundsChanged()).isEqualTo(1200 - 37);
        assertThat(projected.kinds()).isEqualTo(Map.of(new Flip.Kind(Verdict.PASS, Verdict.VIOLATION), 37L));

        Map<String, BigDecimal> expected = new TreeMap<>();
        for (int i = 0; i < distances.size(); i++) {
            BigDecimal d = distances.get(i);
            if (d.compareTo(TWELVE) >= 0 && d.compareTo(FOURTEEN) < 0) {
                expected.put(String.format("2026-%04d", i + 1), d);
            }
        }
        assertThat(projected.kept()).extracting(Flip::caseNumber).containsExactlyElementsOf(expected.keySet());
        for (Flip flip : projected.kept()) {
            BigDecimal d = expected.get(flip.caseNumber());
            assertThat(flip.measured()).isEqualTo(new Value.Amount(d));
            assertThat(flip.margin()).isEqualByComparingTo(d.subtract(FOURTEEN));
            assertThat(flip.marginUnit()).isEqualTo(Unit.METRE);
        }
    }

    /** A row of a table reaches the rules that read the table and none besides; of all rules only these are run. */
    @Test
    void of_all_rules_those_run_whose_answers_can_differ() {
        Stored stored = new Stored();
        for (int i = 0; i < 4; i++) {
            stored.add(String.valueOf(i), StoredExamples.varied(road, BigDecimal.valueOf(11 + i), dates(i), 100.0 * i));
        }
        Set<String> library = inForce.pages().stream().map(RulePage::id).collect(Collectors.toSet());
        Set<String> readers = inForce.pages().stream()
                .filter(page -> page.drl().contains("JiaxingRoad("))
                .map(RulePage::id)
                .collect(Collectors.toSet());

        BackTestResult all = stored.run(Question.of(inForce, fourteen, library, StoredExamples.CHANGE));

        assertThat(readers).contains(ROAD_RULE).hasSizeLessThan(10);
        assertThat(all).isEqualTo(stored.run(Question.of(inForce, fourteen, readers, StoredExamples.CHANGE)));
        assertThat(all.halves().get(Mode.PROJECTED).flips()).isEqualTo(2);
        assertThat(all.halves().get(Mode.REJUDGED).sameByNature()).isEqualTo(4);
    }

    @Test
    void a_flip_tells_from_what_to_what_by_how_much_and_where() {
        BackTestResult result = new Stored()
                .add("1", StoredExamples.varied(road, new BigDecimal("13.5"), dates(0), 1000))
                .run(roadQuestion());

        Flip flip = result.halves().get(Mode.PROJECTED).kept().get(0);
        assertThat(flip.project()).isEqualTo("项目 1");
        assertThat(flip.parcel()).isEqualTo("P-1");
        assertThat(flip.rule()).isEqualTo(ROAD_RULE);
        assertThat(flip.subject().name().zh()).isEqualTo("1号楼 整体 → 东侧界线");
        assertThat(flip.kind()).isEqualTo(new Flip.Kind(Verdict.PASS, Verdict.VIOLATION));
        assertThat(flip.boundBefore()).isEqualTo(new Bound(Comparator.AT_LEAST, Value.Amount.of("12")));
        assertThat(flip.boundAfter()).isEqualTo(new Bound(Comparator.AT_LEAST, Value.Amount.of("14")));
        assertThat(flip.margin()).isEqualByComparingTo("-0.5");
        // Halfway from the wall to the red line at 553 100 + 1 000.
        assertThat(flip.place()).isEqualTo(new Flip.Place("EPSG:4549", 554_093.25, 3_390_030));
    }

    @Test
    void a_change_without_a_date_shows_by_the_cases_own_dates() throws IOException {
        RuleBook atOnce = StoredExamples.edited(
                folder.resolve("at-once"),
                Path.of("jiaxing-2018", "tables", "jiaxing-road.csv"),
                text -> text.replace("SECONDARY,yes,12,5,,,", "SECONDARY,yes,14,5,,,"));

        BackTestResult result = story().run(Question.of(inForce, atOnce, Set.of(ROAD_RULE), StoredExamples.CHANGE));

        assertThat(result.halves().get(Mode.REJUDGED).judged()).isEqualTo(1200);
        assertThat(result.halves().get(Mode.REJUDGED).flips()).isEqualTo(37);
        assertThat(result.halves().get(Mode.PROJECTED).flips()).isEqualTo(37);
    }

    @Test
    void the_order_of_the_cases_changes_nothing_also_where_rows_are_left_out() {
        Stored stored = story();
        for (int most : List.of(10_000, 5)) {
            Question question = new Question(
                    inForce, fourteen, Set.of(ROAD_RULE), StoredExamples.CHANGE, EnumSet.of(Mode.PROJECTED), most);
            BackTestResult first = stored.run(question);
            Collections.shuffle(stored.cases, new Random(most));
            BackTestResult second = stored.run(question);

            assertThat(second).isEqualTo(first);
            BackTestResult.Half half = first.halves().get(Mode.PROJECTED);
            assertThat(half.kept()).hasSize(Math.min(37, most));
            assertThat(half.notListed()).isEqualTo(37 - Math.min(37, most));
        }
    }

    @Test
    void a_case_that_cannot_be_judged_is_counted_and_named() {
        Stored stored = new Stored()
                .add("1", StoredExamples.varied(road, new BigDecimal("13"), dates(1), 0))
                .add("2", road)
                .add("3", road, "no-such-profile", Map.of())
                .add("4", road, StoredExamples.PROFILE, Map.of("no-such-setting", "x"))
                .add("5", road.on(Dates.unknown()))
                .add("6", road);
        stored.forms.remove("sha-2");
        stored.forms.get("sha-6")[200] ^= 1;
        stored.cases.add(new StoredCase("7", "项目 7", "", StoredExamples.PROFILE, Map.of(), null));

        BackTestResult result = stored.run(roadQuestion());

        assertThat(result.cases()).isEqualTo(7);
        assertThat(result.halves().get(Mode.PROJECTED).flips()).isEqualTo(1);
        assertThat(result.failed())
                .isEqualTo(Map.of(
                        FailedCase.Why.RECORD, 2L,
                        FailedCase.Why.PROFILE, 2L,
                        FailedCase.Why.DATES, 1L,
                        FailedCase.Why.NOT_JUDGED, 1L));
        assertThat(result.failedCases()).extracting(FailedCase::number).containsExactly("2", "3", "4", "5", "6", "7");
    }

    @Test
    void cancelled_it_ends_soon_with_what_it_found() {
        Stored stored = story();
        BackTest test = new BackTest(roadQuestion(), stored);
        Iterator<StoredCase> endless = new Iterator<>() {
            private int given;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public StoredCase next() {
                if (++given == 1000) {
                    test.cancel();
                }
                return stored.cases.get(given % stored.cases.size());
            }
        };

        BackTestResult result = test.run(endless);

        assertThat(result.cancelled()).isTrue();
        assertThat(result.cases()).isLessThan(1000).isEqualTo(test.done());
        BackTestResult.Half projected = result.halves().get(Mode.PROJECTED);
        assertThat(projected.judged()).isEqualTo(result.cases());
    }

    @Test
    void settings_of_a_case_are_those_it_was_judged_with() throws IOException {
        // The level decides which spaces are asked for; without it the answer is open.
        List<RuleCase> parking = cases.of("parking-motor-1021").stream()
                .filter(one -> one.profile().equals(StoredExamples.PROFILE)
                        && one.settings().containsKey("parking-level"))
                .limit(20)
                .toList();
        assertThat(parking).isNotEmpty();
        Stored stored = new Stored();
        RuleBook draft = StoredExamples.edited(
                folder.resolve("dropped"), Path.of("jiaxing-2018", "tables", "jiaxing-road.csv"), text -> text + "\n");
        for (RuleCase one : parking) {
            SchemeRecord record = cases.record(one, inForce).asOf(one.asOf());
            stored.add(one.id(), record, one.profile(), one.settings());
        }

        BackTestResult result =
                stored.run(Question.of(inForce, draft, Set.of("parking-motor-1021"), StoredExamples.CHANGE));

        assertThat(result.failed()).isEmpty();
        assertThat(result.halves().get(Mode.REJUDGED).sameByNature()).isEqualTo(parking.size());
    }

    /** A few values, a comparison and a text are changed at once; whole checks of both books say what flips. */
    @Test
    void it_answers_as_whole_checks_of_both_books_do() throws IOException {
        Path copy = folder.resolve("many");
        StoredExamples.fourteenMetres(copy);
        StoredExamples.edited(
                copy,
                Path.of("jiaxing-2018", "parameters", "jiaxing-main-road-distance.yaml"),
                text -> text.replace("value: 30", "value: 77"));
        StoredExamples.edited(
                copy,
                Path.of("jiaxing-2018", "rules", "jiaxing-site-setback.drl"),
                text -> text.replaceFirst("standing == \"PROPOSED\"", "standing == \"EXISTING\""));
        RuleBook draft = RuleBook.read(copy);
        Set<String> rules = Set.of(ROAD_RULE, "jiaxing-main-road-distance", "jiaxing-site-setback");
        Set<String> library = inForce.pages().stream().map(RulePage::id).collect(Collectors.toSet());

        Stored stored = new Stored();
        Map<String, SchemeRecord> records = records();
        records.forEach(stored::add);
        Map<Mode, Map<String, Both>> whole = new HashMap<>();
        for (Mode mode : Mode.values()) {
            LocalDate day = mode == Mode.PROJECTED ? StoredExamples.CHANGE : null;
            Map<String, Both> of = new TreeMap<>();
            records.forEach((number, record) -> of.put(
                    number,
                    new Both(
                            Check.judge(record, inForce, StoredExamples.PROFILE, day)
                                    .findings(),
                            Check.judge(record, draft, StoredExamples.PROFILE, day)
                                    .findings())));
            whole.put(mode, of);
        }
        for (Set<String> asked : List.of(rules, library)) {
            BackTestResult result = stored.run(Question.of(inForce, draft, asked, StoredExamples.CHANGE));
            assertThat(result.failed()).isEmpty();
            Map<Mode, List<String>> expected = new HashMap<>();
            whole.forEach((mode, of) -> {
                List<String> all = new ArrayList<>();
                of.forEach((number, both) -> all.addAll(differences(number, asked, both.before(), both.after())));
                assertThat(result.halves().get(mode).kept().stream()
                                .map(BackTestTest::said)
                                .toList())
                        .isEqualTo(all);
                expected.put(mode, all);
            });
            assertThat(expected.get(Mode.PROJECTED)).isNotEmpty();
            assertThat(expected.get(Mode.REJUDGED)).isNotEmpty();
        }
    }

    private record Both(List<Finding> before, List<Finding> after) {}

    /** Whole schemes, and a case of each of many rules, several of the rules changed. */
    private static Map<String, SchemeRecord> records() throws IOException {
        Map<String, SchemeRecord> records = new LinkedHashMap<>();
        for (String scheme : List.of("office-2016", "wuzhen-housing")) {
            byte[] yaml = Files.readAllBytes(Path.of("test-cases", "schemes", scheme, "scheme.yaml"));
            Intake intake = SchemeReader.read(new Source("scheme.yaml", yaml), null);
            records.put(
                    scheme,
                    Projection.of(((Intake.Accepted) intake).scheme(), inForce.settings(StoredExamples.PROFILE)));
        }
        Map<String, Integer> seen = new HashMap<>();
        for (RuleCase one : cases.all()) {
            int most =
                    one.rule().startsWith("jiaxing-road-setback") || one.rule().startsWith("jiaxing-site-setback")
                            ? 8
                            : 1;
            boolean wanted = one.profile().equals(StoredExamples.PROFILE)
                    && (one.rule().startsWith("jiaxing") || one.rule().hashCode() % 20 == 0)
                    && seen.merge(one.rule(), 1, Integer::sum) <= most;
            if (wanted) {
                records.put(one.id(), cases.record(one, inForce).asOf(one.asOf()));
            }
        }
        return records;
    }

    private record Key(String rule, String kind, String subject) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return java.util.Comparator.comparing(Key::rule)
                    .thenComparing((Key key) -> redline.scheme.Subject.Kind.valueOf(key.kind))
                    .thenComparing(Key::subject)
                    .compare(this, other);
        }
    }

    private static Map<Key, Finding> byKey(List<Finding> findings) {
        return findings.stream()
                .collect(Collectors.toMap(
                        f -> new Key(
                                f.rule().id(),
                                f.subject().kind().name(),
                                f.subject().id()),
                        f -> f));
    }

    private static List<String> differences(
            String number, Set<String> rules, List<Finding> before, List<Finding> after) {
        Map<Key, Finding> was = byKey(before);
        Map<Key, Finding> is = byKey(after);
        Set<Key> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        List<String> said = new ArrayList<>();
        for (Key key : keys) {
            Finding old = was.get(key);
            Finding now = is.get(key);
            boolean of = rules.contains(key.rule()) || key.rule().endsWith("/in-force");
            if (of && !Objects.equals(verdict(old), verdict(now))) {
                said.add(String.join(
                        " ",
                        number,
                        key.rule(),
                        key.kind(),
                        key.subject(),
                        verdict(old) + ">" + verdict(now),
                        bound(old) + ">" + bound(now),
                        now instanceof Finding.Judged judged ? String.valueOf(judged.margin()) : "null"));
            }
        }
        return said;
    }

    private static String said(Flip flip) {
        return String.join(
                " ",
                flip.caseNumber(),
                flip.rule(),
                flip.subject().kind().name(),
                flip.subject().id(),
                flip.before() + ">" + flip.after(),
                flip.boundBefore() + ">" + flip.boundAfter(),
                String.valueOf(flip.margin()));
    }

    private static Verdict verdict(Finding finding) {
        return finding == null ? null : finding.verdict();
    }

    private static String bound(Finding finding) {
        if (finding instanceof Finding.Judged judged) {
            return String.valueOf(judged.governing());
        }
        return finding instanceof Finding.Undetermined open ? String.valueOf(open.governing()) : "null";
    }
}
