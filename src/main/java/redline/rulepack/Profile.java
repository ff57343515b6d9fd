package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.measure.Settings;
import redline.quantity.Text;
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
        List<SettingSource> sources) {
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
        if (settings != null && settings.mapping("pair-reach", "height-points")) {
            read = new Settings(
                    reach(settings.find("pair-reach"), sources), points(settings.find("height-points"), sources));
        }
        if (title == null || authority == null || stage == null || packs.isEmpty() || packs.contains(null)) {
            return null;
        }
        return new Profile(name, title, authority, stage, List.copyOf(packs), read, List.copyOf(sources));
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
