package redline.rulepack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redline.fact.Fact;

/**
 * Writes the certain reading of branches as DRL for Drools (kleene.md §2): a comparison that touches an absent property is not
 * true, what was not supplied does not match, and inside {@code not} the readings change places. Nothing of an author's text is
 * passed on but constants, whose characters the lexer has limited; every name is our own.
 */
final class CertainReading {
    static final String PACKAGE = "redline.rules";

    private final Reading reading;
    private final Set<Term.Property> shared = new LinkedHashSet<>();

    private CertainReading(Reading reading) {
        this.reading = reading;
    }

    /** The DRL of all paths; path {@code i} becomes the rule {@code r<i>}. */
    static String of(List<NumberedPath> paths, Collection<FactType> rowTypes, Reading reading) {
        StringBuilder drl = new StringBuilder("package " + PACKAGE + ";\n");
        drl.append("import ").append(Fact.class.getName()).append(".*;\n");
        drl.append("import ").append(Arithmetic.class.getName()).append(";\n");
        drl.append("global ").append(Firings.class.getName()).append(" firings;\n");
        for (FactType type : rowTypes) {
            drl.append("declare ").append(javaName(type)).append('\n');
            for (FactType.Property property : type.properties()) {
                drl.append("  ").append(javaName(type, property)).append(" : ").append(javaType(property.kind()));
                drl.append('\n');
            }
            drl.append("end\n");
        }
        for (NumberedPath path : paths) {
            new CertainReading(reading).rule(path, drl);
        }
        return drl.toString();
    }

    static String ruleName(NumberedPath path) {
        return "r" + path.index();
    }

    static String javaName(FactType type) {
        return type.isRow() ? "Row" + type.name() : type.name();
    }

    static String javaName(FactType type, FactType.Property property) {
        return type.isRow() && !property.name().equals("id") ? "of" + property.name() : property.name();
    }

    private static String javaType(FactType.Kind kind) {
        return switch (kind) {
            case STRING -> "String";
            case NUMBER -> "Double";
            case BOOLEAN -> "Boolean";
            case TERMS -> throw new IllegalStateException("a table holds no sets of codes");
        };
    }

    private void rule(NumberedPath path, StringBuilder drl) {
        RuleFile.eachPattern(
                path.path().steps(),
                pattern -> pattern.conditions().forEach(c -> c.eachProperty(p -> share(p, pattern.slot()))));
        Term bound = path.path().bound();
        if (bound != null) {
            bound.eachProperty(p -> share(p, -1));
        }
        drl.append("rule \"").append(ruleName(path)).append("\" when\n");
        path.path()
                .steps()
                .forEach(step -> drl.append("  ").append(step(step, true)).append('\n'));
        drl.append("then\n  firings.");
        String subject = path.index() + ", $f" + path.path().subject();
        drl.append(bound == null ? "said(" + subject + ")" : "bound(" + subject + ", " + guardedBound(bound) + ")");
        drl.append(";\nend\n");
    }

    /** A property that another pattern reads is bound to a name of its own. */
    private void share(Term.Property property, int readIn) {
        if (property.slot() != readIn) {
            shared.add(property);
        }
    }

    private String step(Step step, boolean must) {
        if (step instanceof Step.Pattern pattern) {
            return pattern(pattern, must);
        }
        boolean absent = step instanceof Step.Absent;
        List<Step> group = absent ? ((Step.Absent) step).group() : ((Step.Present) step).group();
        boolean inside = absent && reading.swapsInNot() ? !must : must;
        String joined = group.stream().map(each -> step(each, inside)).collect(Collectors.joining(" and "));
        return (absent ? "not " : "exists ") + "( " + joined + " )";
    }

    private String pattern(Step.Pattern pattern, boolean must) {
        List<String> parts = new ArrayList<>();
        if (must && reading.idChecks()) {
            parts.add("id != null");
        }
        for (Term.Property property : shared) {
            if (property.slot() == pattern.slot()) {
                parts.add(name(property) + " : " + javaName(property.type(), property.description()));
            }
        }
        for (Condition condition : pattern.conditions()) {
            parts.add(condition(condition, pattern.slot(), must));
        }
        String type = javaName(pattern.type());
        return "$f" + pattern.slot() + " : " + type + "( " + String.join(", ", parts) + " )";
    }

    private String condition(Condition condition, int slot, boolean must) {
        if (condition instanceof Condition.Comparison comparison) {
            return comparison(comparison, slot, must);
        }
        boolean all = condition instanceof Condition.All;
        List<Condition> parts = all ? ((Condition.All) condition).parts() : ((Condition.Any) condition).parts();
        return parts.stream()
                .map(part -> condition(part, slot, must))
                .collect(Collectors.joining(all ? " && " : " || ", "( ", " )"));
    }

    private String comparison(Condition.Comparison comparison, int slot, boolean must) {
        Set<String> guards = new LinkedHashSet<>();
        comparison.eachProperty(property -> {
            if (reading.guards() && (property.slot() == slot || reading.joinGuards())) {
                guards.add(own(property, slot) + (must ? " != null" : " == null"));
            }
        });
        String sign = comparison.operator().sign;
        boolean computed = comparison.left() instanceof Term.Operation || comparison.right() instanceof Term.Operation;
        guards.add(
                computed
                        ? "Arithmetic.compare(" + decimal(comparison.left(), slot) + ", "
                                + decimal(comparison.right(), slot) + ") " + sign + " 0"
                        : own(comparison.left(), slot) + " " + sign + " " + own(comparison.right(), slot));
        return guards.stream().collect(Collectors.joining(must ? " && " : " || ", "( ", " )"));
    }

    private static String own(Term term, int slot) {
        if (term instanceof Term.Property property) {
            return property.slot() == slot ? javaName(property.type(), property.description()) : name(property);
        }
        Object value = ((Term.Literal) term).value();
        return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }

    private static String decimal(Term term, int slot) {
        if (term instanceof Term.Operation operation) {
            String method = switch (operation.operator()) {
                case '+' -> "plus";
                case '-' -> "minus";
                default -> "times";
            };
            return "Arithmetic." + method + "(" + decimal(operation.left(), slot) + ", "
                    + decimal(operation.right(), slot) + ")";
        }
        return own(term, slot);
    }

    /** The bound in plain Java doubles, null where a property of it is unknown. */
    private static String guardedBound(Term bound) {
        Set<String> names = new LinkedHashSet<>();
        bound.eachProperty(property -> names.add(name(property)));
        String unknown = names.stream().map(name -> name + " == null").collect(Collectors.joining(" || "));
        String value = bound.kind() == FactType.Kind.NUMBER
                ? "Double.valueOf(" + java(bound) + ")"
                : "(Object) " + java(bound);
        return unknown.isEmpty() ? value : "(" + unknown + ") ? null : " + value;
    }

    private static String java(Term term) {
        if (term instanceof Term.Operation operation) {
            return "(" + java(operation.left()) + " " + operation.operator() + " " + java(operation.right()) + ")";
        }
        return term instanceof Term.Property property ? name(property) : own(term, -1);
    }

    private static String name(Term.Property property) {
        return "$v" + property.slot() + "_" + property.index();
    }
}
