package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.exchange.Content;
import redline.exchange.Exchange;
import redline.exchange.PackageFiles;
import redline.exchange.PackageWriter;
import redline.exchange.PackedFile;
import redline.exchange.RulePackManifest;
import redline.exchange.SigningKey;
import redline.intake.Hash;
import redline.intake.file.Upload;
import redline.proof.CaseFolder;
import redline.rulepack.RuleBook;
import redline.workshop.PackArchive;
import redline.workshop.Published;
import redline.workshop.Workshop;

/** Packs of rules that two offices give to each other, over real HTTP: signed, held against each other, taken into a draft. */
class PackPagesTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final String PACKS = "/office/drafts/packs";
    private static final String TABLE = "rules/jiaxing-2018/tables/jiaxing-road.csv";
    private static final String CASE = "rules/jiaxing-road-setback/03-pass-multi/case.yaml";

    @TempDir
    static Path folder;

    private static Server server;
    private static Visitor policy;
    private static SigningKey other;
    private static Exchange own;
    private static Published theirs;

    @BeforeAll
    static void two_offices() throws IOException {
        Path rules = FewRules.withRoads(folder.resolve("home/rules"));
        Path cases =
                Files.createDirectories(folder.resolve("home/test-cases/bases")).getParent();
        Path keys = folder.resolve("keys");
        SigningKey.make(keys, "桐乡审查");
        other = SigningKey.make(folder.resolve("other-keys"), "海宁审查");
        Files.createDirectories(keys.resolve(Exchange.TRUSTED));
        Files.copy(
                folder.resolve("other-keys").resolve(SigningKey.PUBLIC_FILE),
                keys.resolve(Exchange.TRUSTED).resolve("haining.pub"));
        own = Exchange.open(keys);
        server = TestOffice.start(ServerOptions.of(0, rules)
                .with(Databases.H2.in(folder.resolve("office")))
                .with("redline.cases", cases.toString())
                .with("redline.exchange.folder", keys.toString())
                .at(new MovableClock("2026-12-07T01:30:00Z")));
        Accounts accounts = server.part(Accounts.class);
        Account qian = accounts.make("system", "qian", "钱工", "", Role.POLICY).account();
        accounts.change(qian, OWN);
        policy = new Visitor(server.port());
        policy.submit("/office/login", "/office/login", "login", "qian", "password", OWN);
        theirs = theirs(FewRules.withRoads(folder.resolve("other/rules")));
    }

    /** The other office keeps 13 m from secondary roads and has a case. */
    private static Published theirs(Path rules) throws IOException {
        Path table = rules.resolve(TABLE.substring("rules/".length()));
        Files.writeString(table, Files.readString(table).replace("SECONDARY,yes,12,5", "SECONDARY,yes,13,5"));
        TreeMap<String, byte[]> cases = new TreeMap<>();
        cases.put(
                "bases/jiaxing-2018-setback.yaml",
                Files.readAllBytes(Path.of("test-cases/bases/jiaxing-2018-setback.yaml")));
        cases.put("bases/indices.yaml", Files.readAllBytes(Path.of("test-cases/bases/indices.yaml")));
        cases.put(
                "rules/far/01-pass-within/case.yaml",
                Files.readAllBytes(Path.of("test-cases/rules/far/01-pass-within/case.yaml")));
        cases.put(CASE, Files.readAllBytes(Path.of("test-cases/" + CASE)));
        return new Published(RuleBook.read(rules), new CaseFolder(cases));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static byte[] bytes(PackageWriter.Ready ready) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ready.write(out);
        return out.toByteArray();
    }

    private static byte[] archive() throws IOException {
        return bytes(PackArchive.export(theirs, "jiaxing-2018", other));
    }

    private static HttpResponse<String> send(String act, byte[] archive) {
        return policy.upload(PACKS, PACKS + "/" + act, List.of(new Visitor.Part("archive", "规则包.zip", archive)));
    }

    private static List<Draft> drafts() {
        return server.part(Drafts.class).in(Draft.State.OPEN, 99);
    }

    @Test
    void the_archive_of_the_same_rules_is_the_same_and_holds_the_pack_with_its_cases_and_bases() throws Exception {
        byte[] archive = archive();

        assertThat(archive()).isEqualTo(archive);
        assertThat(PackageFiles.entries(archive).keySet())
                .containsExactly(
                        "rule-pack.json",
                        "rule-pack.sig",
                        "rules/jiaxing-2018/pack.yaml",
                        "rules/jiaxing-2018/rules/jiaxing-road-setback.drl",
                        "rules/jiaxing-2018/rules/jiaxing-road-setback.md",
                        "rules/jiaxing-2018/tables/jiaxing-height.csv",
                        TABLE,
                        "test-cases/bases/jiaxing-2018-setback.yaml",
                        "test-cases/" + CASE);
    }

    @Test
    void differences_are_told_in_words_with_who_signed_and_as_a_workbook() throws IOException {
        HttpResponse<String> answer = send("differences", archive());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("《嘉兴市城市规划管理技术规定》：1 处差别", "海宁审查", other.installation().grouped())
                .contains("次干路、高层主体：退让距离", ">12 m，表3-2 次干路，转引<", ">13 m，表3-2 次干路，转引<");
        HttpResponse<byte[]> workbook = policy.uploadForFile(
                PACKS, PACKS + "/differences/workbook", List.of(new Visitor.Part("archive", "a.zip", archive())));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook.body()))) {
            Row row = book.getSheetAt(0).getRow(1);
            assertThat(row)
                    .extracting(cell -> cell.getStringCellValue())
                    .containsExactly(
                            "两处不同", "次干路、高层主体：退让距离", "12 m，表3-2 次干路，转引", "13 m，表3-2 次干路，转引", TABLE.substring(6));
        }
    }

    @Test
    void what_is_taken_in_goes_into_a_draft_that_says_who_signed_and_nothing_is_in_force() throws IOException {
        String before = server.part(Workshop.class).inForce().sha256();

        HttpResponse<String> answer = send("import", archive());

        Draft draft = drafts().get(0);
        assertThat(Visitor.sentTo(answer)).isEqualTo("/office/drafts/" + draft.number());
        assertThat(draft.title()).isEqualTo("取入规则包：嘉兴市城市规划管理技术规定");
        assertThat(draft.reason())
                .isEqualTo("由“海宁审查”签名，指纹 " + other.installation().grouped() + "。");
        assertThat(server.part(Drafts.class).files(draft))
                .extracting(DraftFile::path)
                .containsExactly(TABLE, "test-cases/bases/jiaxing-2018-setback.yaml", "test-cases/" + CASE);
        assertThat(server.part(Workshop.class).inForce().sha256()).isEqualTo(before);
    }

    @Test
    void what_is_not_in_order_is_refused_with_the_reason_and_no_draft_is_begun() throws Exception {
        int before = drafts().size();
        SigningKey stranger = SigningKey.make(folder.resolve("stranger"), "不认识");
        HttpResponse<String> unknown = send("import", bytes(PackArchive.export(theirs, "jiaxing-2018", stranger)));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("签名的密钥不受本站信任，指纹 " + stranger.installation().grouped());

        Map<String, byte[]> entries = PackageFiles.entries(archive());
        entries.put(TABLE, "改过".getBytes(StandardCharsets.UTF_8));
        assertThat(send("import", PackageFiles.zip(entries)).body()).contains("文件被改过：" + TABLE);

        assertThat(send("differences", PackageFiles.signedBy(other)).body()).contains("这是送审包或回执包，不是规则包");

        send("import", signed("rules/jiaxing-2018/run.sh", "rm -rf /"));
        assertThat(policy.get(PACKS).body()).contains("rules/jiaxing-2018/run.sh", "规则包里不该有这个文件");
        send("import", signed("rules/other-pack/pack.yaml", "id: other-pack\n"));
        assertThat(policy.get(PACKS).body()).contains("rules/other-pack/pack.yaml", "规则包里不该有这个文件");
        String drl = Files.readString(Path.of("rules/jiaxing-2018/rules/jiaxing-road-setback.drl"));
        send(
                "import",
                signed(
                        "rules/jiaxing-2018/rules/jiaxing-road-setback.drl",
                        drl.replace("note( $vs, \"extra\" );", "System.exit( 1 );")));
        assertThat(policy.get(PACKS).body())
                .contains("role=\"alert\"", "jiaxing-2018/rules/jiaxing-road-setback.drl:")
                .contains("→");
        assertThat(drafts()).hasSize(before);
    }

    /** Signed by the other office, with one file set. */
    private static byte[] signed(String path, String text) throws IOException {
        PackageWriter writer = new PackageWriter();
        Map<String, byte[]> files = new TreeMap<>(PackageFiles.entries(archive()));
        files.keySet().removeIf(name -> !name.contains("/"));
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            writer.place(file.getKey(), PackedFile.Role.RULES, Content.of(file.getValue()));
        }
        return bytes(writer.signed(
                other,
                packed -> new RulePackManifest(
                        "海宁审查", other.installation().fingerprint(), "jiaxing-2018", "规定", "0", "0", packed)));
    }

    @Test
    void what_is_exported_is_signed_by_this_office_logged_and_the_same_as_in_force() throws Exception {
        HttpResponse<byte[]> answer = policy.downloadBy(PACKS, PACKS + "/jiaxing-2018/export");

        Path file = Files.write(folder.resolve("exported.zip"), answer.body());
        PackArchive opened = PackArchive.open(Upload.of(file), own);
        assertThat(opened.signer().name()).isEqualTo("桐乡审查");
        assertThat(opened.over(server.part(Workshop.class).published()).files()).isEmpty();
        assertThat(server.part(Store.class).audit().about("pack/jiaxing-2018"))
                .extracting(entry -> entry.act() + " " + entry.who())
                .containsExactly("rules-exported 钱工");
        assertThat(Hash.of(PackageFiles.entries(answer.body()).get("rule-pack.json")))
                .hasSize(64);
        send("import", answer.body());
        assertThat(policy.get(PACKS).body()).contains("这个规则包与本处施行的相同");
    }
}
