package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionGoTo;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.check.CheckResult;
import redline.quantity.Language;

class PdfReportTest {
    private static final byte[] HOUSING = pdf(SampleCheck.housing(), Language.ZH);

    @Test
    void theSameResultGivesTheSameBytes() {
        assertThat(pdf(SampleCheck.housing(), Language.ZH)).isEqualTo(HOUSING);
    }

    @Test
    void whoLooksOnIsToldOfEveryPageAndHowManyThereAre() throws IOException {
        List<String> told = new ArrayList<>();
        PdfPages.write(
                HtmlReport.write(SampleCheck.housing(), Language.EN),
                "test",
                "of nothing",
                PdfPages.More.NOTHING,
                (page, of) -> told.add(page + "/" + of),
                OutputStream.nullOutputStream());
        int pages = told.size();
        assertThat(pages).isGreaterThan(5);
        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(1, pages)
                        .mapToObj(page -> page + "/" + pages)
                        .toList());
    }

    @Test
    void theDocumentHoldsNoTime() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            assertThat(document.getDocumentInformation().getCreationDate()).isNull();
            assertThat(document.getDocumentInformation().getModificationDate()).isNull();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("方案技术审查报告 乌镇示例住宅小区");
        }
    }

    @Test
    void itSaysThatItIsAnArchivePdfWithItsColoursDefined() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            String xmp = new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(xmp)
                    .contains("<pdfaid:part>3<", "<pdfaid:conformance>U<")
                    .doesNotContain("CreateDate");
            assertThat(document.getDocumentCatalog().getOutputIntents()).hasSize(1);
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void everyFontIsAnEmbeddedSubsetAlsoInsideTheDrawing() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            List<PDFont> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                collect(page.getResources(), fonts);
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-(Regular|Bold)");
            });
        }
    }

    private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
        if (resources == null) {
            return;
        }
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                collect(form.getResources(), fonts);
            }
        }
    }

    @Test
    void theTextIsThereInReadingOrderWithoutLookAlikes() throws IOException {
        String text = text(HOUSING);
        assertThat(text.codePoints().filter(c -> c >= 0x2e80 && c <= 0x2fdf)).isEmpty();
        assertThat(text)
                .containsSubsequence(
                        "方案技术审查报告",
                        "× 不符合",
                        "项目名称",
                        "审查依据",
                        "规划指标校核表",
                        "1.3512",
                        "单体一览表",
                        "总平面标注图",
                        "审查意见",
                        "须修改",
                        "计容建筑面积超出",
                        "待核实 · 资料不全",
                        "待核实 · 依据存疑",
                        "待核实 · 需人工核定",
                        "转相关部门",
                        "下阶段落实",
                        "建议与参照",
                        "符合",
                        "不涉及",
                        "未检查的事项",
                        "建筑角点坐标表",
                        "运行记录",
                        "9f2c4be1a7708d3f51c0e6b2d84a9937f6612c5bb0de417893a1d5c27f40e8aa",
                        "签署",
                        "经办人");
    }

    @Test
    void itIsReadAloudInTheOrderOfTheReportEveryCellUnderItsHead() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            List<String> lines = ReadAloud.of(document);
            assertThat(lines)
                    .startsWith("P 建设工程设计方案", "H1 方案技术审查报告", "P 乌镇示例住宅小区", "P × 不符合")
                    .containsSequence("TH/Row 投资项目代码", "TD 2019-330483-70-03-000001", "TH/Row 用地位置", "TD 桐乡市乌镇镇");
            assertThat(lines.stream().filter(line -> line.startsWith("H2 ")))
                    .containsExactly(
                            "H2 审查依据",
                            "H2 规划指标校核表",
                            "H2 单体一览表",
                            "H2 面积复算表",
                            "H2 停车配建计算表",
                            "H2 总平面标注图",
                            "H2 高度与层数",
                            "H2 审查意见",
                            "H2 余量表",
                            "H2 未检查的事项",
                            "H2 建筑角点坐标表",
                            "H2 运行记录",
                            "H2 签署");
            int buildings = lines.indexOf("H2 单体一览表");
            assertThat(lines.subList(buildings + 1, buildings + 19))
                    .containsExactly(
                            "TH/Column 序号",
                            "TH/Column 楼号",
                            "TH/Column 状态",
                            "TH/Column 使用性质",
                            "TH/Column 地上层数",
                            "TH/Column 建筑高度",
                            "TH/Column 屋顶形式",
                            "TH/Column 耐火等级",
                            "TH/Column 不符合、待核实",
                            "TD 1",
                            "TD 1#楼",
                            "TD 拟建",
                            "TD 0701 城镇住宅用地",
                            "TD 11",
                            "TD 31.50 m",
                            "TD 坡屋顶",
                            "TD 一级",
                            "TD ？ 1");
            assertThat(lines).noneMatch(line -> line.matches("TH/Column (.+)\\1"));
        }
    }

    @Test
    void theDrawingSaysWhatItShows() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            List<String> figures = ReadAloud.of(document).stream()
                    .filter(line -> line.startsWith("Figure"))
                    .toList();
            assertThat(figures).hasSize(1 + 9);
            assertThat(figures.get(0))
                    .startsWith("Figure 乌镇示例住宅小区的总平面标注图,上北下南。画有建筑 9 栋,")
                    .endsWith("编号与审查意见相同,图上的内容在那里逐条写明。");
            assertThat(figures.get(5)).isEqualTo("Figure 5#楼的立面示意,高度比例 1:1000。建筑高度 36.05 m(要求 ≤ 36.00 m);超出 0.05 m");
        }
    }

    @Test
    void picturesOfTheSunSayWhereTheSameIsToldInWordsAndBreakNoRule() throws Exception {
        byte[] sun = pdf(SunChecked.checked(SunChecked.national(), "3"), Language.ZH);
        try (PDDocument document = Loader.loadPDF(sun)) {
            assertThat(ReadAloud.of(document).stream().filter(line -> line.startsWith("Figure")))
                    .contains("Figure 逐时影域图。图上的时段和时数,前面的户表逐窗列出。");
        }
        assertThat(VeraPdf.faults(sun)).isEmpty();
    }

    @Test
    void eachNumberOnThePlanLeadsToItsFindingAndBack() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            int plan = pageOf(document, "总平面标注图");
            List<String> there = new ArrayList<>();
            List<String> back = new ArrayList<>();
            List<String> between = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    PDPageDestination to = (PDPageDestination)
                            ((PDActionGoTo) ((PDAnnotationLink) annotation).getAction()).getDestination();
                    boolean ahead = document.getPages().indexOf(page) == plan;
                    assertThat(to.retrievePageNumber()).isNotEqualTo(ahead ? plan : -1);
                    if (ahead || to.retrievePageNumber() == plan) {
                        (ahead ? there : back).add(annotation.getContents());
                    } else {
                        between.add(annotation.getContents());
                    }
                }
            }
            assertThat(there).contains("到审查意见 ×4 退让用地界线", "到图 1");
            assertThat(back).contains("到总平面标注图,看 ×4 在哪里", "从图 1回到总平面标注图").hasSameSizeAs(there);
            assertThat(between).contains("到图 1", "到审查意见 ×4 退让用地界线", "到审查意见 ✓\u00a0建筑间距 建筑间距");
        }
    }

    @Test
    void theLabelsOfThePlanAreText() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            int plan = pageOf(document, "总平面标注图");
            PDPage page = document.getPage(plan);
            assertThat(page.getMediaBox().getWidth()).as("A1 landscape").isBetween(2383f, 2384f);
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(plan + 1);
            stripper.setEndPage(plan + 1);
            String text = stripper.getText(document).replace('\u00a0', ' ');
            assertThat(text).contains("7.99 m (≥ 8.00 m)", "用地红线", "9#楼", "集中绿地", "坐标系 EPSG:4549", "1:500");
        }
    }

    @Test
    void everySectionIsABookmark() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            assertThat(StreamSupport.stream(
                                    document.getDocumentCatalog()
                                            .getDocumentOutline()
                                            .children()
                                            .spliterator(),
                                    false)
                            .map(PDOutlineItem::getTitle))
                    .containsExactly(
                            "封面与结论", "审查依据", "规划指标校核表", "单体一览表", "面积复算表", "停车配建计算表", "总平面标注图", "高度与层数", "审查意见", "余量表",
                            "未检查的事项", "建筑角点坐标表", "运行记录", "签署");
        }
    }

    @Test
    void pagesAreNumberedAndCarryTheHash() throws IOException {
        try (PDDocument document = Loader.loadPDF(HOUSING)) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replace('\u00a0', ' '))
                        .contains("第 " + page + " / " + pages + " 页", "输入 9f2c4be1a770", "乌镇示例住宅小区 2019-330483");
            }
        }
    }

    @Test
    void withoutADrawingThePlanSaysSo() throws IOException {
        assertThat(text(pdf(SampleCheck.indicatorTable(), Language.ZH))).contains("方案没有图形(只有指标表),不绘总平面标注图");
    }

    @Test
    void hostileAndLongNamesComeOutAsTheyAre() throws IOException {
        String name = "<script>alert(1)</script>&amp;" + "很长的项目名称".repeat(30) + "W".repeat(200) + "\u0007";
        String text = text(pdf(SampleCheck.named(name), Language.ZH)).replaceAll("\\s", "");
        assertThat(text).contains("<script>alert(1)</script>&amp;", "很长的项目名称".repeat(30), "W".repeat(200));
    }

    @Test
    void popplerReadsTheSame(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdftotext")));
        Path file = Files.write(folder.resolve("report.pdf"), HOUSING);
        String text = run("pdftotext", "-enc", "UTF-8", file.toString(), "-");
        assertThat(text.codePoints().filter(c -> c >= 0x2e80 && c <= 0x2fdf)).isEmpty();
        assertThat(text).contains("规划指标校核表", "退让用地界线", "桐土储〔2019〕43号").contains("45.60");
        List<String> fonts = run("pdffonts", file.toString()).lines().skip(2).toList();
        assertThat(fonts).isNotEmpty().allMatch(font -> font.contains("+NotoSansSC-") && font.contains("yes yes yes"));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }

    private static int pageOf(PDDocument document, String heading) throws IOException {
        for (int page = 0; page < document.getNumberOfPages(); page++) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page + 1);
            stripper.setEndPage(page + 1);
            if (stripper.getText(document).contains(heading)) {
                return page;
            }
        }
        throw new AssertionError("no page says " + heading);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }

    private static byte[] pdf(CheckResult result, Language language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            PdfReport.write(result, language, out);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        return out.toByteArray();
    }
}
