package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import redline.check.CheckResult;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Evidence;
import redline.measure.Measure;
import redline.measure.Provenance;
import redline.measure.Reading;
import redline.quantity.Language;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Comparator;
import redline.requirement.Grade;
import redline.requirement.RuleInfo;
import redline.scheme.Subject;

/** What has an extract of the plan, and what shares one. Buildings are 30 m by 12 m, their south-west corners as given. */
class FiguresTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Words ZH = Words.of(Language.ZH);

    private static Finding height(String rule, int building, int east, int north, Verdict verdict) {
        RuleInfo info = SampleCheck.rule(
                rule,
                "建筑高度",
                "Building height",
                Quantity.BUILDING_HEIGHT,
                Subject.Kind.BUILDING,
                RuleInfo.Force.CONDITION,
                RuleInfo.Apart.NONE);
        Subject subject = new Subject(Subject.Kind.BUILDING, "b" + building, Text.same(building + "#"));
        Geometry outline = GEOMETRY.toGeometry(new Envelope(east, east + 30, north, north + 12));
        boolean broken = verdict == Verdict.VIOLATION;
        return new Finding.Judged(
                info,
                subject,
                verdict,
                new Measure(
                        Quantity.BUILDING_HEIGHT,
                        subject,
                        new Reading.Known(new Value.Amount(BigDecimal.valueOf(40 + building)), Provenance.COMPUTED),
                        new Evidence(outline, List.of())),
                new Bound(Comparator.AT_MOST, new Value.Amount(BigDecimal.valueOf(broken ? 36 : 500))),
                BigDecimal.valueOf(broken ? -4 - building : 460 - building),
                Unit.METRE,
                List.of(),
                List.of(),
                Grade.SECONDARY,
                List.of());
    }

    private static Finding high(int building, int east, int north) {
        return height("building-height", building, east, north, Verdict.VIOLATION);
    }

    private record Drawn(Numbered numbered, Figures figures) {
        static Drawn of(List<Finding> findings) {
            CheckResult sample = SampleCheck.housing();
            CheckResult result = new CheckResult(
                    sample.program(),
                    sample.record().with(List.of()),
                    sample.ruling(),
                    findings,
                    Conclusion.of(findings));
            Numbered numbered = new Numbered(result);
            return new Drawn(numbered, new Figures(result, ZH, numbered, Clause.brokenFirst(findings)));
        }

        List<String> all(List<Finding> findings) {
            return findings.stream()
                    .map(figures::at)
                    .flatMap(Stream::ofNullable)
                    .map(figure -> figure.title() + " " + figure.scale() + " " + figure.caption())
                    .toList();
        }
    }

    @Test
    void every_building_that_is_too_high_has_an_extract_and_near_ones_share_it() {
        Finding first = high(3, 0, 0);
        Finding near = high(2, 40, 30);
        Finding far = high(1, 400, 0);
        List<Finding> findings = List.of(first, near, far);

        Drawn drawn = Drawn.of(findings);

        assertThat(drawn.all(findings)).containsExactly("图 1 1:2000 3#、2#", "图 2 1:1000 1#");
        assertThat(findings.stream().map(finding -> drawn.figures().to(finding).number()))
                .containsExactly("图 1", "图 1", "图 2");
        assertThat(drawn.figures().at(first).svg())
                .contains("3#、2#的局部平面图", "复核值 43.00\u00a0m、42.00\u00a0m,要求 ≤\u00a036.00\u00a0m,不符合")
                .contains(">×1<", ">×2<");
    }

    @Test
    void another_clause_about_the_same_building_shares_its_extract() {
        Finding height = high(1, 0, 0);
        Finding other = height("housing-height", 1, 0, 0, Verdict.VIOLATION);
        Finding alone = height("housing-height", 2, 40, 30, Verdict.VIOLATION);
        List<Finding> findings = List.of(height, other, alone);

        Drawn drawn = Drawn.of(findings);

        assertThat(drawn.all(findings)).containsExactly("图 1 1:1000 1#", "图 2 1:1000 2#");
        assertThat(drawn.figures().to(other).number()).isEqualTo("图 1");
        assertThat(drawn.figures().at(height).findings())
                .extracting(ReportPage.PlanLink::number)
                .containsExactly("×1", "×3");
    }

    @Test
    void of_what_complies_one_place_is_shown() {
        List<Finding> findings = IntStream.range(0, 5)
                .mapToObj(i -> height("building-height", i, 100 * i, 0, Verdict.PASS))
                .toList();

        assertThat(Drawn.of(findings).figures().links()).hasSize(1);
    }

    @Test
    void two_hundred_buildings_too_high_are_shown_on_few_extracts_each_on_one() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            findings.add(high(i, 50 * (i % 20), 40 * (i / 20)));
        }

        Drawn drawn = Drawn.of(findings);

        assertThat(findings)
                .allSatisfy(finding -> assertThat(drawn.figures().to(finding)).isNotNull());
        assertThat(drawn.figures().links()).hasSizeLessThan(20);
        for (Finding finding : findings) {
            ReportPage.Figure figure = drawn.figures().at(finding);
            if (figure != null) {
                assertThat(figure.scale()).isEqualTo("1:5000");
                assertThat(figure.caption()).matches("(\\d+#、){3}\\d+#等 \\d+ 处");
                assertThat(figure.findings())
                        .as("every building is named by its number")
                        .allSatisfy(link -> assertThat(figure.svg()).contains(">" + link.number() + "<"));
            }
        }
    }
}
