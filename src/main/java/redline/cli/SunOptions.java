package redline.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import redline.measure.SunSettings;
import redline.measure.SunSettings.Day;
import redline.measure.SunSettings.Points;
import redline.measure.SunSettings.Rooms;
import redline.measure.SunSettings.Stretches;
import redline.measure.SunSettings.Width;
import redline.quantity.Text;

/** How sunlight is counted: as the profile says, and where it says nothing or is to be looked at otherwise, as the options say. */
final class SunOptions {
    /** The days of domain B.3 in the standard year. */
    private static final LocalDate GREAT_COLD = LocalDate.of(2001, 1, 20);

    private static final LocalDate WINTER_SOLSTICE = LocalDate.of(2001, 12, 22);
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?::([0-5]\\d))?-(\\d{1,2})(?::([0-5]\\d))?");

    @Option(names = "--day", paramLabel = "DAY")
    private String day;

    @Option(names = "--time", paramLabel = "HH:MM-HH:MM")
    private String time;

    @Option(names = "--counting", paramLabel = "WORD")
    private String counting;

    @Option(names = "--least-minutes", paramLabel = "N")
    private BigDecimal leastMinutes;

    @Option(names = "--most-stretches", paramLabel = "N")
    private Integer mostStretches;

    @Option(names = "--sweep", paramLabel = "DEGREES")
    private BigDecimal sweep;

    @Option(names = "--points", paramLabel = "WORD")
    private String points;

    @Option(names = "--width", paramLabel = "whole|METRES")
    private String width;

    @Option(names = "--rooms", paramLabel = "WORD")
    private String rooms;

    /** What was taken from options and not from the profile. */
    private final List<String> given = new ArrayList<>();

    /**
     * The settings of the profile with what the options say put in.
     *
     * @throws BadUsage for an option that makes no sense, and where something is neither set nor said
     */
    SunSettings over(SunSettings profile, String name) {
        List<Day> housing = days(profile.housing(), profile);
        List<Day> care = days(profile.care(), profile);
        List<Stretches> stretches = stretches(profile.stretches());
        List<Double> least = sweep == null ? profile.leastSweep() : List.of(sweep());
        List<Points> of = points == null
                ? profile.points()
                : List.of(word("--points", points, Points.FULL, "full", Points.CENTRE, "centre"));
        List<Width> widths = width == null ? profile.widths() : List.of(width());
        List<Rooms> which =
                rooms == null ? profile.rooms() : List.of(word("--rooms", rooms, Rooms.ALL, "all", Rooms.ANY, "any"));
        tell();
        List<String> unset = new ArrayList<>();
        need(unset, housing.isEmpty() && care.isEmpty(), "--day");
        need(unset, stretches.isEmpty(), "--counting --least-minutes");
        need(unset, least.isEmpty(), "--sweep");
        need(unset, of.isEmpty(), "--points");
        need(unset, widths.isEmpty(), "--width");
        need(unset, which.isEmpty(), "--rooms");
        if (!unset.isEmpty()) {
            String options = String.join(" ", unset);
            throw new BadUsage(
                    "规则方案 " + name + " 没有定这些日照计算口径，请用参数给出：" + options,
                    "the profile " + name + " does not say how this is counted, please give: " + options);
        }
        return new SunSettings(
                housing,
                care,
                stretches,
                least,
                of,
                widths,
                which,
                profile.greenHours(),
                profile.accuracy(),
                profile.place(),
                profile.facades());
    }

    /** What the reader should know of where the way of counting comes from; empty where all of it is the profile's. */
    Optional<Text> said() {
        String all = String.join(" ", given);
        return given.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text("计算口径由参数给定：" + all, "Counted by options: " + all));
    }

    private static void need(List<String> unset, boolean missing, String option) {
        if (missing) {
            unset.add(option);
        }
    }

    private void note(Object value, String option) {
        if (value != null) {
            given.add(option + " " + value);
        }
    }

    private List<Day> days(List<Day> set, SunSettings profile) {
        if (day == null) {
            if (time == null) {
                return set;
            }
            return set.stream().map(one -> within(one.date())).toList();
        }
        LocalDate date = date();
        if (time != null) {
            return List.of(within(date));
        }
        return List.of(Stream.concat(profile.housing().stream(), profile.care().stream())
                .filter(one -> one.date().equals(date))
                .findFirst()
                .orElseThrow(() -> new BadUsage(
                        "规则方案没有定 " + date + " 的有效日照时间带，请用 --time 给出，如 --time 8:00-16:00",
                        "the profile does not say which time of " + date
                                + " counts, please give --time, such as --time 8:00-16:00")));
    }

    private void tell() {
        note(day, "--day");
        note(time, "--time");
        note(counting, "--counting");
        note(leastMinutes, "--least-minutes");
        note(mostStretches, "--most-stretches");
        note(sweep, "--sweep");
        note(points, "--points");
        note(width, "--width");
        note(rooms, "--rooms");
    }

    private LocalDate date() {
        return switch (day) {
            case "great-cold" -> GREAT_COLD;
            case "winter-solstice" -> WINTER_SOLSTICE;
            default -> {
                try {
                    yield LocalDate.parse(day);
                } catch (java.time.format.DateTimeParseException noDate) {
                    throw new BadUsage(
                                    "--day 应为 great-cold（大寒日）、winter-solstice（冬至日）或 2001-01-20 这样的日期，不是 " + day,
                                    "--day is great-cold, winter-solstice or a date like 2001-01-20, not " + day)
                            .because(noDate);
                }
            }
        };
    }

    private Day within(LocalDate date) {
        Matcher parts = TIME.matcher(time);
        if (parts.matches()) {
            double from = hour(parts.group(1), parts.group(2));
            double to = hour(parts.group(3), parts.group(4));
            if (from < to && to <= 24) {
                return new Day(date, from, to);
            }
        }
        throw new BadUsage(
                "--time 应为 8:00-16:00 的形式（真太阳时），不是 " + time,
                "--time is written like 8:00-16:00 (apparent solar time), not " + time);
    }

    private static double hour(String hours, String minutes) {
        return Integer.parseInt(hours) + (minutes == null ? 0 : Integer.parseInt(minutes) / 60.0);
    }

    private List<Stretches> stretches(List<Stretches> set) {
        if (counting == null && leastMinutes == null && mostStretches == null) {
            return set;
        }
        Stretches first = set.isEmpty() ? null : set.get(0);
        boolean incomplete = first == null && (counting == null || leastMinutes == null);
        if (incomplete) {
            return List.of();
        }
        if (leastMinutes != null && leastMinutes.signum() < 0) {
            throw negative("--least-minutes", leastMinutes);
        }
        if (mostStretches != null && mostStretches < 1) {
            throw new BadUsage("--most-stretches 至少为 1", "--most-stretches is 1 or more");
        }
        boolean continuous = counting == null
                ? first.continuous()
                : word("--counting", counting, true, "continuous", false, "cumulative");
        return List.of(new Stretches(
                continuous,
                leastMinutes == null ? first.leastMinutes() : leastMinutes.doubleValue(),
                mostStretches != null ? mostStretches : first == null ? null : first.most()));
    }

    private double sweep() {
        if (sweep.signum() < 0 || sweep.compareTo(BigDecimal.valueOf(90)) >= 0) {
            throw new BadUsage(
                    "--sweep 应在 0 到 90 度之间：" + sweep, "--sweep lies between 0 and 90 degrees, not: " + sweep);
        }
        return sweep.doubleValue();
    }

    /** One for all windows, those of nurseries too: who asks says which. */
    private Width width() {
        if (width.equals("whole")) {
            return Width.WHOLE;
        }
        try {
            double metres = Double.parseDouble(width);
            if (metres >= 0.1 && metres <= 100) {
                return new Width(metres, metres);
            }
        } catch (NumberFormatException noNumber) {
            throw badWidth().because(noNumber);
        }
        throw badWidth();
    }

    private BadUsage badWidth() {
        return new BadUsage(
                "--width 应为 whole（整扇）或 0.1 到 100 的米数（取最有利的一段），不是 " + width,
                "--width is whole, or metres from 0.1 to 100 (the most favourable stretch), not " + width);
    }

    private static BadUsage negative(String option, BigDecimal value) {
        return new BadUsage(option + " 不能为负：" + value, option + " is not negative: " + value);
    }

    private static <T> T word(String option, String given, T one, String first, T other, String second) {
        String lower = given.toLowerCase(Locale.ROOT);
        if (lower.equals(first)) {
            return one;
        }
        if (lower.equals(second)) {
            return other;
        }
        throw new BadUsage(
                option + " 应为 " + first + " 或 " + second + "，不是 " + given,
                option + " is " + first + " or " + second + ", not " + given);
    }
}
