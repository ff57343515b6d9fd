package redline.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import redline.fact.Elevation;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;
import redline.scheme.Volume;
import redline.scheme.Volume.ControlHeight;
import redline.scheme.Volume.ControlHeight.Point;

class StripTest {
    private static final Words ZH = Words.of(Language.ZH);
    private static final Strip.Limit UPPER =
            new Strip.Limit("×3", new Bound(Comparator.AT_MOST, Value.Amount.of("18")), Verdict.VIOLATION);

    /** Six storeys of 3 m on the ground at 4.20 m, with a parapet of 1 m. */
    private static Elevation six() {
        return new Elevation(
                "3#",
                new BigDecimal("4.20"),
                new BigDecimal("4.65"),
                List.of(new Elevation.Part(
                        "3#/W",
                        Volume.Role.WHOLE,
                        new BigDecimal("4.20"),
                        new BigDecimal("22.20"),
                        List.of(new ControlHeight(Point.PARAPET_TOP, new BigDecimal("23.20"))),
                        List.of(new Volume.Storey("一至六层", 6, new BigDecimal("3.00"), null)))));
    }

    @Test
    void levels_storeys_height_and_limit_are_written_where_they_are() {
        Plan strip = new Strip(ZH, six(), 19.0, List.of(UPPER)).plan("");
        assertThat(strip.labels())
                .extracting(Plan.Label::text)
                .containsExactlyInAnyOrder(
                        "室外地面 4.20", "±0.00 4.65", "6 层", "顶 22.20", "女儿墙顶 23.20", "×3 ≤ 18.00", "19.00 m");
    }

    @Test
    void five_lines_lie_between_six_storeys_and_heights_are_true_to_the_stated_scale() {
        Strip drawn = new Strip(ZH, six(), 19.0, List.of(UPPER));
        Plan strip = drawn.plan("");
        assertThat(drawn.ratio()).isEqualTo("1:500");
        assertThat(strip.shapes().stream().filter(shape -> shape.contains("stroke-width=\"0.5\"")))
                .hasSize(5);
        String limit = strip.shapes().stream()
                .filter(shape -> shape.contains("stroke-dasharray=\"9 3 2 3\""))
                .findFirst()
                .orElseThrow();
        Matcher at = Pattern.compile("M\\S+ (\\S+)H").matcher(limit);
        assertThat(at.find()).isTrue();
        double ground = Strip.HEIGHT - 34;
        double millimetres = (ground - Double.parseDouble(at.group(1))) * 25.4 / 96;
        assertThat(millimetres * 500 / 1000).as("m above the ground").isCloseTo(18, within(0.01));
    }

    @Test
    void what_is_not_stated_is_said_to_be_unknown_and_not_drawn() {
        Elevation bare = new Elevation("9#", null, null, null);
        assertThat(new Strip(ZH, bare, null, List.of(UPPER)).plan("").labels())
                .extracting(Plan.Label::text)
                .containsExactlyInAnyOrder("室外地面 未知", "±0.00 未给出", "标高未知", "高度未知", "×3 ≤ 18.00");
    }

    @Test
    void storeys_without_heights_have_no_lines() {
        Elevation.Part part = six().parts().get(0);
        Elevation open = new Elevation(
                "3#",
                six().ground(),
                null,
                List.of(new Elevation.Part(
                        part.id(),
                        part.role(),
                        part.bottom(),
                        part.top(),
                        List.of(),
                        List.of(new Volume.Storey("一至六层", 6, null, null)))));
        Plan strip = new Strip(ZH, open, null, List.of()).plan("");
        assertThat(strip.labels()).extracting(Plan.Label::text).contains("层高未知");
        assertThat(strip.shapes()).noneMatch(shape -> shape.contains("stroke-width=\"0.5\""));
    }

    @Test
    void each_building_of_the_scheme_has_a_strip_with_its_findings() {
        List<ReportPage.Strip> strips = new Strips(SampleCheck.housing(), ZH)
                .rows().stream().flatMap(List::stream).toList();
        assertThat(strips)
                .extracting(ReportPage.Strip::title)
                .containsExactly("1#楼", "2#楼", "3#楼", "4#楼", "5#楼", "6#楼", "7#楼", "8#楼", "9#楼");
        assertThat(strips.get(4).lines())
                .extracting(line -> line.finding().number() + " " + line.text().replace('\u00a0', ' '))
                .containsExactly("×6 建筑高度 36.05 m(要求 ≤ 36.00 m);超出 0.05 m");
    }
}
