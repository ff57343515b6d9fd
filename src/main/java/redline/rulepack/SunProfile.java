package redline.rulepack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import redline.measure.SunSettings;
import redline.requirement.Grade;
import redline.sun.Location;

/** How sunlight is counted, as a profile writes it: each setting with a value or candidates, its source and grade. */
final class SunProfile {
    /** The settings that are read here and not by rules. */
    static final Set<String> NAMES = Set.of(
            "sun-housing",
            "sun-care",
            "sun-counting",
            "sun-least-sweep",
            "sun-points",
            "sun-width",
            "sun-rooms",
            "sun-green",
            "sun-accuracy",
            "sun-place",
            "sun-facades");

    /** Of these there is one value, which nothing is computed twice for. */
    private static final Set<String> SINGLE = Set.of("sun-accuracy", "sun-place", "sun-facades");

    private static final int MOST_CANDIDATES = 4;

    private final Yaml settings;
    private final List<Profile.SettingSource> sources;

    private SunProfile(Yaml settings, List<Profile.SettingSource> sources) {
        this.settings = settings;
        this.sources = sources;
    }

    static SunSettings read(Yaml settings, List<Profile.SettingSource> sources) {
        SunProfile profile = new SunProfile(settings, sources);
        List<SunSettings.Day> housing = profile.all("sun-housing", SunProfile::day, SunProfile::told);
        List<SunSettings.Day> care = profile.all("sun-care", SunProfile::day, SunProfile::told);
        List<SunSettings.Stretches> stretches = profile.all("sun-counting", SunProfile::stretches, SunProfile::told);
        List<Double> sweep = profile.all("sun-least-sweep", value -> number(value, 0, 90), angle -> plain(angle) + "°");
        List<SunSettings.Points> points =
                profile.all("sun-points", value -> word(value, SunSettings.Points.values()), Enum::name);
        List<SunSettings.Width> widths = profile.all("sun-width", SunProfile::width, SunProfile::told);
        List<SunSettings.Rooms> rooms =
                profile.all("sun-rooms", value -> word(value, SunSettings.Rooms.values()), Enum::name);
        List<Double> green = profile.all("sun-green", value -> number(value, 0, 24), hours -> plain(hours) + " h");
        List<SunSettings.Accuracy> accuracy = profile.all("sun-accuracy", SunProfile::accuracy, SunProfile::told);
        List<Location> place = profile.all("sun-place", SunProfile::place, SunProfile::told);
        List<SunSettings.Facades> facades = profile.all("sun-facades", SunProfile::facades, SunProfile::told);
        return new SunSettings(
                housing,
                care,
                stretches,
                sweep,
                points,
                widths,
                rooms,
                green,
                profile.one(accuracy),
                profile.one(place),
                profile.one(facades));
    }

    private <T> T one(List<T> values) {
        return values.isEmpty() ? null : values.get(0);
    }

    /** The value, or the candidates; none where the setting is not written or written with faults. */
    private <T> List<T> all(String name, Function<Yaml, T> read, Function<T, String> told) {
        Yaml setting = settings.find(name);
        if (setting == null || !setting.mapping("value", "candidates", "source", "grade", "note")) {
            return List.of();
        }
        boolean single = SINGLE.contains(name);
        Yaml value = setting.find("value");
        List<Yaml> written = new ArrayList<>(value != null ? List.of(value) : setting.items("candidates"));
        if (value != null && setting.find("candidates") != null) {
            setting.fault(
                    "既有取值又有候选值",
                    "There is both a value and candidates",
                    "已定的只写 value;未定的只写 candidates",
                    "Write value where it is settled, candidates where it is not");
        }
        if (written.size() > (single ? 1 : MOST_CANDIDATES)) {
            setting.fault(
                    "候选值有 " + written.size() + " 个",
                    "There are " + written.size() + " candidates",
                    "最多 " + (single ? 1 : MOST_CANDIDATES) + " 个",
                    "At most " + (single ? 1 : MOST_CANDIDATES));
        }
        List<T> values = written.stream().map(read).filter(Objects::nonNull).toList();
        String source = setting.text("source");
        Grade grade = setting.choice("grade", PackReader.GRADES);
        if (source == null || grade == null || values.size() < written.size()) {
            return List.of();
        }
        String all = values.stream().map(told).collect(Collectors.joining("、"));
        String shown = values.isEmpty() ? "未定" : value != null ? all : "未定,候选:" + all;
        sources.add(new Profile.SettingSource(name, shown, source, grade, setting.text("note", "")));
        return values;
    }

    private static SunSettings.Day day(Yaml value) {
        if (!value.isMapping() || !value.mapping("day", "from", "to")) {
            return null;
        }
        LocalDate date = value.get("day") == null ? null : value.get("day").date();
        Double from = value.get("from") == null ? null : number(value.get("from"), 0, 24);
        Double to = value.get("to") == null ? null : number(value.get("to"), 0, 24);
        if (date == null || from == null || to == null) {
            return null;
        }
        if (from >= to) {
            value.fault("起时不早于止时", "It does not begin before it ends", "from 小于 to", "from is less than to");
            return null;
        }
        return new SunSettings.Day(date, from, to);
    }

    private static String told(SunSettings.Day day) {
        return day.date() + " " + plain(day.from()) + "–" + plain(day.to()) + " h";
    }

    private static SunSettings.Stretches stretches(Yaml value) {
        if (!value.isMapping() || !value.mapping("count", "least-minutes", "most")) {
            return null;
        }
        Boolean continuous = value.choice("count", Map.of("CUMULATIVE", false, "CONTINUOUS", true));
        Double least = value.get("least-minutes") == null ? null : number(value.get("least-minutes"), 0, 600);
        Yaml most = value.find("most");
        Double number = most == null ? null : number(most, 1, 100);
        return continuous == null || least == null
                ? null
                : new SunSettings.Stretches(continuous, least, number == null ? null : number.intValue());
    }

    private static String told(SunSettings.Stretches stretches) {
        return (stretches.continuous() ? "CONTINUOUS" : "CUMULATIVE") + " ≥ " + plain(stretches.leastMinutes()) + " min"
                + (stretches.most() == null ? "" : " × " + stretches.most());
    }

    /** {@code WHOLE}, or the widths of the most favourable stretch. */
    private static SunSettings.Width width(Yaml value) {
        if (!value.isMapping()) {
            return value.choice(Map.of("WHOLE", SunSettings.Width.WHOLE));
        }
        if (!value.mapping("most-favourable", "nursery")) {
            return null;
        }
        Double most = value.get("most-favourable") == null ? null : number(value.get("most-favourable"), 0.1, 100);
        Double nursery = value.get("nursery") == null ? null : number(value.get("nursery"), 0.1, 100);
        return most == null || nursery == null ? null : new SunSettings.Width(most, nursery);
    }

    private static String told(SunSettings.Width width) {
        return width.equals(SunSettings.Width.WHOLE)
                ? "WHOLE"
                : "≤ " + plain(width.most()) + " m / " + plain(width.nursery()) + " m";
    }

    private static SunSettings.Accuracy accuracy(Yaml value) {
        if (!value.isMapping() || !value.mapping("position", "height")) {
            return null;
        }
        Double position = value.get("position") == null ? null : number(value.get("position"), 0, 10);
        Double height = value.get("height") == null ? null : number(value.get("height"), 0, 10);
        return position == null || height == null ? null : new SunSettings.Accuracy(position, height);
    }

    private static String told(SunSettings.Accuracy accuracy) {
        return "±" + plain(accuracy.position()) + " m, ±" + plain(accuracy.height()) + " m";
    }

    private static Location place(Yaml value) {
        if (!value.isMapping() || !value.mapping("latitude", "longitude")) {
            return null;
        }
        Double latitude = value.get("latitude") == null ? null : number(value.get("latitude"), -66, 66);
        Double longitude = value.get("longitude") == null ? null : number(value.get("longitude"), -180, 180);
        return latitude == null || longitude == null ? null : new Location(latitude, longitude);
    }

    private static String told(Location place) {
        return plain(place.latitude()) + "°, " + plain(place.longitude()) + "°";
    }

    private static SunSettings.Facades facades(Yaml value) {
        if (!value.isMapping() || !value.mapping("spacing", "sill")) {
            return null;
        }
        Double spacing = value.get("spacing") == null ? null : number(value.get("spacing"), 0.1, 10);
        Double sill = value.get("sill") == null ? null : number(value.get("sill"), 0, 10);
        return spacing == null || sill == null ? null : new SunSettings.Facades(spacing, sill);
    }

    private static String told(SunSettings.Facades facades) {
        return "≤ " + plain(facades.spacing()) + " m, + " + plain(facades.sill()) + " m";
    }

    private static Double number(Yaml value, double least, double most) {
        BigDecimal number = value.number();
        if (number != null && (number.doubleValue() < least || number.doubleValue() > most)) {
            String range = plain(least) + "–" + plain(most);
            value.fault("超出范围", "Out of range", "应在 " + range + " 之间", "Between " + range);
            return null;
        }
        return number == null ? null : (Double) number.doubleValue();
    }

    private static <E extends Enum<E>> E word(Yaml value, E[] words) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E word : words) {
            choices.put(word.name(), word);
        }
        return value.choice(choices);
    }

    private static String plain(double number) {
        return Decimals.plain(BigDecimal.valueOf(number));
    }
}
