package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;

/** Lines of tables in words. */
final class TableWords {
    private TableWords() {}

    /**
     * What a line is about: its words, and of the numbers those in which lines of the same words differ at the same time, without the
     * column that is looked at.
     */
    static Text about(WrittenTable table, WrittenTable.Line line, int without) {
        List<String> labels = List.copyOf(table.columns().values());
        List<Text> words = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            if (i != without && !table.counts(i)) {
                words.add(cell(table, i, line.cells().get(i), labels.get(i)));
            }
        }
        boolean alone = table.lines().stream()
                        .filter(other -> sameWords(table, line, other, without))
                        .count()
                < 2;
        for (int i = 0; i < labels.size() && !alone; i++) {
            if (i != without && table.counts(i) && differs(table, line, i, without)) {
                words.add(Text.same(labels.get(i) + " " + line.cells().get(i) + unit(table, i)));
            }
        }
        return new Text(
                String.join("、", words.stream().map(Text::zh).toList()),
                String.join(", ", words.stream().map(Text::en).toList()));
    }

    /** All cells of a line but one; open ends say nothing. */
    static Text beside(List<ValuePlace> cells, ValuePlace without) {
        List<Text> words = cells.stream()
                .filter(cell -> cell.columnIndex() != without.columnIndex()
                        && !cell.written().matches("-?inf"))
                .map(TableWords::word)
                .toList();
        return new Text(
                String.join("、", words.stream().map(Text::zh).toList()),
                String.join(", ", words.stream().map(Text::en).toList()));
    }

    private static Text word(ValuePlace cell) {
        String label = cell.title().zh();
        return switch (cell.written()) {
            case "yes", "是" -> Text.same(label);
            case "no", "否" -> new Text("非" + label, "not " + label);
            default ->
                cell.written().matches("-?[0-9].*|[?？]")
                        ? Text.same(label + " " + ChangeWords.shown(cell))
                        : codes(cell.written());
        };
    }

    private static Text codes(String cell) {
        List<Text> parts =
                List.of(cell.split("\\|", -1)).stream().map(CodeWords::of).toList();
        return new Text(
                String.join("或", parts.stream().map(Text::zh).toList()),
                String.join(" or ", parts.stream().map(Text::en).toList()));
    }

    private static boolean sameWords(WrittenTable table, WrittenTable.Line one, WrittenTable.Line other, int without) {
        for (int i = 0; i < one.cells().size(); i++) {
            if (i != without
                    && !table.counts(i)
                    && !one.cells().get(i).equals(other.cells().get(i))) {
                return false;
            }
        }
        return validity(one).overlaps(validity(other));
    }

    private static boolean differs(WrittenTable table, WrittenTable.Line line, int column, int without) {
        return table.lines().stream()
                .filter(other -> sameWords(table, line, other, without))
                .anyMatch(
                        other -> !other.cells().get(column).equals(line.cells().get(column)));
    }

    static Validity validity(WrittenTable.Line line) {
        return new Validity(ValuePlaces.day(line.from()), ValuePlaces.day(line.to()));
    }

    private static String unit(WrittenTable table, int column) {
        return table.unit(column).isEmpty() ? "" : " " + table.unit(column);
    }

    private static Text cell(WrittenTable table, int column, String cell, String label) {
        if (table.type(column).startsWith("yes-no")) {
            return switch (cell) {
                case "yes", "是" -> Text.same(label);
                case "no", "否" -> new Text("非" + label, "not " + label);
                default -> Text.same(label + " " + cell);
            };
        }
        return codes(cell);
    }
}
