package redline.rulepack;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** A rule's page as plain text: hand-written prose and the values in force. */
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
        text.append("\n").append(on).append(" 取值\n");
        int before = text.length();
        packs.values().forEach(other -> values(other, kind, on, text));
        if (text.length() == before) {
            text.append("  全部限值来自规划条件 / all limits come from the conditions letter\n");
        }
        return text.toString();
    }

    private static void values(Pack pack, RuleKind kind, LocalDate on, StringBuilder text) {
        for (Pack.Parameter parameter : pack.parameters()) {
            if (kind.parameters().contains(pack.qualified(parameter))) {
                Pack.Parameter.Entry entry = parameter.values().stream()
                        .filter(e -> e.validity().on(on))
                        .findFirst()
                        .orElse(null);
                text.append("  ")
                        .append(pack.qualified(parameter))
                        .append(" ")
                        .append(parameter.title().zh());
                text.append(":")
                        .append(
                                entry == null || entry.value() == null
                                        ? "未定"
                                        : shown(entry.value().doubleValue(), parameter.unit()));
                text.append(
                        entry == null
                                ? ""
                                : " — " + entry.clause() + "("
                                        + entry.grade().title().zh() + ")");
                text.append("\n");
            }
        }
        for (Pack.Table table : pack.tables()) {
            if (kind.reads().stream()
                    .anyMatch(read -> read.type().equals(table.type().name()))) {
                text.append("  表 ")
                        .append(pack.id())
                        .append("/")
                        .append(table.name())
                        .append("\n");
                text.append("    ")
                        .append(String.join(" | ", table.labels().values()))
                        .append("\n");
                for (Pack.Table.Entry entry : table.rows()) {
                    if (entry.validity().on(on)) {
                        text.append("    ")
                                .append(entry.row().values().values().stream()
                                        .map(RuleDescription::cell)
                                        .collect(Collectors.joining(" | ")));
                        text.append(" — ").append(entry.row().citation().clause());
                        text.append("(")
                                .append(entry.row().citation().grade().title().zh())
                                .append(")\n");
                    }
                }
            }
        }
    }

    private static String shown(double value, String unit) {
        return switch (unit) {
            case "%" ->
                cell(java.math.BigDecimal.valueOf(value).movePointRight(2).doubleValue()) + " %";
            case "1" -> cell(value);
            default -> cell(value) + " " + unit;
        };
    }

    private static String cell(Object value) {
        if (value == null) {
            return "未定";
        }
        if (value instanceof Double number) {
            return number.isInfinite()
                    ? (number > 0 ? "∞" : "-∞")
                    : java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof Boolean yes ? (yes ? "是" : "否") : value.toString();
    }
}
