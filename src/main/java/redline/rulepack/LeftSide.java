package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import redline.quantity.Text;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Token;

/**
 * From the parser's descriptors of a left side to steps in normal form. Default deny: a descriptor that is not named here is
 * refused.
 */
final class LeftSide {
    private static final int MOST_PATTERNS = 8;
    private static final int MOST_ALTERNATIVES = 16;
    private static final int MOST_CONDITIONS = 40;
    /** Words and signs of one condition or bound. */
    static final int MOST_WORDS = 240;

    /** A left side without {@code or}: its steps, the names it binds, and how many facts a match holds. */
    record Alternative(List<Step> steps, Scope scope, int slots) {}

    /** What remains of the descriptors once {@code or} is multiplied out. */
    private sealed interface Item {
        record One(PatternDescr pattern) implements Item {}

        record Group(boolean absent, List<List<Item>> alternatives, int line) implements Item {}
    }

    private final Map<String, FactType> types;
    private final Faults faults;
    private int slots;

    private LeftSide(Map<String, FactType> types, Faults faults) {
        this.types = types;
        this.faults = faults;
    }

    static List<Alternative> read(AndDescr lhs, Map<String, FactType> types, Faults faults) {
        List<Alternative> read = new ArrayList<>();
        try {
            for (List<Item> items : expand(lhs)) {
                LeftSide side = new LeftSide(types, faults);
                Scope scope = new Scope();
                List<Step> steps = side.steps(items, scope);
                side.checkLinks(steps);
                read.add(new Alternative(steps, scope, side.slots));
            }
        } catch (Refusal refusal) {
            faults.add(refusal);
        }
        return read;
    }

    private static List<List<Item>> expand(BaseDescr descr) throws Refusal {
        List<List<Item>> alternatives = new ArrayList<>();
        if (descr instanceof PatternDescr pattern) {
            alternatives.add(List.of(new Item.One(pattern)));
        } else if (descr instanceof AndDescr and) {
            alternatives.add(List.of());
            for (Object each : and.getDescrs()) {
                alternatives = multiplied(alternatives, expand((BaseDescr) each), descr);
            }
        } else if (descr instanceof OrDescr or) {
            for (Object each : or.getDescrs()) {
                alternatives.addAll(expand((BaseDescr) each));
            }
        } else if (descr instanceof NotDescr not) {
            alternatives.add(List.of(new Item.Group(true, expandOnly(not, not.getDescrs()), descr.getLine())));
        } else if (descr instanceof ExistsDescr exists) {
            for (List<Item> inner : expandOnly(exists, exists.getDescrs())) {
                alternatives.add(List.of(new Item.Group(false, List.of(inner), descr.getLine())));
            }
        } else {
            throw new Refusal(
                    descr.getLine(),
                    descr.getClass().getSimpleName().replace("Descr", ""),
                    new Text("when 里有不允许的写法", "the when part holds something that is not part of the rule language"),
                    new Text("只写事实的模式、not、exists、or", "use patterns of facts, not, exists, or"));
        }
        return checked(alternatives, descr);
    }

    private static List<List<Item>> expandOnly(BaseDescr outer, List<?> inner) throws Refusal {
        if (inner.size() != 1) {
            throw new Refusal(
                    outer.getLine(),
                    "not/exists",
                    new Text("not 和 exists 后面要有一个模式或一组模式", "not and exists take one pattern or one group"),
                    new Text("写成 not ( A and B )", "write not ( A and B )"));
        }
        return expand((BaseDescr) inner.get(0));
    }

    private static List<List<Item>> multiplied(List<List<Item>> left, List<List<Item>> right, BaseDescr descr)
            throws Refusal {
        List<List<Item>> products = new ArrayList<>();
        for (List<Item> head : left) {
            for (List<Item> tail : right) {
                List<Item> product = new ArrayList<>(head);
                product.addAll(tail);
                products.add(product);
                checked(products, descr);
            }
        }
        return products;
    }

    private static List<List<Item>> checked(List<List<Item>> alternatives, BaseDescr descr) throws Refusal {
        if (alternatives.size() > MOST_ALTERNATIVES) {
            throw new Refusal(
                    descr.getLine(),
                    "or",
                    new Text("or 的组合超过 16 种", "the or's multiply to more than 16 alternatives"),
                    new Text("拆成几个分支", "split it into branches"));
        }
        return alternatives;
    }

    private List<Step> steps(List<Item> items, Scope scope) {
        List<Step> steps = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.One one) {
                try {
                    steps.add(pattern(one.pattern(), scope));
                } catch (Refusal refusal) {
                    faults.add(refusal);
                }
            } else {
                Item.Group group = (Item.Group) item;
                for (List<Item> alternative : group.alternatives()) {
                    List<Step> inner = existential(steps(alternative, scope.inner()));
                    if (inner.stream().noneMatch(Step.Pattern.class::isInstance) && !faults.any()) {
                        faults.add(
                                group.line(),
                                "not",
                                new Text("not 里面还要有一个模式", "there must be a pattern inside not"),
                                new Text("not ( not A ) 写成 exists A", "write exists A for not ( not A )"));
                    }
                    steps.add(
                            group.absent()
                                    ? new Step.Absent(inner, group.line())
                                    : new Step.Present(inner, group.line()));
                }
            }
        }
        return steps;
    }

    /** Inside a group everything is sought for anyway: {@code exists} there is just more patterns. */
    private static List<Step> existential(List<Step> steps) {
        List<Step> flat = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Present present) {
                flat.addAll(present.group());
            } else {
                flat.add(step);
            }
        }
        return flat;
    }

    private Step pattern(PatternDescr pattern, Scope scope) throws Refusal {
        FactType type = types.get(pattern.getObjectType());
        if (type == null) {
            throw new Refusal(
                    pattern.getLine(),
                    pattern.getObjectType(),
                    new Text(
                            "没有事实或表 " + pattern.getObjectType(),
                            "there is no fact or table " + pattern.getObjectType()),
                    Nearest.remedy(pattern.getObjectType(), types.keySet()));
        }
        boolean plain = pattern.getSource() == null
                && pattern.getBehaviors().isEmpty()
                && pattern.getAnnotations().isEmpty()
                && pattern.getPositionalConstraints().isEmpty()
                && !pattern.isUnification()
                && !pattern.isQuery();
        int slot = slots++;
        if (!plain || slot >= MOST_PATTERNS) {
            throw plain
                    ? new Refusal(
                            pattern.getLine(),
                            type.name(),
                            new Text("模式超过 8 个", "there are more than 8 patterns"),
                            new Text("拆成几个分支,或请程序人员发布一个量算", "split it into branches, or ask for a measure"))
                    : new Refusal(
                            pattern.getLine(),
                            type.name(),
                            new Text("模式里有不允许的写法", "the pattern holds something that is not part of the rule language"),
                            new Text("写成 $名称 : 类型( 条件, … )", "write $name : Type( condition, … )"));
        }
        if (pattern.getIdentifier() != null) {
            Token name = new Token(Lexer.Kind.WORD, pattern.getIdentifier(), pattern.getLine());
            Names.checkVariable(name);
            if (!scope.bind(name.text(), new Scope.Bound(slot, type, -1))) {
                throw Names.taken(name);
            }
        }
        return new Step.Pattern(type, slot, conditions(pattern, type, slot, scope), pattern.getLine());
    }

    private List<Condition> conditions(PatternDescr pattern, FactType type, int slot, Scope scope) {
        List<Condition> conditions = new ArrayList<>();
        if (pattern.getConstraint().getDescrs().size() > MOST_CONDITIONS) {
            faults.add(
                    pattern.getLine(),
                    type.name(),
                    new Text(
                            "一个模式里的条件超过 " + MOST_CONDITIONS + " 个",
                            "there are more than " + MOST_CONDITIONS + " conditions in a pattern"),
                    new Text("拆成几个分支,或把逐项的值写进表格", "split it into branches, or put the values into a table"));
            return List.of();
        }
        for (BaseDescr each : pattern.getConstraint().getDescrs()) {
            try {
                if (!(each instanceof ExprConstraintDescr constraint)
                        || constraint.getType() != ExprConstraintDescr.Type.NAMED) {
                    throw new Refusal(
                            each.getLine(),
                            each.getText(),
                            new Text("条件要写明属性", "a condition names its property"),
                            new Text("写成 属性 == 值", "write property == value"));
                }
                List<Token> tokens = Lexer.tokens(constraint.getExpression(), each.getLine(), faults);
                checkLength(tokens);
                Condition condition = new ExpressionParser(tokens, scope, type, slot).constraint();
                if (condition instanceof Condition.All all) {
                    conditions.addAll(all.parts());
                } else if (condition != null) {
                    conditions.add(condition);
                }
            } catch (Refusal refusal) {
                faults.add(refusal);
            }
        }
        return List.copyOf(conditions);
    }

    static void checkLength(List<Token> tokens) throws Refusal {
        if (tokens.size() > MOST_WORDS) {
            throw Refusal.at(
                    tokens.get(0),
                    "这个条件或算式太长(" + tokens.size() + " 个词)",
                    "this condition or formula is too long (" + tokens.size() + " words)",
                    "最多 " + MOST_WORDS + " 个词;拆成几个分支,或把逐项的值写进表格",
                    "at most " + MOST_WORDS + " words; split it into branches, or put the values into a table");
        }
    }

    /**
     * Every pattern is joined to an earlier one, or is one row picked by a constant key: no cross products. Facts of a scheme are
     * joined by an equality or, in pairs, by a comparison of ids; rows of a table, which are few, by any comparison. What a join
     * leaves over may still be too much: {@link Effort}.
     */
    private void checkLinks(List<Step> steps) {
        boolean first = true;
        for (Step step : steps) {
            if (!(step instanceof Step.Pattern pattern)) {
                checkLinksOf(step);
                continue;
            }
            boolean picked =
                    pattern.type().isRow() && pattern.conditions().stream().anyMatch(LeftSide::isConstantKey);
            if (!first && !picked) {
                checkLink(pattern);
            }
            first &= picked;
        }
    }

    /** In a group the first pattern may stand alone: whether there is any such fact. */
    private void checkLinksOf(Step group) {
        List<Step> steps = group instanceof Step.Absent absent ? absent.group() : ((Step.Present) group).group();
        boolean first = true;
        for (Step step : steps) {
            if (!(step instanceof Step.Pattern pattern)) {
                checkLinksOf(step);
            } else {
                boolean picked =
                        pattern.type().isRow() && pattern.conditions().stream().anyMatch(LeftSide::isConstantKey);
                if (!first && !picked) {
                    checkLink(pattern);
                }
                first = false;
            }
        }
    }

    private void checkLink(Step.Pattern pattern) {
        boolean linked = pattern.conditions().stream().anyMatch(c -> reachesBeyond(c, pattern.slot()));
        boolean joined = pattern.conditions().stream().anyMatch(c -> joins(c, pattern.slot()));
        if (!linked) {
            faults.add(
                    pattern.line(),
                    pattern.type().name(),
                    new Text("这个模式与前面的没有联系", "this pattern is not linked to an earlier one"),
                    new Text("让它的一个属性与前面绑定的 $名称 比较", "compare one of its properties with a $name bound before"));
        } else if (!joined && !pattern.type().isRow()) {
            faults.add(
                    pattern.line(),
                    pattern.type().name(),
                    new Text(
                            "这个模式没有用相等的属性或编号与前面的联系,会与每一个 " + pattern.type().name() + " 组合",
                            "this pattern is joined to the earlier ones by no equality and no id: every "
                                    + pattern.type().name() + " is combined with them"),
                    new Text(
                            "加一个相等的条件,例如 id == $名称 或 parcel == $地块",
                            "add an equality, for example id == $name or parcel == $parcel"));
        }
    }

    /** An own property equals one of another fact, or the own id is compared with it; in every alternative. */
    private static boolean joins(Condition condition, int slot) {
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().allMatch(part -> joins(part, slot));
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(part -> joins(part, slot));
        }
        Condition.Comparison comparison = (Condition.Comparison) condition;
        return comparison.left() instanceof Term.Property left
                && comparison.right() instanceof Term.Property right
                && (left.slot() == slot) != (right.slot() == slot)
                && (comparison.operator() == Condition.Operator.EQUAL
                        || (left.slot() == slot ? left : right).index() == 0);
    }

    private static boolean reachesBeyond(Condition condition, int slot) {
        boolean[] beyond = {false};
        condition.eachProperty(property -> beyond[0] |= property.slot() != slot);
        return beyond[0];
    }

    static boolean isConstantKey(Condition condition) {
        return condition instanceof Condition.Comparison comparison
                && comparison.operator() == Condition.Operator.EQUAL
                && comparison.left() instanceof Term.Property
                && comparison.right() instanceof Term.Literal;
    }
}
