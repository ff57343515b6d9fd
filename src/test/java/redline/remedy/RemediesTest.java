package redline.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.rulepack.ChangedRuling;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleLibrary;
import redline.scheme.Scheme;

/** The housing showcase, whose distances, heights and areas are worked out by hand in its SOURCE.md. */
class RemediesTest {
    private static final RuleBook RULES = RuleLibrary.open(Path.of("rules")).book();
    private static final Scheme HOUSING = scheme("wuzhen-housing");
    private static final CheckResult JUDGED = judge(HOUSING);
    private static final List<Remedy> REMEDIES = Remedies.of(HOUSING, JUDGED, RULES, record -> record);

    @Test
    void distances_heights_and_areas_are_cured_by_what_they_lack() {
        assertThat(said(REMEDIES.stream().filter(Remedy::isEnough).toList()))
                .containsExactly(
                        "building-density A: BUILDING_DENSITY -504.49 m²",
                        "building-height 8#: 8# lower by 0.40, storeys 1",
                        "commercial-area B: COMMERCIAL_AREA -45.00 m²",
                        "far P: FAR -68.17 m²",
                        "fire-separation 10#/W|11#/W: 10# east -0.40 north 0.00",
                        "green-ratio P: GREEN_RATIO 183.48 m²",
                        "parking-non-motor P: PARKING_NON_MOTOR 25 ",
                        "setback 8#/W|E: 8# east -0.10 north 0.00",
                        "spacing 3#|11#: 3# east 0.00 north 0.39",
                        "surface-parking-2018 P: SURFACE_SPACES -25 ");
    }

    @Test
    void what_gets_worse_by_the_only_change_is_named() {
        Remedy greenLine = of("control-line-setback", "8#/W|GL");
        assertThat(said(List.of(greenLine))).containsExactly("control-line-setback 8#/W|GL: 8# east -2.10 north 0.00");
        assertThat(greenLine.broken())
                .extracting(other -> other.rule() + " " + other.subject().id())
                .containsExactly("fire-separation 7#/W|8#/W");
    }

    /** Of the storeys-and-plate rule and the like: two statements contradict each other, nothing is too great or too small. */
    @Test
    void words_and_contradictions_are_not_tried() {
        assertThat(REMEDIES.stream().filter(remedy -> !remedy.tried()))
                .extracting(remedy -> remedy.violation().rule().id())
                .containsOnly(
                        "access-side",
                        "buildings-far-area-differs",
                        "declared-differs",
                        "land-use",
                        "roof-form",
                        "storeys-plate-differs");
    }

    @Test
    void every_violation_has_one_answer() {
        assertThat(REMEDIES)
                .extracting(Remedy::violation)
                .containsExactlyElementsOf(JUDGED.findings().stream()
                        .filter(finding ->
                                finding instanceof Finding.Judged judged && judged.verdict() == Verdict.VIOLATION)
                        .map(finding -> (Finding.Judged) finding)
                        .toList());
    }

    @Test
    void a_centimetre_less_does_not_cure() {
        for (Remedy remedy : REMEDIES) {
            if (remedy.change() instanceof Change.Move move) {
                Change.Move less =
                        new Change.Move(move.building(), move.name(), nearer(move.east()), nearer(move.north()));
                assertThat(new Trial(JUDGED, RULES, record -> record)
                                .with(Changed.by(HOUSING, less), remedy.violation())
                                .cured())
                        .as("%s", remedy)
                        .isFalse();
            }
        }
    }

    /** Only rules that read something else than before are asked again, by one reading: the whole check must say the same. */
    @Test
    void trials_find_what_a_whole_check_finds() {
        List<Scheme> changed = List.of(
                Changed.by(HOUSING, new Change.Move("8#", null, new BigDecimal("-2.10"), BigDecimal.ZERO)),
                Changed.by(HOUSING, new Change.Lower("8#", null, new BigDecimal("3.40"), 1)));
        for (Scheme scheme : changed) {
            SchemeRecord record = Projection.of(scheme, RULES.settings("tongxiang"));
            List<Finding> tried = Check.tryOut(record, new ChangedRuling(RULES, JUDGED.record(), JUDGED.ruling()));
            List<Finding> whole = Check.judge(record, RULES, "tongxiang", null).findings();
            assertThat(tried).hasSameSizeAs(whole).containsAll(whole);
            assertThat(whole).isNotEqualTo(JUDGED.findings());
            assertThat(Check.tryOut(record, new ChangedRuling(RULES, JUDGED.record(), JUDGED.ruling()), "setback"))
                    .containsAll(whole.stream()
                            .filter(finding -> finding.rule().id().equals("setback"))
                            .toList());
        }
    }

    private static BigDecimal nearer(BigDecimal metres) {
        return metres.subtract(new BigDecimal("0.01").multiply(BigDecimal.valueOf(metres.signum())));
    }

    @Test
    void they_come_back_from_json() {
        assertThat(RemedyJson.read(RemedyJson.write(REMEDIES), JUDGED)).isEqualTo(REMEDIES);
    }

    /** Nothing is drawn of the office building: its height is a figure like its areas. */
    @Test
    void a_building_that_is_not_drawn_is_told_how_much_lower() {
        Scheme office = scheme("office-2016");
        CheckResult judged = judge(office);
        assertThat(said(Remedies.of(office, judged, RULES, record -> record).stream()
                        .filter(remedy -> remedy.violation().rule().id().equals("building-height"))
                        .toList()))
                .containsExactly("building-height 办公楼: BUILDING_HEIGHT -1.00 m");
    }

    private static Remedy of(String rule, String subject) {
        return REMEDIES.stream()
                .filter(remedy -> remedy.violation().rule().id().equals(rule)
                        && remedy.violation().subject().id().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(List<Remedy> remedies) {
        return remedies.stream()
                .map(remedy -> remedy.violation().rule().id() + " "
                        + remedy.violation().subject().id() + ": " + say(remedy.change()))
                .collect(Collectors.toList());
    }

    private static String say(Change change) {
        if (change instanceof Change.Move move) {
            return move.building() + " east " + move.east() + " north " + move.north();
        }
        if (change instanceof Change.Lower lower) {
            return lower.building() + " lower by " + lower.metres() + ", storeys " + lower.storeys();
        }
        Change.Amount amount = (Change.Amount) change;
        return amount.quantity() + " " + amount.amount() + " " + amount.unit().symbol();
    }

    private static CheckResult judge(Scheme scheme) {
        return Check.run(scheme, RULES, "tongxiang", null);
    }

    private static Scheme scheme(String name) {
        try {
            Path file = Path.of("test-cases", "schemes", name, "scheme.yaml");
            Intake read = SchemeReader.read(new Source("scheme.yaml", Files.readAllBytes(file)), null);
            return ((Intake.Accepted) read).scheme();
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
    }
}
