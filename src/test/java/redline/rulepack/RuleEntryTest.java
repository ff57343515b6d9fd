package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.requirement.Comparator;
import redline.requirement.Grade;

class RuleEntryTest {
    private static final LocalDate DAY = LocalDate.of(2024, 6, 1);
    private static final String PAGE = """
            ---
            title: {zh: 条件高度, en: Height by the letter}
            force: 规划条件
            authority: 自然资源规划
            stage: 方案
            letter: {zh: 太高, en: Too high}
            wordings: {look: {zh: 请核定, en: Please decide}}
            ---
            ## 管什么
            高度
            ## 何时适用
            总是
            ## 怎么算
            比较
            ## 假定
            无
            ## 存疑
            无
            """;

    @Test
    void values_are_those_of_the_day_or_all_with_their_dates() {
        RuleBook book = RuleBookReader.read(new MiniRules().files());
        RuleEntry.Dated before = new RuleEntry.Dated(
                "24 m",
                "",
                new RuleEntry.Source(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 12, 31), "第1条", Grade.EXAMPLE, ""));
        RuleEntry.Dated after = new RuleEntry.Dated(
                "27 m", "", new RuleEntry.Source(LocalDate.of(2025, 1, 1), null, "第1条", Grade.EXAMPLE, ""));
        Text title = new Text("最高", "Highest");

        assertThat(book.entry("highest", DAY).parameters())
                .containsExactly(new RuleEntry.Parameter("p/highest", title, List.of(before)));
        assertThat(book.entry("highest", null).parameters())
                .containsExactly(new RuleEntry.Parameter("p/highest", title, List.of(before, after)));
    }

    @Test
    void a_branch_says_what_it_asks_of_the_facts_and_what_it_requires() {
        RuleEntry entry = RuleBookReader.read(new MiniRules().files()).entry("highest", DAY);

        assertThat(entry.branches())
                .containsExactly(new RuleEntry.Branch(
                        "",
                        "",
                        List.of(new Text("建设状态为拟建", "standing is proposed")),
                        new RuleEntry.Says.Requires(
                                Quantity.BUILDING_HEIGHT, Comparator.AT_MOST, List.of(new Text("最高", "Highest"))),
                        List.of()));
    }

    @Test
    void a_local_default_names_the_rule_it_steps_back_before_and_the_other_way_round() {
        RuleBook book = RuleBookReader.read(withConditions().files());

        assertThat(book.entry("highest", null).yieldsTo())
                .extracting(RuleEntry.Named::id)
                .containsExactly("letter-height");
        assertThat(book.entry("highest", null).yieldedBy()).isEmpty();
        assertThat(book.entry("letter-height", null).yieldedBy())
                .extracting(RuleEntry.Named::id)
                .containsExactly("highest");
        assertThat(book.entry("letter-height", null).yieldsTo()).isEmpty();
    }

    @Test
    void packs_outside_the_profile_yield_to_nobody_in_its_book() {
        Catalogue book = RuleBookReader.read(withConditions().files()).catalogue("test", Set.of(), DAY);

        assertThat(book.packs()).extracting(Catalogue.PackEntry::id).containsExactly("p");
        assertThat(book.packs().get(0).rules().get(0).yieldsTo()).isEmpty();
    }

    @Test
    void an_exemption_names_what_it_lifts_and_what_is_lifted_names_it() {
        List<RuleEntry.Branch> branches = RuleBookReader.read(withConditions().files())
                .entry("letter-height", null)
                .branches();

        assertThat(branches.get(0).comment()).isEqualTo("按条件");
        assertThat(branches.get(0).liftedBy()).containsExactly("letter-height: 现状");
        assertThat(branches.get(1).says())
                .isEqualTo(new RuleEntry.Says.Lifts(
                        new RuleEntry.Named("letter-height", new Text("条件高度", "Height by the letter")), "条件"));
        assertThat(branches.get(2).says()).isEqualTo(new RuleEntry.Says.Asks(new Text("请核定", "Please decide"), "审查人员"));
    }

    @Test
    void a_table_shows_the_lines_that_the_rule_can_meet() {
        RuleEntry.Table table = RuleBookReader.read(new MiniRules()
                        .replace("p/rules/highest.drl", "Parameter( name == \"p/highest\", $limit : value )", """
                                RoadSetback( roadClass == "BRANCH", $limit : setback )""")
                        .files())
                .entry("highest", DAY)
                .tables()
                .get(0);

        assertThat(table.columns()).containsExactly(new RuleEntry.Column("道路等级", ""), new RuleEntry.Column("退让", "m"));
        assertThat(table.lines())
                .extracting(RuleEntry.Line::cells)
                .containsExactly(List.of(new Text("支路", "branch road"), Text.same("8")));
    }

    private static MiniRules withConditions() {
        return new MiniRules()
                .put("c/pack.yaml", """
                        id: c
                        title: {zh: 规划条件, en: Conditions}
                        jurisdiction: 示例市
                        layer: parcel
                        dated-by: conditions-issued
                        in-force: {from: 不限}
                        version: "1"
                        not-encoded: []
                        """)
                .put("c/rules/letter-height.md", PAGE)
                .put("c/rules/letter-height.drl", """
                        // 按条件
                        rule "letter-height: 条件"
                        when
                          $b : Building( $site : parcel )
                          Condition( site == $site, item == "BUILDING_HEIGHT", bound == "MAX", $limit : value )
                        then
                          require( $b, BUILDING_HEIGHT, AT_MOST, $limit );
                        end

                        rule "letter-height: 现状"
                        when
                          $b : Building( standing == "EXISTING" )
                        then
                          exempt( $b, "条件" );
                        end

                        rule "letter-height: 在批"
                        when
                          $b : Building( standing == "PENDING" )
                        then
                          ask( $b, "look", "审查人员" );
                        end
                        """);
    }
}
