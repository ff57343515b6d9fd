package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The layout of docs/sunlight.md; its hours are held against small steps in {@code SunPageTest}. */
class SunlightCommandTest {
    private static final String SCHEME =
            Path.of("test-cases/sun/three-standards.yaml").toAbsolutePath().toString();
    private static final List<String> NATIONAL = List.of(
            "--day",
            "great-cold",
            "--time",
            "8:00-16:00",
            "--counting",
            "cumulative",
            "--least-minutes",
            "5",
            "--sweep",
            "0",
            "--points",
            "full",
            "--rooms",
            "all");

    @TempDir
    private Path folder;

    @Test
    void each_window_has_its_stretches_to_the_second_and_who_shades_it() {
        CommandLineRun run = sunlight(NATIONAL, "--hours", "3");
        assertThat(run.exit()).isEqualTo(Exit.VIOLATIONS);
        assertThat(run.out())
                .contains(
                        "2001-01-20,北纬 30.6300°、东经 120.5600°,有效时间带 08:00–16:00(真太阳时)",
                        "8 h 00 min",
                        "1 h 48 min <",
                        "11:33:20–12:19:50",
                        "1# 12:19:50–13:58:56",
                        "103:建设前 8 h 00 min,建设后 1 h 48 min <",
                        "少于 3\u00a0h(由使用者给定,不是本程序的限值):建设前 0 户,建设后 2 户",
                        "计算口径由参数给定：--day great-cold --time 8:00-16:00 --counting cumulative");
        assertThat(sunlight(NATIONAL).exit()).isEqualTo(Exit.COMPLIES);
    }

    @Test
    void facades_are_listed_by_storey_with_the_length_of_wall_that_has_the_hours() {
        CommandLineRun run = sunlight(NATIONAL, "--hours", "3", "--facades");
        assertThat(run.exit()).isEqualTo(Exit.VIOLATIONS);
        assertThat(run.out())
                .contains(
                        "立面取样\n沿立面取样，不代替窗户表:沿墙每 1 m 或更密取一点,各层楼面以上 0.9 m,时数按点计。",
                        "建设后达到 3\u00a0h 的长度",
                        "≥ 3\u00a0h: 22.0 m",
                        "< 3\u00a0h: 12.0 m");
        assertThat(sunlight(NATIONAL, "--hours", "3").out()).doesNotContain("立面取样");
    }

    /** Two millimetres apart: the one keeps the hours, the other does not. */
    @Test
    void the_highest_block_is_the_last_that_leaves_its_neighbours_their_hours() throws IOException {
        CommandLineRun run = sunlight(NATIONAL, "--hours", "3", "--highest", "1#");
        assertThat(run.exit()).isEqualTo(Exit.COMPLIES);
        Matcher top = Pattern.compile("顶标高至多 ([0-9.]+) m（现为 58 m）；再高 1 mm，户 \\S+ 就保不住，此时它的窗 (\\S+) 有")
                .matcher(run.out());
        assertThat(top.find()).as(run.out()).isTrue();
        BigDecimal highest = new BigDecimal(top.group(1));
        assertThat(hoursWith(highest, top.group(2))).isGreaterThanOrEqualTo(3);
        assertThat(hoursWith(highest.add(new BigDecimal("0.002")), top.group(2)))
                .isLessThan(3);
        assertThat(sunlight(NATIONAL, "--highest", "1#").exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(sunlight(NATIONAL, "--hours", "3", "--highest", "9#").err()).contains("没有编号为 9#");
    }

    /** Hours that a window has afterwards where the first building's top lies at that level. */
    private double hoursWith(BigDecimal top, String window) throws IOException {
        String level = top.toPlainString();
        Path changed = folder.resolve(level + ".yaml");
        Files.writeString(
                changed,
                Files.readString(Path.of(SCHEME))
                        .replaceFirst("top: 58.00", "top: " + level)
                        .replaceFirst("elevation: 58.00", "elevation: " + level));
        List<String> arguments = new ArrayList<>(List.of("sunlight", changed.toString(), "--json", "-"));
        arguments.addAll(NATIONAL);
        JsonNode root = new JsonMapper()
                .readTree(CommandLineRun.in(folder, arguments.toArray(String[]::new))
                        .out());
        for (JsonNode one : root.get("days").get(0).get("windows")) {
            if (one.get("id").asString().equals(window)) {
                return one.get("hoursAfter").asDouble();
            }
        }
        throw new AssertionError("no window " + window);
    }

    @Test
    void with_the_json_standard_output_holds_nothing_else() {
        CommandLineRun run = sunlight(NATIONAL, "--json", "-", "--hours", "3");
        JsonNode root = new JsonMapper().readTree(run.out());
        JsonNode day = root.get("days").get(0);
        assertThat(root.get("place").get("latitude").decimalValue()).isEqualByComparingTo("30.63");
        assertThat(day.get("kind").asString()).isEqualTo("DWELLINGS");
        assertThat(day.get("date").asString()).isEqualTo("2001-01-20");
        JsonNode window = day.get("windows").get(2);
        assertThat(window.get("id").asString()).isEqualTo("104东");
        assertThat(window.get("after").toString())
                .isEqualTo("[{\"from\":\"08:00:00\",\"to\":\"09:28:34\"},{\"from\":\"10:55:23\",\"to\":\"12:00:56\"}]");
        assertThat(window.get("less").asBoolean()).isTrue();
        assertThat(window.get("shadedBy").get(0).get("building").asString()).isEqualTo("4#");
        assertThat(day.get("homes").valueStream().map(home -> home.get("less").asBoolean()))
                .containsExactly(false, true, true, false);
    }

    @Test
    void table_and_pictures_are_written_where_they_are_wanted() throws IOException {
        CommandLineRun run = sunlight(NATIONAL, "--xlsx", "户表.xlsx", "--pictures", ".", "--lang", "en");
        assertThat(run.exit()).isZero();
        try (Stream<Path> written = Files.list(folder)) {
            assertThat(written.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "户表.xlsx",
                            "dwellings-shadows.svg",
                            "dwellings-ground.svg",
                            "dwellings-facades-5_.svg",
                            "dwellings-sky-101南.svg",
                            "dwellings-sky-103南.svg",
                            "dwellings-sky-104东.svg",
                            "dwellings-sky-504南.svg");
        }
        assertThat(run.out()).contains("103: before 8 h 00 min, after 1 h 48 min", "Written: ");
    }

    @Test
    void what_cannot_be_understood_is_told_with_how_it_is_written() throws IOException {
        assertThat(List.of(
                        complaint("--day", "1-1"),
                        complaint("--day", "2001-03-01"),
                        complaint("--day", "great-cold", "--time", "16-8"),
                        complaint("--hours", "0"),
                        complaint("--sweep", "90"),
                        complaint("--counting", "all"),
                        complaint("--width", "narrow"),
                        complaint("--least-minutes", "-5"),
                        complaint("--profile", "nowhere"),
                        complaint("--pictures", "nowhere")))
                .containsExactly(
                        "--day 应为 great-cold（大寒日）、winter-solstice（冬至日）或 2001-01-20 这样的日期，不是 1-1",
                        "规则方案没有定 2001-03-01 的有效日照时间带，请用 --time 给出，如 --time 8:00-16:00",
                        "--time 应为 8:00-16:00 的形式（真太阳时），不是 16-8",
                        "--hours 应大于 0、不超过 24：0",
                        "--sweep 应在 0 到 90 度之间：90",
                        "--counting 应为 continuous 或 cumulative，不是 all",
                        "--width 应为 whole（整扇）或 0.1 到 100 的米数（取最有利的一段），不是 narrow",
                        "--least-minutes 不能为负：-5",
                        "没有名为 nowhere 的规则方案，可用：conditions-only, example-hangzhou, national-only, tongxiang",
                        "--pictures 要一个已有的文件夹：nowhere");
        String written = Files.readString(Path.of(SCHEME));
        Path without = folder.resolve("without.yaml");
        Files.writeString(without, written.substring(0, written.indexOf("sunWindows:")));
        CommandLineRun none = CommandLineRun.in(folder, "sunlight", without.toString());
        assertThat(none.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(none.err()).startsWith("方案没有写要算日照的窗（sunWindows），无从计算");
    }

    private String complaint(String... options) {
        CommandLineRun run = sunlight(List.of(), options);
        assertThat(run.exit()).isEqualTo(Exit.BAD_INPUT);
        return run.err().strip();
    }

    private CommandLineRun sunlight(List<String> counting, String... more) {
        String[] all = Stream.of(Stream.of("sunlight", SCHEME), counting.stream(), Arrays.stream(more))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return CommandLineRun.in(folder, all);
    }
}
