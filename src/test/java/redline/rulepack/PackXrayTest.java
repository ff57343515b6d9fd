package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackXrayTest {
    private static final String TABLE = """
            useClass:text(RESIDENTIAL|PUBLIC),above:number[m],upTo:number[m],limit:number[m],from,to,clause,grade
            用途类别,高于,至,上限,施行日,失效日,条款,来源等级
            RESIDENTIAL,-inf,27,50,,,表2,example
            RESIDENTIAL,27,inf,60,,,表2,example
            PUBLIC,-inf,24,50,,,表2,example
            PUBLIC,24,inf,60,,,表2,example
            """;

    private final MiniRules rules = new MiniRules()
            .remove("p/tables/road-setback.csv")
            .put("p/tables/highest-by-height.csv", TABLE)
            .replace(
                    "p/rules/highest.drl",
                    "standing == \"PROPOSED\" )",
                    "standing == \"PROPOSED\", $use : useClass, $storeys : storeys )\n"
                            + "  HighestByHeight( useClass == $use, above < $storeys, upTo >= $storeys, $other : limit )")
            .replace("p/rules/highest.drl", "AT_MOST, $limit", "AT_MOST, $limit + $other");

    @Test
    void a_sound_pack_has_nothing_to_find() {
        assertThat(found()).isEmpty();
    }

    @Test
    void rows_that_overlap_with_different_values_are_a_fault() {
        table("PUBLIC,24,inf", "PUBLIC,23,inf");
        assertThat(found()).containsExactly("FAULT p/tables/highest-by-height.csv:6 与第 5 行同日适用于同一情形,取值不同");
    }

    @Test
    void a_gap_between_rows_is_a_fault() {
        table("RESIDENTIAL,27,inf", "RESIDENTIAL,27.5,inf");
        assertThat(found()).containsExactly("FAULT p/tables/highest-by-height.csv:4 27 – 27.5 之间没有一行(RESIDENTIAL)");
    }

    @Test
    void days_between_two_values_are_a_fault() {
        rules.replace("p/parameters/highest.yaml", "to: 2024-12-31", "to: 2024-12-29");
        assertThat(found()).containsExactly("FAULT p/parameters/highest.yaml:5 2024-12-30 – 2024-12-31 没有值");
    }

    @Test
    void values_that_no_rule_reads_are_a_fault_and_a_parameter_without_value_is_a_note() {
        rules.put("p/parameters/unread.yaml", """
                title: {zh: 没人读, en: Unread}
                unit: m
                values: []
                """);
        assertThat(found())
                .containsExactly(
                        "FAULT p/parameters/unread.yaml:0 没有规则读这个参数",
                        "NOTE p/parameters/unread.yaml:0 没有一天有值,读它的规则一律待核实");
    }

    @Test
    void a_bound_beyond_the_reach_of_pairs_is_a_fault() {
        rules.put("p/rules/far-apart.drl", """
                rule "far-apart"
                when
                  $pair : Pair( facing == "MAIN_MAIN" )
                  Parameter( name == "p/highest", $limit : value )
                then
                  require( $pair, SPACING, AT_LEAST, $limit );
                end
                """);
        rules.put(
                "p/rules/far-apart.md",
                new String(rules.byPath().get("p/rules/highest.md"), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(found()).isEmpty();
        rules.replace("profiles/test.yaml", "value: 200", "value: 26");
        assertThat(found()).containsExactly("FAULT profiles/test.yaml:0 far-apart 可要求到 27 m,大于成对查找距离 26 m");
    }

    private void table(String old, String with) {
        rules.replace("p/tables/highest-by-height.csv", old, with);
    }

    private List<String> found() {
        return PackXray.of(RuleBookReader.read(rules.files()), Set.of("p")).stream()
                .map(f -> f.level() + " " + f.fault().file() + ":" + f.fault().line() + " "
                        + f.fault().what().zh())
                .toList();
    }
}
