package redline.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.GridColumn;
import redline.rulepack.TableGrid;

/**
 * A grid as its page shows it.
 *
 * @param changes what it would change, null where nobody looked; empty where something is wrong
 * @param faults that belong to no row
 * @param text of the file as it would be, empty where it was not looked at or something is wrong
 */
record GridView(List<Head> columns, List<Line> lines, List<String> changes, List<String> faults, String text) {
    /** @param choices words to choose from as people know them */
    record Head(String name, String title, String kind, List<String> choices) {}

    /** @param wrong what is wrong with it and what to do, empty where nothing is */
    record Cell(String value, String wrong) {}

    /**
     * @param number of the line in the file, 0 for a new one
     * @param wrong with the whole line
     * @param ends last day that it gets because another follows, empty where none
     */
    record Line(int number, List<Cell> cells, String wrong, String ends) {
        public boolean sound() {
            return wrong.isEmpty()
                    && cells.stream().allMatch(cell -> cell.wrong().isEmpty());
        }
    }

    static GridView of(TableGrid grid, List<TableGrid.Line> lines, Language language) {
        List<Head> heads = new ArrayList<>();
        for (GridColumn column : grid.columns()) {
            heads.add(new Head(column.name(), column.head(), column.kind().name(), choices(column, language)));
        }
        List<Line> shown = new ArrayList<>();
        for (TableGrid.Line line : lines) {
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < grid.columns().size(); i++) {
                cells.add(new Cell(grid.columns().get(i).shown(line.cells().get(i), language), ""));
            }
            shown.add(new Line(line.number(), List.copyOf(cells), "", ""));
        }
        return new GridView(List.copyOf(heads), List.copyOf(shown), null, List.of(), "");
    }

    private static List<String> choices(GridColumn column, Language language) {
        List<String> choices = new ArrayList<>();
        if (column.kind() == GridColumn.Kind.YES_NO) {
            List.of("yes", "no", "任意", "?").forEach(cell -> choices.add(column.shown(cell, language)));
        }
        column.words().forEach(word -> choices.add(word.said().in(language)));
        if (column.kind() == GridColumn.Kind.WORDS) {
            choices.add(column.shown("任意", language));
        }
        return List.copyOf(choices);
    }

    public int cells() {
        return lines.size() * (columns.size() + 1);
    }

    public boolean sound() {
        return faults.isEmpty() && lines.stream().allMatch(Line::sound);
    }

    GridView changing(List<Text> told) {
        return new GridView(
                columns, lines, told.stream().map(one -> one.in(Spoken.now())).toList(), faults, text);
    }

    GridView withText(String would) {
        return new GridView(columns, lines, changes, faults, would);
    }

    GridView closing(Map<Integer, LocalDate> closed) {
        List<Line> marked = new ArrayList<>(lines);
        closed.forEach((place, day) -> marked.set(
                place,
                new Line(
                        lines.get(place).number(),
                        lines.get(place).cells(),
                        lines.get(place).wrong(),
                        day.toString())));
        return new GridView(columns, List.copyOf(marked), changes, faults, text);
    }

    /** With what is wrong at its row and column. */
    GridView faulty(List<Fault> found, TableGrid grid, TableGrid.Filled filled) {
        Language language = Spoken.now();
        Map<Integer, Map<String, String>> wrong = new LinkedHashMap<>();
        List<String> others = new ArrayList<>();
        for (Fault fault : found) {
            int row = fault.file().equals(grid.file()) ? filled.rowAt(fault.line()) : -1;
            String said = fault.what().in(language) + " → " + fault.remedy().in(language);
            if (row < 0) {
                others.add(fault.file() + (fault.line() > 0 ? ":" + fault.line() : "") + "  " + said);
            } else {
                boolean named = false;
                for (String element : fault.element().split(", ", -1)) {
                    boolean known =
                            columns.stream().anyMatch(column -> column.name().equals(element));
                    named |= known;
                    if (known) {
                        wrong.computeIfAbsent(row, any -> new LinkedHashMap<>()).merge(element, said, GridView::both);
                    }
                }
                if (!named) {
                    wrong.computeIfAbsent(row, any -> new LinkedHashMap<>()).merge("", said, GridView::both);
                }
            }
        }
        List<Line> marked = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            marked.add(marked(lines.get(i), wrong.getOrDefault(i, Map.of())));
        }
        return new GridView(columns, List.copyOf(marked), List.of(), List.copyOf(others), "");
    }

    private static String both(String one, String other) {
        return one.equals(other) ? one : one + "\n" + other;
    }

    private Line marked(Line line, Map<String, String> wrong) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.add(new Cell(
                    line.cells().get(i).value(),
                    wrong.getOrDefault(columns.get(i).name(), "")));
        }
        return new Line(line.number(), List.copyOf(cells), wrong.getOrDefault("", ""), line.ends());
    }
}
