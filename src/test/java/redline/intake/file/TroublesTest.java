package redline.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import redline.intake.file.FileContents.Trouble;
import redline.quantity.Text;

class TroublesTest {
    private static final Text CLOSE = new Text("请闭合", "Close it");
    private static final Text NAME = new Text("请命名", "Name it");

    @Test
    void what_one_remedy_mends_stands_together_and_beyond_the_first_ones_is_counted() {
        Troubles troubles = new Troubles(2);
        troubles.add("a", Text.same("open"), CLOSE);
        troubles.add("b", Text.same("nameless"), NAME);
        troubles.add("c", Text.same("open"), CLOSE);
        troubles.add("d", Text.same("open"), CLOSE);
        troubles.add("e", Text.same("open"), CLOSE);

        assertThat(troubles.all())
                .isEqualTo(List.of(
                        new Trouble("a", Text.same("open"), CLOSE),
                        new Trouble("c", Text.same("open"), CLOSE),
                        new Trouble("", new Text("另有 2 处同类问题未列出", "2 more of this kind are not listed"), CLOSE),
                        new Trouble("b", Text.same("nameless"), NAME)));
    }

    @Test
    void each_part_of_a_file_tells_its_own_first_ones() {
        Troubles troubles = new Troubles(1);
        for (String sheet : List.of("住宅", "商业")) {
            troubles.add(sheet, sheet + "!A1", Text.same("open"), CLOSE);
            troubles.add(sheet, sheet + "!A2", Text.same("open"), CLOSE);
        }

        assertThat(troubles.all()).extracting(Trouble::where).containsExactly("住宅!A1", "住宅", "商业!A1", "商业");
    }

    @Test
    void troubles_of_countless_kinds_come_to_an_end() {
        Troubles troubles = new Troubles();
        for (int n = 0; n < 100_000; n++) {
            troubles.add("row " + n, Text.same("open"), Text.same("close " + n));
        }

        assertThat(troubles.all())
                .hasSize(301)
                .last()
                .isEqualTo(new Trouble(
                        "",
                        new Text("另有 99700 处问题未列出", "99700 more problems are not listed"),
                        new Text("请先改正以上各处", "Mend the ones above first")));
    }

    @Test
    void a_long_name_is_shortened() {
        assertThat(Troubles.shortened("x".repeat(80))).hasSize(80);
        assertThat(Troubles.shortened("x".repeat(81))).isEqualTo("x".repeat(79) + "…");
    }
}
