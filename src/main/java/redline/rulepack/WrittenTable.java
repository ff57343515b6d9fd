package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table file as it is written: its lines keep their cells and their places, so that one can be changed and the rest stays as it is. */
final class WrittenTable {
    private static final String DOCUMENT_LABEL = "文号";

    private final String file;
    private final List<String> texts;
    private final List<CsvLine> lines;

    private WrittenTable(String file, List<String> texts, List<CsvLine> lines) {
        this.file = file;
        this.texts = texts;
        this.lines = lines;
    }

    /** Of a file that was read without faults. */
    static WrittenTable of(String file, String text) {
        List<CsvLine> lines = CsvLine.split(text);
        List<String> physical = List.of(text.split("(?<=\n)", -1));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int end = i + 1 < lines.size() ? lines.get(i + 1).number() - 1 : physical.size();
            texts.add(String.join("", physical.subList(lines.get(i).number() - 1, end)));
        }
        return new WrittenTable(file, texts, lines);
    }

    /** One line below the two of the head; {@code cells} are those of the table's own columns. */
    record Line(int number, List<String> cells, String from, String to, String clause, String grade, String document) {}

    String file() {
        return file;
    }

    boolean withDocuments() {
        List<String> head = lines.get(0).cells();
        return head.get(head.size() - 1).equals(TableReader.DOCUMENT);
    }

    private int own() {
        return lines.get(0).cells().size() - TableReader.LAST.size() - (withDocuments() ? 1 : 0);
    }

    /** Names of the table's own columns as rules read them, and the words of people. */
    Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < own(); i++) {
            columns.put(
                    lines.get(0).cells().get(i).split(":", 2)[0],
                    lines.get(1).cells().get(i));
        }
        return columns;
    }

    /** The words of the last columns: first and last day, clause, grade, document. */
    List<String> lastLabels() {
        List<String> labels = new ArrayList<>(lines.get(1).cells().subList(own(), own() + TableReader.LAST.size()));
        labels.add(withDocuments() ? lines.get(1).cells().get(own() + TableReader.LAST.size()) : DOCUMENT_LABEL);
        return labels;
    }

    /** {@code number[m]}, {@code text(A|B)}, {@code yes-no} of a column. */
    String type(int column) {
        String head = lines.get(0).cells().get(column);
        return head.substring(head.indexOf(':') + 1);
    }

    String unit(int column) {
        String type = type(column);
        return type.contains("[") ? type.substring(type.indexOf('[') + 1, type.indexOf(']')) : "";
    }

    boolean counts(int column) {
        return type(column).startsWith("number");
    }

    List<Line> lines() {
        int own = own();
        List<Line> all = new ArrayList<>();
        for (CsvLine line : lines.subList(Math.min(2, lines.size()), lines.size())) {
            List<String> cells = line.cells();
            all.add(new Line(
                    line.number(),
                    cells.subList(0, own),
                    cells.get(own),
                    cells.get(own + 1),
                    cells.get(own + 2),
                    cells.get(own + 3),
                    withDocuments() ? cells.get(own + 4) : ""));
        }
        return all;
    }

    /** The file with some lines replaced, by their number; a list may hold several lines, or none. */
    String with(Map<Integer, List<Line>> replaced) {
        boolean documents = withDocuments()
                || replaced.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(line -> !line.document().isEmpty());
        boolean widened = documents && !withDocuments();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String as = texts.get(i);
            String end = as.endsWith("\r\n") ? "\r\n" : "\n";
            List<Line> others = i < 2 ? null : replaced.get(lines.get(i).number());
            if (others != null) {
                others.forEach(line -> text.append(row(line, documents)).append(end));
            } else if (widened) {
                String more = i == 0 ? TableReader.DOCUMENT : i == 1 ? DOCUMENT_LABEL : "";
                text.append(as.stripTrailing()).append(',').append(more).append(end);
            } else {
                text.append(as);
                if (i == lines.size() - 1 && !as.endsWith("\n")) {
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    /** The file with these lines below its head, in this order; one that is the same as the line of its number keeps its bytes. */
    String of(List<Line> wanted) {
        Map<Integer, Integer> places = new HashMap<>();
        Map<Integer, Line> before = new HashMap<>();
        for (Line line : lines()) {
            before.put(line.number(), line);
        }
        for (int i = 2; i < lines.size(); i++) {
            places.put(lines.get(i).number(), i);
        }
        boolean documents = withDocuments()
                || wanted.stream().anyMatch(line -> !line.document().isEmpty());
        boolean widened = documents && !withDocuments();
        String end = texts.get(0).endsWith("\r\n") ? "\r\n" : "\n";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            String more = i == 0 ? TableReader.DOCUMENT : DOCUMENT_LABEL;
            append(text, widened ? widened(texts.get(i), more) : texts.get(i), end);
        }
        for (Line line : wanted) {
            Integer place = places.get(line.number());
            String as = place == null ? "" : texts.get(place);
            if (place == null) {
                append(text, row(line, documents) + end, end);
            } else if (!line.equals(before.get(line.number()))) {
                append(
                        text,
                        row(line, documents) + as.substring(as.stripTrailing().length()),
                        end);
            } else {
                append(text, widened ? widened(as, "") : as, end);
            }
        }
        return text.toString();
    }

    /** The last line of a file may have no end of its own; it gets one where another follows. */
    private static void append(StringBuilder text, String line, String end) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append(end);
        }
        text.append(line);
    }

    private static String widened(String line, String more) {
        String own = line.stripTrailing();
        return own + "," + more + line.substring(own.length());
    }

    private static String row(Line line, boolean documents) {
        List<String> cells = new ArrayList<>(line.cells());
        cells.addAll(List.of(line.from(), line.to(), line.clause(), line.grade()));
        if (documents) {
            cells.add(line.document());
        }
        return String.join(",", cells.stream().map(WrittenTable::quoted).toList());
    }

    static String quoted(String cell) {
        return cell.matches("(?s).*[,\"\n\r].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
