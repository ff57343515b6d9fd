package redline.rulepack;

import java.util.List;
import redline.quantity.Quantity;
import redline.requirement.Comparator;
import redline.rulepack.Condition.Operator;

/**
 * What a rule file says, word by word and with the line of each word: the common form of DRL and of sentences. Names stand with
 * their {@code $}, texts as DRL writes them; brackets that change nothing are kept.
 */
sealed interface Saying {
    /** Line of its first word. */
    int line();

    record Words(String text, int line) implements Saying {}

    record Number(String digit, int line) implements Saying {}

    record Truth(boolean yes, int line) implements Saying {}

    record Name(String name, int line) implements Saying {}

    /** {@code $name.property}. */
    record Of(String name, String property, int line) implements Saying {}

    /** A property of the pattern that it stands in. */
    record Own(String property, int line) implements Saying {}

    /** {@code sign}: + − * ; {@code signLine}: where it stands. */
    record Calculation(String sign, Saying left, Saying right, int signLine) implements Saying {
        @Override
        public int line() {
            return left.line();
        }
    }

    record Bracket(Saying inner, int line) implements Saying {}

    record Relation(Operator operator, Saying left, Saying right, int signLine) implements Saying {
        @Override
        public int line() {
            return left.line();
        }
    }

    /** {@code in} and {@code not in}. */
    record Among(boolean not, Saying left, List<Saying> choices, int signLine) implements Saying {
        @Override
        public int line() {
            return left.line();
        }
    }

    /** {@code sign}: &amp;&amp; or ||, and between patterns: and, or; {@code signLines}: one fewer than parts. */
    record Joined(String sign, List<Saying> parts, List<Integer> signLines) implements Saying {
        @Override
        public int line() {
            return parts.get(0).line();
        }
    }

    /** {@code word}: ! before a condition; not, exists before a pattern. */
    record Prefixed(String word, Saying inner, int line) implements Saying {}

    record Bind(String name, String property, int line) implements Saying {}

    /** {@code name} null where the fact has none. */
    record Pattern(String type, String name, List<Saying> constraints, int line) implements Saying {}

    record Header(String name, int line) implements Saying {}

    /** when, then, end. */
    record Mark(String word, int line) implements Saying {}

    record Require(String subject, Quantity quantity, Comparator comparator, Saying bound, int line)
            implements Saying {}

    record Exempt(String subject, String target, int line) implements Saying {}

    record Ask(String subject, String key, String who, int line) implements Saying {}

    record Note(String subject, String key, int line) implements Saying {}
}
