package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.check.Check;
import redline.check.CheckResult;
import redline.finding.Cause;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Unit;
import redline.requirement.RuleInfo;
import redline.rulepack.RuleBook;
import redline.scheme.Scheme;

/** The figures of the reviewer's story (practice §7), both rounds, both parking levels, both sunlight standards. */
class StoryFindingsTest {
    private static final Path FOLDER = Path.of("test-cases", "schemes", "story-wuzhen");

    private final CheckResult first = JudgedShowcase.judge(round(1));
    private final CheckResult second = JudgedShowcase.judge(round(2));

    static Scheme round(int number) {
        Path file = FOLDER.resolve("round-" + number + ".yaml");
        try {
            return Showcase.accepted(SchemeReader.read(new Source(file.toString(), Files.readAllBytes(file)), null));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Finding finding(CheckResult result, String rule, String subject) {
        return result.findings().stream()
                .filter(f -> f.rule().id().equals(rule) && f.subject().id().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static void judged(
            CheckResult result, String rule, String subject, Verdict verdict, String margin, Unit unit) {
        Finding finding = finding(result, rule, subject);
        assertThat(finding.verdict()).as(rule).isEqualTo(verdict);
        Finding.Judged judged = (Finding.Judged) finding;
        assertThat(judged.margin()).as(rule).isEqualByComparingTo(margin);
        assertThat(judged.marginUnit()).as(rule).isEqualTo(unit);
    }

    @Test
    void round_one_exceeds_the_far_by_68_17_square_metres_and_says_that_rounding_would_turn_it() {
        judged(first, "far", "P", Verdict.VIOLATION, "-68.167", Unit.SQUARE_METRE);
        assertThat(finding(first, "far", "P").notes())
                .anySatisfy(note -> assertThat(note.zh()).startsWith("取位敏感"));
    }

    @Test
    void round_one_keeps_density_and_commerce_and_lacks_183_47_square_metres_of_green() {
        // 40 % of 58 023.58 less 17 987.31, that is 31.00 %.
        judged(first, "building-density", "P", Verdict.PASS, "5222.122", Unit.SQUARE_METRE);
        judged(first, "commercial-area", "A", Verdict.PASS, "800", Unit.SQUARE_METRE);
        judged(first, "green-ratio", "P", Verdict.VIOLATION, "-183.474", Unit.SQUARE_METRE);
        assertThat(finding(first, "declared-differs", "P/greenArea").verdict()).isEqualTo(Verdict.VIOLATION);
    }

    @Test
    void parking_hangs_on_the_level_of_the_city_and_goes_to_policy_staff() {
        Finding.Undetermined open = (Finding.Undetermined) finding(first, "parking-motor-1021", "P");

        assertThat(open.cause()).isEqualTo(Cause.BASIS_OPEN);
        assertThat(open.notes())
                .extracting(note -> note.zh())
                .contains("停车配建城市等级 I:≥ 740.856 符合", "停车配建城市等级 II:≥ 784.408 不符合", "停车配建城市等级 III:≥ 784.408 不符合");
    }

    @Test
    void level_one_leaves_19_spaces_and_level_two_lacks_25(@TempDir Path rules) throws IOException {
        judged(
                judgedWith(rules, "candidates: [I, II, III]", "value: I"),
                "parking-motor-1021",
                "P",
                Verdict.PASS,
                "19.144", // 760 − 740.856; whole spaces: 760 − 741 = 19
                Unit.COUNT);
        judged(
                judgedWith(rules, "candidates: [I, II, III]", "value: II"),
                "parking-motor-1021",
                "P",
                Verdict.VIOLATION,
                "-24.408", // 760 − 784.408; whole spaces: 785 − 760 = 25
                Unit.COUNT);
    }

    @Test
    void sunlight_of_12_302_fails_three_hours_and_passes_two(@TempDir Path rules) throws IOException {
        Finding.Undetermined open = (Finding.Undetermined) finding(first, "dwelling-sunlight-2018", "12#-302");
        assertThat(open.cause()).isEqualTo(Cause.BASIS_OPEN);

        String candidates = "candidates: [FROM_500K, BELOW_500K]";
        CheckResult three = judgedWith(rules, candidates, "value: BELOW_500K");
        CheckResult two = judgedWith(rules, candidates, "value: FROM_500K");

        judged(three, "dwelling-sunlight-2018", "12#-302", Verdict.VIOLATION, "-0.2", Unit.HOUR);
        judged(two, "dwelling-sunlight-2018", "12#-302", Verdict.PASS, "0.8", Unit.HOUR);
    }

    @Test
    void round_two_mends_both_and_the_new_fire_item_is_another_authoritys() {
        judged(second, "far", "P", Verdict.PASS, "6.833", Unit.SQUARE_METRE);
        judged(second, "green-ratio", "P", Verdict.PASS, "48.126", Unit.SQUARE_METRE);
        judged(first, "fire-separation", "7#/T|8#/T", Verdict.PASS, "0.4", Unit.METRE);
        judged(second, "fire-separation", "7#/T|8#/T", Verdict.VIOLATION, "-0.8", Unit.METRE);
        assertThat(finding(second, "fire-separation", "7#/T|8#/T").rule().apart())
                .isEqualTo(RuleInfo.Apart.OTHER_AUTHORITY);
        assertThat(second.conclusion().violations()).isZero();
    }

    /** Round one judged by the rules with one line of the profile changed. */
    private static CheckResult judgedWith(Path folder, String line, String instead) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(Path.of("rules").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String text = Files.readString(file);
                Files.writeString(copy, file.endsWith("profiles/tongxiang.yaml") ? text.replace(line, instead) : text);
            }
        }
        return Check.run(round(1), RuleBook.read(folder), JudgedShowcase.PROFILE, null);
    }
}
