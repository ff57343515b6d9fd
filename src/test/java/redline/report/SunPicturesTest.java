package redline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import redline.quantity.Language;
import redline.report.SunPictures.Options;
import redline.report.SunScene.Body;
import redline.report.SunScene.Opening;
import redline.sun.Field;

class SunPicturesTest {
    private static final SunScene SCENE = SunSample.scene();
    private static final Options ZH = Options.screen(Language.ZH);
    private static final Body ROW = SCENE.bodies().get(4);

    @Test
    void everyFullHourHasItsShadowAndItsClockTime() {
        Document drawn = parse(SunPictures.shadows(SCENE, ZH));
        assertThat(classes(drawn, "shadow added")).hasSize(9);
        assertThat(classes(drawn, "shadow others")).hasSize(9);
        // noon of 20 January at 120.56° E: 2.2 min before, and 11 min behind by the equation of time (domain B.3:
        // 12:08)
        assertThat(texts(drawn)).contains("逐时影域图", "12:00(时钟 12:09)", "拟建建筑", "1#楼");
        assertThat(classes(drawn, "building")).hasSize(3);
        assertThat(classes(drawn, "neighbour")).hasSize(2);
    }

    @Test
    void theGroundIsDividedByClassesOfHours() {
        Document drawn = parse(SunPictures.ground(SCENE, ZH));
        IntStream.rangeClosed(0, 4)
                .forEach(of -> assertThat(classes(drawn, "hours-" + of)).hasSize(1));
        assertThat(texts(drawn)).contains("0–1 h", "3–4 h", "≥ 4 h", "2 h");
    }

    @Test
    void aLineOfEqualHoursRunsStraightBetweenPoints() {
        double[] hours = new double[6 * 4];
        for (int i = 0; i < hours.length; i++) {
            hours[i] = i % 6; // an hour more with every column, 2 m apart
        }
        Field slope = new Field(100, 200, 2, 6, 4, hours);
        assertThat((Object) IsoHours.atLeast(slope, 2.5).getEnvelopeInternal())
                .isEqualTo(new org.locationtech.jts.geom.Envelope(105, 110, 200, 206));
        assertThat(IsoHours.atLeast(slope, 2.5).getArea()).isCloseTo(5 * 6, within(1e-9));
        assertThat(IsoHours.atLeast(slope, 6).isEmpty()).isTrue();
    }

    @Test
    void aFacadeIsAllThatWasSampledInTheClassesOfItsHours() {
        Document drawn = parse(SunPictures.facades(SCENE, ROW, ZH));
        double length = IntStream.rangeClosed(0, 4)
                .mapToObj(of -> classes(drawn, "hours-" + of))
                .flatMap(List::stream)
                .mapToDouble(run -> Double.parseDouble(run.getAttribute("data-length")))
                .sum();
        // six storeys, 90 m to the south and twice 12 m to east and west, none to the north, where the sun never stands
        assertThat(length).isEqualTo((90 + 12 + 12) * 6);
        assertThat(classes(drawn, "window")).hasSize(SCENE.openings().size());
        assertThat(texts(drawn)).contains("南", "东", "西", "6 层").doesNotContain("北");
    }

    @Test
    void whereItIsNotSetHowFacadesAreSampledTheSheetSaysSo() {
        SunScene unset =
                new SunScene(SCENE.study(), SCENE.crs(), SCENE.ground(), SCENE.bodies(), SCENE.openings(), null);
        Document drawn = parse(SunPictures.facades(unset, ROW, ZH));
        assertThat(String.join("", texts(drawn)).replace(" ", "")).contains("立面取样间距未定(审查配置sun-facades),没有取样。");
        assertThat(SunPictures.facades(SCENE, SCENE.bodies().get(3), ZH)).isEmpty();
    }

    @Test
    void theSkyOfAWindowShowsWhoHidesItAndWhenItIsLit() {
        Opening opening = SCENE.openings().get(2);
        Document drawn = parse(SunPictures.sunPath(SCENE, opening, ZH));
        assertThat(classes(drawn, "hidden").stream().map(part -> part.getAttribute("data-id")))
                .containsExactly("5#", "9#", "1#", "2#", "3#");
        assertThat(classes(drawn, "way lit")).hasSize(1);
        assertThat(classes(drawn, "way lost")).hasSize(1);
        assertThat(classes(drawn, "hour")).hasSize(9);
        String lit = SunText.seconds(opening.sun().after());
        assertThat(texts(drawn)).containsAll(List.of(lit.split(", "))).contains("南 180°", "5#-103 太阳轨迹与遮挡图");
    }

    @Test
    void bothLanguagesAreDrawnTheSameEachTimeAndHoldNoScript() {
        for (Language language : Language.values()) {
            Options options = Options.sheet(language);
            String shadows = SunPictures.shadows(SCENE, options);
            assertThat(SunPictures.shadows(SunSample.scene(), options)).isEqualTo(shadows);
            assertThat(shadows + SunPictures.ground(SCENE, options) + SunPictures.facades(SCENE, ROW, options))
                    .doesNotContain("<script", "javascript:", "style=", "href");
        }
    }

    /** By lightness alone, as who sees no colour sees them. */
    @Test
    void classesOfHoursGrowLighterByEvenSteps() {
        List<Double> lightness = IntStream.rangeClosed(0, 4)
                .mapToObj(of -> lightness(SunStyle.fill(of)))
                .toList();
        for (int i = 1; i < lightness.size(); i++) {
            assertThat(lightness.get(i) - lightness.get(i - 1)).isBetween(12.0, 24.0);
        }
    }

    /** CIE L* of an sRGB colour. */
    private static double lightness(String colour) {
        double y = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            y += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return 116 * Math.cbrt(y) - 16;
    }

    private static Document parse(String svg) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        } catch (Exception broken) {
            throw new AssertionError(svg, broken);
        }
    }

    private static List<Element> classes(Document drawn, String name) {
        return all(drawn, "*").stream()
                .filter(element -> element.getAttribute("class").equals(name))
                .toList();
    }

    private static List<String> texts(Document drawn) {
        return all(drawn, "text").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> all(Document drawn, String tag) {
        NodeList nodes = drawn.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
