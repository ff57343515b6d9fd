package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.proof.RuleCases;
import redline.report.VeraPdf;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;

class CatalogueCommandTest {
    private static final Pattern TAG = Pattern.compile("<[^>]+>");
    private static final Path RULES = Path.of("rules").toAbsolutePath();
    private static final Path CASES = Path.of("test-cases").toAbsolutePath();

    @TempDir
    Path here;

    @Test
    void every_rule_of_every_pack_has_a_section_and_every_case_is_an_example() throws IOException {
        assertThat(catalogue("--html", "book.html").exit()).isZero();
        String html = Files.readString(here.resolve("book.html"));

        for (RulePage page : RuleBook.read(RULES).pages()) {
            assertThat(html).contains("id=\"rule-" + page.id() + "\"").contains("href=\"#rule-" + page.id() + "\"");
        }
        String text = text(html);
        RuleCases.read(CASES).all().forEach(one -> assertThat(text).contains(one.folder()));
        assertThat(text).contains("#72", "恰等于与差 1 厘米", "独立来源", "满足注1时防火间距的折减系数 × 表值“防火间距”");
    }

    @Test
    void the_same_rules_and_cases_give_the_same_bytes() throws IOException {
        assertThat(catalogue("gb-50016-2014", "--pdf", "one.pdf").exit()).isZero();
        assertThat(catalogue("gb-50016-2014", "--pdf", "two.pdf").exit()).isZero();

        assertThat(here.resolve("one.pdf")).hasSameBinaryContentAs(here.resolve("two.pdf"));
    }

    @Test
    void the_book_keeps_to_PDF_A_3u_and_PDF_UA_1() throws Exception {
        assertThat(catalogue("zhejiang-civil-defence", "--profile", "tongxiang", "--pdf", "book.pdf")
                        .exit())
                .isZero();
        assertThat(VeraPdf.faults(Files.readAllBytes(here.resolve("book.pdf")))).isEmpty();
    }

    @Test
    void contents_and_bookmarks_lead_to_the_page_of_each_rule() throws IOException {
        CommandLineRun run = catalogue("parcel-conditions");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("catalogue.pdf");

        try (PDDocument book = Loader.loadPDF(here.resolve("catalogue.pdf").toFile())) {
            PDOutlineItem pack = null;
            for (PDOutlineItem item :
                    book.getDocumentCatalog().getDocumentOutline().children()) {
                pack = item;
            }
            assertThat(pack).isNotNull();
            List<String> contents = new ArrayList<>();
            for (PDOutlineItem rule : pack.children()) {
                int page = book.getPages().indexOf(rule.findDestinationPage(book)) + 1;
                String title = rule.getTitle().substring(0, rule.getTitle().indexOf(' '));
                assertThat(text(book, page)).contains(title);
                contents.add(rule.getTitle() + " " + page);
            }
            try (Stream<Path> files = Files.list(Path.of("rules/parcel-conditions/rules"))) {
                assertThat(contents).hasSize((int)
                        files.filter(file -> file.toString().endsWith(".drl")).count());
            }
            assertThat((text(book, 2) + "\n" + text(book, 3)).lines().map(String::strip))
                    .containsAll(contents);
        }
    }

    @Test
    void in_english_only_what_packs_and_cases_say_in_chinese_stays_chinese() throws IOException {
        assertThat(catalogue("--lang", "en", "--html", "book.html").exit()).isZero();
        String written = written(RULES) + written(CASES.resolve("rules"));

        assertThat(text(Files.readString(here.resolve("book.html")))
                        .lines()
                        .filter(line -> line.codePoints().anyMatch(Character::isIdeographic))
                        .flatMap(line -> Stream.of(line.split("[^\\p{IsIdeographic}]+", -1)))
                        .filter(word -> !written.contains(word)))
                .isEmpty();
    }

    @Test
    void only_values_of_the_day_are_written() throws IOException {
        assertThat(catalogue("gb-50016-2014", "--on", "2019-09-30", "--html", "book.html")
                        .exit())
                .isZero();

        assertThat(text(Files.readString(here.resolve("book.html")))).contains("2019-09-30 取值", "该日没有施行的行");
    }

    @Test
    void an_unknown_pack_or_profile_is_complained_about_and_nothing_is_written() {
        assertThat(catalogue("nowhere").err()).contains("没有规则包 nowhere", "parcel-conditions");
        assertThat(catalogue("--profile", "nowhere").err()).contains("没有审查配置 nowhere", "tongxiang");
        assertThat(here.resolve("catalogue.pdf")).doesNotExist();
    }

    @Test
    void show_tells_branches_exemptions_and_cases() {
        CommandLineRun run = CommandLineRun.in(
                here, "rules", "show", "fire-separation", "--rules", RULES.toString(), "--lang", "en");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("Can be lifted by: fire-separation: 注1", "Lifts of", "rule \"fire-separation: 注2\"");
    }

    private CommandLineRun catalogue(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rules", "catalogue", "--rules", RULES.toString()));
        all.addAll(List.of("--cases", CASES.toString()));
        all.addAll(List.of(arguments));
        return CommandLineRun.in(here, all.toArray(String[]::new));
    }

    private static String written(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(yaml|csv|md|drl)"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static String text(PDDocument book, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(book).replace('\u00a0', ' ');
    }

    private static String text(String html) {
        return TAG.matcher(html.replaceAll("(?s)<style.*?</style>", ""))
                .replaceAll("\n")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
