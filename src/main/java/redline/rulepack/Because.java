package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.scheme.Compass;

/** Says why a rule does not apply to a subject, from the dead end that the interpreter reached furthest. */
final class Because {
    private static final Map<String, Text> CODES = codes();

    private Because() {}

    /** Codes of facts as readers know them. */
    private static Map<String, Text> codes() {
        Map<String, Text> codes = new HashMap<>();
        codes.put("RESIDENTIAL", new Text("居住", "residential"));
        codes.put("PUBLIC", new Text("公共", "public"));
        codes.put("INDUSTRIAL", new Text("工业", "industrial"));
        codes.put("STORAGE", new Text("仓储", "storage"));
        codes.put("PROPOSED", new Text("拟建", "proposed"));
        codes.put("EXISTING", new Text("现状", "existing"));
        codes.put("APPROVED", new Text("已批未建", "approved"));
        codes.put("PENDING", new Text("在批", "pending"));
        codes.put("WHOLE", new Text("整体", "whole"));
        codes.put("PODIUM", new Text("裙房", "podium"));
        codes.put("TOWER", new Text("主体(塔楼)", "tower"));
        codes.put("BASEMENT", new Text("地下", "basement"));
        codes.put("FLAT", new Text("平屋顶", "flat"));
        codes.put("PITCHED", new Text("坡屋顶", "pitched"));
        codes.put("MIN", new Text("下限", "minimum"));
        codes.put("MAX", new Text("上限", "maximum"));
        codes.put("ONE_OF", new Text("许可项", "allowed terms"));
        codes.put("ROAD", new Text("道路", "road"));
        codes.put("PARCEL", new Text("地块", "parcel"));
        codes.put("ZONE", new Text("分区", "sub-zone"));
        codes.put("WATER", new Text("水域", "water"));
        codes.put("GREEN", new Text("绿地", "green"));
        codes.put("NONE", new Text("无", "none"));
        codes.put("SPACING_FACTOR", new Text("建筑间距系数", "spacing as a multiple of height"));
        codes.put("SUN_SPACING_FACTOR", new Text("日照间距系数", "sunlight spacing ratio"));
        codes.put("PARKING_MOTOR_PER_100M2", new Text("机动车位(每100 m²)", "car spaces per 100 m²"));
        codes.put("PARKING_NON_MOTOR_PER_100M2", new Text("非机动车位(每100 m²)", "bicycle spaces per 100 m²"));
        codes.put("PARKING_MOTOR_PER_DWELLING", new Text("机动车位(每户)", "car spaces per dwelling"));
        codes.put("PARKING_NON_MOTOR_PER_DWELLING", new Text("非机动车位(每户)", "bicycle spaces per dwelling"));
        for (Compass compass : Compass.values()) {
            codes.put(compass.name(), compass.title());
        }
        for (Quantity quantity : Quantity.values()) {
            codes.put(quantity.name(), quantity.title());
        }
        return codes;
    }

    /**
     * The parts of reasons that do not depend on the facts of a scheme.
     *
     * @param none that no fact fits the pattern
     * @param asked what each condition asks
     * @param groups that an exception holds, or that nothing of the kind is there
     */
    record Words(Text none, List<Text> asked, List<Text> groups) {}

    static Words words(Step.Pattern pattern, List<Condition> conditions, List<Plan.Group> groups) {
        return new Words(
                none(pattern),
                conditions.stream().map(Because::sentence).toList(),
                groups.stream()
                        .map(group -> group.absent()
                                ? exception(firstPattern(group.steps()))
                                : none(firstPattern(group.steps())))
                        .toList());
    }

    static Text of(DeadEnds.Dead dead) {
        Plan.Level level = dead.plan().levels().get(dead.level());
        int failed = dead.failed();
        if (failed >= level.conditions().size()) {
            return level.words().groups().get(failed - level.conditions().size());
        }
        boolean one = failed >= 0 && (dead.level() == 0 || dead.candidates() == 1);
        if (one && !level.pattern().type().isRow() && !isCondition(level.pattern())) {
            return unmet(level.conditions().get(failed), level.words().asked().get(failed), dead.slots());
        }
        return level.words().none();
    }

    private static Text exception(Step.Pattern pattern) {
        Text what = sought(pattern);
        return new Text("属于除外情形:有" + what.zh(), "an exception holds: there is a " + what.en());
    }

    private static Step.Pattern firstPattern(List<Step> steps) {
        List<Step.Pattern> patterns = new ArrayList<>();
        RuleFile.eachPattern(steps, patterns::add);
        return patterns.get(0);
    }

    private static boolean isCondition(Step.Pattern pattern) {
        return pattern.type().name().equals("Condition");
    }

    private static Text none(Step.Pattern pattern) {
        if (isCondition(pattern)) {
            Text item = constant(pattern, "item");
            Text bound = constant(pattern, "bound");
            return new Text(
                    "规划条件未作要求" + (item == null ? "" : "(" + item.zh() + (bound == null ? "" : " " + bound.zh()) + ")"),
                    "the planning conditions do not require it"
                            + (item == null ? "" : " (" + item.en() + (bound == null ? "" : ", " + bound.en()) + ")"));
        }
        Text what = sought(pattern);
        return new Text("没有相应的" + what.zh(), "there is no matching " + what.en());
    }

    /** The constant that a pattern asks a property to be, null where it asks none. */
    private static Text constant(Step.Pattern pattern, String property) {
        for (Condition condition : pattern.conditions()) {
            if (LeftSide.isConstantKey(condition)) {
                Condition.Comparison comparison = (Condition.Comparison) condition;
                Term.Property key = (Term.Property) comparison.left();
                if (key.slot() == pattern.slot() && key.description().name().equals(property)) {
                    return word(((Term.Literal) comparison.right()).value());
                }
            }
        }
        return null;
    }

    /** A type with the constants asked of it: 道路(道路等级为 TRUNK). */
    private static Text sought(Step.Pattern pattern) {
        List<Text> asked = new ArrayList<>();
        for (Condition condition : pattern.conditions()) {
            if (readsOnly(condition, pattern.slot())) {
                asked.add(sentence(condition));
            }
        }
        Text type = pattern.type().label();
        if (asked.isEmpty()) {
            return type;
        }
        return new Text(
                type.zh() + "(" + asked.stream().map(Text::zh).collect(Collectors.joining(",")) + ")",
                type.en() + " (" + asked.stream().map(Text::en).collect(Collectors.joining(", ")) + ")");
    }

    private static boolean readsOnly(Condition condition, int slot) {
        boolean[] only = {true};
        condition.eachProperty(property -> only[0] &= property.slot() == slot);
        return only[0];
    }

    /** A condition that one known fact does not meet: what it is, and what the rule asks. */
    private static Text unmet(Condition condition, Text asked, Instance[] slots) {
        Set<Term.Property> read = new LinkedHashSet<>();
        condition.eachProperty(read::add);
        List<Text> facts = new ArrayList<>();
        for (Term.Property property : read) {
            Instance instance = slots[property.slot()];
            if (instance != null && instance.values()[property.index()] != null) {
                Text value = word(instance.values()[property.index()]);
                Text label = property.description().label();
                String unit = unit(property);
                facts.add(new Text(label.zh() + "为 " + value.zh() + unit, label.en() + " is " + value.en() + unit));
            }
        }
        String zh = facts.stream().map(Text::zh).collect(Collectors.joining(","));
        String en = facts.stream().map(Text::en).collect(Collectors.joining(", "));
        return new Text(
                (zh.isEmpty() ? "" : zh + ";") + "规则只适用于" + asked.zh(),
                (en.isEmpty() ? "" : en + "; ") + "the rule applies only where " + asked.en());
    }

    private static String unit(Term.Property property) {
        String unit = property.description().unit();
        return unit.isEmpty() || unit.equals("%") ? "" : " " + unit;
    }

    private static Text sentence(Condition condition) {
        if (condition instanceof Condition.Comparison comparison) {
            Text left = term(comparison.left());
            Text right = term(comparison.right());
            return new Text(
                    left.zh() + comparison.operator().zh + " " + right.zh(),
                    left.en() + " " + comparison.operator().en + " " + right.en());
        }
        boolean all = condition instanceof Condition.All;
        List<Condition> parts = all ? ((Condition.All) condition).parts() : ((Condition.Any) condition).parts();
        List<Text> said = parts.stream().map(Because::sentence).toList();
        return new Text(
                said.stream().map(Text::zh).collect(Collectors.joining(all ? "且" : "或")),
                said.stream().map(Text::en).collect(Collectors.joining(all ? " and " : " or ")));
    }

    private static Text term(Term term) {
        if (term instanceof Term.Property property) {
            return property.description().label();
        }
        if (term instanceof Term.Literal literal) {
            return word(literal.value());
        }
        Term.Operation operation = (Term.Operation) term;
        Text left = term(operation.left());
        Text right = term(operation.right());
        String sign = operation.operator() == '*' ? " × " : " " + operation.operator() + " ";
        return new Text(left.zh() + sign + right.zh(), left.en() + sign + right.en());
    }

    /** A value in words: what readers know it as, else as it stands. */
    static Text word(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? new Text("是", "yes") : new Text("否", "no");
        }
        if (value instanceof Double number) {
            return Text.same(
                    number.isInfinite()
                            ? "∞"
                            : Arithmetic.decimal(number).stripTrailingZeros().toPlainString());
        }
        String word = String.valueOf(value);
        Text known = CODES.get(word);
        return known == null ? Text.same(word) : known;
    }
}
