package redline.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.bundle.SamplePlan;
import redline.intake.sheet.WorkbookWriter;

/**
 * The self-check page as a visitor meets it, in a real browser.
 */
class SelfCheckInBrowserTest {
    private static final Path HOUSING = Path.of("test-cases/schemes/wuzhen-housing/scheme.yaml");
    private static final Path OFFICE = Path.of("test-cases/schemes/office-2016/scheme.yaml");
    private static TestBrowser browser;
    private static Server server;

    @TempDir
    Path here;

    private Page page;

    @BeforeAll
    static void open_the_pages_and_a_browser() {
        browser = TestBrowser.open();
        server = Server.start(0, Path.of("rules"));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void a_visitor_at_an_office_screen() {
        visit(1366, 768);
    }

    @AfterEach
    void nothing_went_wrong_in_the_page() {
        page.context().close();
        assertThat(browser.problems()).isEmpty();
    }

    private void visit(int width, int height) {
        page = browser.visit(server, width, height);
        page.navigate("/");
    }

    @Test
    void a_dropped_scheme_shows_its_findings_beside_the_plan() throws IOException {
        picture("form-zh");
        drop(HOUSING);
        assertThat(page.locator("#chosen")).containsText("scheme.yaml");
        page.locator("button.primary").click();
        page.waitForURL(Pattern.compile(".*/results/[0-9a-f]{32}$"));
        // Whichever step it is at, the five names are there until the result takes their place.
        assertThat(page.locator(".steps li, .verdict").first()).isVisible();
        if (page.locator(".steps").count() > 0) {
            picture("steps-zh");
        }

        Locator verdict = page.locator(".verdict h1");
        assertThat(verdict).containsText("不符合");
        assertThat(page.locator(".rows > .row:visible").count()).isBetween(10, 25);
        assertThat(page.locator(".rows > .row").first()).hasClass(Pattern.compile("violation"));
        picture("result-zh");

        String before = viewBox();
        Locator setback = page.locator("a.line", new Page.LocatorOptions().setHasText("8#住宅 整体 → 东侧"))
                .first();
        setback.click();
        assertThat(page.locator("#evidence h2")).hasText("退让用地界线");
        assertThat(page.locator("#evidence")).containsText("6.90 m");
        assertThat(setback).hasAttribute("aria-current", "true");
        assertThat(viewBox()).isNotEqualTo(before);
        assertThat(page.locator("#drawing svg .selected").count()).isPositive();
        picture("finding-zh");

        String there = viewBox();
        page.keyboard().press("j");
        assertThat(page.locator("#evidence h2")).not().hasText("退让用地界线");
        page.keyboard().press("k");
        assertThat(page.locator("#evidence h2")).hasText("退让用地界线");
        assertThat(viewBox()).isEqualTo(there);
        page.keyboard().press("p");
        assertThat(page.locator("#plan")).isFocused();
        page.keyboard().press("ArrowLeft");
        assertThat(viewBox()).isNotEqualTo(there);
        page.keyboard().press("e");
        assertThat(page.locator("#evidence")).isFocused();

        measures_on_the_plan_and_hides_its_layers();

        page.locator("[data-filter=UNDETERMINED]").click();
        assertThat(page.locator(".rows > .row.violation:visible")).hasCount(0);
        assertThat(page.locator(".rows > .row.undetermined:visible").count()).isPositive();

        assertThat(bytes(page.waitForDownload(() -> page.getByText("PDF 报告").click())))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(new String(
                        bytes(page.waitForDownload(
                                () -> page.getByText("JSON 数据").click())),
                        StandardCharsets.UTF_8))
                .startsWith("{")
                .contains("\"verdict\" : \"VIOLATION\"");
    }

    @Test
    void a_drawing_and_a_workbook_dropped_together_are_shown_by_layer_mended_and_judged() throws IOException {
        Path drawing = Files.write(
                here.resolve("总平面.dxf"), SamplePlan.withFirstBuildingOn("LF-1").bytes());
        Path values = Files.write(here.resolve("指标.xlsx"), WorkbookWriter.write(List.of(schedule())));
        drop(drawing, values);
        assertThat(page.locator("#chosen li"))
                .hasText(new Pattern[] {Pattern.compile("总平面.dxf.*"), Pattern.compile("指标.xlsx.*")});
        picture("form-files-zh");
        page.locator("button.primary").click();

        assertThat(page.locator("h1")).containsText("数据检查");
        assertThat(page.locator(".told.stops")).containsText("还没有填写日期");
        assertThat(page.locator("tr.unknown th").first()).hasText("LF-1");
        picture("data-zh");

        for (String date : List.of("conditionsIssued", "contractSigned", "applicationReceived")) {
            page.locator("#" + date).fill("2025-06-02");
        }
        page.getByLabel("图层 LF-1 认作").selectOption("building");
        page.locator("button[value=read]").click();
        assertThat(page.locator(".gate")).containsText(Pattern.compile("\\d+ 条规则中 \\d+ 条可判定"));
        assertThat(page.locator("#sketch text")).hasText(new String[] {"1#", "2#"});
        assertThat(page.locator("tr.unknown")).hasCount(0);
        assertThat(page).hasURL(Pattern.compile(".*/results/[0-9a-f]{32}$"));
        picture("data-mended-zh");
        full("data-mended-whole-zh");

        frame(0.02, 0.02, 0.98, 0.98);
        assertThat(page.locator("#west")).hasValue(Pattern.compile("5535\\d\\d(\\.\\d)?"));
        page.locator("button[value=read]").click();
        assertThat(page.locator("#unframe")).isVisible();
        assertThat(page.locator("#sketch text")).hasText(new String[] {"1#", "2#"});

        page.navigate(page.url() + "?lang=en");
        assertThat(page.locator("h1")).containsText("Data check");
        picture("data-en");
        full("data-whole-en");
        page.setViewportSize(390, 844);
        assertThat(widerThanTheScreen()).isFalse();
        picture("phone-data-en");
        full("phone-data-whole-en");
        page.navigate(page.url().replace("lang=en", "lang=zh"));
        picture("phone-data-zh");
        page.setViewportSize(1366, 768);

        page.locator("button[value=check]").click();
        assertThat(page.locator(".verdict h1")).containsText("待核实");
        assertThat(page.locator(".verdict h1")).containsText("总平面");
        picture("result-of-files-zh");
        assertThat(bytes(page.waitForDownload(() -> page.getByText("PDF 报告").click())))
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        page.getByText("返回数据检查").click();
        assertThat(page.locator("h1")).containsText("数据检查");
    }

    @Test
    void pasted_boundary_points_are_told_by_line_before_the_file_goes_and_then_held_against_it() throws IOException {
        drop(Files.write(
                here.resolve("总平面.dxf"), SamplePlan.withFirstBuildingOn("LF-1").bytes()));
        page.locator("details.pasted summary").click();
        page.locator("#boundaryPoints")
                .fill("点号 X Y\nJ1 3390000 553600\nJ2 3390000\nJ3 3390080 553700\nJ4 3390080 553600");
        page.locator("button.primary").click();
        assertThat(page.locator("#points-said li")).containsText("第 3 行");
        assertThat(page.locator("#chosen li")).containsText("总平面.dxf");
        picture("form-points-zh");

        page.locator("#boundaryPoints")
                .fill("J1\t3390000\t553600\nJ2\t3390000\t553700.03\nJ3 3390080 553700\nJ4 3390080 553600");
        page.locator("button.primary").click();
        assertThat(page.locator("h1")).containsText("数据检查");
        assertThat(page.locator(".gaps")).containsText("最大相差 30 mm(J2)");
        page.getByText("逐点相差").click();
        page.locator("table.points").scrollIntoViewIfNeeded();
        picture("data-points-zh");
    }

    /** Drags a frame over the sketch, in shares of its sides. */
    private void frame(double left, double top, double right, double bottom) {
        // The band with the buttons stays at the top and would cover the sketch.
        page.evaluate("window.scrollTo(0, 0)");
        var box = page.locator("#sketch svg").boundingBox();
        page.mouse().move(box.x + left * box.width, box.y + top * box.height);
        page.mouse().down();
        page.mouse().move(box.x + right * box.width, box.y + bottom * box.height);
        page.mouse().up();
    }

    private void full(String name) {
        TestBrowser.photograph(page, name, true);
    }

    @Test
    void the_page_speaks_english_throughout() {
        page.getByText("English").click();
        assertThat(page.locator("h1")).hasText("Check your scheme");
        picture("form-en");
        trySample("Office in a conservation block");
        assertThat(page.locator(".verdict h1")).containsText("Violation");
        page.locator("a.line").first().click();
        assertThat(page.locator("#evidence dt").first()).hasText("Subject");
        picture("result-en");
        assertThat(page.locator("html")).hasAttribute("lang", "en");
    }

    @Test
    void a_wrong_file_is_answered_with_line_and_remedy_and_can_be_tried_again() throws IOException {
        Path wrong = Files.writeString(
                here.resolve("wrong.yaml"), Files.readString(HOUSING).replaceFirst("name: ", "nmae: "));
        page.setInputFiles("#files", wrong);
        page.locator("button.primary").click();

        assertThat(page.locator("h1")).containsText("需要改正");
        assertThat(page.locator("table.complaints")).containsText("wrong.yaml");
        assertThat(page.locator("table.complaints")).containsText(Pattern.compile("第 \\d+ 行"));
        assertThat(page.locator("table.complaints")).containsText("nmae");
        picture("refused-zh");

        page.setInputFiles("#files", OFFICE);
        page.locator("button.primary").click();
        assertThat(page.locator(".verdict h1")).containsText("不符合");
    }

    @Test
    void nothing_is_cut_on_a_phone_nor_at_200_percent() {
        page.context().close();
        visit(390, 844);
        picture("phone-form-zh");
        trySample("乌镇住宅小区");
        assertThat(page.locator(".verdict h1")).containsText("不符合");
        assertThat(widerThanTheScreen()).isFalse();
        picture("phone-result-zh");
        page.locator("a.line", new Page.LocatorOptions().setHasText("8#住宅 整体 → 东侧"))
                .first()
                .click();
        assertThat(page.locator("#evidence h2")).isVisible();
        picture("phone-finding-zh");
        page.setViewportSize(683, 384);
        assertThat(widerThanTheScreen()).isFalse();
        picture("zoom-200-zh");
        page.setViewportSize(390, 844);
        page.navigate("/indicators?lang=en");
        assertThat(widerThanTheScreen()).isFalse();
        picture("phone-indicators-en");
    }

    @Test
    void the_indicator_table_keeps_what_was_typed_and_leads_to_findings() {
        page.navigate("/indicators");
        page.locator("#name").fill("办公楼");
        page.locator("#area").fill("二千");
        for (String date : Set.of("conditionsIssued", "contractSigned", "applicationReceived")) {
            page.locator("#" + date).fill("2025-06-02");
        }
        page.locator("[name='declared.far']").fill("1.55");
        page.locator("[name='max.FAR']").fill("1.4");
        page.locator("button.primary").click();
        assertThat(page.locator(".field-complaint")).containsText("“二千”不是数");
        assertThat(page.locator("[name='declared.far']")).hasValue("1.55");
        picture("indicators-zh");
        browser.expected("422"); // the browser reports the status of the page it was sent back

        page.locator("#area").fill("2016");
        page.locator("button.primary").click();
        assertThat(page.locator(".verdict h1")).containsText("不符合");
        assertThat(page.locator(".row.violation").first()).containsText("容积率");
    }

    private void trySample(String name) {
        page.locator("form.sample", new Page.LocatorOptions().setHasText(name))
                .locator("button")
                .click();
    }

    private boolean widerThanTheScreen() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
    }

    /** Corners of the parcel and of 3#, as the scheme file states them. */
    private void measures_on_the_plan_and_hides_its_layers() {
        page.locator("[data-zoom=all]").click();
        Locator measure = page.locator("#measure");
        Locator measured = page.locator("#measured");
        measure.click();
        assertThat(measure).hasAttribute("aria-pressed", "true");
        clickAt(553566, 3389890);
        assertThat(measured).hasText("东 553566.00，北 3389890.00");
        clickAt(553834.3, 3389890);
        assertThat(measured).containsText("长度 268.30 m");
        page.keyboard().press("Backspace");
        page.keyboard().press("Backspace");
        clickAt(553656, 3390000.2);
        clickAt(553724, 3390000.2);
        clickAt(553724, 3390016.2);
        clickAt(553656, 3390016.2);
        assertThat(measured).containsText("长度 152.00 m · 末段 68.00 m");
        clickAt(553656, 3390000.2);
        assertThat(measured).hasText("面积 1088.00 m²，周长 168.00 m");
        picture("measure-zh");
        page.keyboard().press("Escape");
        assertThat(measure).isFocused();
        assertThat(page.locator("#measuring")).isHidden();
        assertThat(page.locator("#drawing .measure")).hasCount(0);

        page.keyboard().press("Enter");
        page.keyboard().press("Enter");
        page.keyboard().press("Shift+ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        assertThat(measured).containsText("长度 ");
        page.keyboard().press("Escape");

        page.locator(".layers summary").click();
        picture("layers-zh");
        Locator road = page.locator("#drawing path.road").first();
        assertThat(road).isVisible();
        page.locator("[data-layer-switch=road]").uncheck();
        assertThat(road).isHidden();
        assertThat(page.locator("#drawing [data-layer=road]:visible")).hasCount(0);
        page.locator("[data-layer-switch=road]").check();
        assertThat(road).isVisible();
        page.locator(".layers summary").click();
    }

    /** Metres of the scheme. */
    private void clickAt(double east, double north) {
        @SuppressWarnings("unchecked")
        List<Number> at = (List<Number>) page.evaluate("""
                ([east, north]) => {
                  const svg = document.querySelector("#drawing svg");
                  const { scale, west, south, height } = svg.dataset;
                  const at = new DOMPoint((east - west) * scale, height - (north - south) * scale).matrixTransform(svg.getScreenCTM());
                  return [at.x, at.y];
                }""", List.of(east, north));
        page.mouse().click(at.get(0).doubleValue(), at.get(1).doubleValue());
    }

    private String viewBox() {
        return page.locator("#drawing svg").getAttribute("viewBox");
    }

    /** The building schedule of a designer. */
    private static WorkbookWriter.Page schedule() {
        return new WorkbookWriter.Page(
                "单体一览表",
                List.of(10, 10, 10, 12),
                List.of(
                        new WorkbookWriter.Line(WorkbookWriter.Look.HEADER, List.of("楼号", "使用性质", "层数", "建筑高度(m)")),
                        new WorkbookWriter.Line(
                                WorkbookWriter.Look.PLAIN,
                                List.of("2号楼", "住宅", new BigDecimal(6), new BigDecimal("17.50")))),
                List.of(),
                1);
    }

    private void drop(Path... files) throws IOException {
        List<List<String>> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(List.of(
                    file.getFileName().toString(), Base64.getEncoder().encodeToString(Files.readAllBytes(file))));
        }
        page.evaluate("""
                (files) => {
                  const data = new DataTransfer();
                  for (const [name, content] of files) {
                    data.items.add(new File([Uint8Array.from(atob(content), (c) => c.charCodeAt(0))], name));
                  }
                  const zone = document.getElementById("drop");
                  zone.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
                  zone.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
                }
                """, contents);
    }

    private void picture(String name) {
        browser.picture(page, name);
    }

    private static byte[] bytes(Download download) {
        try {
            return Files.readAllBytes(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
