package redline.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import redline.finding.Cause;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.scheme.Subject;

class LetterDraftTest {
    private static final String FAR =
            "桐土储〔2019〕43号地块容积率为 1.3512，规划条件要求 ≤ 1.35(规划条件 桐土储〔2019〕43号)，计容建筑面积超出 68.17 m²(上限 78 331.83 m²)。请调整方案至符合。";

    @Test
    void round_one_asks_for_the_far_and_the_green_square_metres_first() {
        ChangesDraft draft = ChangesDraft.of(StoryPapers.FIRST, StoryPapers.DECIDED, StoryPapers.LOOKED_UP);

        assertThat(draft.changes()).extracting(Item::rule).containsExactly("far", "green-ratio");
        assertThat(plain(draft.changes().get(0).sentence())).isEqualTo(FAR);
        assertThat(draft.changes().stream().map(Item::advice).map(LetterDraftTest::plain))
                .containsExactly("计容建筑面积超出 68.17 m²(上限 78 331.83 m²)", "绿地面积缺 183.47 m²(下限 17 407.07 m²)");
    }

    @Test
    void nothing_is_asked_that_the_reviewer_did_not_ask_for() {
        assertThat(ChangesDraft.of(StoryPapers.FIRST, List.of(), StoryPapers.LOOKED_UP)
                        .changes())
                .isEmpty();
        assertThat(LetterDraft.of(StoryPapers.FIRST, List.of(), StoryPapers.LOOKED_UP)
                        .changes())
                .extracting(Item::rule)
                .contains("far", "green-ratio");
    }

    @Test
    void round_two_has_nothing_to_change_and_the_fire_item_goes_to_another_authority() {
        LetterDraft draft = LetterDraft.of(StoryPapers.SECOND, StoryPapers.DECIDED, StoryPapers.LOOKED_UP);

        assertThat(draft.changes()).isEmpty();
        assertThat(draft.others())
                .singleElement()
                .satisfies(item -> assertThat(plain(item.sentence()))
                        .contains("12.20 m，规范要求 ≥ 13.00 m")
                        .contains("缺 0.80 m"));
        assertThat(draft.advice()).extracting(Item::rule).containsExactly("jiaxing-spacing", "surface-parking-2018");
        assertThat(draft.indices())
                .extracting(IndexRow::name, IndexRow::verdict)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("容积率", "符合"),
                        org.assertj.core.groups.Tuple.tuple("建筑密度", "符合"),
                        org.assertj.core.groups.Tuple.tuple("绿地率", "符合"),
                        org.assertj.core.groups.Tuple.tuple("商业建筑面积", "符合"));
    }

    @Test
    void what_is_open_in_its_basis_or_waits_for_judgement_never_enters_even_where_demanded() {
        List<Settled> all = StoryPapers.FIRST.findings().stream()
                .filter(Finding.Undetermined.class::isInstance)
                .map(finding -> StoryPapers.settled(
                        finding.rule().id(),
                        finding.subject().kind(),
                        finding.subject().id(),
                        Settled.As.DEMANDED,
                        "X " + ((Finding.Undetermined) finding).cause()))
                .toList();
        LetterDraft draft = LetterDraft.of(StoryPapers.FIRST, all, StoryPapers.LOOKED_UP);

        assertThat(draft.supplements()).isNotEmpty();
        assertThat(Stream.of(draft.changes(), draft.supplements(), draft.others(), draft.advice())
                        .flatMap(List::stream)
                        .map(Item::sentence))
                .doesNotContain("X " + Cause.BASIS_OPEN, "X " + Cause.NEEDS_JUDGEMENT)
                .contains("X " + Cause.MISSING_FACT);
        assertThat(draft.indices()).extracting(IndexRow::name).doesNotContain("机动车停车位");
    }

    @Test
    void a_missing_fact_enters_once_it_is_demanded_and_the_rest_is_told_as_waiting() {
        LetterDraft none = LetterDraft.of(StoryPapers.FIRST, List.of(), StoryPapers.LOOKED_UP);
        LetterDraft one = LetterDraft.of(StoryPapers.FIRST, StoryPapers.DECIDED, StoryPapers.LOOKED_UP);

        assertThat(none.supplements()).isEmpty();
        assertThat(one.supplements())
                .singleElement()
                .extracting(Item::sentence)
                .isEqualTo("请补充专项指标表、桐土储〔2019〕43号地块 有洪涝可能(用于核查:场地高出防洪水位(5.3.1))。");
        assertThat(one.waiting())
                .hasSize(none.waiting().size() - 1)
                .allSatisfy(finding ->
                        assertThat(((Finding.Undetermined) finding).cause()).isEqualTo(Cause.MISSING_FACT));
    }

    @Test
    void demands_that_lack_the_same_are_one_point() {
        List<Settled> settled = List.of(
                StoryPapers.settled("garage-exits-1021", Subject.Kind.PARCEL, "P", Settled.As.DEMANDED, null),
                StoryPapers.settled("garage-exits-total-1021", Subject.Kind.PARCEL, "P", Settled.As.DEMANDED, null));

        assertThat(LetterDraft.of(StoryPapers.FIRST, settled, StoryPapers.LOOKED_UP)
                        .supplements())
                .extracting(Item::sentence)
                .containsExactly("请补充专项指标表(用于核查:车库双车道出入口数、车库出入口合计数)。");
    }

    @Test
    void a_violation_leaves_by_correction_or_exception_only() {
        assertThat(changed(Settled.As.CORRECTED)).doesNotContain("far");
        assertThat(changed(Settled.As.EXCEPTION)).doesNotContain("far");
        assertThat(changed(Settled.As.ACCEPTED)).contains("far");
        assertThat(changed(Settled.As.DEMANDED)).contains("far");
    }

    private static List<String> changed(Settled.As as) {
        return LetterDraft.of(
                        StoryPapers.FIRST,
                        List.of(StoryPapers.settled("far", Subject.Kind.PARCEL, "P", as, null)),
                        StoryPapers.LOOKED_UP)
                .changes()
                .stream()
                .map(Item::rule)
                .toList();
    }

    @Test
    void the_officers_sentence_replaces_ours_and_the_point_still_knows_its_finding() {
        Settled edited = StoryPapers.settled("far", Subject.Kind.PARCEL, "P", Settled.As.ACCEPTED, "请核减 68.17 m²。");
        Item item = LetterDraft.of(StoryPapers.FIRST, List.of(edited), StoryPapers.LOOKED_UP).changes().stream()
                .filter(one -> one.rule().equals("far"))
                .findFirst()
                .orElseThrow();

        assertThat(item.sentence()).isEqualTo("请核减 68.17 m²。");
        assertThat(item.advice()).isEqualTo("请核减 68.17 m²。");
        assertThat(item.kind()).isEqualTo(Subject.Kind.PARCEL);
        assertThat(item.subject()).isEqualTo("P");
    }

    @Test
    void what_the_officer_added_stands_after_what_the_rules_found_in_the_part_that_was_chosen() {
        Item exit = Item.byHand("1", "出入口", "东侧", "距公交站 12 m", "不小于 15 m", "规划条件第 8 条", "移至南侧");
        Item colour = Item.byHand("2", "立面色彩", "", "", "", "城市设计导则", "");
        List<Added> added =
                List.of(new Added(Conclusion.Group.MUST_CHANGE, exit), new Added(Conclusion.Group.ADVICE, colour));

        LetterDraft letter = LetterDraft.of(StoryPapers.FIRST, List.of(), StoryPapers.LOOKED_UP)
                .with(added);
        assertThat(letter.changes())
                .extracting(Item::rule)
                .containsExactly("declared-differs", "declared-differs", "far", "green-ratio", "");
        assertThat(letter.changes())
                .last()
                .extracting(Item::sentence)
                .isEqualTo("东侧：出入口，现状 距公交站 12 m，要求 不小于 15 m(规划条件第 8 条)。移至南侧。");
        assertThat(letter.advice()).last().extracting(Item::sentence).isEqualTo("立面色彩(城市设计导则)。");

        ChangesDraft changes = ChangesDraft.of(StoryPapers.FIRST, StoryPapers.DECIDED, StoryPapers.LOOKED_UP)
                .with(added);
        assertThat(changes.changes()).extracting(Item::title).endsWith("出入口").hasSize(3);
        assertThat(changes.advice()).extracting(Item::title).endsWith("立面色彩");
    }

    @Test
    void an_article_of_the_letter_that_was_not_compared_with_it_enters_with_a_mark() {
        Item item = ChangesDraft.of(StoryPapers.FIRST, StoryPapers.DECIDED, StoryPapers.LOOKED_UP)
                .changes()
                .get(0);

        assertThat(item.unverified()).isTrue();
    }

    @Test
    void a_violation_by_a_value_that_nobody_looked_up_stays_out_and_tells_what_has_to_be_looked_up() {
        LetterDraft draft = LetterDraft.of(StoryPapers.SECOND, StoryPapers.DECIDED, Set.of());

        assertThat(draft.others()).isEmpty();
        assertThat(draft.advice()).isEmpty();
        assertThat(draft.held())
                .extracting(
                        held -> held.finding().rule().id(),
                        held -> held.values().stream()
                                .map(value -> value.sourceId() + " " + value.clause())
                                .toList())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "fire-separation", List.of("gb-50016-2014 表5.2.2", "gb-50352-2019 3.1.2")),
                        org.assertj.core.groups.Tuple.tuple(
                                "jiaxing-spacing", List.of("jiaxing-2018 第24条", "jiaxing-2018 表2-1 24 m 及以上")),
                        org.assertj.core.groups.Tuple.tuple("surface-parking-2018", List.of("gb-50180-2018 5.0.6")));
        assertThat(draft.bases().stream().map(Basis::toString)).noneMatch(basis -> basis.contains("建筑设计防火规范"));
    }

    @Test
    void it_enters_without_a_mark_once_all_its_values_are_looked_up_and_not_before() {
        Set<String> distance = StoryPapers.valuesOf("gb-50016-2014/tables/fire-separation.csv");
        LetterDraft half = LetterDraft.of(StoryPapers.SECOND, StoryPapers.DECIDED, distance);
        LetterDraft whole = LetterDraft.of(StoryPapers.SECOND, StoryPapers.DECIDED, StoryPapers.LOOKED_UP);

        assertThat(half.others()).isEmpty();
        assertThat(half.held().get(0).values())
                .singleElement()
                .extracting(value -> value.sourceId())
                .isEqualTo("gb-50352-2019");
        assertThat(whole.held()).isEmpty();
        assertThat(whole.others()).singleElement().extracting(Item::unverified).isEqualTo(false);
    }

    @Test
    void what_must_be_changed_is_told_as_kept_out_of_the_changes_only_where_the_reviewer_asked_for_it() {
        List<Settled> asked = List.of(StoryPapers.settled(
                "declared-differs", Subject.Kind.INDICATOR, "P/greenArea", Settled.As.DEMANDED, null));

        assertThat(heldOf(asked))
                .containsExactly("declared-differs P/greenArea", "jiaxing-spacing 7#|8#", "surface-parking-2018 P");
        assertThat(heldOf(List.of())).containsExactly("jiaxing-spacing 7#|8#", "surface-parking-2018 P");
        assertThat(LetterDraft.of(StoryPapers.FIRST, List.of(), Set.of()).held())
                .hasSize(4);
        assertThat(LetterDraft.of(StoryPapers.FIRST, StoryPapers.DECIDED, Set.of())
                        .held())
                .hasSize(2);
    }

    private static List<String> heldOf(List<Settled> settled) {
        return ChangesDraft.of(StoryPapers.FIRST, settled, Set.of()).held().stream()
                .map(held -> held.finding().rule().id() + " "
                        + held.finding().subject().id())
                .toList();
    }

    @Test
    void a_missing_fact_is_asked_for_without_the_value_it_is_held_against_until_that_is_looked_up() {
        Settled own = StoryPapers.settled("flood-level", Subject.Kind.PARCEL, "P", Settled.As.DEMANDED, "请补充防洪水位。");
        Item before = LetterDraft.of(StoryPapers.FIRST, List.of(own), Set.of())
                .supplements()
                .get(0);
        Item after = LetterDraft.of(
                        StoryPapers.FIRST,
                        List.of(own),
                        StoryPapers.valuesOf("gb-50352-2019/parameters/ground-above-flood.yaml"))
                .supplements()
                .get(0);

        assertThat(List.of(before.sentence(), before.required(), before.basis()))
                .containsExactly("请补充防洪水位。", "", "");
        assertThat(after.basis()).contains("5.3.1");
        assertThat(after.unverified()).isFalse();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }
}
