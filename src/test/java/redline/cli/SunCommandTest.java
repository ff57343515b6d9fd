package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SunCommandTest {
    @TempDir
    private Path folder;

    /** The example of NREL/TP-560-34302. */
    @Test
    void the_published_example_of_nrel_as_json() {
        JsonNode sun = json(
                "--at",
                "39.742476,-105.1786",
                "--time",
                "2003-10-17T12:30:30-07:00",
                "--elevation",
                "1830.14",
                "--pressure",
                "820",
                "--temperature",
                "11",
                "--delta-t",
                "67");

        assertThat(sun.propertyNames())
                .containsExactly(
                        "latitude",
                        "longitude",
                        "time",
                        "offsetGiven",
                        "deltaT",
                        "azimuth",
                        "zenith",
                        "zenithRefracted",
                        "declination",
                        "equationOfTime",
                        "apparentSolarTime");
        assertThat(sun.get("azimuth").asDouble()).isCloseTo(194.34024, within(0.0003));
        assertThat(sun.get("zenithRefracted").asDouble()).isCloseTo(50.11162, within(0.0003));
        assertThat(sun.get("zenith").asDouble()).isCloseTo(50.1279, within(0.003));
        assertThat(sun.get("declination").asDouble()).isCloseTo(-9.31434, within(0.0001));
        assertThat(sun.get("equationOfTime").asDouble()).isCloseTo(14.641503, within(0.005));
        assertThat(sun.get("apparentSolarTime").asString()).isEqualTo("12:44:25");
        assertThat(sun.get("offsetGiven").asBoolean()).isTrue();
    }

    @Test
    void south_and_west_are_negative_also_as_the_first_thing_after_the_option() {
        JsonNode sun = json("--at", "-36.840556,174.74", "--time", "2010-03-15T03:30Z", "--delta-t", "0");

        assertThat(sun.get("azimuth").asDouble()).isCloseTo(299.087594, within(0.0003));
        assertThat(sun.has("zenithRefracted")).isFalse();
    }

    @Test
    void without_an_offset_the_clock_is_that_of_beijing_and_this_is_said() {
        CommandLineRun run = CommandLineRun.in(folder, "sun", "--at", "30.63,120.56", "--time", "2001-01-20 08:08:46");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("时刻              2001-01-20T08:08:46+08:00（没有写时区，按 +08:00）"),
                        line -> assertThat(line).matches("方位角            123\\.\\d{4}°（正北起顺时针）"),
                        line -> assertThat(line).matches("天顶角            76\\.\\d{4}°（高度角 13\\.\\d{4}°，不计大气折射）"),
                        line -> assertThat(line).matches("赤纬              -20\\.1\\d{3}°"),
                        line -> assertThat(line).matches("时差              -1[01]\\.\\d{3} min（真太阳时减平太阳时）"),
                        line -> assertThat(line).matches("真太阳时          08:00:0\\d"),
                        line -> assertThat(line).matches("ΔT                6\\d\\.\\d s（估计值）"));
    }

    @Test
    void the_json_goes_to_a_file_and_the_lines_to_the_terminal() throws IOException {
        CommandLineRun run = CommandLineRun.in(
                folder,
                "sun",
                "--at",
                "30.63,120.56",
                "--time",
                "2001-01-20T12:00+08:00",
                "--json",
                "sun.json",
                "--lang",
                "en");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("declination       -20.1").contains("(clockwise from true north)");
        assertThat(Files.readString(folder.resolve("sun.json"))).contains("\"time\" : \"2001-01-20T12:00:00+08:00\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--at 30.63; 地点应写作 纬度,经度",
                "--at 91,120; 地点应写作 纬度,经度",
                "--at 北京; 地点应写作 纬度,经度",
                "--time 2001-01-20; 时间应写作 2001-01-20T08:00:00+08:00",
                "--time 2001-02-30T08:00; 时间应写作 2001-01-20T08:00:00+08:00",
                "--time 9999-01-01T08:00; 年份应在 1 至 6000 之间",
                "--pressure 1013; --pressure 与 --temperature 须同时给出",
                "--elevation high; --elevation 应是 -500 … 9000 的数：high"
            })
    void what_is_wrong_is_told(String wrong, String told) {
        String[] pair = wrong.split(" ");
        String[] right = {"sun", "--at", "30.63,120.56", "--time", "2001-01-20T08:00"};
        String[] arguments = pair[0].equals("--at") || pair[0].equals("--time")
                ? replaced(right, pair)
                : Stream.concat(Stream.of(right), Stream.of(pair)).toArray(String[]::new);

        CommandLineRun run = CommandLineRun.in(folder, arguments);

        assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(run.err()).contains(told);
        assertThat(run.out()).isEmpty();
    }

    private static String[] replaced(String[] right, String[] pair) {
        String[] arguments = right.clone();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals(pair[0])) {
                arguments[i + 1] = pair[1];
            }
        }
        return arguments;
    }

    private JsonNode json(String... arguments) {
        CommandLineRun run = CommandLineRun.in(
                folder,
                Stream.of(Stream.of("sun"), Stream.of(arguments), Stream.of("--json", "-"))
                        .flatMap(part -> part)
                        .toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        return new JsonMapper().readTree(run.out());
    }
}
