package redline.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of {@code templates/office}: the office's own file where there is one, else the one in the jar. A comma separates cells,
 * quotes hold a cell together, lines that begin with # are for people.
 *
 * @param rows cells by the name of their column, blanks around them taken off; a cell that a line lacks is empty
 */
record OfficeTable(String file, List<Row> rows) {
    private static final Path FOLDER = Path.of("templates", "office");
    private static final String IN_JAR = "/templates/office/";

    /** @param line in the file, from 1 */
    record Row(String file, int line, Map<String, String> cells) {
        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(file + ": no column " + column);
            }
            return cell;
        }

        boolean yes(String column) {
            return get(column).equals("yes");
        }

        /** Words separated by | . */
        List<String> words(String column) {
            return get(column).isEmpty() ? List.of() : List.of(get(column).split("\\|"));
        }

        /** What is wrong with this line. */
        IllegalArgumentException wrong(String what) {
            return new IllegalArgumentException(file + ":" + line + ": " + what);
        }
    }

    /** @throws IllegalArgumentException where the file is no such table */
    static OfficeTable of(String file) {
        return read(file, text(file));
    }

    static String text(String file) {
        Path own = FOLDER.resolve(file);
        try {
            if (Files.isRegularFile(own)) {
                return Files.readString(own);
            }
            try (InputStream shipped = OfficeTable.class.getResourceAsStream(IN_JAR + file)) {
                if (shipped == null) {
                    throw new IllegalArgumentException("no table " + file);
                }
                return new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(own.toString(), unreadable);
        }
    }

    static OfficeTable read(String file, String csv) {
        List<String> lines = csv.lines().toList();
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "");
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = cells(line);
            if (columns.isEmpty()) {
                columns = cells;
                continue;
            }
            if (cells.size() > columns.size()) {
                throw new IllegalArgumentException(file + ":" + (i + 1) + ": more cells than columns");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                row.put(columns.get(column), column < cells.size() ? cells.get(column) : "");
            }
            rows.add(new Row(file, i + 1, row));
        }
        return new OfficeTable(file, List.copyOf(rows));
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
