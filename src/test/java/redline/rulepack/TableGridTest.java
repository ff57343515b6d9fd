package redline.rulepack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import redline.quantity.Language;
import redline.quantity.Text;

/** Tables filled in as grids: what is not touched keeps its bytes, and a later line closes the one that it follows on. */
class TableGridTest {
    private static final RuleBook RULES = RuleBook.read(Path.of("rules"));
    private static final String ROAD = "jiaxing-2018/tables/jiaxing-road.csv";
    private static final int SECONDARY_HIGH = 3;

    private static String text(String file) {
        return new String(RULES.file(file).orElseThrow(), UTF_8);
    }

    private static TableGrid road() {
        return TableGrid.of(RULES, ROAD, text(ROAD));
    }

    private static List<String> tables() {
        return RULES.paths().stream().filter(path -> path.endsWith(".csv")).toList();
    }

    /** As a page shows it and sends it back. */
    private static List<TableGrid.Line> typed(TableGrid grid, Language language) {
        List<TableGrid.Line> typed = new ArrayList<>();
        for (TableGrid.Line line : grid.lines()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < grid.columns().size(); i++) {
                cells.add(grid.columns().get(i).shown(line.cells().get(i), language));
            }
            typed.add(new TableGrid.Line(line.number(), cells));
        }
        return typed;
    }

    private static TableGrid.Line with(TableGrid.Line line, int number, Map<Integer, String> others) {
        List<String> cells = new ArrayList<>(line.cells());
        others.forEach(cells::set);
        return new TableGrid.Line(number, cells);
    }

    @Test
    void every_table_that_is_sent_back_as_it_was_shown_is_the_same_file() {
        assertThat(tables()).hasSizeGreaterThan(60).allSatisfy(file -> {
            TableGrid grid = TableGrid.of(RULES, file, text(file));
            for (Language language : Language.values()) {
                assertThat(grid.with(typed(grid, language)).text()).isEqualTo(text(file));
            }
        });
    }

    @Test
    void every_table_that_comes_back_without_the_numbers_of_its_lines_is_the_same_file() {
        assertThat(tables()).allSatisfy(file -> {
            TableGrid grid = TableGrid.of(RULES, file, text(file));
            List<List<String>> cells =
                    typed(grid, Language.ZH).stream().map(TableGrid.Line::cells).toList();
            assertThat(grid.with(grid.recognised(cells)).text()).isEqualTo(text(file));
        });
    }

    @Test
    void heads_are_those_of_the_file_with_their_units_and_codes_are_words() {
        TableGrid grid = road();

        assertThat(grid.columns())
                .extracting(GridColumn::head)
                .containsExactly("道路等级", "高层主体", "退让距离 [m]", "交叉口加退 [m]", "施行日", "失效日", "条款", "来源等级", "文号");
        assertThat(typed(grid, Language.ZH).get(SECONDARY_HIGH).cells())
                .containsExactly("次干路", "是", "12", "5", "", "", "表3-2 次干路", "转引", "");
        assertThat(grid.columns().get(0).words())
                .extracting(GridColumn.Word::said)
                .extracting(Text::en)
                .containsExactly("branch road", "secondary road", "trunk road", "expressway");
    }

    @Test
    void two_copies_with_later_days_are_two_steps_and_close_what_they_follow_on() {
        TableGrid grid = road();
        List<TableGrid.Line> lines = typed(grid, Language.ZH);
        TableGrid.Line old = lines.get(SECONDARY_HIGH);
        // In any order: days count, not places.
        lines.add(SECONDARY_HIGH + 1, with(old, 0, Map.of(2, "14", 4, "2028/1/1")));
        lines.add(with(old, 0, Map.of(2, "13", 4, "2027年1月1日", 7, "官方文本")));

        TableGrid.Filled filled = grid.with(lines);

        List<String> before = text(ROAD).lines().toList();
        List<String> expected = new ArrayList<>(before);
        expected.set(5, "SECONDARY,yes,12,5,,2026-12-31,表3-2 次干路,secondary");
        expected.add(6, "SECONDARY,yes,14,5,2028-01-01,,表3-2 次干路,secondary");
        expected.add("SECONDARY,yes,13,5,2027-01-01,2027-12-31,表3-2 次干路,official");
        assertThat(filled.text().lines()).containsExactlyElementsOf(expected);
        assertThat(filled.closed()).isEqualTo(Map.of(3, LocalDate.of(2026, 12, 31), 9, LocalDate.of(2027, 12, 31)));
        RuleBook next = RULES.with(Map.of(ROAD, filled.text().getBytes(UTF_8)));
        assertThat(RULES.changesTo(next))
                .extracting(change -> ((RuleChange.Value) change).said().zh())
                .containsExactlyInAnyOrder(
                        "次干路、高层主体:退让距离 12 m → 13 m，自 2027-01-01 起出具的规划条件",
                        "次干路、高层主体:退让距离 13 m → 14 m，自 2028-01-01 起出具的规划条件");
    }

    @Test
    void a_changed_cell_leaves_the_bytes_of_all_other_lines() {
        String odd = "use:text(A|B),far:number[m],from,to,clause,grade\r\n用途,距离,施行日,失效日,条款,来源等级\r\n"
                + "\"A\", 12.0 ,不限,,\"第1条,第2款\",official\r\n\r\nB,?,,,第3条,secondary";
        TableGrid grid = TableGrid.of(RULES, "a/tables/b.csv", odd);
        List<TableGrid.Line> lines = typed(grid, Language.ZH);
        lines.set(1, with(lines.get(1), lines.get(1).number(), Map.of(1, "１２")));

        assertThat(grid.with(lines).text()).isEqualTo(odd.replace("B,?", "B,12"));
        assertThat(grid.with(List.of(lines.get(1))).text())
                .isEqualTo(odd.replaceAll("\"A\".*\r\n\r\n", "").replace("B,?", "B,12"));
    }

    @Test
    void what_is_typed_is_kept_as_codes_numbers_and_days_and_what_does_not_fit_as_it_was_typed() {
        GridColumn share = column("dbj33-t-1021-2023/tables/mechanical-share.csv", 1);
        GridColumn plot = column("dbj33-t-1021-2023/tables/mechanical-share.csv", 0);
        GridColumn above = column("dbj33-t-1021-2023/tables/dwelling-parking.csv", 0);
        GridColumn from = column(ROAD, 4);

        assertThat(share.stored("40 %")).isEqualTo("40");
        assertThat(plot.stored("办公|教育")).isEqualTo("OFFICE|EDUCATION");
        assertThat(plot.stored("办公、教育")).isEqualTo("OFFICE|EDUCATION");
        assertThat(plot.stored("office|Education")).isEqualTo("OFFICE|EDUCATION");
        assertThat(plot.stored("任意")).isEqualTo("任意");
        assertThat(plot.stored("月球")).isEqualTo("月球");
        assertThat(above.stored("1,200")).isEqualTo("1200");
        assertThat(above.stored("-∞")).isEqualTo("-inf");
        assertThat(above.stored("？")).isEqualTo("?");
        assertThat(above.stored("约 60")).isEqualTo("约 60");
        assertThat(from.stored("20270101")).isEqualTo("2027-01-01");
        assertThat(from.stored("明年")).isEqualTo("明年");
    }

    private static GridColumn column(String file, int index) {
        return TableGrid.of(RULES, file, text(file)).columns().get(index);
    }

    @Test
    void faults_are_found_again_at_the_row_that_was_filled_in() {
        TableGrid grid = road();
        List<TableGrid.Line> lines = typed(grid, Language.ZH);
        lines.set(1, with(lines.get(1), lines.get(1).number(), Map.of(2, "十米")));
        lines.add(new TableGrid.Line(0, java.util.Collections.nCopies(9, "")));
        lines.add(with(lines.get(0), 0, Map.of(0, "月球")));

        TableGrid.Filled filled = grid.with(lines);

        assertThatThrownBy(() -> RULES.with(Map.of(ROAD, filled.text().getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        PackFault.class,
                        fault -> assertThat(fault.faults())
                                .extracting(one -> filled.rowAt(one.line()) + " " + one.element() + " "
                                        + one.what().zh())
                                .containsExactly("1 setback “十米”不合这一列的类型", "9 roadClass “月球”不合这一列的类型"));
    }

    @Test
    void a_file_that_is_no_table_is_not_shown_as_one() {
        for (String text : List.of("", "a,b\n", "x:number,from,to,clause,grade\nx,a,b,c,d\n1,2\n")) {
            assertThatThrownBy(() -> TableGrid.of(RULES, "a/tables/b.csv", text))
                    .isInstanceOf(PackFault.class);
        }
    }
}
