package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import redline.check.CheckResult;
import redline.quantity.Language;
import redline.report.PlanDrawing.Options;

class PlanDrawingTest {
    private static final CheckResult HOUSING = SampleCheck.housing();
    private static final Document PLAN = parse(PlanDrawing.svg(HOUSING, Options.screen(Language.ZH)));

    @Test
    void everyMeasuredDistanceIsThereWithItsFinding() {
        List<Element> dimensions = elements("g").stream()
                .filter(g -> g.getAttribute("class").startsWith("dimension"))
                .toList();
        List<Integer> drawn = dimensions.stream()
                .map(g -> Integer.valueOf(g.getAttribute("data-finding")))
                .sorted()
                .toList();
        List<Integer> measured = IntStream.range(0, HOUSING.findings().size())
                .filter(i -> PlanDrawing.isDimension(HOUSING.findings().get(i)))
                .boxed()
                .toList();
        assertThat(drawn).isEqualTo(measured);
    }

    @Test
    void aBrokenDistanceIsDrawnThickAndSaysItsNumberAndLimit() {
        Element dimension = elements("g").stream()
                .filter(g -> g.getAttribute("data-subject").equals("VOLUME_SIDE/2#/S"))
                .findFirst()
                .orElseThrow();
        assertThat(dimension.getAttribute("class")).isEqualTo("dimension verdict-VIOLATION");
        assertThat(dimension.getAttribute("visibility")).isEmpty();
        assertThat(((Element) dimension.getElementsByTagName("path").item(0)).getAttribute("stroke-width"))
                .isEqualTo("2.2");
        assertThat(texts()).contains("×4 7.99\u00a0m (≥\u00a08.00\u00a0m)");
    }

    @Test
    void buildingsAreTakenByTheirWorstFinding() {
        assertThat(elements("path").stream()
                        .filter(path -> path.getAttribute("class").startsWith("building"))
                        .map(path -> path.getAttribute("data-subject") + " " + path.getAttribute("class")))
                .containsExactly(
                        "BUILDING/1# building verdict-UNDETERMINED",
                        "BUILDING/2# building verdict-VIOLATION",
                        "BUILDING/3# building verdict-VIOLATION",
                        "BUILDING/4# building verdict-PASS",
                        "BUILDING/5# building verdict-VIOLATION",
                        "BUILDING/6# building verdict-PASS",
                        "BUILDING/7# building verdict-PASS",
                        "BUILDING/8# building verdict-PASS",
                        "BUILDING/9# building verdict-UNDETERMINED");
    }

    @Test
    void textStaysText() {
        assertThat(texts()).contains("北", "9#楼", "集中绿地", "隆源路", "坐标系 EPSG:4549");
    }

    @Test
    void nothingDrawnGivesNoPlan() {
        assertThat(PlanDrawing.svg(SampleCheck.indicatorTable(), Options.screen(Language.ZH)))
                .isEmpty();
    }

    @Test
    void aHostileNameStaysText() {
        Document plan = parse(PlanDrawing.svg(SampleCheck.named("<script>\"'&\u0001"), Options.screen(Language.EN)));
        assertThat(plan.getElementsByTagName("script").getLength()).isZero();
        assertThat(plan.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Marked site plan <script>\"'&");
    }

    private static List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(String name) {
        NodeList found = PLAN.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception failure) {
            throw new AssertionError(svg, failure);
        }
    }
}
