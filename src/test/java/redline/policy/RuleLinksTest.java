package redline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import redline.policy.RuleLinks.Part;

class RuleLinksTest {
    private final RuleLinks links = new RuleLinks(List.of("far", "spacing", "fire-lane", "fire-lane-width"));

    @Test
    void an_id_leads_to_its_rule_and_the_longest_one_is_meant() {
        assertThat(links.of("见 fire-lane-width、fire-lane。"))
                .containsExactly(
                        new Part("见 ", ""),
                        new Part("fire-lane-width", "fire-lane-width"),
                        new Part("、", ""),
                        new Part("fire-lane", "fire-lane"),
                        new Part("。", ""));
    }

    @Test
    void an_id_that_is_a_word_leads_there_only_between_brackets_or_before_a_colon() {
        assertThat(links.of("as far as (far)"))
                .containsExactly(new Part("as far as (", ""), new Part("far", "far"), new Part(")", ""));
        assertThat(links.of("可被豁免:spacing: 注1"))
                .containsExactly(new Part("可被豁免:", ""), new Part("spacing", "spacing"), new Part(": 注1", ""));
    }

    @Test
    void a_part_of_a_longer_name_leads_nowhere() {
        assertThat(links.of("参数 gb/fire-lane-width、fire-lane-widths"))
                .containsExactly(new Part("参数 gb/fire-lane-width、fire-lane-widths", ""));
        assertThat(new RuleLinks(List.of()).of("(far)")).containsExactly(new Part("(far)", ""));
        assertThat(links.of("")).isEmpty();
    }
}
