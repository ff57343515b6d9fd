package redline.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.Comparison;
import redline.check.Comparison.Change;
import redline.check.Comparison.End;
import redline.check.Comparison.State;
import redline.check.Match;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Verdict;

/** Findings of a round against those of the rounds before, on whole schemes. */
class ComparisonTest {
    private static final CheckResult FIRST = JudgedShowcase.judge(StoryFindingsTest.round(1));
    private static final CheckResult SECOND = JudgedShowcase.judge(StoryFindingsTest.round(2));
    private static final CheckResult HOUSING = JudgedShowcase.judge(Showcase.WUZHEN);
    private static final CheckResult RENUMBERED = judged(yaml());

    /** The housing scheme with another number for 3#, whose outline is moved by 1 m. */
    private static String yaml() {
        return Showcase.WUZHEN
                .yaml()
                .replaceAll("(?<![0-9])3#", "33#")
                .replace(
                        "POLYGON((553656 3390000.2, 553724 3390000.2, 553724 3390016.2, 553656 3390016.2, 553656 3390000.2))",
                        "POLYGON((553656 3390001.2, 553724 3390001.2, 553724 3390017.2, 553656 3390017.2, 553656 3390001.2))");
    }

    private static CheckResult judged(String yaml) {
        return JudgedShowcase.judge(SchemeTree.of(yaml));
    }

    private static String key(Finding finding) {
        return finding.rule().id() + " " + finding.subject().id();
    }

    private static Set<String> open(CheckResult result) {
        return result.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.VIOLATION || finding.verdict() == Verdict.UNDETERMINED)
                .map(ComparisonTest::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> now(Comparison comparison, State state) {
        return comparison.in(state).stream()
                .map(change -> key(change.now()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> before(Comparison comparison, State state) {
        return comparison.in(state).stream()
                .map(change -> key(change.before()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** With the old number, and pairs written one way round. */
    private static Set<String> renamedBack(Set<String> keys) {
        return keys.stream()
                .map(key -> key.replace("33#", "3#").split(" ", 2))
                .map(key ->
                        key[0] + " " + Stream.of(key[1].split("\\|")).sorted().collect(Collectors.joining("|")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void round_two_of_the_story_mends_far_and_green_and_brings_a_new_fire_distance() {
        Comparison comparison = Comparison.of(List.of(FIRST), SECOND, null);

        assertThat(now(comparison, State.NEW)).containsExactly("fire-separation 7#/T|8#/T");
        assertThat(Conclusion.groupOf(comparison.in(State.NEW).get(0).now()))
                .isEqualTo(Conclusion.Group.OTHER_AUTHORITY);
        assertThat(now(comparison, State.FIXED))
                .containsExactly(
                        "declared-differs P/greenArea", "declared-differs P/greenRatio", "far P", "green-ratio P");
        assertThat(comparison.in(State.FIXED)).extracting(Change::end).containsOnly(End.COMPLIES);
        Set<String> both = open(FIRST);
        both.retainAll(open(SECOND));
        assertThat(now(comparison, State.STILL_OPEN)).isEqualTo(both).contains("parking-motor-1021 P");
        assertThat(comparison.counts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        State.NEW, 1,
                        State.STILL_OPEN, both.size(),
                        State.REOPENED, 0,
                        State.FIXED, 4,
                        State.CHANGED_BY_RULE, 0));
    }

    @Test
    void what_was_mended_in_between_and_is_broken_again_is_reopened() {
        Comparison comparison = Comparison.of(List.of(FIRST, SECOND), FIRST, null);

        assertThat(now(comparison, State.REOPENED))
                .containsExactly(
                        "declared-differs P/greenArea", "declared-differs P/greenRatio", "far P", "green-ratio P");
        assertThat(comparison.in(State.REOPENED)).extracting(Change::openIn).containsOnly(List.of(0));
        assertThat(before(comparison, State.FIXED)).containsExactly("fire-separation 7#/T|8#/T");
        assertThat(comparison.in(State.FIXED)).extracting(Change::openIn).containsOnly(List.of(1));
        assertThat(comparison.in(State.NEW)).isEmpty();
        assertThat(comparison.in(State.STILL_OPEN)).extracting(Change::openIn).containsOnly(List.of(0, 1));
    }

    @Test
    void a_building_with_another_number_is_known_by_where_it_stands_and_all_that_hangs_on_it_follows() {
        Comparison comparison = Comparison.of(List.of(HOUSING), RENUMBERED, null);

        Set<String> asBefore = renamedBack(open(RENUMBERED));
        asBefore.retainAll(renamedBack(open(HOUSING)));
        assertThat(renamedBack(now(comparison, State.STILL_OPEN))).isEqualTo(asBefore);
        assertThat(comparison.in(State.STILL_OPEN)).hasSizeGreaterThan(800);
        List<Change> followed = comparison.in(State.STILL_OPEN).stream()
                .filter(change -> change.match().how() == Match.How.OVERLAP)
                .toList();
        assertThat(followed)
                .hasSizeGreaterThan(20)
                .allSatisfy(change -> assertThat(key(change.now())).contains("33#"))
                // 68 m × 15 m of 68 m × 17 m
                .allSatisfy(change -> assertThat(change.match().overlap())
                        .isCloseTo(15 / 17.0, org.assertj.core.data.Offset.offset(1e-9)));
        assertThat(followed)
                .extracting(change -> key(change.now()))
                .contains("fire-separation 9#/W|33#/W", "area-coefficient-balcony 33#-阳台", "fire-passage 33#");
    }

    @Test
    void in_another_coordinate_system_nothing_is_known_by_where_it_stands() {
        CheckResult elsewhere = judged(yaml().replace("crs: EPSG:4549", "crs: EPSG:4550"));

        Comparison comparison = Comparison.of(List.of(HOUSING), elsewhere, null);

        assertThat(now(comparison, State.NEW)).contains("fire-passage 33#");
        assertThat(before(comparison, State.FIXED)).contains("fire-passage 3#");
        assertThat(comparison.in(State.FIXED).stream()
                        .filter(change -> change.now() == null)
                        .map(Change::end))
                .containsOnly(End.WITHOUT_SUBJECT);
    }

    @Test
    void what_todays_rules_say_of_the_earlier_scheme_too_was_changed_by_the_rules() {
        CheckResult levelTwo = Check.run(
                StoryFindingsTest.round(2),
                JudgedShowcase.rules().settled(JudgedShowcase.PROFILE, Map.of("parking-level", "II")),
                JudgedShowcase.PROFILE,
                null);
        CheckResult again = Check.judge(
                FIRST.record(),
                JudgedShowcase.rules().settled(JudgedShowcase.PROFILE, Map.of("parking-level", "II")),
                JudgedShowcase.PROFILE,
                null);

        Comparison comparison = Comparison.of(List.of(FIRST), levelTwo, again);

        assertThat(now(comparison, State.CHANGED_BY_RULE)).contains("parking-motor-1021 P");
        assertThat(now(comparison, State.CHANGED_BY_RULE)).noneMatch(key -> key.startsWith("far "));
        assertThat(now(comparison, State.FIXED)).contains("far P", "green-ratio P");
        assertThat(now(comparison, State.NEW)).containsExactly("fire-separation 7#/T|8#/T");
    }

    @Test
    void compared_with_itself_nothing_is_new_and_nothing_is_fixed() {
        for (CheckResult result : List.of(FIRST, SECOND, HOUSING, RENUMBERED)) {
            Comparison comparison = Comparison.of(List.of(result), result, result);

            assertThat(comparison.changes()).extracting(Change::state).containsOnly(State.STILL_OPEN);
            assertThat(comparison.changes())
                    .allSatisfy(change -> assertThat(change.now()).isSameAs(change.before()));
            assertThat(now(comparison, State.STILL_OPEN)).isEqualTo(open(result));
        }
    }

    @Test
    void the_other_way_round_new_and_fixed_change_places() {
        for (List<CheckResult> two : List.of(List.of(FIRST, SECOND), List.of(HOUSING, RENUMBERED))) {
            Comparison there = Comparison.of(List.of(two.get(0)), two.get(1), null);
            Comparison back = Comparison.of(List.of(two.get(1)), two.get(0), null);

            assertThat(now(there, State.NEW)).isEqualTo(before(back, State.FIXED));
            assertThat(before(there, State.FIXED)).isEqualTo(now(back, State.NEW));
            assertThat(now(there, State.STILL_OPEN)).isEqualTo(before(back, State.STILL_OPEN));
        }
    }

    @Test
    void without_an_earlier_round_everything_open_is_new() {
        Comparison comparison = Comparison.of(List.of(), SECOND, null);

        assertThat(comparison.changes()).extracting(Change::state).containsOnly(State.NEW);
        assertThat(now(comparison, State.NEW)).isEqualTo(open(SECOND));
    }
}
