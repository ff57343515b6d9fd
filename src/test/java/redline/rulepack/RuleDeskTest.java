package redline.rulepack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an editor is told of one file while it is typed. */
class RuleDeskTest {
    private static final RuleBook BOOK = RuleBook.read(Path.of("rules"));
    private static final RuleDesk DESK = RuleDesk.of(BOOK, Map.of());
    private static final String FILE = "gb-50016-2014/rules/fire-separation.drl";
    private static final String RULE = """
            rule "x"
            when
              $b : Building()
              Parameter( name == "%s", $limit : value )
            then
              require( $b, BUILDING_HEIGHT, AT_MOST, $limit );
            end
            """;

    private static String text(String path) {
        return new String(BOOK.file(path).orElseThrow(), UTF_8);
    }

    @Test
    void no_file_in_force_has_a_fault() {
        Map<String, List<Fault>> faulty = new HashMap<>();
        for (String path : BOOK.paths()) {
            List<Fault> faults = DESK.faults(path, text(path));
            if (!faults.isEmpty()) {
                faulty.put(path, faults);
            }
        }
        assertThat(BOOK.paths()).hasSizeGreaterThan(500);
        assertThat(faulty).isEmpty();
    }

    @Test
    void a_name_that_is_not_there_is_told_at_its_line_with_what_to_do() {
        assertThat(DESK.faults("gb-50016-2014/rules/x.drl", RULE.formatted("gb-50016-2014/none")))
                .extracting(
                        Fault::line,
                        fault -> fault.what().zh(),
                        fault -> fault.remedy().zh())
                .containsExactly(
                        tuple(4, "没有参数“gb-50016-2014/none”", "新建 gb-50016-2014/parameters/none.yaml,或改正名称(规则包/参数名)"));
        assertThat(DESK.faults("gb-50016-2014/rules/x.drl", """
                        rule "x"
                        when
                          $b : Building()
                        then
                          ask( $b, "tall", "审查人员" );
                        end
                        """))
                .extracting(Fault::line, fault -> fault.what().zh())
                .containsExactly(tuple(5, "说明页里没有“tall”的文字"));
        assertThat(DESK.faults(
                        FILE, text(FILE).replaceFirst("exempt\\( (\\$\\w+), \"[^\"]+\"", "exempt( $1, \"none\"")))
                .extracting(fault -> fault.file())
                .containsOnly(FILE);
    }

    @Test
    void pages_tables_and_parameters_are_told_at_their_line() {
        String page = FILE.replace(".drl", ".md");
        assertThat(DESK.faults(page, text(page).replaceFirst("(?m)^force: .*$", "force: 必须")))
                .extracting(Fault::line)
                .containsExactly(3);
        String table = "gb-50016-2014/tables/fire-separation.csv";
        String[] lines = text(table).split("\n", -1);
        lines[2] = lines[2] + ",extra";
        assertThat(DESK.faults(table, String.join("\n", lines)))
                .extracting(Fault::line)
                .containsExactly(3);
        assertThat(DESK.faults("gb-50016-2014/parameters/x.yaml", "title: {zh: 甲, en: A}\nunit: feet\nvalues: []\n"))
                .extracting(Fault::line)
                .containsExactly(2);
    }

    @Test
    void a_draft_s_own_parameter_is_known_and_its_broken_files_are_passed_over() {
        RuleDesk desk = RuleDesk.of(
                BOOK,
                Map.of(
                        "gb-50016-2014/parameters/mine.yaml",
                        "title: {zh: 甲, en: A}\nunit: m\nvalues:\n  - {from: 不限, value: 3, clause: 第1条, grade: example}\n"
                                .getBytes(UTF_8),
                        "gb-50016-2014/tables/broken.csv",
                        "a,b".getBytes(UTF_8),
                        "gb-50016-2014/rules/broken.drl",
                        "rule {".getBytes(UTF_8)));

        assertThat(desk.faults("gb-50016-2014/rules/x.drl", RULE.formatted("gb-50016-2014/mine")))
                .isEmpty();
        assertThat(desk.sentences().sentences(FILE, text(FILE)).faults()).isEmpty();
        assertThat(desk.isThere("broken")).isTrue();
        assertThat(desk.title("broken")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "ru | rule \"x\"",
                "rule \" | x",
                "rule \"x\"⏎wh | when",
                "rule \"x\"⏎when⏎  $b : Buil | Building(",
                "rule \"x\"⏎when⏎  $b : 体量 | Volume(",
                "rule \"x\"⏎when⏎  ex | 'exists '",
                "rule \"x\"⏎when⏎  Building( hei | height",
                "rule \"x\"⏎when⏎  Building( standing == | \"APPROVED\"",
                "rule \"x\"⏎when⏎  Building( standing == \"PROP | PROPOSED",
                "rule \"x\"⏎when⏎  Building( useClass in ( \"PUBLIC\", \"RES | RESIDENTIAL",
                "rule \"x\"⏎when⏎  Building( standing == \"PROPOSED\", $h : heig | height",
                "rule \"x\"⏎when⏎  Building( singleStorey == t | true",
                "rule \"x\"⏎when⏎  Parameter( name == \"gb-50016-2014/lower-fire-wall-h | gb-50016-2014/lower-fire-wall-high-rise",
                "rule \"x\"⏎when⏎  $b : Building()⏎then⏎  requ | 'require( '",
                "rule \"x\"⏎when⏎  $b : Building( $h : height )⏎then⏎  require( | $b",
                "rule \"x\"⏎when⏎  $b : Building( $h : height )⏎then⏎  require( $b, BUILDING_H | BUILDING_HEIGHT",
                "rule \"x\"⏎when⏎  $b : Building( $h : height )⏎then⏎  require( $b, FAR, AT_M | AT_MOST",
                "rule \"x\"⏎when⏎  $b : Building( $h : height )⏎then⏎  require( $b, FAR, AT_MOST, | $h",
                "rule \"x\"⏎when⏎  $b : Building( $h : height )⏎then⏎  require( $b, FAR, AT_MOST, $h );⏎ | end",
                "rule \"x\"⏎when⏎  $b : Building()⏎then⏎  exempt( $b, \"fire-sep | fire-separation",
            })
    void what_comes_next_in_a_rule_is_what_there_is(String before, String first) {
        assertThat(DESK.completeDrl("gb-50016-2014/rules/x.drl", before.replace('⏎', '\n')))
                .first()
                .extracting(RuleSentences.Completion::word)
                .isEqualTo(first);
    }

    @Test
    void nothing_is_offered_in_a_comment_or_for_a_text_that_is_too_long() {
        assertThat(DESK.completeDrl("p/rules/x.drl", "// ru")).isEmpty();
        assertThat(DESK.completeDrl("p/rules/x.drl", " ".repeat(Lexer.LONGEST + 1) + "ru"))
                .isEmpty();
    }
}
