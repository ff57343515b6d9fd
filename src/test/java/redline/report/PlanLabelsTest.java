package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import redline.check.CheckResult;
import redline.fact.Outline;
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

/** Whatever is drawn, no label is printed over another. */
class PlanLabelsTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    @Property(tries = 60)
    void labels_of_the_plan_never_overlap(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 60) int buildings,
            @ForAll @IntRange(min = 1, max = 120) int distances) {
        CheckResult crowded = scheme(new Random(seed), buildings, distances);
        disjoint(PlanDrawing.onPaper(crowded, Language.ZH).plan());
    }

    @Property(tries = 60)
    void nor_do_those_of_an_extract(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int distances) {
        CheckResult crowded = scheme(new Random(seed), 12, distances);
        Extract extract = Extract.of(
                crowded,
                Words.of(Language.ZH),
                new Numbered(crowded),
                new Places(crowded),
                new Extract.Told(
                        crowded.findings().subList(0, 1),
                        crowded.findings().subList(0, Math.min(3, distances)),
                        crowded.findings()));
        disjoint(extract.plan("图 1"));
    }

    @Property(tries = 60)
    void nor_do_the_numbers_of_places_that_share_an_extract(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 30) int areas) {
        Random random = new Random(seed);
        CheckResult crowded = scheme(random, 12, areas);
        List<Finding> findings = crowded.findings().stream()
                .map(finding -> (Finding) area((Finding.Judged) finding, random))
                .toList();
        CheckResult result = new CheckResult(
                crowded.program(), crowded.record(), crowded.ruling(), findings, Conclusion.of(findings));
        Extract extract = Extract.of(
                result,
                Words.of(Language.ZH),
                new Numbered(result),
                new Places(result),
                new Extract.Told(findings, findings, List.of()));
        disjoint(extract.plan("图 1"));
    }

    /** The same finding, shown by an area. */
    private static Finding.Judged area(Finding.Judged finding, Random random) {
        double x = random.nextDouble() * 190;
        double y = random.nextDouble() * 130;
        Geometry shown = box(x, y, x + 3 + random.nextDouble() * 30, y + 3 + random.nextDouble() * 20);
        Measure measure = finding.measure();
        return new Finding.Judged(
                finding.rule(),
                finding.subject(),
                finding.verdict(),
                new Measure(measure.quantity(), measure.subject(), measure.reading(), new Evidence(shown, List.of())),
                finding.governing(),
                finding.margin(),
                finding.marginUnit(),
                finding.requirements(),
                finding.citations(),
                finding.grade(),
                finding.notes());
    }

    private static void disjoint(Plan plan) {
        List<Envelope> taken = new ArrayList<>();
        for (Plan.Label label : plan.labels()) {
            double x = label.centred() ? label.x() : label.x() + LabelSpace.width(label.text(), label.size()) / 2;
            Envelope box = LabelSpace.box(label.text(), label.size(), x, label.y(), label.angle());
            // Half the distance that boxes keep around their text, and of a line its own height.
            box.expandBy(-2, -label.size() * 0.125);
            assertThat(taken.stream().filter(box::intersects)).as(label.text()).isEmpty();
            taken.add(box);
        }
    }

    private static CheckResult scheme(Random random, int buildings, int distances) {
        List<Outline> outlines = new ArrayList<>();
        outlines.add(new Outline(Outline.Kind.PARCEL, "P", Text.same("地块"), box(0, 0, 200, 140)));
        for (int i = 0; i < buildings; i++) {
            double x = random.nextDouble() * 190;
            double y = random.nextDouble() * 130;
            outlines.add(new Outline(
                    random.nextInt(6) == 0 ? Outline.Kind.GREEN : Outline.Kind.BUILDING,
                    "b" + i,
                    Text.same("楼".repeat(1 + random.nextInt(12)) + i),
                    box(x, y, x + 3 + random.nextDouble() * 40, y + 3 + random.nextDouble() * 20),
                    random.nextBoolean() ? "绿地" + random.nextInt(9) : null));
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < distances; i++) {
            findings.add(distance(random, i));
        }
        CheckResult sample = SampleCheck.housing();
        return new CheckResult(
                sample.program(), sample.record().with(outlines), sample.ruling(), findings, Conclusion.of(findings));
    }

    private static Finding distance(Random random, int i) {
        double x = random.nextDouble() * 190;
        double y = random.nextDouble() * 130;
        Geometry segment = GEOMETRY.createLineString(new Coordinate[] {
            new Coordinate(x, y),
            new Coordinate(x + random.nextDouble() * 20, y + (random.nextBoolean() ? 0 : random.nextDouble() * 20))
        });
        RuleInfo rule = SampleCheck.rule(
                "setback-" + i % 7,
                "退让",
                "Setback",
                Quantity.SETBACK,
                Subject.Kind.VOLUME_SIDE,
                RuleInfo.Force.CONDITION,
                RuleInfo.Apart.NONE);
        Subject subject = new Subject(Subject.Kind.VOLUME_SIDE, "s" + i, Text.same("体量 " + i));
        Value length = new Value.Amount(BigDecimal.valueOf(segment.getLength()));
        Measure measure = new Measure(
                Quantity.SETBACK,
                subject,
                new Reading.Known(length, Provenance.COMPUTED),
                new Evidence(segment, List.of()));
        boolean broken = random.nextBoolean();
        Bound bound = new Bound(Comparator.AT_LEAST, new Value.Amount(BigDecimal.valueOf(broken ? 99 : 0)));
        return new Finding.Judged(
                rule,
                subject,
                broken ? Verdict.VIOLATION : Verdict.PASS,
                measure,
                bound,
                BigDecimal.valueOf(broken ? -1 : 1),
                Unit.METRE,
                List.of(),
                List.of(),
                Grade.SECONDARY,
                List.of());
    }

    private static Geometry box(double west, double south, double east, double north) {
        return GEOMETRY.toGeometry(new Envelope(west, east, south, north));
    }
}
