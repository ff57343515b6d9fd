package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import redline.quantity.Language;

class ResultTextTest {
    private final List<String> lines =
            ResultText.table(SampleCheck.housing(), Language.ZH).lines().toList();

    @Test
    void the_last_line_is_the_verdict_with_its_counts() {
        assertThat(lines.get(lines.size() - 1))
                .isEqualTo("乌镇示例住宅小区:不符合 ✕ 7 项须修改 · 6 项待核实(资料不全 3、依据存疑 2、需人工核定 1) · 25 项符合" + " · 6 项不涉及 · 1 项转相关部门");
    }

    @Test
    void violations_come_first_and_square_metres_before_the_ratio() {
        assertThat(lines.get(2)).startsWith("✕ 不符合").contains("1.3512", "≤ 1.35", "计容建筑面积超出 68.17 m²");
    }

    @Test
    void what_complies_is_one_row_a_clause_with_the_tightest_subject() {
        assertThat(lines.stream().filter(line -> line.startsWith("✓") && line.contains("建筑高度")))
                .hasSize(1)
                .first()
                .asString()
                .contains("1#楼 等 7 处", "31.50 m", "≤ 36.00 m", "余 4.50 m");
    }

    @Test
    void the_columns_stand_one_below_the_other_counting_chinese_as_two() {
        int column = TextTable.width(lines.get(0).substring(0, lines.get(0).indexOf("要求")));
        assertThat(lines.subList(2, lines.size() - 6).stream()
                        .filter(line -> line.contains(" ≥ ") || line.contains(" ≤ "))
                        .map(line ->
                                TextTable.width(line.substring(0, Math.max(line.indexOf("≥"), line.indexOf("≤"))))))
                .isNotEmpty()
                .allMatch(at -> at == column);
    }

    @Test
    void in_english_no_chinese_is_left_but_names_and_numbers_of_documents() {
        String text = ResultText.table(SampleCheck.housing(), Language.EN)
                .replace("乌镇示例住宅小区", "")
                .replaceAll("桐土储〔2019〕43号", "")
                .replaceAll("[第条表注]", "");
        assertThat(text.lines().filter(line -> line.codePoints().anyMatch(Character::isIdeographic)))
                .isEmpty();
    }
}
