package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redline.quantity.Quantity;
import redline.quantity.Unit;
import redline.requirement.Comparator;

/** docs/SENTENCES.md is generated: the table of sentences. Run with {@code -Dredline.write-docs=true} to write it anew. */
class SentencesPageTest {
    private static final Path PAGE = Path.of("docs", "SENTENCES.md");
    private static final SentenceWords WORDS = new SentenceWords(List.of(), List.of());
    private static final SentenceTable TABLE = new SentenceTable(WORDS);

    @Test
    void the_page_of_sentences_is_the_generated_one() throws IOException {
        if (Boolean.getBoolean("redline.write-docs")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    @Test
    void its_example_is_the_one_of_the_page_of_facts() {
        String example = page().split("```\n", -1)[1];

        assertThat(new SentenceFile(WORDS, new NearestSentences(WORDS), List.of(), List.of(), new Faults(""))
                        .read(SourceLine.of(example, "“”")))
                .hasSize(8);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # 规则的中文句子 Rules in Chinese sentences

                Generated from `redline.fact.Fact`, the labels and words beside it and `redline.rulepack.SentenceTable`; a test keeps it so. A rule can be
                written as DRL ([FACTS.md](FACTS.md)) or in these sentences; both are one rule, line for line.

                ## 一条规则

                ```
                // 注释
                规则“file-name: 分支”
                当
                  建筑「楼」：用途类别 属于 “居住”、“公共”，所属地块 记为 「地块」，建筑高度 记为 「高度」
                  规划条件条目：所指地块 为 「地块」，指标 为 “建筑间距系数”，上下限 为 “下限”，数值 记为 「倍数」
                  没有 道路：红线宽度 小于 「高度」
                则
                  要求 「楼」的建筑间距 不小于 「倍数」 × 「高度」
                完
                ```

                - 一行是一句,一句是 DRL 的一行。整行要正好是下面的一句,多一个字、少一个字都不认,并指出这一行、原因和相近的句子。
                - 行末是“，”或“（”,或者下一行以“或”“且”“或者”“并且”起头,就是同一句接着写。
                - `“ ”` 里是代码的中文,没有中文的写代码本身;`「 」` 里是称呼,先“记为”、后使用;`〔 〕` 里是表和参数的名称。数只写 0 和 1。
                - 空格、全角半角的逗号、冒号和括号不论;`//` 后面是注释。

                | 句子 | DRL |
                |---|---|
                | `规则“…”` | `rule "…"` |
                | `当` `则` `完` | `when` `then` `end` |
                | `建筑`,`建筑「楼」` | `Building()`, `$楼 : Building()` |
                | `建筑：甲，乙` | `Building( 甲, 乙 )`:条件都要成立 |
                | `表〔road-setback〕：…` | `RoadSetback( … )`:表里的一行;属性是表的第 2 行的列名 |
                | `参数〔名称 规则包/参数〕：数值 记为 「限值」` | `Parameter( name == "规则包/参数", $limit : value )`;名称可以不写,写了就要对 |
                | `没有 建筑：…` | `not Building( … )` |
                | `存在 建筑：…` | `exists Building( … )` |
                | `（建筑：… 并且 道路：…）` | `( Building( … ) and Road( … ) )` |
                | `（建筑：… 或者 道路：…）` | `( Building( … ) or Road( … ) )` |

                ## 条件

                | 句子 | DRL |
                |---|---|
                """);
        for (Condition.Operator operator : Condition.Operator.values()) {
            page.append(String.format("| `建筑高度 %s 「高度」` | `height %s $height` |%n", operator.zh, operator.sign));
        }
        page.append("""
                | `用途类别 属于 “居住”、“公共”` | `useClass in ( "RESIDENTIAL", "PUBLIC" )` |
                | `用途类别 不属于 “居住”、“公共”` | `useClass not in ( "RESIDENTIAL", "PUBLIC" )` |
                | `单层 为 是`,`单层 为 否` | `singleStorey == true`, `singleStorey == false` |
                | `建筑高度 记为 「高度」` | `$height : height` |
                | `「楼」的建筑高度` | `$楼.height` |
                | `甲 且 乙`,`甲 或 乙`,`并非（甲）` | `甲 && 乙`, `甲 \\|\\| 乙`, `!( 甲 )`;且先于或,另外的次序加括号 |
                | `「高度」 + 1`,`「高度」 - 1`,`「倍数」 × （「高度」 - 1）` | `$height + 1`, `$height - 1`, `$factor * ( $height - 1 )` |

                ## 动词

                | 句子 | DRL |
                |---|---|
                """);
        for (Comparator comparator : Comparator.values()) {
            boolean terms = comparator == Comparator.ONE_OF;
            page.append(String.format(
                    "| `要求 「楼」的%s %s 「%s」` | `require( $楼, %s, %s, $%s );` |%n",
                    terms ? "屋顶形式" : "建筑间距",
                    SentenceWords.said(comparator),
                    terms ? "许可项" : "限值",
                    terms ? Quantity.ROOF_FORM : Quantity.SPACING,
                    comparator,
                    terms ? "allowed" : "limit"));
        }
        page.append("""
                | `免除 「楼」的规则“spacing: 高层”` | `exempt( $楼, "spacing: 高层" );` |
                | `请“审查人员”核定 「楼」，问题“mixed”` | `ask( $楼, "mixed", "审查人员" );` |
                | `对 「楼」附注“mixed”` | `note( $楼, "mixed" );` |

                ## 称呼

                DRL 里的名称照下表称呼;表里没有的,按它所记的属性称呼,同名的加数字。句子里新起的汉字称呼在 DRL 里就是 `$` 加这几个字。

                """);
        page.append(SentenceNames.list().entrySet().stream()
                        .map(each -> "`$" + each.getKey() + "` " + each.getValue())
                        .collect(Collectors.joining(" · ")))
                .append("\n\n## 指标\n\n");
        Map<Boolean, String> quantities = new LinkedHashMap<>();
        for (Quantity quantity : Quantity.values()) {
            quantities.merge(quantity.unit() == Unit.TERM, quantity.title().zh(), (a, b) -> a + " · " + b);
        }
        page.append("不小于、不大于、等于、合计不小于:").append(quantities.get(false)).append("\n\n");
        page.append("属于:").append(quantities.get(true)).append("\n\n## 事实\n\n");
        page.append("能作审查对象的加 ◎。\n");
        PublishedFacts.types().values().forEach(type -> page.append(section(type)));
        page.append(section(WORDS.type(PublishedFacts.PARAMETER)));
        return page.toString().replace("\r", "");
    }

    private static String section(FactType type) {
        StringBuilder section = new StringBuilder("\n### " + type.label().zh() + (type.about() == null ? "" : " ◎")
                + " `" + type.name() + "`\n\n| 属性 | 句子 | “代码” |\n|---|---|---|\n");
        Map<String, List<SentenceTable.Form>> forms = TABLE.conditions(type).stream()
                .collect(
                        Collectors.groupingBy(form -> form.property().name(), LinkedHashMap::new, Collectors.toList()));
        forms.values().forEach(each -> {
            FactType.Property property = each.get(0).property();
            String label = WORDS.label(type, property.name());
            String unit =
                    property.unit().isEmpty() ? "" : "(" + (property.unit().equals("%") ? "份额" : property.unit()) + ")";
            section.append(String.format(
                    "| %s%s `%s` | %s | %s |%n",
                    label, unit, property.name(), said(each, label), String.join("、", TABLE.codes(type, property))));
        });
        return section.toString();
    }

    /** Comparisons with one kind of slot together: 为、不为 “代码”. */
    private static String said(List<SentenceTable.Form> forms, String label) {
        Map<SentenceTable.Slot, String> slots = new LinkedHashMap<>();
        forms.forEach(form ->
                slots.merge(form.slot(), form.begin().substring(label.length()).strip(), (a, b) -> a + "、" + b));
        return slots.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().title().zh())
                .collect(Collectors.joining(";"));
    }
}
