package redline.rulepack;

import java.util.Comparator;
import java.util.List;
import redline.quantity.Text;

/** Parameters without a value, without a reader, or with days between two values that have none. */
final class ParameterXray {
    private ParameterXray() {}

    static void look(RuleBook book, Pack pack, Pack.Parameter parameter, List<XrayFinding> findings) {
        String file = pack.fileOf(parameter);
        boolean read = book.program().ruleKinds().values().stream()
                .anyMatch(kind -> kind.parameters().contains(pack.qualified(parameter)));
        if (!read) {
            findings.add(XrayFinding.fault(new Fault(
                    file,
                    0,
                    parameter.name(),
                    new Text("没有规则读这个参数", "No rule reads this parameter"),
                    new Text("在规则里用它,或删去这个文件", "Read it in a rule, or delete the file"))));
        }
        if (parameter.values().stream().allMatch(entry -> entry.value() == null)) {
            findings.add(XrayFinding.note(new Fault(
                    file,
                    0,
                    parameter.name(),
                    new Text(
                            "没有一天有值,读它的规则一律待核实",
                            "It has no value on any day; rules that read it are always undetermined"),
                    new Text("找到来源后填写数值、条款与等级", "Fill in value, clause and grade once there is a source"))));
        }
        List<Pack.Parameter.Entry> sorted = parameter.values().stream()
                .sorted(Comparator.comparing(
                        (Pack.Parameter.Entry e) -> e.validity().from(), Validity.OPEN_FIRST))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            gap(
                    file,
                    sorted.get(i).line(),
                    sorted.get(i - 1).validity(),
                    sorted.get(i).validity(),
                    findings);
        }
    }

    /** Days between one entry and the one that follows it. */
    static void gap(String file, int line, Validity earlier, Validity later, List<XrayFinding> findings) {
        if (earlier.to() != null
                && later.from() != null
                && later.from().isAfter(earlier.to().plusDays(1))) {
            Validity between =
                    new Validity(earlier.to().plusDays(1), later.from().minusDays(1));
            findings.add(
                    XrayFinding.fault(
                            new Fault(
                                    file,
                                    line,
                                    "from",
                                    new Text(between + " 没有值", "There is no value for " + between),
                                    new Text(
                                            "新值从旧值失效的次日起;中间确实无规定的,在说明页的“存疑”里写明并补一条空值",
                                            "Let the new value begin the day after; where nothing was in force, add an entry without value"))));
        }
    }
}
