package redline.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import redline.check.Check;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.output.FindingsFile;
import redline.quantity.Language;
import redline.report.ResultJson;
import redline.system.Application;
import redline.upload.RuleShelf;

@SpringBootTest(classes = Application.class, properties = "redline.rules=rules")
@AutoConfigureMockMvc
class PagesTest {
    private static final Path OFFICE = Path.of("test-cases/schemes/office-2016/scheme.yaml");

    @Autowired
    private MockMvc pages;

    @Autowired
    private CheckDesk desk;

    @Autowired
    private RuleShelf rules;

    @Test
    void the_form_speaks_chinese_and_on_request_english() throws Exception {
        assertThat(text(get("/"))).contains("<html lang=\"zh-CN\">", "把方案文件拖到这里", "60 分钟后自动删除", "单个不超过 64 MB");
        assertThat(text(get("/").param("lang", "en")))
                .contains("<html lang=\"en\">", "Drop the scheme files here", "example");
    }

    @Test
    void every_page_forbids_foreign_and_inline_script() throws Exception {
        pages.perform(get("/"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.allOf(
                                        org.hamcrest.Matchers.containsString("script-src 'self';"),
                                        org.hamcrest.Matchers.containsString("style-src 'self';"))))
                .andExpect(header().string("Cache-Control", "no-store"));
        String id = finished(file("file", "s.yaml", Files.readAllBytes(OFFICE)));
        assertThat(text(get("/results/" + id))).doesNotContain(" style=\"", "<style", "onclick", "javascript:");
    }

    @Test
    void an_uploaded_scheme_leads_to_its_findings() throws Exception {
        String id = finished(file("file", "s.yaml", Files.readAllBytes(OFFICE)));

        assertThat(text(get("/results/" + id)))
                .contains("不符合", "风貌街区办公楼", "13.00 m (≤ 12.00 m)", "超出 1.00 m", "规划指标校核表", "单体一览表", "未检查的内容与原因");
        assertThat(text(get("/results/" + id).param("lang", "en")))
                .contains("Violation", "13.00 m (≤ 12.00 m)", "Planning indices", "What was not checked");
    }

    @Test
    void the_files_to_download_are_those_of_the_command_line() throws Exception {
        byte[] scheme = Files.readAllBytes(OFFICE);
        String id = finished(file("file", "s.yaml", scheme));
        Intake.Accepted read = (Intake.Accepted) SchemeReader.read(new Source("s.yaml", scheme), null);
        byte[] expected = ResultJson.write(Check.run(read.scheme(), rules.book(), "tongxiang", null), Language.ZH);

        pages.perform(get("/results/" + id + "/result.json"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/json"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")))
                .andExpect(content().bytes(expected));
        MvcResult pdf = pages.perform(get("/results/" + id + "/report.pdf"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"))
                .andReturn();
        assertThat(pdf.getResponse().getContentAsByteArray()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void the_sunlight_of_windows_stands_below_the_result_with_its_pictures_and_workbook() throws Exception {
        String scheme = Files.readString(Path.of("test-cases/sun/three-standards.yaml"));
        String named = scheme.replace("name: 5号楼", "name: 5号<script>alert(1)</script>楼");
        String id = finished(file("file", "s.yaml", named.getBytes(StandardCharsets.UTF_8)));
        String at = "/results/" + id + "/sunlight";

        assertThat(text(get("/results/" + id)))
                .contains("日照户表", "2001-01-20", "11:33–12:20", "1# 1 h 39 min", "由满足变为不满足", at + ".xlsx", "逐时影域图")
                .doesNotContain("<script>alert");
        assertThat(text(get("/results/" + id).param("lang", "en")))
                .contains("Sunlight by dwelling", "met before, not after");
        pages.perform(get(at + ".xlsx"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
        for (int picture = 0; picture < 7; picture++) {
            String drawn = pages.perform(get(at + ".svg").param("picture", String.valueOf(picture)))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType("image/svg+xml"))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(drawn).startsWith("<svg").doesNotContain("<script");
        }
        pages.perform(get(at + ".svg").param("picture", "7")).andExpect(status().isNotFound());
        pages.perform(get(at + ".svg").param("day", "1")).andExpect(status().isNotFound());
        String without = finished(file("file", "s.yaml", Files.readAllBytes(OFFICE)));
        pages.perform(get("/results/" + without + "/sunlight.xlsx")).andExpect(status().isNotFound());
    }

    @Test
    void the_findings_are_there_as_files_of_other_programs() throws Exception {
        String id = finished(file("file", "s.yaml", Files.readAllBytes(OFFICE)));

        for (FindingsFile kind : FindingsFile.values()) {
            String at = "/results/" + id + "/findings." + kind.ending();
            assertThat(text(get("/results/" + id))).contains("href=\"" + at + "\"");
            pages.perform(get(at))
                    .andExpect(status().isOk())
                    .andExpect(content().contentType(kind.mediaType()))
                    .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment")));
        }
        pages.perform(get("/results/" + id + "/findings.doc")).andExpect(status().isNotFound());
    }

    @Test
    void a_finding_opens_with_its_evidence_also_without_script() throws Exception {
        String id = finished(file("file", "s.yaml", Files.readAllBytes(OFFICE)));
        String result = text(get("/results/" + id));
        String height = result.substring(result.indexOf("建筑高度") - 1200, result.indexOf("建筑高度"));
        String number = height.replaceAll("(?s).*finding=(\\d+).*", "$1");

        assertThat(text(get("/results/" + id + "/findings/" + number)))
                .contains("建筑高度", "≤ 12.00 m", "13.00 m", "超出 1.00 m", "building-height");
        assertThat(text(get("/results/" + id).param("finding", number))).contains("data-shown=\"" + number + "\"");
        pages.perform(get("/results/" + id + "/findings/99999")).andExpect(status().isNotFound());
    }

    @Test
    void a_scheme_with_complaints_is_answered_with_place_and_remedy() throws Exception {
        String id = finished(file(
                "file", "坏.yaml", "redline: 1\nname: x\nbasis: table\nhieght: 3\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(text(get("/results/" + id)))
                .contains("方案文件有 2 处需要改正", "坏.yaml", "第 4 行", "hieght", "改好后重新提交")
                .doesNotContain("Exception");
    }

    @Test
    void what_is_handed_in_cannot_become_markup() throws Exception {
        String scheme = Files.readString(OFFICE).replace("风貌街区办公楼(考试案例)", "<script>alert(1)</script>");
        String id = finished(file("file", "<img src=x>.yaml", scheme.getBytes(StandardCharsets.UTF_8)));

        assertThat(text(get("/results/" + id)))
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert");
    }

    @Test
    void a_form_without_a_file_or_with_a_wrong_date_says_so_and_keeps_the_rest() throws Exception {
        pages.perform(multipart("/checks").file(file("file", "", new byte[0])))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("还没有选择文件")));
        pages.perform(multipart("/checks")
                        .file(file("file", "s.yaml", new byte[] {1}))
                        .param("contractSigned", "2025-02-30")
                        .param("applicationReceived", "2025-03-01"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("“2025-02-30”不是日期")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("value=\"2025-03-01\"")));
        pages.perform(multipart("/checks")
                        .file(file("file", "s.yaml", new byte[] {1}))
                        .param("profile", "nowhere"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_date_of_the_form_takes_the_place_of_the_schemes_own() throws Exception {
        MvcResult started = pages.perform(multipart("/checks")
                        .file(file("file", "s.yaml", Files.readAllBytes(OFFICE)))
                        .param("contractSigned", "2025-07-01"))
                .andReturn();
        String id = ended(started);

        assertThat(text(get("/results/" + id))).contains("条件出具 2025-06-02，合同签订 2025-07-01，报审 2025-09-01");
    }

    @Test
    void an_example_can_be_tried_and_fetched() throws Exception {
        String id = ended(pages.perform(post("/samples/office-2016")).andReturn());

        assertThat(text(get("/results/" + id))).contains("风貌街区办公楼");
        pages.perform(get("/samples/office-2016")).andExpect(content().bytes(Files.readAllBytes(OFFICE)));
        pages.perform(get("/samples/..%2Fsecret")).andExpect(status().is4xxClientError());
        pages.perform(post("/samples/other")).andExpect(status().isNotFound());
    }

    @Test
    void a_cancelled_check_keeps_nothing() throws Exception {
        MvcResult started = pages.perform(post("/samples/wuzhen-housing")).andReturn();
        String id = id(started);

        pages.perform(post("/results/" + id + "/cancel")).andExpect(redirectedUrl("/results/" + id));

        CheckRun run = desk.find(id).orElseThrow();
        Progress last = run.ended().get(60, TimeUnit.SECONDS);
        if (last instanceof Progress.Cancelled) {
            assertThat(text(get("/results/" + id))).contains("检查已取消");
            pages.perform(get("/results/" + id + "/result.json")).andExpect(status().isNotFound());
        }
    }

    @Test
    void the_indicator_table_is_judged_like_a_file_and_its_file_can_be_fetched() throws Exception {
        String id = ended(pages.perform(post("/indicators")
                        .param("name", "指标“表”\\方案")
                        .param("area", "2016")
                        .param("conditionsIssued", "2025-06-02")
                        .param("contractSigned", "2025-06-16")
                        .param("applicationReceived", "2025-09-01")
                        .param("complete", "yes")
                        .param("declared.far", "1.55")
                        .param("max.FAR", "１.4")
                        .param("declared.density", "46.6%")
                        .param("max.BUILDING_DENSITY", "35"))
                .andReturn());

        assertThat(text(get("/results/" + id)))
                .contains("不符合", "1.55 (≤ 1.40)", "46.60 % (≤ 35.00 %)")
                .contains("方案文件");
        String file = text(get("/results/" + id + "/scheme"));
        assertThat(file)
                .contains("basis: table", "density: 46.6 %", "item: FAR, max: 1.4")
                .doesNotContain("greenRatio");
        assertThat(SchemeReader.read(new Source("s.yaml", file.getBytes(StandardCharsets.UTF_8)), null))
                .isInstanceOf(Intake.Accepted.class);
    }

    @Test
    void a_wrong_field_of_the_indicator_table_is_marked_and_everything_typed_is_kept() throws Exception {
        String page = pages.perform(post("/indicators")
                        .param("name", "方案")
                        .param("area", "2016,5")
                        .param("declared.far", "1.55"))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(page)
                .contains("“2016,5”不是数", "value=\"2016,5\"", "value=\"1.55\"", "有 4 处需要改正", "aria-invalid=\"true\"");
    }

    @Test
    void a_program_gets_the_same_bytes_as_the_command_line() throws Exception {
        byte[] scheme = Files.readAllBytes(OFFICE);
        Intake.Accepted read = (Intake.Accepted) SchemeReader.read(new Source("scheme.yaml", scheme), null);
        byte[] expected = ResultJson.write(Check.run(read.scheme(), rules.book(), "tongxiang", null), Language.EN);

        MvcResult body = pages.perform(post("/api/check?lang=en")
                        .contentType("application/yaml")
                        .content(scheme))
                .andReturn();
        MvcResult files = pages.perform(multipart("/api/check?lang=en").file(file("scheme", "scheme.yaml", scheme)))
                .andReturn();

        pages.perform(asyncDispatch(body))
                .andExpect(status().isOk())
                .andExpect(content().bytes(expected));
        pages.perform(asyncDispatch(files))
                .andExpect(status().isOk())
                .andExpect(content().bytes(expected));
    }

    @Test
    void a_program_gets_complaints_as_problem_details() throws Exception {
        MvcResult started = pages.perform(
                        post("/api/check").contentType("application/json").content("{"))
                .andReturn();

        pages.perform(asyncDispatch(started))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.complaints[0].line").value(1));
    }

    @Test
    void another_site_may_not_submit_for_a_visitor() throws Exception {
        pages.perform(post("/samples/office-2016").header("Sec-Fetch-Site", "cross-site"))
                .andExpect(status().isForbidden());
        pages.perform(post("/samples/office-2016").header("Host", "ours").header("Origin", "https://theirs"))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_state_of_the_rules_can_be_seen() throws Exception {
        rules.book();

        assertThat(text(get("/status"))).contains("规则库可用", "规则文件没有错误", "building-height");
        pages.perform(get("/health"))
                .andExpect(jsonPath("$.status").value("UP"))
                .andExpect(jsonPath("$.rules").value("ready"));
    }

    private String finished(MockMultipartFile scheme) throws Exception {
        return ended(pages.perform(multipart("/checks").file(scheme)).andReturn());
    }

    private String ended(MvcResult started) throws Exception {
        String id = id(started);
        desk.find(id).orElseThrow().ended().get(120, TimeUnit.SECONDS);
        return id;
    }

    private static String id(MvcResult started) {
        assertThat(started.getResponse().getStatus()).isEqualTo(302);
        return started.getResponse().getRedirectedUrl().substring("/results/".length());
    }

    private String text(RequestBuilder request) throws Exception {
        return pages.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private static MockMultipartFile file(String field, String name, byte[] bytes) {
        return new MockMultipartFile(field, name, "application/octet-stream", bytes);
    }
}
