package redline.rulepack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redline.requirement.Grade;

/** A rule's page as plain text: hand-written prose and the values in force on a day, or all dated values. */
final class RuleDescription {
    private RuleDescription() {}

    static String of(RulePage page, Pack pack, RuleKind kind, Map<String, Pack> packs, LocalDate on) {
        StringBuilder text = new StringBuilder();
        text.append(page.title().zh()).append(" / ").append(page.title().en()).append("\n");
        text.append("规则 ")
                .append(page.id())
                .append(" · ")
                .append(pack.title().zh())
                .append("\n");
        text.append("效力 ").append(page.force().title().zh());
        text.append(" · 主管 ").append(page.authority());
        text.append(" · 阶段 ").append(page.stage());
        text.append(" · 指标 ")
                .append(kind.quantity() == null ? "—" : kind.quantity().title().zh());
        text.append(" · 对象 ").append(kind.about().title().zh()).append("\n");
        for (RulePage.Section section : page.sections()) {
            text.append("\n").append(section.heading()).append("\n");
            section.text()
                    .lines()
                    .forEach(line -> text.append("  ").append(line).append("\n"));
        }
        text.append("\n").append(on == null ? "全部取值" : on + " 取值").append("\n");
        int before = text.length();
        for (Pack other : packs.values()) {
            parameters(other, kind, on, text);
            tables(other, kind, on, text);
        }
        if (text.length() == before) {
            text.append("  全部限值来自规划条件 / all limits come from the conditions letter\n");
        }
        return text.toString();
    }

    /** A profile as plain text: whose review, at which stage, by which packs, and where each setting comes from. */
    static String of(Profile profile) {
        StringBuilder text = new StringBuilder();
        text.append(profile.name()).append("  ");
        text.append(profile.title().zh())
                .append(" / ")
                .append(profile.title().en())
                .append("\n");
        text.append("  ").append(profile.authority()).append(" · ").append(profile.stage());
        text.append(" · ").append(String.join("、", profile.packs())).append("\n");
        for (Profile.SettingSource setting : profile.sources()) {
            text.append("  ").append(setting.name()).append(" = ").append(setting.value());
            text.append(" — ").append(setting.source());
            text.append("(").append(setting.grade().title().zh()).append(")\n");
            if (!setting.note().isEmpty()) {
                text.append("    ").append(setting.note()).append("\n");
            }
        }
        return text.toString();
    }

    private static void parameters(Pack pack, RuleKind kind, LocalDate on, StringBuilder text) {
        for (Pack.Parameter parameter : pack.parameters()) {
            if (!kind.parameters().contains(pack.qualified(parameter))) {
                continue;
            }
            text.append("  ").append(pack.qualified(parameter)).append(" ");
            text.append(parameter.title().zh()).append("\n");
            List<Pack.Parameter.Entry> entries = parameter.values().stream()
                    .filter(entry -> on == null || entry.validity().on(on))
                    .toList();
            for (Pack.Parameter.Entry entry : entries) {
                String value = entry.value() == null ? "未定" : shown(entry.value(), parameter.unit());
                text.append("    ").append(value);
                text.append(source(entry.validity(), on, entry.clause(), entry.grade()));
            }
            if (entries.isEmpty()) {
                text.append("    未定\n");
            }
        }
    }

    private static void tables(Pack pack, RuleKind kind, LocalDate on, StringBuilder text) {
        for (Pack.Table table : pack.tables()) {
            if (kind.reads().stream()
                    .noneMatch(read -> read.type().equals(table.type().name()))) {
                continue;
            }
            text.append("  ").append(pack.id()).append("/").append(table.name()).append("\n");
            text.append("    ")
                    .append(String.join(" | ", table.labels().values()))
                    .append("\n");
            for (Pack.Table.Entry entry : table.rows()) {
                if (on == null || entry.validity().on(on)) {
                    Row row = entry.row();
                    text.append("    ")
                            .append(row.values().values().stream()
                                    .map(RuleDescription::cell)
                                    .collect(Collectors.joining(" | ")));
                    text.append(source(
                            entry.validity(),
                            on,
                            row.citation().clause(),
                            row.citation().grade()));
                }
            }
        }
    }

    private static String source(Validity validity, LocalDate on, String clause, Grade grade) {
        String when = on == null && !validity.equals(Validity.ALWAYS) ? " [" + validity + "]" : "";
        return when + " — " + clause + "(" + grade.title().zh() + ")\n";
    }

    private static String shown(BigDecimal value, String unit) {
        BigDecimal shown = unit.equals("%") ? value.movePointRight(2) : value;
        String digits = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        return unit.equals("1") ? digits : digits + " " + unit;
    }

    private static String cell(Object value) {
        if (value == null) {
            return "未定";
        }
        if (value instanceof Double number) {
            return number.isInfinite()
                    ? (number > 0 ? "∞" : "-∞")
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof Boolean yes ? (yes ? "是" : "否") : value.toString();
    }
}
