package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.casefile.LetterEntry.Article;
import redline.casefile.LetterEntry.Value;
import redline.check.Check;
import redline.finding.Cause;
import redline.finding.Finding;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.requirement.Citation;
import redline.rulepack.RuleBook;
import redline.scheme.Dates;
import redline.scheme.Subject;

/** A letter of the register is a conditions file like any other. */
class LetterFileTest {
    private static final Path STORY = Path.of("test-cases", "schemes", "story-wuzhen", "round-1.yaml");
    private static final RuleBook RULES = RuleBook.read(Path.of("rules"));

    private static List<Finding> findings(Source conditions) throws IOException {
        Source scheme = new Source("round-1.yaml", Files.readAllBytes(STORY));
        Intake read = SchemeReader.readWith(scheme, conditions, Dates.unknown());
        assertThat(read).isInstanceOf(Intake.Accepted.class);
        return Check.run(((Intake.Accepted) read).scheme(), RULES, "tongxiang", null)
                .findings();
    }

    /** Everything but where it was read: the story's file states no articles. */
    private static String withoutSources(Finding finding) {
        return finding.toString()
                .replaceAll(
                        "Citation\\[sourceId=[0-9a-z]+, source=Text\\[zh=规划条件 [^\\]]*\\], clause=[^,]*,", "Citation[");
    }

    private static List<String> citedOfLetter(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding instanceof Finding.Judged judged
                        ? judged.citations().stream()
                        : finding instanceof Finding.Undetermined open ? open.citations().stream() : null)
                .map(citation -> citation.source().zh() + " " + citation.clause())
                .filter(cited -> cited.startsWith("规划条件"))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void conditions_of_the_register_give_the_findings_that_the_schemes_own_give() throws IOException {
        List<Finding> own = findings(null);
        List<Finding> registered = findings(LetterFile.of(LettersOf43.valued(), "SECONDARY", "0a1b", "P"));

        List<Finding> ofArticles = registered.stream()
                .filter(finding -> finding.subject().kind() == Subject.Kind.ARTICLE)
                .toList();
        assertThat(ofArticles).hasSize(5).allMatch(Finding.NotApplicable.class::isInstance);
        List<Finding> others = new ArrayList<>(registered);
        others.removeAll(ofArticles);
        assertThat(own).hasSizeGreaterThan(300);
        assertThat(others.stream().map(LetterFileTest::withoutSources).toList())
                .isEqualTo(own.stream().map(LetterFileTest::withoutSources).toList());
        assertThat(citedOfLetter(registered))
                .contains("规划条件 桐土储〔2019〕43号 第1条", "规划条件 桐土储〔2019〕43号 第3条")
                .allMatch(cited -> cited.matches("规划条件 桐土储〔2019〕43号 第[1-5]条"));
    }

    @Test
    void an_article_without_a_value_is_one_question_to_the_reviewer_with_its_text() throws IOException {
        Source file = LetterFile.of(LettersOf43.whole(), "SECONDARY", "0a1b", "P");

        List<Finding.Undetermined> open = findings(file).stream()
                .filter(finding -> finding.rule().id().equals("article-by-hand"))
                .filter(Finding.Undetermined.class::isInstance)
                .map(Finding.Undetermined.class::cast)
                .toList();

        assertThat(open).hasSize(1);
        assertThat(open.get(0).cause()).isEqualTo(Cause.NEEDS_JUDGEMENT);
        assertThat(open.get(0).subject().name().zh()).isEqualTo("规划条件 第6条:建筑风貌应与水乡古镇协调。");
        assertThat(open.get(0).citations())
                .extracting(Citation::sourceId, citation -> citation.source().zh(), Citation::clause)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("0a1b", "规划条件 桐土储〔2019〕43号", "第6条"));
    }

    @Test
    void the_same_letter_gives_the_same_bytes() {
        Source once = LetterFile.of(LettersOf43.whole(), "OFFICIAL", "0a1b", "P");

        assertThat(LetterFile.of(LettersOf43.whole(), "OFFICIAL", "0a1b", "P")).isEqualTo(once);
        assertThat(once.name()).isEqualTo("规划条件 桐土储〔2019〕43号.json");
        assertThat(new String(once.bytes(), StandardCharsets.UTF_8))
                .contains("\"max\" : \"40 %\"")
                .contains("\"min\" : \"13000 m²\"")
                .contains("\"oneOf\" : [ \"0701\", \"0702\" ]");
    }

    @Test
    void what_is_wrong_stands_at_its_field_in_the_words_of_the_reader() {
        LetterEntry wrong = LettersOf43.with(List.of(
                new Article("第1条", "容积率", List.of(Value.of("FAR", "MAX", "1,35", ""))),
                new Article(
                        "第1条",
                        "退让",
                        List.of(
                                new Value("SETBACK", "MIN", "10", "", "东", "ROAD", "ANY", "", ""),
                                Value.of("GREEN_RATIO", "MIN", "130", ""),
                                Value.of("USE", "ONE_OF", "9999", ""),
                                Value.of("", "", "", "")))));

        assertThat(LetterFile.complaints(wrong))
                .extracting(LetterComplaint::field)
                .containsExactlyInAnyOrder(
                        "articles[2].values[4].item",
                        "articles[1].values[1].value",
                        "articles[2].number",
                        "articles[2].values[1].side",
                        "articles[2].values[2].value",
                        "articles[2].values[3].value");
        assertThat(LetterFile.complaints(LetterEntry.empty()))
                .extracting(LetterComplaint::field)
                .containsExactly("number", "parcelName", "articles");
        assertThat(LetterFile.complaints(LettersOf43.whole())).isEmpty();
    }
}
