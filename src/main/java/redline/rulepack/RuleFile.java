package redline.rulepack;

import java.lang.reflect.RecordComponent;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.requirement.Comparator;
import redline.rulepack.Branch.Verb;
import redline.scheme.Layer;
import redline.scheme.Stated;

/** What holds for a rule file as a whole: one quantity of one kind of subject, and never the measure that it bounds. */
final class RuleFile {
    /** Properties that are the measure itself: a rule that bounds it may not choose its limit by it. */
    private static final Map<Quantity, Set<String>> OWN_MEASURE = new EnumMap<>(Map.of(
            Quantity.BUILDING_HEIGHT, Set.of("Building.height"),
            Quantity.USE, Set.of("Building.use"),
            Quantity.ROOF_FORM, Set.of("Building.roof"),
            Quantity.ACCESS_SIDE, Set.of("Access.compass"),
            Quantity.SETBACK, Set.of("VolumeSide.distance", "BuildingSide.distance"),
            Quantity.AREA_COEFFICIENT, Set.of("AreaElement.areaCoefficient"),
            Quantity.FAR_COEFFICIENT, Set.of("AreaElement.farCoefficient"),
            Quantity.CLEAR_HEIGHT, Set.of("AreaElement.clearHeight"),
            Quantity.STOREYS, Set.of("Building.storeys"),
            Quantity.STOREY_HEIGHT, Set.of("BuildingShape.leastStoreyHeight")));

    static {
        OWN_MEASURE.put(Quantity.FAR_FLOOR_AREA, Set.of("AreaElement.farCoefficient"));
        for (Layer layer : Layer.values()) {
            for (RecordComponent component : layer.element().getRecordComponents()) {
                Stated stated = component.getAnnotation(Stated.class);
                if (stated != null && stated.measures().length > 0) {
                    Set<String> own = new LinkedHashSet<>(OWN_MEASURE.getOrDefault(stated.measures()[0], Set.of()));
                    own.add(layer.element().getSimpleName() + "." + component.getName());
                    OWN_MEASURE.put(stated.measures()[0], own);
                }
            }
        }
    }

    private RuleFile() {}

    static void check(List<Branch> branches, RuleText text, Faults faults) {
        Set<Quantity> quantities = EnumSet.noneOf(Quantity.class);
        Set<FactType> subjects = new LinkedHashSet<>();
        boolean answers = false;
        for (Branch branch : branches) {
            subjects.add(branch.subjectType());
            answers |= branch.verb() instanceof Verb.Require || branch.verb() instanceof Verb.Ask;
            if (branch.verb() instanceof Verb.Require require) {
                quantities.add(require.quantity());
                if (quantities.size() > 1) {
                    refuse(
                            branch,
                            faults,
                            "一个规则文件只约束一个指标",
                            "a rule file bounds one quantity",
                            "另建一个规则文件",
                            "make another rule file");
                }
                if (require.comparator() == Comparator.AT_LEAST_IN_TOTAL
                        && branch.paths().size() > 1) {
                    refuse(
                            branch,
                            faults,
                            "累加的限值不能用 or:同一部分会算两次",
                            "parts of a total cannot stand under or: one part could count twice",
                            "用属性上的 || 或拆成互斥的分支",
                            "use || on properties, or branches that exclude each other");
                }
            }
            if (subjects.size() > 1) {
                refuse(
                        branch,
                        faults,
                        "一个规则文件只有一种审查对象",
                        "a rule file is about one kind of subject",
                        "另建一个规则文件",
                        "make another rule file");
            }
            checkParameters(branch, faults);
        }
        if (!answers) {
            faults.add(
                    branches.get(0).line(),
                    text.ruleId(),
                    new Text("文件里没有 require 或 ask", "the file neither requires nor asks anything"),
                    new Text(
                            "把 exempt 和 note 写进它们所说的规则的文件",
                            "put exempt and note into the file of a rule that requires"));
        }
        for (Quantity quantity : quantities) {
            for (Branch branch : branches) {
                ownFigure(branch, quantity, faults);
                eachProperty(branch, property -> {
                    String read = property.type().name() + "."
                            + property.description().name();
                    if (OWN_MEASURE.getOrDefault(quantity, Set.of()).contains(read)) {
                        refuse(
                                branch,
                                faults,
                                "规则读了它自己约束的量 " + read,
                                "the rule reads " + read + ", which it bounds",
                                "按别的属性选择限值",
                                "choose the limit by another property");
                    }
                });
            }
        }
    }

    /** A figure of a site is picked by the name of its quantity. */
    private static void ownFigure(Branch branch, Quantity quantity, Faults faults) {
        for (Branch.Path path : branch.paths()) {
            eachPattern(path.steps(), pattern -> {
                boolean own = pattern.type().name().equals("Figure")
                        && quantity.name().equals(constant(pattern, "item"));
                if (own) {
                    refuse(
                            branch,
                            faults,
                            "规则读了它自己约束的量 Figure " + quantity,
                            "the rule reads Figure " + quantity + ", which it bounds",
                            "按别的指标选择限值",
                            "choose the limit by another figure");
                }
            });
        }
    }

    private static void checkParameters(Branch branch, Faults faults) {
        for (Branch.Path path : branch.paths()) {
            eachPattern(path.steps(), pattern -> {
                if (pattern.type().name().equals(PublishedFacts.PARAMETER) && parameterName(pattern) == null) {
                    faults.add(
                            pattern.line(),
                            PublishedFacts.PARAMETER,
                            new Text("参数要指明名称", "a parameter is picked by its name"),
                            new Text(
                                    "写成 Parameter( name == \"名称\", $v : value )",
                                    "write Parameter( name == \"name\", $v : value )"));
                }
            });
        }
    }

    /** The constant name that a pattern of parameters asks for, null where it asks for none. */
    static String parameterName(Step.Pattern pattern) {
        return constant(pattern, "name");
    }

    /** The constant text that a pattern asks a property to be, null where it asks for none. */
    private static String constant(Step.Pattern pattern, String property) {
        for (Condition condition : pattern.conditions()) {
            if (LeftSide.isConstantKey(condition)) {
                Condition.Comparison comparison = (Condition.Comparison) condition;
                Term.Property key = (Term.Property) comparison.left();
                if (key.slot() == pattern.slot() && key.description().name().equals(property)) {
                    return (String) ((Term.Literal) comparison.right()).value();
                }
            }
        }
        return null;
    }

    /** The kind of a rule whose file had no fault. */
    static RuleKind kind(String ruleId, List<Branch> branches) {
        Quantity quantity = null;
        Set<Comparator> comparators = EnumSet.noneOf(Comparator.class);
        Set<RuleKind.Read> reads = new LinkedHashSet<>();
        Set<String> parameters = new TreeSet<>();
        Set<String> wordings = new TreeSet<>();
        Set<String> exempts = new TreeSet<>();
        for (Branch branch : branches) {
            if (branch.verb() instanceof Verb.Require require) {
                quantity = require.quantity();
                comparators.add(require.comparator());
            } else if (branch.verb() instanceof Verb.Exempt exempt) {
                exempts.add(exempt.ruleId());
            } else if (branch.verb() instanceof Verb.Ask ask) {
                wordings.add(ask.key());
            } else if (branch.verb() instanceof Verb.Note note) {
                wordings.add(note.key());
            }
            for (Branch.Path path : branch.paths()) {
                eachPattern(path.steps(), pattern -> {
                    reads.add(new RuleKind.Read(pattern.type().name(), "id"));
                    if (pattern.type().name().equals(PublishedFacts.PARAMETER)) {
                        parameters.add(parameterName(pattern));
                    }
                });
            }
            eachProperty(
                    branch,
                    p -> reads.add(
                            new RuleKind.Read(p.type().name(), p.description().name())));
        }
        return new RuleKind(
                ruleId,
                quantity,
                branches.get(0).subjectType().about(),
                Set.copyOf(comparators),
                Set.copyOf(reads),
                Set.copyOf(parameters),
                Set.copyOf(wordings),
                Set.copyOf(exempts));
    }

    static void eachPattern(List<Step> steps, Consumer<Step.Pattern> use) {
        for (Step step : steps) {
            if (step instanceof Step.Pattern pattern) {
                use.accept(pattern);
            } else if (step instanceof Step.Absent absent) {
                eachPattern(absent.group(), use);
            } else if (step instanceof Step.Present present) {
                eachPattern(present.group(), use);
            }
        }
    }

    private static void eachProperty(Branch branch, Consumer<Term.Property> use) {
        for (Branch.Path path : branch.paths()) {
            eachPattern(path.steps(), pattern -> pattern.conditions().forEach(c -> c.eachProperty(use)));
            if (path.bound() != null) {
                path.bound().eachProperty(use);
            }
        }
    }

    private static void refuse(Branch branch, Faults faults, String zh, String en, String remedyZh, String remedyEn) {
        faults.add(branch.line(), branch.fullName(), new Text(zh, en), new Text(remedyZh, remedyEn));
    }
}
