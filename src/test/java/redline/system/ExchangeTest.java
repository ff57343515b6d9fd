package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.AuditEntry;
import redline.casefile.AuditLog;
import redline.casefile.CaseFiles;
import redline.casefile.Cases;
import redline.casefile.Databases;
import redline.casefile.IssuedPapers;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.casefile.Store;
import redline.exchange.Exchange;
import redline.exchange.PackageFiles;
import redline.exchange.SigningKey;
import redline.intake.bundle.SamplePlan;
import redline.upload.UploadRoom;

/** Two installations, really started: a self-check and an office that know of each other only what is carried between them as files. */
@Tag("databases")
class ExchangeTest {
    private static final Path SCHEME = Path.of("test-cases/schemes/story-wuzhen/round-1.yaml");
    private static final String PASSWORD = "乌镇 二〇二六 春天来了";

    @TempDir
    static Path folder;

    private static final MovableClock CLOCK = new MovableClock("2026-03-02T01:30:00Z");
    private static SigningKey station;
    private static SigningKey authority;
    private static Server selfCheck;
    private static Server office;
    private static Visitor visitor;
    private static byte[] sound;
    private static Account anna;
    private static Account rita;
    private static Account adam;

    @BeforeAll
    static void a_self_check_and_an_office_that_trust_each_other() throws IOException {
        Path rules = FewRules.in(folder.resolve("rules"));
        station = SigningKey.make(folder.resolve("station"), "桐乡自检站");
        authority = SigningKey.make(folder.resolve("authority"), "桐乡审查");
        trust("station", "authority");
        trust("authority", "station");
        selfCheck = Server.start(ServerOptions.of(0, rules)
                .at(CLOCK)
                .with("redline.selfcheck.profile", FewRules.PROFILE)
                .with("redline.exchange.folder", folder.resolve("station").toString()));
        office = TestOffice.start(ServerOptions.of(0, rules)
                .with(Databases.chosenOr(Databases.H2).in(folder.resolve("office")))
                .at(new MovableClock("2026-03-09T01:30:00Z"))
                .with("redline.selfcheck.profile", FewRules.PROFILE)
                .with("redline.exchange.folder", folder.resolve("authority").toString()));
        visitor = new Visitor(selfCheck.port());
        anna = person("anna", Role.APPLICANT);
        rita = person("rita", Role.REVIEWER);
        adam = person("adam", Role.ADMINISTRATOR);
    }

    private static void trust(String who, String whom) throws IOException {
        Path trusted = Files.createDirectories(folder.resolve(who).resolve(Exchange.TRUSTED));
        Files.copy(folder.resolve(whom).resolve(SigningKey.PUBLIC_FILE), trusted.resolve("other.pub"));
    }

    private static Account person(String login, Role role) {
        Accounts accounts = office.part(Accounts.class);
        Account made = accounts.make("system", login, login, "", role).account();
        accounts.change(made, PASSWORD);
        return accounts.byId(made.id()).orElseThrow();
    }

    private static Visitor enter(Account account) {
        Visitor entered = new Visitor(office.port());
        entered.login(account.login(), PASSWORD);
        return entered;
    }

    @AfterAll
    static void close() {
        Stream.of(selfCheck, office).filter(java.util.Objects::nonNull).forEach(Server::close);
    }

    private static Visitor.Part part(String name, byte[] bytes) {
        return new Visitor.Part("file", name, bytes);
    }

    /** Checks files in the self-check, as they are, and waits for the page. */
    private static String checked(Visitor.Part... files) {
        return ended(Visitor.sentTo(visitor.drop("/", "/checks", List.of(files))));
    }

    private static String ended(String page) {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (visitor.get(page).body().contains("id=\"steps\"")) {
            assertThat(System.nanoTime()).as("in time").isLessThan(until);
            java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
        }
        return page;
    }

    private static byte[] pack(String result) {
        HttpResponse<byte[]> answer = visitor.download(result + "/package");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** A package of the story's first round; one for all tests. */
    private static byte[] sound() throws IOException {
        if (sound == null) {
            sound = pack(checked(part("round-1.yaml", Files.readAllBytes(SCHEME))));
        }
        return sound.clone();
    }

    /** Opens a case with a package and waits until its round is judged. */
    private static OfficeCase opened(Visitor by, byte[] zip) {
        HttpResponse<String> answer = by.upload(
                "/office/cases/new",
                "/office/cases/new",
                List.of(new Visitor.Part("bundle", "乌镇 43 号地块 送审包 (1).zip", zip)),
                "kind",
                "FORMAL",
                "business",
                "NEW",
                "profile",
                FewRules.PROFILE);
        assertThat(Visitor.sentTo(answer)).endsWith("/materials");
        OfficeCase kase = office.part(Cases.class)
                .byNumber(Visitor.sentTo(answer).replaceAll("^/office/cases/|/materials$", ""))
                .orElseThrow();
        judged(kase);
        return kase;
    }

    private static Round judged(OfficeCase kase) {
        Rounds rounds = office.part(Rounds.class);
        List<Round> all = rounds.of(kase.id());
        return StoryOffice.judged(rounds, all.get(all.size() - 1));
    }

    private static String rounds(Visitor by, OfficeCase kase) {
        return by.get("/office/cases/" + kase.number() + "/rounds").body();
    }

    @Test
    void a_package_opens_a_case_with_the_days_it_was_checked_by_and_is_judged_the_same_to_the_byte()
            throws IOException {
        byte[] zip = sound();
        Visitor applicant = enter(anna);

        OfficeCase kase = opened(applicant, zip);

        assertThat(kase.project()).isEqualTo("乌镇 43 号地块");
        assertThat(kase.applicationReceived()).isNotNull();
        Round round = judged(kase);
        assertThat(round.state()).isEqualTo(Round.State.JUDGED);
        assertThat(rounds(applicant, kase))
                .contains(
                        "送审包签名有效",
                        "桐乡自检站",
                        "本局判定与自查结果逐字节相同",
                        station.installation().grouped());
        CaseFiles files = office.part(CaseFiles.class);
        assertThat(files.ofRound(round.id()).stream().map(CaseFiles.Entry::name))
                .containsExactly("round-1.yaml");
        assertThat(files.ofPackage(round.id()).stream().map(CaseFiles.Entry::name))
                .containsExactly("report.pdf", "result.json", "submission.json", "submission.sig");
        AuditEntry taken = log("package-taken").get(0);
        assertThat(taken.about()).isEqualTo(kase.number());
        assertThat(taken.details()).contains(station.installation().fingerprint(), PackageFiles.sha256(zip), "桐乡自检站");
        assertThat(office.part(Store.class).audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
    }

    private static List<AuditEntry> log(String act) {
        return office.part(Store.class).audit().find(new AuditLog.Search("", "", act, 0), 100);
    }

    @Test
    void a_drawing_goes_with_what_was_said_of_it_in_the_data_check() throws IOException {
        String data =
                checked(part("总平面.dxf", SamplePlan.withFirstBuildingOn("建筑轮廓").bytes()));
        String result = ended(Visitor.sentTo(visitor.post(
                data + "/choices",
                "then",
                "check",
                "name",
                "湖滨小区",
                "crs",
                "EPSG:4549",
                "basis",
                "drawing",
                "none.zones",
                "yes",
                "conditionsIssued",
                "2025-05-06",
                "contractSigned",
                "2025-06-10",
                "applicationReceived",
                "2025-09-01")));
        byte[] zip = pack(result);
        assertThat(PackageFiles.entries(zip).keySet())
                .containsExactly("submission.json", "submission.sig", "result.json", "report.pdf", "files/01 总平面.dxf");
        assertThat(pack(result)).as("the same bytes each time").isEqualTo(zip);

        OfficeCase kase = opened(enter(anna), zip);

        assertThat(judged(kase).choices()).contains("湖滨小区", "EPSG:4549", "drawing", "zones");
        assertThat(rounds(enter(rita), kase)).contains("本局判定与自查结果逐字节相同");
    }

    @Test
    void where_the_office_judges_otherwise_the_findings_are_named() throws IOException {
        byte[] zip = sound();
        Visitor reviewer = enter(rita);
        HttpResponse<String> answer = reviewer.submit(
                "/office/cases/new",
                "/office/cases/new",
                "kind",
                "FORMAL",
                "business",
                "NEW",
                "project",
                "日期不同",
                "profile",
                FewRules.PROFILE,
                "account",
                "anna",
                "conditions-issued",
                "2026-03-01",
                "contract-signed",
                "2026-03-01",
                "application-received",
                "2026-03-01");
        OfficeCase kase = office.part(Cases.class)
                .byNumber(Visitor.sentTo(answer).replaceAll("^/office/cases/|/materials$", ""))
                .orElseThrow();

        Visitor applicant = enter(anna);
        String page = "/office/cases/" + kase.number() + "/rounds";
        assertThat(Visitor.sentTo(applicant.upload(page, page, List.of(part("送审包.zip", zip)), "on", "2026-03-09")))
                .endsWith("/rounds/1/progress");

        judged(kase);
        assertThat(rounds(applicant, kase)).contains("送审包签名有效", "与自查", "判定日期不同").doesNotContain("逐字节相同");
    }

    @Test
    void what_is_changed_or_signed_by_a_stranger_is_refused_whole_and_logged() throws IOException {
        byte[] zip = sound();
        Visitor applicant = enter(anna);
        OfficeCase kase = opened(applicant, zip);
        String page = "/office/cases/" + kase.number() + "/rounds";
        Map<String, byte[]> changed = PackageFiles.entries(zip);
        changed.put("files/01 round-1.yaml", "redline: 1".getBytes(StandardCharsets.UTF_8));
        SigningKey stranger = SigningKey.make(folder.resolve("stranger"), "桐乡自检站");

        for (Map.Entry<byte[], String> one : List.of(
                Map.entry(PackageFiles.zip(changed), "文件被改过：files/01 round-1.yaml"),
                Map.entry(
                        PackageFiles.signedBy(stranger),
                        "不受本站信任，指纹 " + stranger.installation().grouped()),
                Map.entry(answer(applicant, kase), "这是审查机关的回执包"))) {
            applicant.upload(page, page, List.of(part("送审包.zip", one.getKey())), "on", "2026-03-09");
            assertThat(rounds(applicant, kase)).contains("送审包没有收下", one.getValue());
        }
        applicant.upload(page, page, List.of(part("送审包.zip", zip), part("a.dxf", zip)), "on", "2026-03-09");
        assertThat(rounds(applicant, kase)).contains("请单独交");
        assertThat(applicant
                        .upload(
                                "/office/cases/new",
                                "/office/cases/new",
                                List.of(new Visitor.Part("bundle", "x.zip", PackageFiles.zip(changed))),
                                "kind",
                                "FORMAL",
                                "business",
                                "NEW",
                                "profile",
                                FewRules.PROFILE)
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(there -> assertThat(there).endsWith("/office/cases/new"));
        HttpResponse<String> program = Program.with(
                        office.port(), CaseOfOne.key(office, anna).secret())
                .upload(Program.PLACE + "/cases/" + kase.number() + "/rounds", "送审包.zip", PackageFiles.zip(changed));
        assertThat(program.statusCode()).isEqualTo(400);
        assertThat(program.body()).contains("送审包没有收下", "PACKAGE");

        assertThat(office.part(Rounds.class).of(kase.id())).hasSize(1);
        assertThat(log("package-refused").stream().map(AuditEntry::details))
                .anySatisfy(details -> assertThat(details)
                        .contains("UNKNOWN_KEY", stranger.installation().fingerprint()))
                .anySatisfy(details ->
                        assertThat(details).contains("FILE_CHANGED", PackageFiles.sha256(PackageFiles.zip(changed))));
    }

    private static byte[] answer(Visitor by, OfficeCase kase) {
        String page = "/office/cases/" + kase.number() + "/rounds";
        HttpResponse<byte[]> answer = by.downloadBy(page, page + "/1/answer");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void a_program_hands_in_a_package_as_it_does_any_file() throws IOException {
        OfficeCase kase = opened(enter(anna), sound());
        Program program =
                Program.with(office.port(), CaseOfOne.key(office, anna).secret());

        HttpResponse<String> answer =
                program.upload(Program.PLACE + "/cases/" + kase.number() + "/rounds", "package.zip", sound());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        judged(kase);
        assertThat(office.part(CaseFiles.class).ofPackage(judged(kase).id())).hasSize(4);
    }

    @Test
    void the_answer_is_verified_by_the_self_check_and_holds_nothing_inner_whoever_asks_for_it() throws IOException {
        OfficeCase kase = opened(enter(anna), sound());
        Round round = judged(kase);
        IssuedPapers.Paper paper = CaseOfOne.issue(office, rita, kase, round, "receipt");
        IssuedPapers.Paper inner = CaseOfOne.issue(office, rita, kase, round, "meeting-sheet");
        office.part(IssuedPapers.class)
                .sealed(
                        rita,
                        kase,
                        CaseOfOne.issue(office, rita, kase, round, "receipt"),
                        "收件单 盖章.pdf",
                        new ByteArrayInputStream("%PDF-".getBytes(StandardCharsets.US_ASCII)));

        byte[] zip = answer(enter(anna), kase);

        assertThat(answer(enter(rita), kase)).isEqualTo(zip);
        assertThat(PackageFiles.entries(zip).keySet())
                .containsExactly(
                        "answer.json",
                        "answer.sig",
                        "result.json",
                        "report.pdf",
                        "papers/01 " + paper.title() + " " + paper.number() + ".docx",
                        "papers/02 收件单 盖章.pdf");
        assertThat(new String(PackageFiles.entries(zip).get("answer.json"), StandardCharsets.UTF_8))
                .contains(kase.number(), paper.number())
                .doesNotContain(inner.title(), "rita");
        assertThat(new String(PackageFiles.entries(zip).get("result.json"), StandardCharsets.UTF_8))
                .doesNotContain("OFFICE_PRACTICE");
        assertThat(log("answer-signed").get(0).details())
                .contains(authority.installation().fingerprint());

        String page = visitor.drop("/exchange", "/exchange", List.of(part("回执包.zip", zip)))
                .body();
        assertThat(page)
                .contains("有效，由 桐乡审查 签名", kase.number(), "第 1 轮", paper.number(), "result.json")
                .contains(PackageFiles.sha256(PackageFiles.entries(zip).get("report.pdf")))
                .doesNotContain("??");
        zip[zip.length / 2] ^= 1;
        assertThat(visitor.drop("/exchange", "/exchange", List.of(part("回执包.zip", zip)))
                        .body())
                .contains("无效。")
                .doesNotContain("有效，由");
        assertThat(visitor.drop("/exchange", "/exchange", List.of(part("x.zip", new byte[] {1})))
                        .body())
                .contains("无效。");
        assertThat(visitor.get("/exchange?lang=en").body())
                .contains("Verify a package", authority.installation().grouped());
    }

    @Test
    void the_self_check_keeps_the_files_no_longer_than_the_result() throws IOException {
        String result = checked(part("round-1.yaml", Files.readAllBytes(SCHEME)));
        pack(result);
        Path room = selfCheck.part(UploadRoom.class).folder();
        assertThat(kept(room)).isNotEmpty();

        CLOCK.move(Duration.ofMinutes(61));
        selfCheck.part(redline.selfcheck.CheckDesk.class).forget();

        assertThat(visitor.download(result + "/package").statusCode()).isEqualTo(404);
        assertThat(kept(room)).isEmpty();
    }

    private static List<Path> kept(Path room) throws IOException {
        try (Stream<Path> inside = Files.list(room)) {
            return inside.filter(path -> path.getFileName().toString().startsWith("files"))
                    .toList();
        }
    }

    @Test
    void what_was_refused_has_no_package_and_leaves_no_files() throws IOException {
        TreeSet<Path> before =
                new TreeSet<>(kept(selfCheck.part(UploadRoom.class).folder()));
        String refused = checked(part("方案.yaml", "redline: [".getBytes(StandardCharsets.UTF_8)));

        assertThat(visitor.get(refused).body()).doesNotContain("/package");
        assertThat(visitor.download(refused + "/package").statusCode()).isEqualTo(404);
        assertThat(new TreeSet<>(kept(selfCheck.part(UploadRoom.class).folder())))
                .isEqualTo(before);
    }

    @Test
    void the_administrator_sees_the_keys_and_the_log_since_when() {
        assertThat(enter(adam).get("/office/exchange-keys").body())
                .contains(
                        authority.installation().grouped(),
                        "桐乡自检站",
                        station.installation().grouped())
                .contains("2026-03-09")
                .doesNotContain("??");
        assertThat(log("key-trusted").stream().map(AuditEntry::about))
                .containsExactly(station.installation().fingerprint());
    }
}
