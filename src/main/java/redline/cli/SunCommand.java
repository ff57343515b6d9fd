package redline.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import redline.sun.Location;
import redline.sun.SunPath;
import redline.sun.SunPosition;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code redline sun}: where the sun stands over a place at a time. */
@Command(name = "sun", mixinStandardHelpOptions = true, sortOptions = false)
final class SunCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Terminal terminal;

    @Option(names = "--at", paramLabel = "LAT,LON", required = true)
    private String at;

    @Option(names = "--time", paramLabel = "T", required = true)
    private String time;

    @Option(names = "--elevation", paramLabel = "M", defaultValue = "0")
    private String elevation;

    @Option(names = "--pressure", paramLabel = "HPA")
    private String pressure;

    @Option(names = "--temperature", paramLabel = "C")
    private String temperature;

    @Option(names = "--delta-t", paramLabel = "S")
    private String deltaT;

    @Option(names = "--json", paramLabel = "FILE|-")
    private String json;

    SunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param zenithSeen with refraction; null where no air was given */
    private record Answer(
            Location place,
            ZonedDateTime time,
            boolean offsetGiven,
            double deltaT,
            SunPosition sun,
            Double zenithSeen) {}

    @Override
    public Integer call() {
        Path target = json == null || json.equals(STANDARD_OUTPUT) ? null : OutputFiles.writable(terminal.path(json));
        Answer answer = answer();
        byte[] written = (MAPPER.writeValueAsString(fields(answer)) + "\n").getBytes(StandardCharsets.UTF_8);
        if (STANDARD_OUTPUT.equals(json)) {
            terminal.out().writeBytes(written);
            return 0;
        }
        if (target != null) {
            OutputFiles files = new OutputFiles();
            files.add(target, written);
            files.write();
        }
        print(answer);
        return 0;
    }

    private Answer answer() {
        Location place = place();
        TemporalAccessor read = time();
        boolean offsetGiven = read instanceof OffsetDateTime;
        ZonedDateTime moment = read instanceof OffsetDateTime stated
                ? stated.toZonedDateTime()
                : ((LocalDateTime) read).atZone(SunPath.CHINA);
        if (moment.getYear() < 1 || moment.getYear() > 6000) {
            throw new BadUsage("年份应在 1 至 6000 之间：" + time, "the year lies between 1 and 6000, not: " + time);
        }
        double height = number("--elevation", elevation, -500, 9000);
        double difference =
                deltaT == null ? SunPosition.deltaT(moment.toLocalDate()) : number("--delta-t", deltaT, -8000, 8000);
        if ((pressure == null) != (temperature == null)) {
            throw new BadUsage(
                    "大气折射要气压和气温：--pressure 与 --temperature 须同时给出",
                    "refraction takes both --pressure and --temperature");
        }
        Double seen = pressure == null
                ? null
                : (Double) SunPosition.refracted(
                        place,
                        moment,
                        difference,
                        height,
                        number("--pressure", pressure, 0, 1200),
                        number("--temperature", temperature, -90, 70));
        return new Answer(
                place, moment, offsetGiven, difference, SunPosition.of(place, moment, difference, height), seen);
    }

    private Location place() {
        String[] parts = at.strip().split("[,，]", -1);
        try {
            if (parts.length == 2) {
                return new Location(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
            }
        } catch (IllegalArgumentException e) {
            throw badPlace().because(e);
        }
        throw badPlace();
    }

    private BadUsage badPlace() {
        return new BadUsage(
                "地点应写作 纬度,经度（度，北纬、东经为正），如 30.63,120.56：" + at,
                "a place is latitude,longitude in degrees, north and east positive, like 30.63,120.56, not: " + at);
    }

    private TemporalAccessor time() {
        String written = time.strip().replace(' ', 'T');
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parseBest(written, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeParseException e) {
            throw new BadUsage(
                            "时间应写作 2001-01-20T08:00:00+08:00（不写时区按 +08:00）：" + time,
                            "a time is written like 2001-01-20T08:00:00+08:00 (+08:00 where no offset is), not: "
                                    + time)
                    .because(e);
        } catch (DateTimeException e) {
            throw new BadUsage("没有这个时间：" + time, "there is no such time: " + time).because(e);
        }
    }

    private static double number(String option, String written, double least, double most) {
        double number = Double.NaN;
        try {
            number = Double.parseDouble(written);
        } catch (NumberFormatException e) {
            // told below like what is out of bounds
        }
        if (!(number >= least && number <= most)) {
            String range = plain(least) + " … " + plain(most);
            throw new BadUsage(
                    option + " 应是 " + range + " 的数：" + written,
                    option + " is a number of " + range + ", not: " + written);
        }
        return number;
    }

    private static String plain(double whole) {
        return String.format(Locale.ROOT, "%.0f", whole);
    }

    private static Map<String, Object> fields(Answer answer) {
        SunPosition sun = answer.sun();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("latitude", answer.place().latitude());
        fields.put("longitude", answer.place().longitude());
        fields.put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(answer.time()));
        fields.put("offsetGiven", answer.offsetGiven());
        fields.put("deltaT", round(answer.deltaT(), 3));
        fields.put("azimuth", round(sun.azimuth(), 6));
        fields.put("zenith", round(sun.zenith(), 6));
        if (answer.zenithSeen() != null) {
            fields.put("zenithRefracted", round(answer.zenithSeen(), 6));
        }
        fields.put("declination", round(sun.declination(), 6));
        fields.put("equationOfTime", round(sun.equationOfTime(), 6));
        fields.put("apparentSolarTime", clock(sun));
        return fields;
    }

    private static double round(double value, int decimals) {
        double factor = Math.pow(10, decimals);
        return Math.rint(value * factor) / factor;
    }

    private static String clock(SunPosition sun) {
        long seconds = Math.floorMod(Math.round(sun.apparentSolarTime() * 3600), 86_400L);
        return SunPath.second(seconds / 3600.0);
    }

    private void print(Answer answer) {
        SunPosition sun = answer.sun();
        line(
                "时刻",
                "time",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(answer.time())
                        + (answer.offsetGiven()
                                ? ""
                                : terminal.say("（没有写时区，按 +08:00）", " (no offset was given: +08:00)")));
        line("方位角", "azimuth", degrees(sun.azimuth()) + terminal.say("（正北起顺时针）", " (clockwise from true north)"));
        line(
                "天顶角",
                "zenith",
                degrees(sun.zenith())
                        + terminal.say(
                                "（高度角 " + degrees(90 - sun.zenith()) + "，不计大气折射）",
                                " (altitude " + degrees(90 - sun.zenith()) + ", without refraction)"));
        if (answer.zenithSeen() != null) {
            String air = pressure + " hPa, " + temperature + " °C";
            line(
                    "天顶角(折射)",
                    "zenith seen",
                    degrees(answer.zenithSeen())
                            + terminal.say("（大气折射：" + air + "）", " (with refraction: " + air + ")"));
        }
        line("赤纬", "declination", degrees(sun.declination()));
        line(
                "时差",
                "equation of time",
                String.format(Locale.ROOT, "%.3f min", sun.equationOfTime())
                        + terminal.say("（真太阳时减平太阳时）", " (apparent minus mean solar time)"));
        line("真太阳时", "solar time", clock(sun));
        line(
                "ΔT",
                "ΔT",
                String.format(Locale.ROOT, "%.1f s", answer.deltaT())
                        + (deltaT == null ? terminal.say("（估计值）", " (estimated)") : ""));
    }

    private void line(String zh, String en, String value) {
        String name = terminal.say(zh, en);
        int wide = name.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
        terminal.out().println(name + " ".repeat(18 - wide) + value);
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.4f°", value);
    }
}
