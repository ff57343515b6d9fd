package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import redline.quantity.Text;

/** The rows of one table that a rule can meet, by the constants that its patterns ask of them; folded back to lines as written. */
final class RowsRead {
    private final Pack.Table table;
    private final List<Step.Pattern> patterns;

    /** {@code patterns} of the table's type. */
    RowsRead(Pack.Table table, List<Step.Pattern> patterns) {
        this.table = table;
        this.patterns = patterns;
    }

    /** Of the entries given, in their order. */
    List<RuleEntry.Line> lines(List<Pack.Table.Entry> entries) {
        Map<Integer, List<Pack.Table.Entry>> byLine = new TreeMap<>();
        entries.stream()
                .filter(entry -> patterns.stream().anyMatch(pattern -> canMeet(pattern, entry.row())))
                .forEach(entry -> byLine.computeIfAbsent(line(entry.row()), n -> new ArrayList<>())
                        .add(entry));
        return byLine.values().stream().map(this::folded).toList();
    }

    /** Rows of one line differ only in the words that a cell stands for. */
    private RuleEntry.Line folded(List<Pack.Table.Entry> rows) {
        Map<String, Set<Object>> cells = new LinkedHashMap<>();
        for (Pack.Table.Entry entry : rows) {
            entry.row()
                    .values()
                    .forEach((column, value) -> cells.computeIfAbsent(column, c -> new LinkedHashSet<>())
                            .add(value == null ? Open.CELL : value));
        }
        List<Text> texts = new ArrayList<>();
        cells.forEach((column, values) -> texts.add(cell(values, table.units().getOrDefault(column, ""))));
        Row first = rows.get(0).row();
        Validity validity = rows.get(0).validity();
        return new RuleEntry.Line(
                java.util.Collections.unmodifiableList(texts),
                new RuleEntry.Source(
                        validity.from(),
                        validity.to(),
                        first.citation().clause(),
                        first.citation().grade(),
                        first.citation().document()));
    }

    private enum Open {
        CELL
    }

    private static Text cell(Set<Object> values, String unit) {
        if (values.contains(Open.CELL)) {
            return null;
        }
        List<Text> words = values.stream().map(value -> word(value, unit)).toList();
        return new Text(
                String.join("、", words.stream().map(Text::zh).toList()),
                String.join(", ", words.stream().map(Text::en).toList()));
    }

    private static Text word(Object value, String unit) {
        if (!(value instanceof Double number)) {
            return CodeWords.of(value);
        }
        if (number.isInfinite()) {
            return Text.same(number > 0 ? "∞" : "−∞");
        }
        BigDecimal shown = BigDecimal.valueOf(number);
        return Text.same(Decimals.plain(unit.equals("%") ? shown.movePointRight(2) : shown));
    }

    private static int line(Row row) {
        String number = row.id().substring(row.id().lastIndexOf(':') + 1);
        return Integer.parseInt(number.contains(".") ? number.substring(0, number.indexOf('.')) : number);
    }

    private static boolean canMeet(Step.Pattern pattern, Row row) {
        return pattern.conditions().stream().allMatch(condition -> canMeet(condition, pattern, row));
    }

    /** False only where a constant says so; what hangs on other facts, or is open, can be met. */
    private static boolean canMeet(Condition condition, Step.Pattern pattern, Row row) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream().allMatch(part -> canMeet(part, pattern, row));
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(part -> canMeet(part, pattern, row));
        }
        Condition.Comparison comparison = (Condition.Comparison) condition;
        boolean constant = comparison.left() instanceof Term.Property property
                && property.slot() == pattern.slot()
                && comparison.right() instanceof Term.Literal;
        if (!constant) {
            return true;
        }
        Object value = row.values()
                .get(((Term.Property) comparison.left()).description().name());
        Object wanted = ((Term.Literal) comparison.right()).value();
        return value == null
                || switch (comparison.operator()) {
                    case EQUAL -> Objects.equals(value, wanted);
                    case DIFFERENT -> !Objects.equals(value, wanted);
                    case LESS, AT_MOST, GREATER, AT_LEAST -> true;
                };
    }
}
