package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redline.quantity.Quantity;
import redline.requirement.Comparator;

/** docs/FACTS.md is generated: what rule files may name. Run with {@code -Dredline.write-docs=true} to write it anew. */
class FactsPageTest {
    private static final Path PAGE = Path.of("docs", "FACTS.md");

    @Test
    void the_page_of_published_facts_is_the_generated_one() throws IOException {
        if (Boolean.getBoolean("redline.write-docs")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    @Test
    void every_property_has_a_name_in_the_words_of_the_field() {
        assertThat(PublishedFacts.types().values().stream()
                        .flatMap(type -> type.properties().stream()
                                .filter(p -> p.label().zh().equals(p.name()))
                                .map(p -> type.name() + "." + p.name())))
                .isEmpty();
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # What rule files may name 规则文件可用的事实与动词

                Generated from `redline.fact.Fact` and the labels beside it; a test keeps it so. A property that is not known is neither
                true nor false: a rule that hangs on it becomes undetermined (待核实) by itself, so rules never ask whether something is there.

                ## A rule 规则的写法

                ```
                // 注释
                rule "file-name: branch"
                when
                  $b : Building( useClass in ( "RESIDENTIAL", "PUBLIC" ), $site : parcel, $h : height )
                  Condition( site == $site, item == "SPACING_FACTOR", bound == "MIN", $factor : value )
                  not Road( width < $h )
                then
                  require( $b, SPACING, AT_LEAST, $factor * $h );
                end
                ```

                - A file is one rule; its name is the rule id. Each `rule "id"` or `rule "id: branch"` in it is a branch. One file bounds one
                  quantity of one kind of subject, and never reads the measure that it bounds.
                - Left side: at most 8 patterns, each linked to an earlier one by a `$name` (or a row picked by a constant); `not`, `exists`,
                  `or`, `and`. Conditions: `== != < <= > >=`, `in ( … )`, `not in ( … )`, `&& || !( … )`, `+ - *`, `$name : property`,
                  `$name.property`, `true`, `false`, texts in `"…"`.
                - Numbers: 0 and 1 only. All others are parameters, `Parameter( name == "pack/name", $v : value )`, or table cells,
                  `TableName( column == $x, $v : column )`; `road-setback.csv` is `RoadSetback`.
                - Right side: one verb.

                ## Verbs 动词

                | verb | says |
                |---|---|
                | `require( $subject, QUANTITY, COMPARATOR, bound );` | the measured quantity of the subject is held against the bound |
                | `exempt( $subject, "rule-id" );` | 但书: lifts every requirement of that rule for the subject; `"branch"` or `"rule-id: branch"` lifts one branch |
                | `ask( $subject, "key", "who" );` | asks a person; the rule's page puts the key into words under `wordings` |
                | `note( $subject, "key" );` | a remark beside the finding |

                ## Comparators 比较

                | comparator | sign | bound |
                |---|---|---|
                """);
        for (Comparator comparator : Comparator.values()) {
            String bound = switch (comparator) {
                case AT_LEAST, AT_MOST, EQUAL -> "a number";
                case ONE_OF -> "a set of codes or one text; for quantities that are terms";
                case AT_LEAST_IN_TOTAL ->
                    "a number; the bounds of all matches in the file add up to one lower bound (parking by use); no `or`";
            };
            page.append(String.format("| `%s` | %s | %s |%n", comparator, comparator.sign(), bound));
        }
        page.append("\n## Quantities 指标\n\n| code | 中文 | English | unit |\n|---|---|---|---|\n");
        for (Quantity quantity : Quantity.values()) {
            String unit = switch (quantity.unit()) {
                case PERCENT -> "share (0.3 is 30 %)";
                case TERM -> "terms";
                default -> quantity.unit().symbol();
            };
            page.append(String.format(
                    "| `%s` | %s | %s | %s |%n",
                    quantity, quantity.title().zh(), quantity.title().en(), unit));
        }
        page.append("\n## Facts 事实\n\nTypes marked with a kind can be the subject of a rule.\n");
        PublishedFacts.types().values().forEach(type -> page.append(section(type)));
        page.append("\n### Parameter 参数\n\n| property | type | unit | 中文 | words |\n|---|---|---|---|---|\n"
                + "| `name` | text | | 名称:规则包/参数 | |\n| `value` | number | inside unit | 数值 | |\n");
        return page.toString().replace("\r", "");
    }

    private static String section(FactType type) {
        String about = type.about() == null ? "" : " (subject " + type.about() + ")";
        return "\n### " + type.name() + " " + type.label().zh() + about + "\n\n"
                + "| property | type | unit | 中文 | words |\n|---|---|---|---|---|\n"
                + type.properties().stream()
                        .map(property -> String.format(
                                "| `%s` | %s | %s | %s | %s |%n",
                                property.name(),
                                property.kind().title().en(),
                                property.unit().equals("%") ? "share" : property.unit(),
                                property.label().zh(),
                                property.words().stream()
                                        .map(word -> "`" + word + "`")
                                        .collect(Collectors.joining(" "))))
                        .collect(Collectors.joining());
    }

    @Test
    void every_type_that_a_rule_can_be_about_is_a_kind_of_subject() {
        assertThat(PublishedFacts.types().values().stream()
                        .filter(type -> type.about() != null)
                        .map(FactType::name))
                .containsExactly(
                        "Parcel",
                        "Building",
                        "Volume",
                        "Side",
                        "BuildingSide",
                        "VolumeSide",
                        "BasementSide",
                        "AccessPoint",
                        "SiteArea",
                        "FacilityItem",
                        "AreaElement",
                        "VolumeLine",
                        "Pair",
                        "VolumePair",
                        "Access",
                        "Indicator",
                        "FireLane",
                        "LadderArea",
                        "SiteRoad",
                        "GarageRamp",
                        "OpenLot",
                        "Fence",
                        "ConcentratedGreen",
                        "Projection",
                        "RoadEdge",
                        "RetainingWall",
                        "FireNeighbour",
                        "DwellingType",
                        "VehicleSpaces",
                        "SunlitDwelling",
                        "SunlitRoom",
                        "PlannedLand",
                        "ReportedWindow",
                        "Article");
    }
}
