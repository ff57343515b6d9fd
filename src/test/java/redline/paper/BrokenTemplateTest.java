package redline.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an office can do to a template, and what it is told. */
class BrokenTemplateTest {
    @TempDir
    private Path office;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(office.resolve("papers"));
        Files.createDirectories(office.resolve("office"));
    }

    private void template(String... paragraphs) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (String paragraph : paragraphs) {
                document.createParagraph().createRun().setText(paragraph);
            }
            write(document);
        }
    }

    private void write(XWPFDocument document) throws IOException {
        try (OutputStream out = Files.newOutputStream(office.resolve("papers").resolve("changes.docx"))) {
            document.write(out);
        }
    }

    private String written() {
        return PaperPreview.of(Papers.open(office).write(StoryPapers.changes())).text();
    }

    private PaperFault fault() {
        return catchThrowableOfType(PaperFault.class, this::written);
    }

    @Test
    void the_offices_own_template_wins() throws IOException {
        template("关于{{项目名称}}", "{{?须修改}}", "{{序号}} {{事项}}", "{{/须修改}}", "止");

        assertThat(written()).isEqualTo("关于乌镇 43 号地块(故事)\n1 容积率\n2 绿地率\n止");
    }

    @Test
    void a_name_that_the_paper_does_not_have_is_told() throws IOException {
        template("{{项目名}}");

        PaperFault fault = fault();
        assertThat(fault.template()).isEqualTo("changes.docx");
        assertThat(fault.tag()).isEqualTo("项目名");
        assertThat(fault.text().zh())
                .isEqualTo("changes.docx:这种文书没有名为“项目名”的内容。请核对标签的写法,可用的标签见 templates/papers/README.md。");
    }

    @Test
    void a_name_that_a_repeated_part_does_not_have_is_told() throws IOException {
        template("{{?须修改}}", "{{项目名称}}", "{{/须修改}}");

        assertThat(fault().tag()).isEqualTo("项目名称");
    }

    @Test
    void a_column_that_a_table_does_not_have_is_told() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFTable table = document.createTable(2, 1);
            table.getRow(0).getCell(0).setText("{{修改表}}位置");
            table.getRow(1).getCell(0).setText("[地方]");
            write(document);
        }

        assertThat(fault().tag()).isEqualTo("地方");
    }

    @Test
    void a_table_name_outside_a_table_is_told() throws IOException {
        template("{{修改表}}");

        assertThat(fault().tag()).isEqualTo("{{修改表}}");
    }

    @Test
    void a_part_that_is_not_closed_is_told() throws IOException {
        template("{{?须修改}}", "{{意见}}");

        assertThat(fault().tag()).isEqualTo("{{?须修改}}");
    }

    @Test
    void parts_that_cross_are_told() throws IOException {
        template("{{?须修改}}", "{{?建议}}", "{{/须修改}}", "{{/建议}}");

        assertThat(fault().tag()).isEqualTo("{{/须修改}}");
    }

    @Test
    void a_tag_that_lost_a_brace_or_has_a_space_is_told() throws IOException {
        template("项目:{{项目名称}");
        assertThat(fault().tag()).isEqualTo("{{项目名称}");

        template("项目:{{ 项目名称 }}");
        assertThat(fault().tag()).isEqualTo("{{ 项目名称 }}");
    }

    @Test
    void a_file_that_is_no_word_document_is_told() throws IOException {
        Files.writeString(office.resolve("papers").resolve("changes.docx"), "Word");

        assertThat(fault().text().zh()).isEqualTo("changes.docx:不是 Word 文档(.docx)或已损坏。请用 Word 或 WPS 另存为 .docx。");
    }

    @Test
    void a_table_of_papers_that_would_give_a_number_twice_is_told() throws IOException {
        Files.writeString(
                office.resolve("office").resolve("papers.csv"),
                "paper,zh,en,template,to,number\nchanges,修改意见,changes,changes.docx,申请人,{year}\n");

        assertThat(fault().text().zh()).isEqualTo("papers.csv:第 2 行:编号格式须含 {year} 和 {n},否则号码会重复。");
    }

    @Test
    void a_template_outside_the_folder_is_refused() throws IOException {
        Files.writeString(
                office.resolve("office").resolve("papers.csv"),
                "paper,zh,en,template,to,number\nchanges,修改意见,changes,../changes.docx,申请人,{year}-{n}\n");

        assertThat(fault().text().zh()).isEqualTo("papers.csv:第 2 行:模板应是 templates/papers 中的 .docx 文件名。");
    }

    @Test
    void a_paper_without_a_line_is_told() throws IOException {
        Files.writeString(
                office.resolve("office").resolve("papers.csv"),
                "paper,zh,en,template,to,number\nreceipt,收件单,receipt,receipt.docx,申请人,〔{year}〕{n}号\n");

        assertThat(fault().text().zh()).isEqualTo("papers.csv:没有文书 changes,请补上这一行。已有:[receipt]");
        assertThat(Papers.open(office).kind("receipt").number(2026, 3)).isEqualTo("〔2026〕3号");
    }
}
