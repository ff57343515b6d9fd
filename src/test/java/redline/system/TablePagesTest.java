package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Role;

/** The grid of a table over real HTTP, as a browser without scripts sends it, and the workbook that goes out and comes back. */
class TablePagesTest {
    private static final String OWN = "乌镇 二〇二六 春天来了";
    private static final String TABLE = "rules/jiaxing-2018/tables/jiaxing-road.csv";
    private static final int COLUMNS = 9;

    @TempDir
    static Path folder;

    private static Server server;
    private static Visitor policy;
    private static Account qian;
    private static Path rules;

    private Draft draft;
    private String page;

    @BeforeAll
    static void an_office() throws IOException {
        rules = FewRules.withRoads(folder.resolve("home/rules"));
        server = TestOffice.withRules(folder, rules);
        Accounts accounts = server.part(Accounts.class);
        qian = accounts.make("system", "qian", "钱工", "", Role.POLICY).account();
        accounts.change(qian, OWN);
        policy = new Visitor(server.port());
        policy.submit("/office/login", "/office/login", "login", "qian", "password", OWN);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @BeforeEach
    void in_a_draft_of_its_own() {
        Drafts drafts = server.part(Drafts.class);
        draft = drafts.begin(qian(), "退让", "为了试验");
        page = "/office/drafts/" + draft.number() + "/tables/jiaxing-2018/jiaxing-road";
    }

    private static Account qian() {
        return server.part(Accounts.class).byId(qian.id()).orElseThrow();
    }

    private static String written() throws IOException {
        return Files.readString(rules.resolve("jiaxing-2018/tables/jiaxing-road.csv"));
    }

    /** The fields of the grid: number of the line and its cells. */
    private static List<String[]> rows() throws IOException {
        List<String[]> rows = new ArrayList<>();
        List<String> lines = written().lines().toList();
        for (int i = 2; i < lines.size(); i++) {
            String[] cells = Arrays.copyOf(lines.get(i).split(",", -1), COLUMNS + 1);
            System.arraycopy(cells, 0, cells, 1, COLUMNS);
            cells[0] = String.valueOf(i + 1);
            cells[COLUMNS] = "";
            rows.add(cells);
        }
        return rows;
    }

    private String base() {
        String body = policy.get(page).body();
        return body.replaceFirst("(?s).*name=\"base\" value=\"([0-9a-f]{64})\".*", "$1");
    }

    private HttpResponse<String> send(String act, List<String[]> rows, String... more) {
        return send(act, base(), rows, more);
    }

    private HttpResponse<String> send(String act, String base, List<String[]> rows, String... more) {
        List<String> fields = new ArrayList<>(List.of("act", act, "base", base));
        for (String[] row : rows) {
            fields.addAll(List.of("line", row[0]));
            for (int i = 0; i < COLUMNS; i++) {
                fields.addAll(List.of("c" + i, row[i + 1]));
            }
        }
        fields.addAll(List.of(more));
        return policy.submit(page, page, fields.toArray(new String[0]));
    }

    private static String[] copy(String[] row, String value, String from) {
        String[] copy = row.clone();
        copy[0] = "0";
        copy[3] = value;
        copy[5] = from;
        return copy;
    }

    private String inDraft(String path) {
        return server.part(Drafts.class).files(draft).stream()
                .filter(file -> file.path().equals(path))
                .map(DraftFile::content)
                .findFirst()
                .orElse("");
    }

    @Test
    void the_grid_has_chinese_heads_with_units_and_words_for_codes() {
        assertThat(policy.get(page).body())
                .contains(">道路等级</th>", ">退让距离 [m]</th>", "value=\"次干路\"", "<option value=\"主干路\"></option>")
                .contains("aria-label=\"第 4 行 退让距离 [m]\"")
                .doesNotContain("SECONDARY");
    }

    @Test
    void what_would_change_is_told_and_nothing_is_changed() throws IOException {
        List<String[]> rows = rows();
        rows.add(copy(rows.get(3), "14", "2027-01-01"));

        HttpResponse<String> answer = send("look", rows);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("次干路、高层主体:退让距离 12 m → 14 m，自 2027-01-01 起出具的规划条件", "自动到 2026-12-31 为止");
        assertThat(inDraft(TABLE)).isEmpty();
    }

    @Test
    void two_steps_with_their_document_go_into_the_draft_and_the_rest_keeps_its_bytes() throws IOException {
        List<String[]> rows = rows();
        String[] first = copy(rows.get(3), "13", "2027-01-01");
        String[] second = copy(rows.get(3), "14", "2028-01-01");
        first[9] = "桐资规〔2026〕12号";
        second[9] = "桐资规〔2026〕12号";
        rows.add(4, second);
        rows.add(4, first);

        HttpResponse<String> answer = send(
                "save",
                rows,
                "document",
                "桐资规〔2026〕12号",
                "documentTitle",
                "",
                "published",
                "2026-12-01",
                "legalReview",
                "桐法审〔2026〕8号",
                "until",
                "");

        assertThat(Visitor.sentTo(answer)).isEqualTo("/office/drafts/" + draft.number());
        assertThat(inDraft(TABLE).lines())
                .contains(
                        "SECONDARY,yes,12,5,,2026-12-31,表3-2 次干路,secondary,",
                        "SECONDARY,yes,13,5,2027-01-01,2027-12-31,表3-2 次干路,secondary,桐资规〔2026〕12号",
                        "SECONDARY,yes,14,5,2028-01-01,,表3-2 次干路,secondary,桐资规〔2026〕12号",
                        "TRUNK,yes,14,5,,,表3-2 主干路,secondary,")
                .hasSize(12);
        assertThat(inDraft("rules/jiaxing-2018/documents.yaml"))
                .isEqualTo("documents:\n  - {number: \"桐资规〔2026〕12号\", published: \"2026-12-01\","
                        + " legal-review: \"桐法审〔2026〕8号\"}\n");
    }

    @Test
    void what_is_wrong_stands_at_its_row_and_column_and_what_was_typed_stays() throws IOException {
        List<String[]> rows = rows();
        rows.get(1)[3] = "十米";
        rows.get(2)[6] = "明年";
        rows.get(4)[7] = "";

        HttpResponse<String> answer = send("save", rows);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"十米\"", "value=\"明年\"")
                .contains("id=\"wrong-1-2\">“十米”不合这一列的类型 → 数值只写数字")
                .contains("id=\"wrong-2-5\">“明年”不是日期 → 写成 2025-01-31")
                .contains("id=\"wrong-4-6\">缺少条款或来源等级")
                .contains("aria-describedby=\"wrong-1-2\"");
        assertThat(inDraft(TABLE)).isEmpty();
    }

    @Test
    void rows_are_added_copied_and_removed_without_scripts() throws IOException {
        assertThat(send("add", rows()).body()).contains(">9</span>", "name=\"line\" value=\"0\"");
        assertThat(send("copy-3", rows()).body()).contains(">9</span>", "name=\"line\" value=\"0\"");
        assertThat(send("remove-3", rows()).body()).contains(">7</span>").doesNotContain(">8</span>");
        assertThat(inDraft(TABLE)).isEmpty();
    }

    @Test
    void a_table_that_somebody_else_changed_meanwhile_is_not_overwritten() throws IOException {
        List<String[]> rows = rows();
        rows.get(3)[3] = "14";
        String opened = base();
        assertThat(send("save", opened, rows).statusCode()).isEqualTo(302);
        assertThat(inDraft(TABLE)).contains("SECONDARY,yes,14,");

        HttpResponse<String> late = send("save", opened, rows());

        assertThat(late.statusCode()).isEqualTo(200);
        assertThat(late.body()).contains("这张表在您打开之后又改过", "退让距离 14 m → 12 m");
    }

    @Test
    void the_workbook_that_comes_back_is_shown_with_what_it_changes() throws IOException {
        HttpResponse<byte[]> download = policy.download(page + "/workbook");
        assertThat(download.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"jiaxing-road.xlsx\"");
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(download.body()))) {
            Sheet sheet = book.getSheet("表");
            Row row = sheet.getRow(4);
            assertThat(row.getCell(0).getStringCellValue()).isEqualTo("次干路");
            row.getCell(2).setCellValue(12.5);
            book.write(changed);
        }

        HttpResponse<String> answer =
                policy.upload(page, page, List.of(new Visitor.Part("workbook", "改.xlsx", changed.toByteArray())));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("value=\"12.5\"", "退让距离 12 m → 12.5 m");
        assertThat(inDraft(TABLE)).isEmpty();
        HttpResponse<String> hostile = policy.upload(
                page,
                page,
                List.of(new Visitor.Part("workbook", "a.xlsx", "PK\u0003\u0004".getBytes(StandardCharsets.UTF_8))));
        assertThat(hostile.statusCode()).isEqualTo(422);
        assertThat(hostile.body()).contains("role=\"alert\"");
    }

    @Test
    void what_is_no_table_is_not_found() {
        for (String other : List.of("jiaxing-2018/nothing", "nothing/jiaxing-road", "jiaxing-2018/..%2Fpack")) {
            int status = policy.get("/office/drafts/" + draft.number() + "/tables/" + other)
                    .statusCode();
            assertThat(status).as(other).isIn(400, 404);
        }
    }
}
