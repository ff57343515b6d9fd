package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.check.Check;
import redline.check.CheckResult;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Language;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;

/** An office words and orders its report itself; what it must say and what its templates may reach are not the office's. */
class TemplateCheckTest {
    private static final String COVER = Templates.shipped("cover.html");
    private static final RuleBook RULES = RuleBook.read(Path.of("rules"));

    @Test
    void the_programs_own_templates_are_fit() {
        assertThat(TemplateCheck.of(Templates.all())).isEmpty();
    }

    /** A file that is used and not checked would be the way in. */
    @Test
    void every_file_of_the_folder_is_checked() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("templates/report"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Templates.CHECKED);
        }
    }

    @Test
    void the_showcases_have_all_that_a_report_must_have() throws Exception {
        for (String scheme : List.of("office-2016", "wuzhen-housing")) {
            CheckResult result = judged(scheme);
            String html = HtmlReport.write(result, Language.ZH);
            assertThat(TemplateCheck.lacking(html, HtmlReport.anchors(result))).isEmpty();
            assertThat(TemplateCheck.unpaired(html)).isEmpty();
        }
    }

    @Test
    void words_order_and_look_are_the_offices() {
        String moved = "<p class=\"office\" style=\"color: #333\">桐乡市自然资源和规划局 <b>&#8470;</b></p>" + COVER;
        assertThat(TemplateCheck.of(Map.of(
                        "cover.html",
                        moved,
                        "print.css",
                        Templates.shipped("print.css") + "h2 { color: #123; }",
                        "words_zh.properties",
                        Templates.shipped("words_zh.properties") + "section.basis=依据\nterm.FLAT=平顶\n")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p th:text=\"${T(java.lang.Runtime).getRuntime().exec('x')}\"></p>|th:text|not an expression",
                "<p data-th-text=\"${page.class}\"></p>|data-th-text|not an expression",
                "<p TH:TEXT=\"${page.class}\"></p>|th:text|not an expression",
                "<p th:utext=\"${page.cover().title()}\"></p>|th:utext|not an expression",
                "<p>[[${page.class}]]</p>|''|no expressions in text",
                "<p>[(${page.class})]</p>|''|no expressions in text",
                "<script>alert(1)</script>|<script>|not an element",
                "<img src=\"file:///etc/passwd\" />|<img>|not an element",
                "<p onclick=\"x()\"></p>|onclick|not an attribute",
                "<a href=\"http://example.org\">x</a>|href|not an attribute",
                "<p style=\"background: URL(http://example.org)\"></p>|style|a style may not refer",
                "<style>@import 'x';</style>|<style>|a style may not refer",
                "<!--/*/ <p th:text=\"x\"></p> /*/-->|''|no comments",
                "<!DOCTYPE html>|''|no comments",
                "<![CDATA[x]]>|''|no comments",
                "<?xml version=\"1.0\"?>|''|no comments",
                "<p title=\"__${page.class}__\" th:title=\"__${page.class}__\"></p>|th:title|not an expression",
            })
    void what_reaches_further_is_refused_with_its_place(String hostile, String element, String what) {
        List<Fault> faults = TemplateCheck.of(Map.of("cover.html", "<div>\n" + hostile + "\n</div>\n" + COVER));
        assertThat(faults).isNotEmpty();
        assertThat(faults.get(0).file()).isEqualTo("templates/report/cover.html");
        assertThat(faults.get(0).line()).isEqualTo(2);
        assertThat(faults.get(0).element()).isEqualTo(element);
        assertThat(faults.get(0).what().en()).startsWith(what);
    }

    @Test
    void a_style_sheet_may_not_read_other_files() {
        String css = "h1 { }\nh2 { background: url(file:///etc/passwd); }\n";
        assertThat(TemplateCheck.of(Map.of("print.css", css)))
                .extracting(fault -> fault.line() + " " + fault.what().en())
                .containsExactly("2 a style may not refer to other files: url(");
    }

    @Test
    void a_word_keeps_its_places_and_its_name() {
        assertThat(TemplateCheck.of(Map.of("words_en.properties", "section.basics=Basis\nplan.scale=at scale\n")))
                .extracting(fault -> fault.line() + " " + fault.element() + ": "
                        + fault.what().en())
                .containsExactly(
                        "2 plan.scale: other places to fill in than the program has: [{0}, {1}]",
                        "1 section.basics: the program has no such word");
    }

    @Test
    void a_section_that_was_left_out_and_findings_that_are_not_listed_are_named() throws Exception {
        CheckResult result = judged("office-2016");
        Set<String> anchors = HtmlReport.anchors(result);
        String html = HtmlReport.write(result, Language.ZH)
                .replace("id=\"not-checked\"", "")
                .replaceAll("id=\"finding-[12]\"", "");
        assertThat(TemplateCheck.lacking(html, anchors))
                .extracting(fault -> fault.element() + ": " + fault.what().en())
                .containsExactly(
                        "not-checked: the report lacks a section that it must have",
                        ": 2 finding(s) are not in the report");
    }

    @Test
    void tags_that_are_not_paired_are_told() {
        assertThat(TemplateCheck.unpaired("<html><body><br></body></html>"))
                .extracting(fault -> fault.what().en())
                .first()
                .asString()
                .startsWith("tags are not paired: ");
    }

    private static CheckResult judged(String scheme) throws Exception {
        Path file = Path.of("test-cases/schemes", scheme, "scheme.yaml");
        Intake read = SchemeReader.read(new Source("scheme.yaml", Files.readAllBytes(file)), null);
        return Check.run(((Intake.Accepted) read).scheme(), RULES, "tongxiang", null);
    }
}
