package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redline.check.Check;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Language;
import redline.rulepack.RuleLibrary;

/** The showcase of housing: its example letter asks 0.8 car and 4.8 bicycle spaces per 100 m² and one car space a dwelling (its SOURCE.md). */
class ParkingTableTest {
    private static List<ReportPage.Parking> blocks;

    @BeforeAll
    static void judge_the_showcase() throws IOException {
        Path path = Path.of("test-cases", "schemes", "wuzhen-housing", "scheme.yaml");
        Intake read = SchemeReader.read(new Source(path.toString(), Files.readAllBytes(path)), null);
        blocks = new ParkingTable(
                        Check.run(
                                ((Intake.Accepted) read).scheme(),
                                RuleLibrary.open(Path.of("rules")).book(),
                                "tongxiang",
                                null),
                        Words.of(Language.ZH))
                .blocks();
    }

    private static ReportPage.Parking block(String title, String site) {
        return blocks.stream()
                .filter(block -> block.title().equals(title) && block.site().startsWith(site))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shops_of_13_845_square_metres_come_to_110_76_car_spaces() {
        ReportPage.Parking cars = block("机动车停车位", "桐土储");

        assertThat(cars.rows())
                .containsExactly(new ReportPage.ParkingRow(
                        "090101 零售商业用地",
                        "13\u00a0845.00",
                        "m²",
                        "0.8",
                        "个/100 m²",
                        "规划条件 示例条件函(非真实文件) 五(1)",
                        "110.76"));
        assertThat(List.of(cars.required(), cars.provided(), cars.say(), cars.verdict()))
                .containsExactly("≥\u00a0110.76\u00a0个", "760\u00a0个", "余 649\u00a0个", "PASS");
    }

    @Test
    void a_space_for_each_of_480_dwellings_is_counted_by_dwellings() {
        assertThat(block("机动车停车位", "B 区").rows())
                .extracting(row -> row.quantity() + row.unit() + " " + row.rate() + row.per() + " " + row.spaces())
                .contains("480户 1个/户 480");
    }

    @Test
    void a_rate_that_hangs_on_an_open_setting_is_not_shown() {
        assertThat(block("机动车停车位(省标准)", "桐土储").rows())
                .filteredOn(row -> row.use().startsWith("0702"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(List.of(row.quantity(), row.rate(), row.per(), row.spaces()))
                            .containsExactly("1\u00a0972.00", "未知", "", "未知");
                    assertThat(row.source()).startsWith("取决于 审查配置未定:停车配建城市等级;");
                });
    }

    @Test
    void every_certain_line_is_quantity_times_rate() {
        assertThat(blocks).extracting(ReportPage.Parking::title).contains("非机动车停车位");
        assertThat(block("非机动车停车位", "桐土储").rows())
                .extracting(row -> row.quantity() + " × " + row.rate() + " = " + row.spaces())
                .containsExactly("13\u00a0845.00 × 4.8 = 664.56");
    }
}
