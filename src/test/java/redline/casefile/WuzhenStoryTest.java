package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.Decisions.Act;
import redline.casefile.Decisions.Kind;
import redline.casefile.Declined.Why;
import redline.casefile.Materials.State;
import redline.rulepack.RuleLibrary;
import redline.scheme.Dates;
import redline.system.MovableClock;
import redline.upload.Examination;
import redline.upload.RuleShelf;

/** The reviewer's story (practice §7) through the store alone, to the last digit, on each kind of database. */
@Timeout(300)
class WuzhenStoryTest {
    private static final Path STORY = Path.of("test-cases", "schemes", "story-wuzhen");
    private static final RuleShelf RULES = new RuleShelf(RuleLibrary::bundled);

    private static final FindingKey FAR = new FindingKey("far", "PARCEL", "P");
    private static final FindingKey GREEN = new FindingKey("green-ratio", "PARCEL", "P");
    private static final List<FindingKey> DECLARED = List.of(
            new FindingKey("declared-differs", "INDICATOR", "P/greenArea"),
            new FindingKey("declared-differs", "INDICATOR", "P/greenRatio"));
    private static final FindingKey PARKING = new FindingKey("parking-motor-1021", "PARCEL", "P");
    private static final FindingKey FIRE = new FindingKey("fire-separation", "VOLUME_PAIR", "7#/T|8#/T");

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock("2026-02-27T02:00:00Z");
    private Office office;
    private Cases cases;
    private Steps steps;
    private Rounds rounds;
    private Materials materials;
    private Decisions decisions;
    private Questions questions;
    private Results results;
    private IssuedPapers papers;
    private Account applicant;
    private Account reviewer;
    private Account head;
    private Account approver;
    private Account policy;

    private static LocalDate on(int month, int dayOfMonth) {
        return LocalDate.of(2026, month, dayOfMonth);
    }

    /** Ten in the morning of a day, office time. */
    private void day(LocalDate next) {
        clock.set(next + "T02:00:00Z");
    }

    private record StoryFile(String name, byte[] bytes) implements CaseFiles.Arriving {
        static StoryFile round(int number) throws IOException {
            String name = "round-" + number + ".yaml";
            return new StoryFile(name, Files.readAllBytes(STORY.resolve(name)));
        }

        @Override
        public InputStream open() {
            return new java.io.ByteArrayInputStream(bytes);
        }
    }

    private JobWorkers begin(Store store) {
        office = new Office(store, OfficeTables.read(), clock);
        cases = new Cases(office);
        steps = new Steps(office, cases);
        materials = new Materials(office);
        decisions = new Decisions(office);
        papers = new IssuedPapers(office);
        results = new Results(office, RULES);
        CaseFiles files = new CaseFiles(office);
        JobQueue jobs = new JobQueue(office);
        rounds = new Rounds(office, cases, files, jobs);
        questions = new Questions(office, rounds);
        Accounts accounts = new Accounts(store, clock, 1000);
        applicant = accounts.make("system", "shenqing", "建设单位", "示例建设单位", Role.APPLICANT)
                .account();
        reviewer =
                accounts.make("system", "jingban", "经办人甲", "审查科", Role.REVIEWER).account();
        head = accounts.make("system", "fuhe", "复核人乙", "审查科", Role.SECTION_HEAD).account();
        approver =
                accounts.make("system", "shending", "审定人丙", "局", Role.APPROVER).account();
        policy = accounts.make("system", "zhengce", "政策岗丁", "法规科", Role.POLICY).account();
        return new JobWorkers(
                office,
                cases,
                rounds,
                files,
                jobs,
                results,
                new ExaminerSettings(
                        RULES,
                        (letter, parcel) -> {
                            Letters letters = new Letters(store, clock);
                            return letters.conditions(letters.byId(letter).orElseThrow(), parcel);
                        },
                        Examination.Limits.of(Duration.ofMinutes(1), Duration.ofMinutes(3), 2),
                        "EPSG:4549",
                        1,
                        ""));
    }

    @ParameterizedTest
    @EnumSource
    void two_rounds_from_receipt_to_decision_use_7_of_20_working_days(Databases kind) throws Exception {
        try (Store store = Store.open(kind.in(folder), clock);
                JobWorkers atWork = begin(store)) {
            atWork.start();
            OfficeCase kase = received();
            kase = accepted(kase);
            Round first = firstRound(kase);
            kase = changesAsked(kase, first);
            kase = secondRound(kase);
            sourcesLookedUp(kase);
            kase = displayed(kase);
            kase = decided(kase);

            assertThat(kase.state()).isEqualTo("CLOSED");
            assertThat(cases.clock(kase)).isEqualTo(new ClockReading(false, false, 7, 20, null, List.of()));
            assertThat(store.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        }
    }

    @Test
    void a_case_on_a_letter_of_the_register_is_judged_by_it_and_found_by_its_numbers() throws Exception {
        try (Store store = Store.open(StoreSettings.in(folder), clock);
                JobWorkers atWork = begin(store)) {
            Letters letters = new Letters(store, clock);
            RegisteredLetter letter = confirmed(letters);
            atWork.start();
            OfficeCase kase = cases.open(
                    applicant,
                    applicant,
                    new CaseForm(
                            "PRELIMINARY",
                            "NEW",
                            "乌镇",
                            "",
                            "",
                            letter.id(),
                            "tongxiang",
                            new Dates(null, LocalDate.of(2019, 12, 2), on(2, 27)),
                            Map.of(),
                            "",
                            ""));
            rounds.submit(applicant, kase.id(), List.of(StoryFile.round(1)), on(2, 27), RoundChoices.NONE);
            Round round = judged(kase, 1);

            assertThat(kase.conditionsIssued()).isEqualTo(LocalDate.of(2019, 10, 10));
            assertThat(said(round, FAR)).isEqualTo("VIOLATION");
            List<KeptFinding> byHand = new Judgings(office)
                    .findings(round).stream()
                            .filter(finding -> finding.rule().equals("article-by-hand")
                                    && finding.cause().equals("NEEDS_JUDGEMENT"))
                            .toList();
            assertThat(byHand).hasSize(1);
            assertThat(cases.list(applicant, new CaseFilter("桐土储[2019] 43号", "", false, false, 0))
                            .lines())
                    .extracting(line -> line.kase().number())
                    .containsExactly(kase.number());
        }
    }

    private RegisteredLetter confirmed(Letters letters) throws IOException {
        RegisteredLetter entered = letters.enter(reviewer, LettersOf43.whole());
        RegisteredLetter scanned =
                letters.scan(reviewer, entered.id(), entered.version(), "43.pdf", LettersOf43.scan(folder), 1_000_000);
        java.util.Set<Integer> all = java.util.stream.IntStream.rangeClosed(
                        1, scanned.entry().articles().size())
                .boxed()
                .collect(java.util.stream.Collectors.toSet());
        return letters.confirm(head, scanned.id(), scanned.version(), all);
    }

    /** 2026-02-27: received; the height of 9# and the sunlight report are lacking. */
    private OfficeCase received() throws Exception {
        OfficeCase kase = cases.open(
                applicant,
                applicant,
                new CaseForm(
                        "FORMAL",
                        "NEW",
                        "乌镇 43 号地块(故事)",
                        "",
                        "",
                        null,
                        "tongxiang",
                        new Dates(LocalDate.of(2019, 10, 10), LocalDate.of(2019, 12, 2), null),
                        Map.of("designer", "示例设计单位"),
                        "",
                        ""));
        rounds.submit(applicant, kase.id(), List.of(StoryFile.round(1)), on(2, 27), RoundChoices.NONE);
        kase = steps.take(applicant, kase.id(), "submit", on(2, 27), "");
        cases.assign(head, kase.id(), reviewer, null);
        kase = cases.byId(kase.id()).orElseThrow();
        Map<String, State> stands = new LinkedHashMap<>();
        office.tables().items().stream()
                .filter(OfficeTables.Item::necessary)
                .forEach(item -> stands.put(item.id(), State.PRESENT));
        stands.put("scheme", State.FAULTY);
        stands.put("sunlight", State.FAULTY);
        materials.note(reviewer, kase, stands, Map.of("scheme", "缺 9#楼建筑高度", "sunlight", "未提交"));

        declined(Why.MATERIALS_MISSING, "accept", kase, on(2, 27));
        declined(Why.PAPER_MISSING, "ask-supplement", kase, on(2, 27));
        issue(reviewer, kase, "supplement-notice", null);
        kase = steps.take(reviewer, kase.id(), "ask-supplement", on(2, 27), "");
        assertThat(cases.clock(kase)).isEqualTo(ClockReading.OFF);
        return kase;
    }

    private OfficeCase accepted(OfficeCase supplement) throws Exception {
        OfficeCase kase = steps.take(applicant, supplement.id(), "supplement", on(2, 27), "");
        materials.note(
                reviewer,
                kase,
                Map.of("scheme", State.PRESENT, "sunlight", State.PRESENT),
                Map.of("scheme", "", "sunlight", ""));
        day(on(3, 2));
        issue(reviewer, kase, "acceptance", null);
        kase = steps.take(reviewer, kase.id(), "accept", on(3, 2), "");
        assertThat(kase.acceptedOn()).isEqualTo(on(3, 2));
        assertThat(kase.applicationReceived()).isEqualTo(on(3, 2));
        assertThat(cases.clock(kase).used()).isZero();
        return kase;
    }

    private Round firstRound(OfficeCase kase) throws Exception {
        Round round = judged(kase, 1);
        steps.take(reviewer, kase.id(), "review", on(3, 2), "");
        assertThat(said(round, FAR)).isEqualTo("VIOLATION");
        assertThat(said(round, GREEN)).isEqualTo("VIOLATION");
        assertThat(said(round, PARKING)).isEqualTo("UNDETERMINED");
        assertThat(said(round, FIRE)).isEqualTo("PASS");
        // The two items, and what was declared of the green: area and ratio differ from what was added up again.
        assertThat(cases.byId(kase.id()).orElseThrow().violations()).isEqualTo(4);
        assertThat(questions.of(kase.id()))
                .extracting(Questions.Question::setting)
                .contains("parking-level");
        return round;
    }

    /** Both are asked to be changed; the rest that complies is accepted with one key. */
    private OfficeCase changesAsked(OfficeCase accepted, Round round) throws Exception {
        day(on(3, 5));
        OfficeCase kase = cases.byId(accepted.id()).orElseThrow();
        Act demand = new Act(Kind.DEMAND, "", "按意见修改", "", null);
        decisions.decide(reviewer, kase, round, FAR, demand);
        decisions.decide(reviewer, kase, round, GREEN, demand);
        for (FindingKey declared : DECLARED) {
            decisions.decide(reviewer, kase, round, declared, new Act(Kind.ACCEPT, "", "并入绿地率一项", "", null));
        }
        assertThatThrownBy(() -> decisions.decide(reviewer, kase, round, PARKING, demand))
                .isInstanceOfSatisfying(
                        Declined.class, no -> assertThat(no.why()).isEqualTo(Why.NOT_FOR_THIS_FINDING));
        int passes = decisions.settleRest(reviewer, kase, round, Decisions.Rest.PASSES, "");
        assertThat(passes).isPositive();
        assertThat(decisions.settleRest(reviewer, kase, round, Decisions.Rest.PASSES, ""))
                .isZero();
        issue(reviewer, kase, "changes", round);
        OfficeCase asked = steps.take(reviewer, kase.id(), "ask-changes", on(3, 5), "");
        assertThat(cases.clock(asked).used()).isEqualTo(3);
        day(on(3, 20));
        assertThat(cases.clock(asked)).isEqualTo(new ClockReading(true, true, 3, 20, null, List.of()));
        return asked;
    }

    private OfficeCase secondRound(OfficeCase revision) throws Exception {
        day(on(3, 23));
        rounds.submit(applicant, revision.id(), List.of(StoryFile.round(2)), on(3, 23), RoundChoices.NONE);
        Round second = judged(revision, 2);
        OfficeCase kase = steps.take(applicant, revision.id(), "resubmit", on(3, 23), "");
        new Replies(office).answer(applicant, kase, second, Map.of(FAR, "9#楼减少 75 m²", GREEN, "增加绿地"));
        assertThat(said(second, FAR)).isEqualTo("PASS");
        assertThat(said(second, GREEN)).isEqualTo("PASS");
        assertThat(said(second, FIRE)).isEqualTo("VIOLATION");
        assertThat(new Judgings(office).finding(second, FIRE).orElseThrow().part())
                .isEqualTo("OTHER_AUTHORITY");
        assertThat(cases.byId(kase.id()).orElseThrow().violations()).isZero();

        declinedToSettle();
        int again = questions.settle(
                policy, "tongxiang", new OfficeSettings.Setting("parking-level", "I", "测试用文件", on(3, 20)), null);
        assertThat(again).isEqualTo(1);
        Round judgedAgain = judged(kase, 2);
        assertThat(said(judgedAgain, PARKING)).isEqualTo("PASS");
        assertThat(new Judgings(office).all(judgedAgain)).hasSize(2);
        questions.of(kase.id()).stream()
                .filter(one -> !one.answered())
                .forEach(one -> questions.answer(policy, one.id(), "由审查人员核定"));
        return kase;
    }

    private void declinedToSettle() {
        OfficeSettings.Setting setting = new OfficeSettings.Setting("parking-level", "I", "测试用文件", on(3, 20));
        assertThatThrownBy(() -> questions.settle(reviewer, "tongxiang", setting, null))
                .isInstanceOf(Declined.class);
        assertThatThrownBy(() -> questions.settle(
                        policy, "tongxiang", new OfficeSettings.Setting("parking-level", "I", "", on(3, 20)), null))
                .isInstanceOf(Declined.class);
    }

    /** The distance between 7# and 8# rests on a table that nobody compared with the code: policy staff do, value by value. */
    private void sourcesLookedUp(OfficeCase kase) throws Exception {
        Round second = rounds.judged(kase.id()).orElseThrow();
        SourceChecks checks = new SourceChecks(office);
        CitedValues values = new CitedValues(office, results);
        assertThat(values.held(second, Set.of())).extracting(FindingKey::rule).contains("fire-separation");
        List<CitedValues.InCase> waiting = values.inOpenCases();
        assertThat(waiting.stream().map(one -> one.value().says())).contains("《建筑设计防火规范》 表5.2.2", "《民用建筑设计统一标准》 3.1.2");
        assertThat(waiting).allSatisfy(one -> assertThat(one.caseNumber()).isEqualTo(kase.number()));
        foundForJudgingsOfBefore(values, second, waiting);

        for (CitedValues.InCase one : waiting) {
            checks.check(
                    policy,
                    one.value().name(),
                    one.value().pack(),
                    one.value().says(),
                    new StoryFile("页.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8)).open(),
                    "");
        }
        assertThat(values.held(second, checks.lookedUp())).isEmpty();
        // What round 1 was asked was settled when its paper was issued: before.
        Round first = rounds.byNumber(kase.id(), 1).orElseThrow();
        assertThat(checks.lookedUpFor(first)).isEmpty();
        assertThat(checks.lookedUpFor(second)).isEqualTo(checks.lookedUp());
    }

    /** A judging that is older than the table of values gets its rows when somebody asks. */
    private void foundForJudgingsOfBefore(CitedValues values, Round round, List<CitedValues.InCase> expected) {
        var database = office.store().database();
        database.sql("delete from judged_value where judging_id = :id")
                .param("id", round.judging())
                .update();
        database.sql("update judging set values_noted = false where id = :id")
                .param("id", round.judging())
                .update();
        assertThat(values.inOpenCases()).isEmpty();
        assertThat(values.findMissing(0)).isEqualTo(1);
        assertThat(values.findMissing(1)).isZero();
        assertThat(values.inOpenCases()).isEqualTo(expected);
    }

    private OfficeCase displayed(OfficeCase kase) throws Exception {
        day(on(3, 26));
        declined(Why.DISPLAY_MISSING, "display", kase, on(3, 26));
        new Publicity(office)
                .note(reviewer, kase, new Publicity.Display(null, on(3, 26), on(4, 4), "项目现场", "", "", ""));
        issue(reviewer, kase, "publicity", null);
        OfficeCase shown = steps.take(reviewer, kase.id(), "display", on(3, 26), "");
        assertThat(cases.clock(shown).used()).isEqualTo(5);
        day(on(4, 4));
        declined(Why.DISPLAY_RUNNING, "displayed", shown, on(4, 4));
        day(on(4, 7));
        return steps.take(reviewer, kase.id(), "displayed", on(4, 7), "");
    }

    private OfficeCase decided(OfficeCase kase) throws Exception {
        Round second = rounds.judged(kase.id()).orElseThrow();
        declined(Why.UNHANDLED, "to-check", kase, on(4, 7));
        settleAll(kase, second);
        declined(Why.CONCLUSION_MISSING, "to-check", kase, on(4, 7));
        steps.conclude(reviewer, kase.id(), "AGREED_AFTER_CHANGES");
        steps.take(reviewer, kase.id(), "to-check", on(4, 7), "");
        assertThatThrownBy(() -> steps.take(reviewer, kase.id(), "checked", on(4, 7), ""))
                .isInstanceOf(Declined.class);
        OfficeCase checked = steps.take(head, kase.id(), "checked", on(4, 7), "");
        assertThat(cases.clock(checked).used()).isEqualTo(6);
        day(on(4, 8));
        declinedBy(approver, Why.PAPER_MISSING, "approve", checked, on(4, 8));
        IssuedPapers.Paper letter = issue(approver, checked, "opinion", second);
        assertThat(papers.verify(letter.number(), letter.sha256())).contains(letter);
        return steps.take(approver, kase.id(), "approve", on(4, 8), "");
    }

    private void settleAll(OfficeCase kase, Round round) {
        decisions.settleRest(reviewer, kase, round, Decisions.Rest.PASSES, "");
        decisions.settleRest(reviewer, kase, round, Decisions.Rest.MISSING_FACTS, "列入须补充资料");
        Map<FindingKey, Decisions.Decision> known = decisions.latest(round);
        for (KeptFinding finding : new Judgings(office).findings(round)) {
            if (finding.wantsWord() && !known.containsKey(finding.key())) {
                decisions.decide(reviewer, kase, round, finding.key(), new Act(Kind.ACCEPT, "", "", "", null));
            }
        }
        Decisions.Progress progress = decisions.progress(round);
        assertThat(progress.handled()).isEqualTo(progress.all());
    }

    private Round judged(OfficeCase kase, int number) throws Exception {
        for (int i = 0; i < 6000; i++) {
            Round round = rounds.byNumber(kase.id(), number).orElseThrow();
            if (round.state().ended()) {
                assertThat(round.state()).isEqualTo(Round.State.JUDGED);
                return round;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("round " + number + " was not judged");
    }

    private String said(Round round, FindingKey key) {
        return new Judgings(office).finding(round, key).orElseThrow().verdict();
    }

    private IssuedPapers.Paper issue(Account by, OfficeCase kase, String kind, Round round) throws IOException {
        return papers.issue(
                by,
                kase,
                new IssuedPapers.Draft(kind, kind, round, "{year}-{n}", office.today()),
                number -> ("文书 " + kind + " " + number).getBytes(StandardCharsets.UTF_8));
    }

    private void declined(Why why, String step, OfficeCase kase, LocalDate on) {
        declinedBy(reviewer, why, step, kase, on);
    }

    private void declinedBy(Account by, Why why, String step, OfficeCase kase, LocalDate on) {
        assertThatThrownBy(() -> steps.take(by, kase.id(), step, on, ""))
                .isInstanceOfSatisfying(
                        Declined.class, no -> assertThat(no.why()).isEqualTo(why));
    }
}
