package redline.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import redline.intake.bundle.DrawnPlan;
import redline.intake.bundle.SamplePlan;
import redline.intake.file.Upload;
import redline.intake.read.ContentsJson;
import redline.intake.read.FileReader;
import redline.quantity.Language;
import redline.system.Application;
import redline.upload.UploadRoom;

/** Any mix of files: read, shown by layer, mended, judged. */
@SpringBootTest(
        classes = Application.class,
        properties = {"redline.rules=rules", "redline.selfcheck.files=4"})
@AutoConfigureMockMvc
class UploadTest {
    private static final double E = SamplePlan.E;
    private static final double N = SamplePlan.N;
    private static final Path OFFICE = Path.of("test-cases/schemes/office-2016/scheme.yaml");

    @TempDir
    private Path folder;

    @Autowired
    private MockMvc pages;

    @Autowired
    private CheckDesk desk;

    @Autowired
    private UploadRoom room;

    /** Its first building lies on a layer that nobody knows. */
    private static DrawnPlan plan() {
        return SamplePlan.withFirstBuildingOn("LF-1");
    }

    @Test
    void a_drawing_is_shown_by_layer_before_it_is_judged() throws Exception {
        String id = uploaded(file("总平面.dxf", plan().bytes()));

        String page = text(get("/results/" + id));
        assertThat(page)
                .contains("数据检查：总平面", "用地红线", "8 000.00", "建筑轮廓", "450.00", "DXF", "按文件（米）")
                .contains("1 个地形图层已略去", "文件没有写明坐标系，按本局设定 EPSG:4549 读")
                .contains("<path class=\"parcel\"", "<path class=\"building\"", "<path class=\"green\"", ">2#</text>")
                .containsPattern("\\d+ 条规则中 \\d+ 条可判定，\\d+ 条等补充资料")
                .contains("先看结果")
                .doesNotContain("verdict");
        // What nobody understands comes first.
        assertThat(page.indexOf("<th scope=\"row\">LF-1")).isLessThan(page.indexOf("<th scope=\"row\">用地红线"));
        assertThat(text(get("/results/" + id).param("lang", "en")))
                .contains("Data check", "Taken for", "site boundary", "as the file says (metres)")
                .containsPattern("\\d+ of \\d+ rules can be judged");
    }

    @Test
    void a_layer_that_was_taken_for_nothing_is_said_what_it_is_and_read_again() throws Exception {
        String id = uploaded(file("总平面.dxf", plan().bytes()));
        String page = text(get("/results/" + id));
        assertThat(page).doesNotContain(">1#</text>");

        String again = chosen(id, "then", "read", field(page, "LF-1"), "building");

        String mended = text(get("/results/" + again));
        assertThat(mended).contains(">1#</text>", ">2#</text>");
        // What was chosen is there once more, on top of it comes the next choice.
        String third = chosen(again, "then", "read", field(mended, "集中绿地"), "ignored");
        assertThat(text(get("/results/" + third))).contains(">1#</text>").doesNotContain("<path class=\"green\"");
        // The page before is as it was.
        assertThat(text(get("/results/" + id))).doesNotContain(">1#</text>");
    }

    @Test
    void what_was_read_is_judged_on_request_and_the_result_leads_back() throws Exception {
        String id = uploaded(file("总平面.dxf", plan().bytes()));

        String result = chosen(id, "then", "check", "name", "湖滨小区");

        assertThat(text(get("/results/" + result)))
                .contains("湖滨小区", "不符合", "读取时的提示", "按本局设定 EPSG:4549 读", "/results/" + id, "返回数据检查");
    }

    @Test
    void a_scheme_file_beside_a_drawing_gives_what_the_drawing_lacks() throws Exception {
        String scheme = "redline: 1\nname: 两份合一\ncrs: EPSG:4549\nbasis: drawing\n"
                + "buildings:\n  - id: 2#\n    declaredHeight: 17.50\n";
        String id =
                uploaded(file("总平面.dxf", plan().bytes()), file("scheme.yaml", scheme.getBytes(StandardCharsets.UTF_8)));

        assertThat(text(get("/results/" + id)))
                .contains("数据检查：两份合一", "scheme.yaml", "总平面.dxf")
                .doesNotContain("按本局设定 EPSG:4549 读");
    }

    @Test
    void a_scheme_with_its_conditions_is_judged_at_once() throws Exception {
        String scheme = Files.readString(OFFICE);
        String id = uploaded(
                file("scheme.yaml", scheme.getBytes(StandardCharsets.UTF_8)),
                file(
                        "conditions.yaml",
                        "redline: 1\nconditions:\n  - id: T\n    complete: true\n    lines: []\n"
                                .getBytes(StandardCharsets.UTF_8)));

        assertThat(desk.find(id).orElseThrow().progress()).isNotInstanceOf(Progress.Understood.class);
    }

    @Test
    void what_stands_in_the_way_is_told_with_place_and_remedy_and_the_verdict_is_refused() throws Exception {
        byte[] open = plan().polyline(
                        "建筑轮廓", false, E + 60, N + 40, E + 90, N + 40, E + 90, N + 60, E + 60, N + 60, E + 60,
                        N + 40.42)
                .bytes();
        String id = uploaded(file("总平面.dxf", open));

        assertThat(text(get("/results/" + id)))
                .contains("处须先改正，改正之前不能判定", "缺口 0.420 m", "E 553660.00 N 3390040.42", "请在 CAD 中闭合后重新上传");
        String refused = chosen(id, "then", "check");
        assertThat(text(get("/results/" + refused))).contains("需要改正", "缺口 0.420 m", "返回数据检查");
    }

    @Test
    void a_dwg_alone_is_answered_with_what_to_do() throws Exception {
        String id = uploaded(file("总平面.dwg", "AC1032\0\0\0\0".getBytes(StandardCharsets.US_ASCII)));

        assertThat(text(get("/results/" + id))).contains("总平面.dwg", "这是 DWG 图形", "文件类型选 DXF");
    }

    @Test
    void where_no_layer_was_understood_the_page_says_that_first() throws Exception {
        String id = uploaded(file(
                "怪.dxf", new DrawnPlan(6).rectangle("LF-9", E, N, E + 9, N + 9).bytes()));

        assertThat(text(get("/results/" + id))).contains("还没有读懂任何图形，请先在图层表里指明", "LF-9", "81.00");
    }

    @Test
    void a_file_of_no_known_kind_is_told_beside_the_ones_that_were_read() throws Exception {
        String id = uploaded(file("总平面.dxf", plan().bytes()), file("说明.doc", new byte[] {1, 2, 3}));

        assertThat(text(get("/results/" + id))).contains("说明.doc", "不是能读的格式", "没有读");
    }

    @Test
    void a_frame_takes_one_drawing_of_several_and_half_a_frame_is_asked_for_whole() throws Exception {
        byte[] two = plan().rectangle("建筑轮廓", E + 1000, N, E + 1030, N + 30)
                .text("文字", E + 1010, N + 10, "9#楼")
                .bytes();
        String id = uploaded(file("总平面.dxf", two));
        assertThat(text(get("/results/" + id))).contains(">9#</text>");

        String framed = chosen(
                id,
                "then",
                "read",
                "west",
                "" + (E - 100),
                "south",
                "" + (N - 100),
                "east",
                "" + (E + 200),
                "north",
                "" + (N + 200));
        assertThat(text(get("/results/" + framed)))
                .contains(">2#</text>", "value=\"553500\"")
                .doesNotContain(">9#</text>");

        MvcResult half = pages.perform(post("/results/" + id + "/choices")
                        .param("then", "read")
                        .param("west", "17")
                        .param("name", "留着"))
                .andReturn();
        pages.perform(asyncDispatch(half))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("四个数都填")))
                .andExpect(content().string(Matchers.containsString("value=\"17\"")))
                .andExpect(content().string(Matchers.containsString("value=\"留着\"")));
    }

    @Test
    void a_drawing_without_a_unit_that_fits_is_asked_for_it_and_the_answer_counts() throws Exception {
        byte[] odd = new DrawnPlan(1)
                .rectangle("用地红线", E, N, E + 100000, N + 80000)
                .rectangle("建筑轮廓", E + 10000, N + 15000, E + 40000, N + 30000)
                .bytes();
        String id = uploaded(file("英寸.dxf", odd));
        assertThat(text(get("/results/" + id))).contains("图形单位写作英寸", "请指明");

        String again = chosen(id, "then", "read", "unit.0", "mm");
        assertThat(text(get("/results/" + again)))
                .contains("<path class=\"parcel\"")
                .doesNotContain("图形单位写作英寸");
    }

    @Test
    void a_coordinate_system_that_was_chosen_is_no_assumption() throws Exception {
        MvcResult started = pages.perform(multipart("/checks")
                        .file(file("总平面.dxf", plan().bytes()))
                        .param("crs", "EPSG:4548"))
                .andReturn();
        assertThat(text(get("/results/" + ended(started))))
                .contains("现按 EPSG:4548")
                .doesNotContain("按本局设定 EPSG:4549 读");
        pages.perform(multipart("/checks").file(file("总平面.dxf", plan().bytes())).param("crs", "EPSG:4326"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("没有“EPSG:4326”这个坐标系可选")));
    }

    @Test
    void dates_that_no_file_has_are_asked_for_on_the_page() throws Exception {
        MvcResult started = pages.perform(multipart("/checks").file(file("总平面.dxf", plan().bytes())))
                .andReturn();
        String id = ended(started);
        assertThat(text(get("/results/" + id))).contains("1 处须先改正", "还没有填写日期", "请填写条件出具日");

        String dated = chosen(id, "then", "read");
        assertThat(text(get("/results/" + dated)))
                .contains("value=\"2025-06-02\"", "条可判定")
                .doesNotContain("还没有填写日期");
        MvcResult wrong = pages.perform(post("/results/" + id + "/choices").param("contractSigned", "昨天"))
                .andReturn();
        pages.perform(asyncDispatch(wrong))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("“昨天”不是日期")));
    }

    @Test
    void too_many_files_are_sent_back_with_what_was_typed() throws Exception {
        var form = multipart("/checks");
        for (int i = 0; i < 5; i++) {
            form.file(file(i + ".dxf", plan().bytes()));
        }
        pages.perform(form.param("contractSigned", "2025-03-01"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("一次选了 5 个文件")))
                .andExpect(content().string(Matchers.containsString("value=\"2025-03-01\"")));
    }

    @Test
    void pasted_boundary_points_are_held_against_the_drawing() throws Exception {
        String pasted = "点号\tX\tY\nJ1\t3390000\t553600\nJ2\t3390000\t553700.03\nJ3\t3390080\t553700\nＪ４　３３９００８０　５５３６００";
        var form = multipart("/checks").file(file("总平面.dxf", plan().bytes()));
        form.param("boundaryPoints", pasted);
        String id = started(form);

        assertThat(text(get("/results/" + id)))
                .contains("粘贴的界址点.csv", "4 个界址点，与图上用地红线最大相差 30 mm(J2)；图上面积减成果面积 -1.20 m²")
                .containsPattern("(?s)J2</th>.{0,120}553700\\.030</td>.{0,60}>30</td>");
    }

    @Test
    void pasted_boundary_points_alone_are_the_boundary() throws Exception {
        var form = multipart("/checks");
        form.param("boundaryPoints", "1,3390000,553600\n2,3390000,553700\n3,3390080,553700");
        String id = started(form);

        assertThat(text(get("/results/" + id))).contains("图上没有用地红线，以 3 个界址点作用地红线(4000.00 m²)");
    }

    @Test
    void boundary_points_that_cannot_be_read_are_told_by_line_and_stay_in_the_form() throws Exception {
        String pasted = "J1 3390000 553600\nJ2 3390000\nJ3 <b>339O080.5 553700";

        pages.perform(multipart("/checks").file(file("总平面.dxf", plan().bytes())).param("boundaryPoints", pasted))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("没有读到 X、Y 两个坐标")))
                .andExpect(content().string(Matchers.containsString("第 2 行")))
                .andExpect(content().string(Matchers.containsString("J3 &lt;b&gt;339O080.5 553700</textarea>")));
        pages.perform(post("/boundary-points").param("boundaryPoints", pasted).param("lang", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("line 2")))
                .andExpect(content().string(Matchers.containsString("X and Y were not both found")));
        pages.perform(post("/boundary-points")
                        .param("boundaryPoints", "J1 3390000 553600\nJ2 3390000 553700\nJ3 3390080 553700"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString("<li"))));
    }

    @Test
    void two_files_of_one_name_are_kept_apart() throws Exception {
        String id = uploaded(file("a/总平面.dxf", plan().bytes()), file("b/总平面.dxf", plan().bytes()));

        assertThat(text(get("/results/" + id))).contains("总平面.dxf", "总平面 (2).dxf");
    }

    @Test
    void names_of_files_and_layers_cannot_become_markup() throws Exception {
        byte[] drawn = plan().rectangle("<b>x", E, N, E + 1, N + 1)
                .text("文字", E + 62, N + 18, "<script>9#")
                .bytes();
        String id = uploaded(file("<img src=x>.dxf", drawn));

        assertThat(text(get("/results/" + id)))
                .contains("&lt;b&gt;x")
                .doesNotContain("<b>x", "<img src=x>", "<script>9")
                .doesNotContain(" style=\"", "<style", "onclick", "javascript:");
    }

    @Test
    void of_the_files_nothing_is_left_once_they_are_read() throws Exception {
        uploaded(file("总平面.dxf", plan().bytes()));
        uploaded(file("总平面.dwg", "AC1032\0\0\0\0".getBytes(StandardCharsets.US_ASCII)));
        uploaded(file("s.yaml", Files.readAllBytes(OFFICE)));

        assertThat(left()).isEmpty();
    }

    @Test
    void a_program_is_told_what_stands_in_files_as_the_command_line_tells_it() throws Exception {
        Path here = Files.write(folder.resolve("总平面.dxf"), plan().bytes());
        byte[] expected =
                ContentsJson.write(List.of(FileReader.read(Upload.of(here)).contents()), Language.EN);

        MvcResult read = pages.perform(multipart("/api/read?lang=en").file(file("总平面.dxf", plan().bytes())))
                .andReturn();
        pages.perform(asyncDispatch(read))
                .andExpect(status().isOk())
                .andExpect(content().bytes(expected));
        MvcResult bad = pages.perform(multipart("/api/read")
                        .file(file("总平面.dxf", plan().bytes()))
                        .file(file("x.dwg", "AC1032\0".getBytes(StandardCharsets.US_ASCII))))
                .andReturn();
        pages.perform(asyncDispatch(bad))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$[0].refused").value(false))
                .andExpect(jsonPath("$[1].refused").value(true));
        pages.perform(multipart("/api/read")).andExpect(status().isBadRequest());
    }

    @Test
    void a_program_gets_several_files_judged_as_one_scheme() throws Exception {
        String scheme = "redline: 1\nname: 两份合一\ncrs: EPSG:4549\nbasis: drawing\n";
        MvcResult judged = pages.perform(multipart("/api/check?as-of=2025-06-02")
                        .file(file("总平面.dxf", plan().bytes()))
                        .file(file("scheme.yaml", scheme.getBytes(StandardCharsets.UTF_8))))
                .andReturn();

        pages.perform(asyncDispatch(judged))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("两份合一")));
        pages.perform(multipart("/api/check")
                        .file(file("a.dxf", plan().bytes()))
                        .param("units", "furlong"))
                .andExpect(status().isBadRequest());
        assertThat(left()).isEmpty();
    }

    private String uploaded(MockMultipartFile... files) throws Exception {
        var form = multipart("/checks");
        Stream.of(files).forEach(form::file);
        return started(form);
    }

    private String started(MockMultipartHttpServletRequestBuilder form) throws Exception {
        for (String date : List.of("conditionsIssued", "contractSigned", "applicationReceived")) {
            form.param(date, "2025-06-02");
        }
        return ended(pages.perform(form).andReturn());
    }

    private String chosen(String id, String... fields) throws Exception {
        var form = post("/results/" + id + "/choices");
        for (String date : List.of("conditionsIssued", "contractSigned", "applicationReceived")) {
            form.param(date, "2025-06-02");
        }
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        MvcResult started = pages.perform(form).andReturn();
        return ended(pages.perform(asyncDispatch(started)).andReturn());
    }

    /** The field for what a layer is taken for. */
    private static String field(String page, String layer) {
        String row = page.substring(page.indexOf("<th scope=\"row\">" + layer + "</th>"));
        return row.replaceAll("(?s).*?name=\"(meaning\\.\\d+)\".*", "$1");
    }

    private String ended(MvcResult started) throws Exception {
        assertThat(started.getResponse().getStatus()).isEqualTo(302);
        String id = started.getResponse().getRedirectedUrl().substring("/results/".length());
        desk.find(id).orElseThrow().ended().get(120, TimeUnit.SECONDS);
        return id;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> inside = Files.walk(room.folder())) {
            return inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("in-use"))
                    .toList();
        }
    }

    private String text(RequestBuilder request) throws Exception {
        return pages.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace('\u00a0', ' ');
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("file", name, "application/octet-stream", bytes);
    }
}
