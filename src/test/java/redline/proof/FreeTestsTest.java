package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What comes free with every case. In the ordinary run each 23rd case blanks one attribute, another one from case to case; each base is
 * shuffled and moved. With the tag {@code soak} every attribute of every base is blanked, and of every case each seventh.
 */
class FreeTestsTest {
    @Test
    void an_unknown_attribute_is_never_a_pass() {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        int turn = 0;
        for (RuleCase one : oneRowOfEachGrid()) {
            if (turn % 23 != 0) {
                turn++;
                continue;
            }
            int attributes = Rules.FREE.attributes(one);
            // 37 and the number of attributes of no base have a common factor: in time every attribute has its turn.
            int first = (turn++ * 37) % attributes;
            List<String> found = Rules.FREE.blank(one, first, attributes);
            if (!found.isEmpty()) {
                broken.put(one.id(), found);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void the_order_of_facts_changes_no_finding() {
        assertThat(oneOfEachBase().stream()
                        .flatMap(one -> Rules.FREE.shuffle(one).stream())
                        .toList())
                .isEmpty();
    }

    @Test
    void moving_a_scheme_changes_no_digit() {
        assertThat(oneOfEachBase().stream()
                        .flatMap(one -> Rules.FREE.move(one).stream())
                        .toList())
                .isEmpty();
    }

    @Tag("soak")
    @TestFactory
    Stream<DynamicTest> every_attribute_of_every_base_blanked() {
        return oneOfEachBase().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.base(),
                        () -> assertThat(Rules.FREE.blank(one, 0, 1)).isEmpty()));
    }

    @Tag("soak")
    @TestFactory
    Stream<DynamicTest> every_case_blanked_at_every_seventh_attribute_shuffled_and_moved() {
        return oneRowOfEachGrid().stream()
                .map(one -> DynamicTest.dynamicTest(one.id(), () -> {
                    List<String> broken = new ArrayList<>(
                            Rules.FREE.blank(one, Math.floorMod(one.id().hashCode(), 7), 7));
                    broken.addAll(Rules.FREE.shuffle(one));
                    broken.addAll(Rules.FREE.move(one));
                    assertThat(broken).isEmpty();
                }));
    }

    private static List<RuleCase> oneRowOfEachGrid() {
        return Rules.CASES.all().stream()
                .filter(one -> !one.id().contains("#") || one.id().endsWith("#1"))
                .toList();
    }

    private static List<RuleCase> oneOfEachBase() {
        Map<String, RuleCase> byBase = new LinkedHashMap<>();
        Rules.CASES.all().forEach(one -> byBase.putIfAbsent(one.base(), one));
        return List.copyOf(byBase.values());
    }
}
