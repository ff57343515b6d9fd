package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InfluenceTest {
    private final MiniRules rules = new MiniRules();
    private final Influence influence;

    /** {@code highest} is a local default; {@code asked} of the conditions bounds the same, {@code spared} exempts from it. */
    InfluenceTest() {
        rules.put("c/pack.yaml", text("p/pack.yaml").replace("id: p", "id: c").replace("local-default", "parcel"));
        rule("c", "asked", "require( $b, BUILDING_HEIGHT, AT_MOST, $limit );");
        rule("c", "spared", "exempt( $b, \"asked\" );", "require( $b, SETBACK, AT_MOST, $limit );");
        influence = RuleBookReader.read(rules.files()).influence();
    }

    @Test
    void a_local_default_hangs_on_the_conditions_and_on_what_exempts_from_them() {
        assertThat(influence.on("highest")).containsExactly("asked", "highest", "spared");
        assertThat(influence.on("asked")).containsExactly("asked", "spared");
        assertThat(influence.on("spared")).containsExactly("spared");
    }

    @Test
    void a_change_reaches_the_same_way_back() {
        assertThat(influence.of(Set.of("spared"))).containsExactly("asked", "highest", "spared");
        assertThat(influence.of(Set.of("highest"))).containsExactly("highest");
        assertThat(influence.onAll(Set.of("asked", "highest"))).containsExactly("asked", "highest", "spared");
    }

    private void rule(String pack, String id, String... verbs) {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < verbs.length; i++) {
            drl.append("""
                    rule "%s: %d"
                    when
                      $b : Building( standing == "PROPOSED" )
                      Parameter( name == "p/highest", $limit : value )
                    then
                      %s
                    end
                    """.formatted(id, i, verbs[i]));
        }
        rules.put(pack + "/rules/" + id + ".drl", drl.toString());
        rules.put(pack + "/rules/" + id + ".md", text("p/rules/highest.md"));
    }

    private String text(String path) {
        return new String(rules.byPath().get(path), StandardCharsets.UTF_8);
    }
}
