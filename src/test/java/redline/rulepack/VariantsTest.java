package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VariantsTest {
    private static final String TABLE = """
            useClass:text(RESIDENTIAL|PUBLIC),above:number[m],upTo:number[m],share:number[%],from,to,clause,grade
            用途类别,高于,至,上限,施行日,失效日,条款,来源等级
            任意,-inf,24,50,,,表2,example
            RESIDENTIAL,24,inf,?,,,表2,example
            PUBLIC,24,inf,60,,,表2,example
            """;

    private final RuleBook book = RuleBookReader.read(new MiniRules()
            .put("p/tables/road-setback.csv", TABLE.replace("useClass", "use"))
            .files());

    @Test
    void a_value_moves_one_step_up_and_one_down() {
        assertThat(ids(Variant.Kind.VALUE))
                .startsWith(
                        "p/parameters/highest@2020-01-01 +0.01",
                        "p/parameters/highest@2020-01-01 -0.01",
                        "p/parameters/highest@2025-01-01 +0.01",
                        "p/parameters/highest@2025-01-01 -0.01");
    }

    @Test
    void a_threshold_between_rows_moves_on_both_sides_and_open_ends_stay() {
        assertThat(ids(Variant.Kind.VALUE).stream().filter(id -> id.contains("/tables/")))
                .containsExactly(
                        "p/tables/road-setback@RESIDENTIAL|PUBLIC,-inf,24 upTo/above +0.01",
                        "p/tables/road-setback@RESIDENTIAL|PUBLIC,-inf,24 upTo/above -0.01",
                        "p/tables/road-setback@RESIDENTIAL|PUBLIC,-inf,24 share +0.01",
                        "p/tables/road-setback@RESIDENTIAL|PUBLIC,-inf,24 share -0.01",
                        "p/tables/road-setback@PUBLIC,24,inf share +0.01",
                        "p/tables/road-setback@PUBLIC,24,inf share -0.01");
    }

    @Test
    void comparisons_are_turned_and_parts_left_out() {
        assertThat(ids(Variant.Kind.COMPARISON))
                .containsExactly("highest#cmp1 ==→!=", "highest#cmp2 ==→!=", "highest#require AT_MOST→AT_LEAST");
        assertThat(ids(Variant.Kind.DELETION)).containsExactly("highest#branch", "highest#cond1", "highest#cond2");
    }

    @Test
    void what_the_language_refuses_never_runs() {
        assertThatThrownBy(variant("highest#cond2")::book).isInstanceOf(PackFault.class);
        assertThat(variant("highest#cond1").book()).isNotNull();
        assertThat(variant("highest#cond1").line()).isEqualTo(3);
    }

    private Variant variant(String id) {
        return Variants.of(book, "p").stream()
                .filter(v -> v.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> ids(Variant.Kind kind) {
        return Variants.of(book, "p").stream()
                .filter(v -> v.kind() == kind)
                .map(Variant::id)
                .toList();
    }
}
