package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redline.quantity.Text;
import redline.rulepack.SentenceParser.Kind;

/** Sentences and DRL are two forms of one rule, line for line. */
class RuleSentencesTest {
    private static final Path RULES = Path.of("rules");
    private static final RuleSentences SENTENCES = RuleSentences.read(RULES);
    private static final SentenceWords WORDS = SENTENCES.words();
    private static final Pattern DRL = Pattern.compile(
            "==|!=|<|>|&&|\\|\\||\\$|\"|;|\\b(rule|when|then|end|not|exists|or|and|in|require|ask|exempt|note)\\b");

    private static final String HEAD = "规则“r”\n当\n";
    private static final String TAIL = "\n则\n  要求 「楼」的建筑间距 不小于 1\n完\n";

    static Stream<Path> rules() {
        try (Stream<Path> files = Files.walk(RULES)) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_comes_back_from_its_sentences_to_the_letter(Path file) throws IOException {
        String drl = Files.readString(file);
        String name = file.getFileName().toString();

        RuleSentences.Written said = SENTENCES.sentences(name, drl);

        assertThat(said.faults()).isEmpty();
        assertThat(said.text().split("\n", -1)).hasSameSizeAs(drl.split("\n", -1));
        assertThat(SENTENCES.drl(name, said.text(), drl)).isEqualTo(new RuleSentences.Written(drl, List.of()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void sentences_alone_without_the_text_they_come_from_are_the_same_rule(Path file) throws IOException {
        String drl = Files.readString(file);
        String name = file.getFileName().toString();

        RuleSentences.Written back =
                SENTENCES.drl(name, SENTENCES.sentences(name, drl).text(), null);

        assertThat(back.faults()).isEmpty();
        assertThat(branches(name, back.text())).isEqualTo(branches(name, drl)).isNotEmpty();
    }

    private static List<Branch> branches(String file, String drl) {
        RuleText text = new RuleText(file.replace(".drl", ""), "p", file, drl);
        return RuleReader.read(text, WORDS.types(), new Faults(file));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void no_sentence_holds_what_only_drl_has(Path file) throws IOException {
        String said = SENTENCES
                .sentences(file.getFileName().toString(), Files.readString(file))
                .text();

        for (SourceLine line : SourceLine.of(said, "“”")) {
            String words = line.words().replaceAll("“[^”]*”|〔[^〕]*〕", "");
            assertThat(DRL.matcher(words).find()).as(line.words()).isFalse();
            assertThat(englishWhereChineseIs(line.words())).as(line.words()).isEmpty();
        }
    }

    /** Types and properties of facts, and codes of lists, all have Chinese words. */
    private static List<String> englishWhereChineseIs(String line) {
        Set<String> english = new LinkedHashSet<>();
        WORDS.types().values().forEach(type -> {
            if (!type.isRow()) {
                english.add(type.name());
                type.properties().forEach(property -> {
                    english.add(property.name());
                    english.addAll(property.words());
                });
            }
        });
        String slots = line.replaceAll("规则“[^”]*”|〔[^〕]*〕|(问题|附注)“[^”]*”", "");
        return Arrays.stream(slots.split("[^A-Za-z_]+", -1))
                .filter(word -> word.length() > 2 && english.contains(word))
                .toList();
    }

    @Test
    void every_line_of_every_rule_is_exactly_one_sentence() {
        rules().forEach(file -> {
            String name = file.getFileName().toString();
            String said = SENTENCES.sentences(name, text(file)).text();
            for (SentenceFile.Sentence sentence : SentenceFile.sentences(SourceLine.of(said, "“”"))) {
                assertThat(readings(sentence.text(), Map.of()))
                        .as(sentence.text())
                        .hasSize(1);
            }
        });
    }

    @Test
    void every_sentence_of_the_table_is_exactly_one_sentence() {
        SentenceTable table = new SentenceTable(WORDS);
        Set<String> all = new LinkedHashSet<>(table.elements());
        all.addAll(table.verbs());

        assertThat(all).hasSizeGreaterThan(5_000);
        for (String sentence : all) {
            String filled = sentence.replace(SentenceTable.TEXT, "“甲”").replace(SentenceTable.NAME, "「某」");
            assertThat(readings(filled, Map.of())).as(filled).hasSize(1);
        }
    }

    private static Set<Saying> readings(String sentence, Map<String, SayingScope.Meant> bound) {
        Set<Saying> readings = new LinkedHashSet<>();
        for (Kind kind : Kind.values()) {
            readings.addAll(new SentenceParser(sentence, 1, WORDS, bound).read(kind));
        }
        return readings;
    }

    @Test
    void a_word_stands_for_one_type_property_or_code_only() {
        WORDS.types().values().forEach(type -> {
            assertThat(type.properties().stream().map(each -> WORDS.label(type, each.name())))
                    .as(type.name())
                    .doesNotHaveDuplicates()
                    .allMatch(label -> SentenceText.unspeakable(label) == null && !label.contains("//"));
            type.properties()
                    .forEach(property -> assertThat(WORDS.codes(type, property))
                            .as(type.name() + "." + property.name())
                            .allMatch(
                                    code -> code.equals(WORDS.code(type, property, WORDS.said(type, property, code)))));
        });
        assertThat(WORDS.types().values().stream()
                        .filter(type -> !type.isRow())
                        .map(type -> type.label().zh()))
                .doesNotHaveDuplicates();
        assertThat(SentenceNames.list().values()).doesNotHaveDuplicates().allMatch(SentenceText::isName);
    }

    @Test
    void every_code_of_a_fact_has_a_chinese_word() {
        List<String> without = new ArrayList<>();
        PublishedFacts.types()
                .values()
                .forEach(type -> type.properties()
                        .forEach(property -> property.words().stream()
                                .filter(code -> WORDS.said(type, property, code)
                                        .codePoints()
                                        .noneMatch(Character::isIdeographic))
                                .forEach(code -> without.add(type.name() + "." + property.name() + " " + code))));

        assertThat(without).isEmpty();
    }

    @Test
    void random_sentences_of_the_table_come_back_as_they_were() {
        Random random = new Random(20_260_101);
        for (int i = 0; i < 2_000; i++) {
            RandomSentences file = new RandomSentences(random, WORDS);
            String said = file.file();
            Faults faults = new Faults("r.drl");
            List<SourceLine> lines = SourceLine.of(said, "“”");

            List<Saying> read =
                    new SentenceFile(WORDS, new NearestSentences(WORDS), List.of(), List.of(), faults).read(lines);
            assertThat(faults.inOrder()).as(said).isEmpty();
            String drl = DrlWriter.write(read, lines);

            assertThat(fromDrl(drl)).as(said).isEqualTo(read);
            assertThat(written(drl)).isEqualTo(said);
        }
    }

    private static List<Saying> fromDrl(String drl) {
        try {
            return DrlSayings.read(Lexer.tokens(drl, 1, new Faults("")));
        } catch (Faults.Refusal refusal) {
            throw new AssertionError(drl, refusal);
        }
    }

    private static String written(String drl) {
        try {
            List<Saying> said = fromDrl(drl);
            return SentenceWriter.write(said, SourceLine.of(drl, "\"\""), WORDS, SentenceNames.of(said, WORDS));
        } catch (Faults.Refusal refusal) {
            throw new AssertionError(drl, refusal);
        }
    }

    @Test
    void a_sentence_is_one_line_of_drl() {
        String said = """
                // 建筑间距
                规则“r: 高层”
                当
                  建筑「楼」：用途类别 属于 “居住”、“公共”，所属地块 记为 「地块」，建筑高度 记为 「高度」
                  规划条件条目：所指地块 为 「地块」，指标 为 “建筑间距系数”，
                    上下限 为 “下限” 或 （数值 大于 0 且 并非（界线外侧 为 “道路”）），数值 记为 「倍数」
                  没有 道路：红线宽度 小于 「高度」 × （1 + 「倍数」） 或 编号 为 「楼」的所属分区
                则
                  要求 「楼」的建筑间距 不小于 「倍数」 × 「高度」
                完
                """;

        assertThat(SENTENCES.drl("r.drl", said, null)).isEqualTo(new RuleSentences.Written("""
                // 建筑间距
                rule "r: 高层"
                when
                  $楼 : Building( useClass in ( "RESIDENTIAL", "PUBLIC" ), $parcel : parcel, $height : height )
                  Condition( site == $parcel, item == "SPACING_FACTOR",
                    bound == "MIN" || ( value > 0 && !( beyond == "ROAD" ) ), $factor : value )
                  not Road( width < $height * ( 1 + $factor ) || id == $楼.zone )
                then
                  require( $楼, SPACING, AT_LEAST, $factor * $height );
                end
                """, List.of()));
    }

    @Test
    void blanks_and_the_width_of_punctuation_do_not_matter() {
        String tight = HEAD + "建筑「楼」:用途类别属于“居住”、“公共”,建筑高度大于0或(单层为是且地上层数不大于1)" + TAIL;
        String wide = HEAD + "　建筑 「楼」 ： 用途类别 属于 “居住” 、 “公共” ， 建筑高度 大于 0 或 （ 单层 为 是 且 地上层数 不大于 1 ）" + TAIL;

        String drl = SENTENCES.drl("r.drl", tight, null).text();

        assertThat(drl)
                .contains(
                        "$楼 : Building( useClass in ( \"RESIDENTIAL\", \"PUBLIC\" ), height > 0 || ( singleStorey == true && storeys <= 1 ) )");
        assertThat(Lexer.tokens(SENTENCES.drl("r.drl", wide, null).text(), 1, new Faults("")))
                .isEqualTo(Lexer.tokens(drl, 1, new Faults("")));
    }

    @Test
    void a_changed_sentence_changes_its_line_of_the_drl_and_no_other() throws IOException {
        Path file = RULES.resolve("parcel-conditions/rules/sun-spacing.drl");
        String drl = Files.readString(file);
        String said = SENTENCES.sentences("sun-spacing.drl", drl).text();
        String changed = said.replaceFirst("需要日照 为 是，", "需要日照 为 否，");

        String back = SENTENCES.drl("sun-spacing.drl", changed, drl).text();

        assertThat(changed).isNotEqualTo(said);
        assertThat(back).isEqualTo(drl.replaceFirst("needsSun == true,", "needsSun == false,"));
    }

    @Test
    void what_the_lint_refuses_is_refused_at_the_line_of_the_sentence() {
        RuleSentences.Written unlinked = SENTENCES.drl("r.drl", HEAD + "  建筑「楼」\n  道路：红线宽度 大于 1" + TAIL, null);

        assertThat(unlinked.faults())
                .extracting(Fault::line, fault -> fault.what().en())
                .containsExactly(tuple(4, "this pattern is not linked to an earlier one"));
    }

    @Test
    void all_on_one_line_is_refused_with_its_line() {
        assertRefused("规则“r” 当 建筑「楼」：建筑高度 大于 0 则 要求 「楼」的建筑间距 不小于 1 完\n", 1);
        assertRefused("规则“r”\n当 建筑「楼」：建筑高度 大于 0 且 则 要求 「楼」的建筑间距 不小于 1 完\n", 2);
    }

    @Test
    void a_condition_without_a_fact_above_it_is_refused_with_its_line() {
        assertRefused(HEAD + "- 用途类别 为 “居住”\n  建筑「楼」" + TAIL, 3);
        assertRefused(HEAD + "  建筑「楼」\n  用途类别 为 “居住”" + TAIL, 4);
        assertRefused(HEAD + "  且 用途类别 为 “居住”\n  建筑「楼」" + TAIL, 3);
    }

    @Test
    void a_sentence_that_is_only_the_begin_of_its_line_is_refused_with_its_line() {
        assertRefused(HEAD + "  建筑「楼」 建筑高度 大于 0" + TAIL, 3);
        assertRefused(HEAD + "  建筑「楼」：建筑高度 大于 0 米" + TAIL, 3);
        assertRefused(HEAD + "  Building( 建筑高度 大于 0 )" + TAIL, 3);
    }

    @Test
    void words_of_the_language_inside_a_rule_name_stay_as_they_are() {
        String said = "规则“r: 当建筑则退让，没有完”\n当\n  建筑「楼」：建筑高度 大于 0" + TAIL;

        assertThat(SENTENCES.drl("r.drl", said, null).text()).startsWith("rule \"r: 当建筑则退让，没有完\"\nwhen\n");
    }

    private static void assertRefused(String said, int line) {
        RuleSentences.Written written = SENTENCES.drl("r.drl", said, null);

        assertThat(written.text()).as(said).isNull();
        assertThat(written.faults()).first().extracting(Fault::line).isEqualTo(line);
        assertThat(written.faults().get(0).what().zh()).isNotBlank();
    }

    @Test
    void an_unknown_sentence_names_the_nearest_ones() {
        assertThat(remedy(HEAD + "  建筑「楼」：高度 大于 0" + TAIL))
                .isEqualTo("相近的句子:建筑：建筑高度 大于 「…」 | 建筑：建筑高度 不大于 「…」 | 建筑：建筑高度 小于 「…」");
        assertThat(remedy(HEAD + "  建筑物「楼」：建筑高度 大于 0" + TAIL)).contains("建筑：建筑高度 大于 「…」");
        assertThat(remedy(HEAD + "  建筑「楼」\n则\n  要求 「楼」的间距 不小于 1\n完\n")).contains("要求 「…」的建筑间距 不小于 「…」");
        assertThat(remedy(HEAD + "  没有 蓝线" + TAIL))
                .startsWith("相近的句子:")
                .satisfies(
                        said -> assertThat(said.split(Pattern.quote(" | "), -1)).hasSize(3));
    }

    @Test
    void an_unknown_name_or_code_names_the_nearest_one() {
        assertThat(remedy(HEAD + "  建筑「楼」：建筑高度 记为 「高度」，地上层数 大于 「高度高」" + TAIL)).startsWith("是不是 高度?");
        assertThat(remedy(HEAD + "  建筑「楼」：用途类别 为 “住宅”" + TAIL)).contains("居住");
    }

    private static String remedy(String said) {
        return SENTENCES.drl("r.drl", said, null).faults().get(0).remedy().zh();
    }

    @Test
    void what_may_follow_is_told() {
        assertThat(complete("")).containsExactly("规则");
        assertThat(complete("规则“r”\n")).containsExactly("当");
        assertThat(complete(HEAD + "  ")).contains("则", "没有", "存在", "建筑", "规划条件条目", "表〔", "参数〔");
        assertThat(complete(HEAD + "  建筑与")).containsExactly("建筑与用地界线");
        assertThat(complete(HEAD + "  建筑「楼」：建")).containsExactly("建筑高度", "建设状态");
        assertThat(complete(HEAD + "  建筑：建筑高度 ")).contains("大于", "不小于", "记为");
        assertThat(complete(HEAD + "  建筑：用途类别 为 "))
                .contains("“居住”", "“公共”", "“工业”", "“仓储”")
                .doesNotContain("0");
        assertThat(complete(HEAD + "  建筑：用途类别 为 “居")).containsExactly("“居住”");
        assertThat(complete(HEAD + "  建筑「楼」：建筑高度 记为 「高」，使用性质 记为 「性质」\n  道路：红线宽度 大于 "))
                .contains("「高」", "0", "1", "红线宽度")
                .doesNotContain("「性质」", "「楼」", "道路等级");
        assertThat(complete(HEAD + "  表〔fire-sep")).containsExactly("fire-separation〕");
        assertThat(complete(HEAD + "  参数〔每面外墙")).containsExactly("每面外墙未设防火保护的洞口面积比例上限 gb-50016-2014/opening-share〕");
        assertThat(complete(HEAD + "  建筑「楼」\n则\n  要求 ")).containsExactly("「楼」");
        assertThat(complete(HEAD + "  建筑「楼」\n则\n  要求 「楼」的建筑间")).containsExactly("建筑间距");
    }

    private static List<String> complete(String before) {
        return SENTENCES.complete(before, null).stream()
                .map(RuleSentences.Completion::word)
                .sorted()
                .toList();
    }

    @Test
    void a_completion_replaces_the_word_that_is_begun() {
        String last = "  建筑：用途类别 为 “居";

        assertThat(SENTENCES.complete(HEAD + last, null))
                .containsExactly(
                        new RuleSentences.Completion(last.indexOf('“'), "“居住”", new Text("居住", "residential")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
