package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.casefile.Account;
import redline.casefile.Role;
import redline.quantity.Language;
import redline.report.Chapter;
import redline.report.ReportPreview;
import redline.report.ReportTemplates;
import redline.rulepack.RuleLibrary;
import redline.system.FewRules;
import redline.upload.RuleShelf;
import redline.upload.Samples;
import redline.worker.Limits;

/** What becomes of templates that are tried: pages as they will be, or what is wrong; whatever they are, the office goes on. */
class TemplatePreviewsTest {
    private static final Account BY = new Account("1", "qian", "钱工", "", Role.POLICY, false, false);
    private static final String COVER = ReportTemplates.shipped("cover.html");
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    @TempDir
    static Path folder;

    private static RuleShelf shelf;
    private static TemplatePreviews previews;

    @BeforeAll
    static void few_rules() throws IOException {
        Path rules = FewRules.in(folder.resolve("rules"));
        shelf = new RuleShelf(() -> RuleLibrary.open(rules));
        shelf.book();
        // A machine that is busy with other tests draws slowly.
        previews = new TemplatePreviews(shelf, FewRules.PROFILE, new Limits(768, 256, Duration.ofMinutes(5)));
    }

    private static TemplatePreviews.Asked asked(String file, String text, Chapter chapter) {
        return new TemplatePreviews.Asked(
                file, text, Samples.find("office-2016").orElseThrow(), Language.ZH, chapter);
    }

    @Test
    void a_changed_sentence_stands_on_the_page() {
        Preview preview =
                previews.of(BY, asked("cover.html", COVER.replace("<h1 ", "<p>桐乡市的一句话</p><h1 "), Chapter.COVER));

        ReportPreview.Pages pages = ((Preview.Shown) preview).pages();
        assertThat(pages.count()).isGreaterThan(5);
        assertThat(pages.pages()).extracting(ReportPreview.Page::number).containsExactly(1);
        assertThat(pages.pages().get(0).png()).startsWith(PNG);
        assertThat(pages.pages().get(0).text()).contains("方案技术审查报告", "桐乡市的一句话");
    }

    @Test
    void a_changed_word_stands_in_the_public_edition_that_has_it() {
        String words = ReportTemplates.shipped("words_zh.properties") + "\npublic.title=桐乡市方案公示\n";

        Preview preview = previews.of(BY, asked("words_zh.properties", words, Chapter.PUBLIC));

        assertThat(((Preview.Shown) preview).pages().pages().get(0).text()).contains("桐乡市方案公示");
    }

    @Test
    void a_report_without_an_obligatory_section_is_not_shown_and_the_section_is_named() {
        String report =
                ReportTemplates.shipped("report.html").replace("<div th:replace=\"~{log :: section}\"></div>", "");

        Preview preview = previews.of(BY, asked("report.html", report, Chapter.LOG));

        assertThat(((Preview.Faulty) preview).faults())
                .extracting(fault -> fault.file() + " " + fault.element() + ": "
                        + fault.what().en())
                .containsExactly("templates/report/report.html log: the report lacks a section that it must have");
    }

    /** A shelf without rules: nobody would get as far as to a worker. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p th:text=\"${T(java.lang.Runtime).getRuntime().exit(1)}\"></p>",
                "<p th:utext=\"${page.cover().title()}\"></p>",
                "<p th:each=\"i : ${#numbers.sequence(1, 2000000000)}\">x</p>",
                "<p>[[${page.getClass()}]]</p>",
            })
    void what_reaches_for_java_is_refused_at_its_line_before_a_worker_is_asked(String hostile) {
        RuleShelf nothing = new RuleShelf(() -> {
            throw new AssertionError("a worker would be asked");
        });

        Preview preview = new TemplatePreviews(nothing, FewRules.PROFILE)
                .of(BY, asked("cover.html", "<div>\n" + hostile + "\n</div>\n" + COVER, Chapter.COVER));

        assertThat(((Preview.Faulty) preview).faults())
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.line()).isEqualTo(2));
    }

    /** Each expression is one of the program's; one inside the other they would write more than any machine holds. */
    @Test
    void what_repeats_without_end_ends_with_its_worker_and_the_next_preview_is_drawn() {
        String each = "<div th:each=\"group : ${page.groups()}\">";
        String endless = COVER.replace("<h1 ", each.repeat(24) + "无穷" + "</div>".repeat(24) + "<h1 ");
        TemplatePreviews impatient =
                new TemplatePreviews(shelf, FewRules.PROFILE, new Limits(384, 192, Duration.ofSeconds(8)));

        assertThat(impatient.of(BY, asked("cover.html", endless, Chapter.COVER)))
                .isInstanceOf(Preview.Broken.class);
        assertThat(previews.of(BY, asked("cover.html", COVER, Chapter.COVER))).isInstanceOf(Preview.Shown.class);
    }

    @Test
    void who_asks_anew_takes_back_what_he_asked_before() {
        CompletableFuture<Preview> first =
                CompletableFuture.supplyAsync(() -> previews.of(BY, asked("cover.html", COVER, Chapter.COVER)));
        while (!previews.drawing(BY)) {
            Thread.onSpinWait();
        }

        Preview second = previews.of(BY, asked("cover.html", COVER, Chapter.PUBLIC));

        assertThat(List.of(first.join(), second))
                .extracting(preview -> (Object) preview.getClass())
                .containsExactly(Preview.Overtaken.class, Preview.Shown.class);
    }
}
