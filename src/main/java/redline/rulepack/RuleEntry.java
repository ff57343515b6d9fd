package redline.rulepack;

import java.time.LocalDate;
import java.util.List;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.requirement.Comparator;
import redline.requirement.Grade;
import redline.scheme.Subject;

/**
 * All that people read of one rule, but its cases.
 *
 * @param quantity what it bounds, null for a rule that only asks
 * @param on the day whose values are given, null for all values with their dates
 * @param yieldsTo rules of parcel conditions before which it steps back where they speak
 * @param yieldedBy local defaults that step back before it
 */
public record RuleEntry(
        RulePage page,
        Text packTitle,
        Quantity quantity,
        Subject.Kind about,
        LocalDate on,
        List<Parameter> parameters,
        List<Table> tables,
        List<Branch> branches,
        List<Named> yieldsTo,
        List<Named> yieldedBy) {
    public record Named(String id, Text title) {}

    /** A value read by its name ({@code pack/name}); {@code values} is empty where none is in force. */
    public record Parameter(String name, Text title, List<Dated> values) {}

    /** {@code value} with its unit, null where the document leaves it open; {@code note} may be empty. */
    public record Dated(String value, String note, Source source) {}

    /**
     * Dates, both days included, null = open; where the value is written, and how well that is known; {@code document}: the number of
     * the document that set it, empty where it is the pack's own.
     */
    public record Source(LocalDate from, LocalDate to, String clause, Grade grade, String document) {}

    /** The rows that the rule can meet, as written: what a line says of several words stands in one cell. */
    public record Table(String name, List<Column> columns, List<Line> lines) {}

    public record Column(String label, String unit) {}

    /** Null cells are open in the source. */
    public record Line(List<Text> cells, Source source) {}

    /**
     * @param name empty where the rule has one branch only
     * @param comment what the author wrote above it, may be empty
     * @param conditions what it asks of the facts, joins and table look-ups left out
     * @param liftedBy full names of the branches that lift it where they hold
     */
    public record Branch(String name, String comment, List<Text> conditions, Says says, List<String> liftedBy) {}

    /** What a branch says where it holds. */
    public sealed interface Says {
        /** One {@code bound} for each alternative of the left side that differs. */
        record Requires(Quantity quantity, Comparator comparator, List<Text> bounds) implements Says {}

        /** {@code branch} null: the whole rule. */
        record Lifts(Named rule, String branch) implements Says {}

        record Asks(Text question, String who) implements Says {}

        record Notes(Text sentence) implements Says {}
    }
}
