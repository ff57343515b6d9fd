package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.measure.SettingOut;
import redline.measure.Settings;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.Grade;
import redline.requirement.RuleInfo;
import redline.scheme.Volume;

/**
 * Which packs stand where, and for whom: {@code rules/profiles/<name>.yaml}.
 *
 * @param authority the office's own; rules of others are counted apart
 * @param stage of the review; rules of later stages are counted apart
 * @param packs ids, in the order of the report
 * @param sources where each setting comes from
 */
record Profile(
        String name,
        Text title,
        String authority,
        String stage,
        List<String> packs,
        Settings settings,
        List<SettingSource> sources,
        List<Option> options) {
    private static final int MOST_CANDIDATES = 20;
    private static final String SETTING_OUT = "setting-out";

    Profile with(Text otherTitle, List<String> otherPacks) {
        return new Profile(name, otherTitle, authority, stage, otherPacks, settings, sources, options);
    }

    /** Before the name of a setting where rules read it: {@code Parameter( name == "settings/climate-zone", $zone : text )}. */
    static final String PREFIX = "settings/";

    /**
     * A setting that rules read. Where {@code value} is null it is not settled, and {@code candidates}, where there are any, are
     * what it may be; {@code words} tells them where they do not speak for themselves.
     */
    record Option(
            String name,
            Text title,
            String value,
            List<String> candidates,
            Map<String, Text> words,
            String source,
            Grade grade,
            String note) {
        String qualified() {
            return PREFIX + name;
        }

        Option settled(String chosen) {
            return new Option(name, title, chosen, List.of(), words, source, grade, note);
        }

        Text said(String candidate) {
            return words.getOrDefault(candidate, Text.same(candidate));
        }

        /** The row that rules see with that value, null = not settled. */
        Row row(String chosen) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", qualified());
            BigDecimal number = chosen == null ? null : Decimals.parse(chosen);
            values.put("value", number == null ? null : (Double) number.doubleValue());
            values.put("text", chosen);
            return new Row(
                    PublishedFacts.PARAMETER, qualified(), values, new Citation("settings", title, source, grade));
        }
    }

    /** With these settings settled. */
    Profile settled(Map<String, String> values) {
        List<Option> chosen = new ArrayList<>();
        Map<String, String> left = new LinkedHashMap<>(values);
        for (Option option : options) {
            String value = left.remove(option.name());
            boolean fits = value == null
                    || option.candidates().isEmpty()
                    || option.candidates().contains(value);
            if (!fits) {
                throw new IllegalArgumentException("“" + value + "”不是 " + option.name() + " 的候选值 / no candidate");
            }
            chosen.add(value == null ? option : option.settled(value));
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("审查配置没有设置项 / no such setting: " + left.keySet());
        }
        return new Profile(name, title, authority, stage, packs, settings, sources, List.copyOf(chosen));
    }

    static boolean isSetting(String parameter) {
        return parameter.startsWith(PREFIX);
    }

    /** A setting as written, with its source. */
    record SettingSource(String name, String value, String source, Grade grade, String note) {}

    /** Null (with faults) where the file cannot be read. */
    static Profile read(String path, String text, List<Fault> faults) {
        Yaml top = Yaml.open(path, text, faults);
        if (top == null || !top.mapping("title", "authority", "stage", "packs", "settings")) {
            return null;
        }
        String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        Map<String, String> stages = new LinkedHashMap<>();
        PageReader.STAGES.forEach(stage -> stages.put(stage, stage));
        Text title = top.bilingual("title");
        String authority = top.text("authority");
        String stage = top.choice("stage", stages);
        List<String> packs = new ArrayList<>();
        for (Yaml item : top.items("packs")) {
            String pack = item.text();
            if (pack != null && packs.contains(pack)) {
                item.fault("规则包写了两次", "The pack is named twice", "只保留一个", "Keep one of them");
            }
            packs.add(pack);
        }
        List<SettingSource> sources = new ArrayList<>();
        Yaml settings = top.find("settings");
        Settings read = new Settings(null, null);
        List<Option> options = new ArrayList<>();
        if (settings != null && settings.isMapping()) {
            read = new Settings(
                            reach(settings.find("pair-reach"), sources),
                            points(settings.find("height-points"), sources))
                    .counting(SunProfile.read(settings, sources))
                    .settingOut(settingOut(settings.find(SETTING_OUT), sources));
        }
        if (settings != null && settings.isMapping()) {
            for (String key : settings.entries().keySet()) {
                if (!key.equals("pair-reach")
                        && !key.equals("height-points")
                        && !key.equals(SETTING_OUT)
                        && !SunProfile.NAMES.contains(key)) {
                    option(key, settings.find(key), options, sources);
                }
            }
        }
        if (title == null || authority == null || stage == null || packs.isEmpty() || packs.contains(null)) {
            return null;
        }
        return new Profile(
                name, title, authority, stage, List.copyOf(packs), read, List.copyOf(sources), List.copyOf(options));
    }

    private static void option(String key, Yaml setting, List<Option> options, List<SettingSource> sources) {
        if (!key.matches("[a-z0-9-]+")
                || !setting.mapping("title", "value", "candidates", "words", "source", "grade", "note")) {
            return;
        }
        Text title = setting.bilingual("title");
        String value =
                setting.find("value") == null ? null : setting.find("value").text();
        List<String> candidates = new ArrayList<>();
        if (setting.find("candidates") != null) {
            List<Yaml> items = setting.items("candidates");
            if (items.size() > MOST_CANDIDATES) {
                setting.fault(
                        "候选值有 " + items.size() + " 个,最多 " + MOST_CANDIDATES + " 个",
                        "There are " + items.size() + " candidates, at most " + MOST_CANDIDATES,
                        "每个候选值都要整套判一遍;只留确有可能的",
                        "Every one is judged; keep those that may really be");
                return;
            }
            items.forEach(item -> candidates.add(item.text()));
        }
        Map<String, Text> words = words(setting.find("words"), candidates);
        String source = setting.text("source");
        Grade grade = setting.choice("grade", PackReader.GRADES);
        if (value != null && !candidates.isEmpty()) {
            setting.fault(
                    "既有取值又有候选值",
                    "There is both a value and candidates",
                    "已定的只写 value;未定的只写 candidates",
                    "Write value where it is settled, candidates where it is not");
        }
        if (title == null || source == null || grade == null || candidates.contains(null)) {
            return;
        }
        String note = setting.text("note", "");
        Option option = new Option(key, title, value, List.copyOf(candidates), words, source, grade, note);
        options.add(option);
        String shown = value != null
                ? value
                : candidates.isEmpty()
                        ? "未定"
                        : "未定,候选:"
                                + candidates.stream()
                                        .map(code -> option.said(code).zh())
                                        .collect(Collectors.joining("、"));
        sources.add(new SettingSource(key, shown, source, grade, note));
    }

    private static Map<String, Text> words(Yaml words, List<String> candidates) {
        Map<String, Text> said = new LinkedHashMap<>();
        if (words != null && words.isMapping()) {
            words.entries().forEach((code, text) -> {
                Text both = text.bilingual();
                if (!candidates.isEmpty() && !candidates.contains(code)) {
                    text.fault(
                            "“" + code + "”不是候选值",
                            "\"" + code + "\" is no candidate",
                            "words 只写 candidates 里有的",
                            "Words tell candidates only");
                } else if (both != null) {
                    said.put(code, both);
                }
            });
        }
        return said;
    }

    private static BigDecimal reach(Yaml setting, List<SettingSource> sources) {
        Yaml value = value(setting);
        BigDecimal reach = value == null ? null : value.number();
        if (reach != null) {
            source(setting, reach + " m", sources);
        }
        return reach;
    }

    private static Set<Volume.ControlHeight.Point> points(Yaml setting, List<SettingSource> sources) {
        Yaml value = value(setting);
        if (value == null) {
            return null;
        }
        Map<String, Volume.ControlHeight.Point> choices = new LinkedHashMap<>();
        for (Volume.ControlHeight.Point point : Volume.ControlHeight.Point.values()) {
            choices.put(point.name(), point);
        }
        Set<Volume.ControlHeight.Point> points = EnumSet.noneOf(Volume.ControlHeight.Point.class);
        for (Yaml item : value.items()) {
            Volume.ControlHeight.Point point = item.choice(choices);
            if (point != null) {
                points.add(point);
            }
        }
        source(setting, points.toString(), sources);
        return Set.copyOf(points);
    }

    private static SettingOut settingOut(Yaml setting, List<SettingSource> sources) {
        Yaml value = value(setting);
        if (value == null || !value.isMapping() || !value.mapping("plane", "level")) {
            return null;
        }
        BigDecimal plane =
                value.get("plane") == null ? null : value.get("plane").number();
        BigDecimal level =
                value.get("level") == null ? null : value.get("level").number();
        String source = setting.text("source");
        Grade grade = setting.choice("grade", PackReader.GRADES);
        if (plane == null || level == null || source == null || grade == null) {
            return null;
        }
        source(setting, "plane " + plane + " m, level " + level + " m", sources);
        return new SettingOut(plane, level, source, grade.name());
    }

    private static Yaml value(Yaml setting) {
        return setting == null || !setting.mapping("value", "source", "grade", "note") ? null : setting.get("value");
    }

    private static void source(Yaml setting, String value, List<SettingSource> sources) {
        String source = setting.text("source");
        Grade grade = setting.choice("grade", PackReader.GRADES);
        if (source != null && grade != null) {
            String name = setting.element().substring(setting.element().indexOf('.') + 1);
            sources.add(new SettingSource(name, value, source, grade, setting.text("note", "")));
        }
    }

    /** As people read it. */
    Catalogue.ProfileEntry entry() {
        return new Catalogue.ProfileEntry(
                name,
                title,
                authority,
                stage,
                sources.stream()
                        .map(s -> new Catalogue.Setting(s.name(), s.value(), s.source(), s.grade(), s.note()))
                        .toList());
    }

    /** Why findings of a rule are counted apart from this profile's headline. */
    RuleInfo.Apart apart(RulePage page, RuleInfo.PackStanding standing) {
        boolean advice = switch (page.force()) {
            case SHOULD, REFERENCE, OFFICE_PRACTICE -> true;
            case CONDITION, MANDATORY, SHALL -> standing == RuleInfo.PackStanding.REFERENCE;
        };
        if (advice) {
            return RuleInfo.Apart.ADVICE;
        }
        if (!page.authority().equals(authority)) {
            return RuleInfo.Apart.OTHER_AUTHORITY;
        }
        return PageReader.STAGES.indexOf(page.stage()) > PageReader.STAGES.indexOf(stage)
                ? RuleInfo.Apart.LATER_STAGE
                : RuleInfo.Apart.NONE;
    }
}
