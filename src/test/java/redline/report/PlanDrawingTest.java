package redline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import redline.check.CheckResult;
import redline.fact.Outline;
import redline.fact.SchemeRecord;
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
    void theSheetLeadsBackToTheCoordinatesOfTheScheme() {
        Element svg = PLAN.getDocumentElement();
        double scale = Double.parseDouble(svg.getAttribute("data-scale"));
        double west = Double.parseDouble(svg.getAttribute("data-west"));
        double south = Double.parseDouble(svg.getAttribute("data-south"));
        double height = Double.parseDouble(svg.getAttribute("data-height"));
        Outline parcel = outline(HOUSING.record(), Outline.Kind.PARCEL);
        String path = elements("path").stream()
                .filter(one -> one.getAttribute("class").equals("parcel"))
                .findFirst()
                .orElseThrow()
                .getAttribute("d");
        String[] corners = path.substring(1, path.length() - 1).split("L");

        for (int i = 0; i < corners.length; i++) {
            String[] at = corners[i].split(" ");
            Coordinate world = parcel.geometry().getCoordinates()[i];
            // Paths are written to a ten-thousandth of a pixel.
            assertThat(west + Double.parseDouble(at[0]) / scale).isCloseTo(world.x, within(0.0000501 / scale));
            assertThat(south + (height - Double.parseDouble(at[1])) / scale)
                    .isCloseTo(world.y, within(0.0000501 / scale));
        }
    }

    @Test
    void aBuildingThatHasMovedIsDrawnWhereItStoodBeforeUnderThePresentOnes() {
        SchemeRecord now = HOUSING.record();
        Outline moved = outline(now, Outline.Kind.BUILDING);
        List<Outline> before = now.outlines().stream()
                .map(outline -> outline.equals(moved) ? shifted(outline) : outline)
                .toList();
        String over = PlanDrawing.svg(HOUSING, with(now, before, now.crs()), Options.screen(Language.ZH));

        NodeList paths = parse(over).getElementsByTagName("path");
        List<String> classes = IntStream.range(0, paths.getLength())
                .mapToObj(i -> ((Element) paths.item(i)).getAttribute("class").split(" ")[0] + " "
                        + ((Element) paths.item(i)).getAttribute("data-id"))
                .toList();
        assertThat(classes.stream().filter(one -> one.startsWith("earlier "))).containsExactly("earlier " + moved.id());
        assertThat(classes.indexOf("earlier " + moved.id())).isLessThan(classes.indexOf("building " + moved.id()));
        assertThat(over).contains("上一轮的轮廓");
        assertThat(PlanDrawing.svg(HOUSING, now, Options.screen(Language.ZH)))
                .isEqualTo(PlanDrawing.svg(HOUSING, Options.screen(Language.ZH)));
        assertThat(PlanDrawing.svg(HOUSING, with(now, before, "EPSG:4550"), Options.screen(Language.ZH)))
                .isEqualTo(PlanDrawing.svg(HOUSING, Options.screen(Language.ZH)));
    }

    private static Outline outline(SchemeRecord record, Outline.Kind kind) {
        return record.outlines().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Outline shifted(Outline outline) {
        return new Outline(
                outline.kind(),
                outline.id(),
                outline.label(),
                AffineTransformation.translationInstance(0, 3).transform(outline.geometry()));
    }

    private static SchemeRecord with(SchemeRecord record, List<Outline> outlines, String crs) {
        return new SchemeRecord(
                record.name(),
                record.sha256(),
                crs,
                record.dates(),
                record.project(),
                record.letters(),
                record.facts(),
                record.absences(),
                record.measures(),
                record.declared(),
                outlines,
                record.reach());
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
