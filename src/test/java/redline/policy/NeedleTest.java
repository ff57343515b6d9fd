package redline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedleTest {
    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "5.2.2, 表5.2.2注1, true",
        "5.2, 表5.2.2, true",
        "5.2, 15.2, false",
        "5.2, 5.21, false",
        "2.2, 5.2.2, false",
        "第三条, 第三条, true",
        "ｆａｒ, FAR, true",
        "表 5.2.2, 表5.2.2, true",
        "a.c, abc, false",
    })
    void a_clause_is_found_by_its_beginning_and_a_word_anywhere(String typed, String text, boolean found) {
        assertThat(Needle.of(typed).stream().allMatch(word -> word.in(Needle.plain(text))))
                .isEqualTo(found);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "13, 13 m, true",
        "13 m, 13 m, true",
        "13.00 m, 13 m, true",
        "13, 13.5 m, false",
        "13, 113 m, false",
        "3, 1.3 m, false",
        "13 m, 13 个, false",
        "5 %, 5 %, true",
    })
    void a_value_is_found_by_its_number(String typed, String value, boolean found) {
        assertThat(Needle.of(typed)).singleElement().matches(word -> word.inValue(Needle.plain(value)) == found);
    }
}
