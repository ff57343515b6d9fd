package redline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Sheet;

class CsvFileTest {
    @TempDir
    private Path folder;

    private Reading read(String name, String text, Charset charset) {
        return Book.read(folder, name, text.getBytes(charset));
    }

    private Reading utf8(String text) {
        return read("指标.csv", text, StandardCharsets.UTF_8);
    }

    private static List<List<String>> texts(Reading reading) {
        return reading.sheets().get(0).rows().stream()
                .map(row -> row.cells().stream().map(Sheet.Cell::text).toList())
                .toList();
    }

    private static List<String> complaints(Reading reading) {
        return reading.contents().complaints().stream()
                .map(trouble -> trouble.what().zh())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF-8, 0",
        "UTF-8, \uFEFF, UTF-8, 0",
        "UTF-16LE, \uFEFF, UTF-16LE, 0",
        "UTF-16BE, \uFEFF, UTF-16BE, 0",
        "GBK, '', GB18030, 1",
        "GB18030, '', GB18030, 1"
    })
    void an_encoding_is_found_out_and_a_guess_is_said(Charset written, String mark, String told, int guesses) {
        Reading reading = read("指标.csv", mark + "楼号,高度\n1#,13.50\n", written);

        assertThat(reading.contents().encoding()).isEqualTo(told);
        assertThat(texts(reading)).containsExactly(List.of("楼号", "高度"), List.of("1#", "13.50"));
        assertThat(complaints(reading)).hasSize(guesses).allMatch(said -> said.contains("GB18030"));
    }

    @Test
    void bytes_of_no_character_are_said() {
        byte[] text = {'a', ',', 'b', '\n', (byte) 0xD3, (byte) 0xC3, ',', (byte) 0xFF, '\n'};
        Reading reading = Book.read(folder, "x.csv", text);

        assertThat(texts(reading).get(1)).containsExactly("用", "\uFFFD");
        assertThat(complaints(reading)).containsExactly("有的字节不成字，按 GB18030 读作 �");
    }

    @ParameterizedTest
    @CsvSource({"',', ','", ";, ;", "TAB, tab"})
    void a_separator_is_found_out_and_said(String named, String told) {
        String sign = named.equals("TAB") ? "\t" : named;
        Reading reading = utf8("楼号" + sign + "备注" + sign + "高度\n1#" + sign + "\"一,二;三\t四\"" + sign + "13.5\n");

        assertThat(texts(reading).get(1)).containsExactly("1#", "一,二;三\t四", "13.5");
        assertThat(reading.contents().values()).contains(new FileContents.Value("separator", told, "1"));
    }

    @Test
    void a_separator_that_is_stated_is_believed() {
        assertThat(texts(utf8("sep=;\r\n1,5;2,5\r\n"))).containsExactly(List.of("1,5", "2,5"));
    }

    @Test
    void quotes_hold_separators_quotes_and_ends_of_lines() {
        Reading reading = utf8("\"建筑\n高度\",\"他说\"\"好\"\"\",\"1,234.5\"\r\n,, 7 \n\nx");

        assertThat(texts(reading)).containsExactly(List.of("建筑\n高度", "他说\"好\"", "1,234.5"), List.of("7"), List.of("x"));
        assertThat(reading.sheets().get(0).rows().stream().map(Sheet.Row::number))
                .containsExactly(1, 2, 4);
        assertThat(reading.sheets().get(0).rows().get(1).cells().get(0).ref()).isEqualTo("C2");
        assertThat(reading.sheets().get(0).rows().get(0).cells().get(2).number())
                .isEqualByComparingTo("1234.5");
    }

    @Test
    void beside_semicolons_a_comma_is_not_taken_for_a_thousands_separator() {
        Reading reading = utf8("a;b;c\n1,234;2;3\n");

        assertThat(reading.sheets().get(0).rows().get(1).cells().get(0).number())
                .isNull();
    }

    @Test
    void a_quote_that_is_not_closed_is_said() {
        assertThat(complaints(utf8("a,b\n\"1,2\n3,4\n"))).containsExactly("有一个引号没有配对，其后的内容并成了一格");
    }

    @Test
    void what_was_counted_is_told_under_the_name_of_the_file() {
        Reading reading = utf8("楼号,高度\n1#,13.50\n2#,\"1,000.5\"\n");

        assertThat(reading.contents().layers().get(0).name()).isEqualTo("指标");
        assertThat(reading.contents().layers().get(0).entities()).isEqualTo(java.util.Map.of("n", 2, "s", 4));
        assertThat(reading.contents().values()).contains(new FileContents.Value("sheets[指标].numericSum", "1014", "指标"));
    }

    @Test
    void text_is_a_table_by_its_name_or_when_it_plainly_is_one() {
        assertThat(read("a.txt", "楼号\t高度\n1#\t3\n", StandardCharsets.UTF_8)
                        .contents()
                        .format())
                .isEqualTo("CSV");
        assertThat(read("a.dat", "a,b,c\n1,2,3\n4,5,6\n", StandardCharsets.UTF_8)
                        .contents()
                        .format())
                .isEqualTo("CSV");
        assertThat(read("a.md", "# 说明\n甲,乙\n", StandardCharsets.UTF_8)
                        .contents()
                        .format())
                .isEqualTo("unknown");
        assertThat(read("a.json", "[1,2,3]", StandardCharsets.UTF_8).contents().format())
                .isEqualTo("JSON");
    }

    @Test
    void bytes_under_the_name_of_a_table_are_refused() {
        Reading reading =
                Book.read(folder, "x.csv", ("a,b\n" + "1,2\n".repeat(2000) + "\0\0").getBytes(StandardCharsets.UTF_8));

        assertThat(reading.contents().refused()).isTrue();
        assertThat(complaints(reading)).containsExactly("不是文字文件，里面有 0 字节");
    }
}
