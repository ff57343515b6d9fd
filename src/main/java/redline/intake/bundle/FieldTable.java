package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redline.intake.file.Feature;

/** {@code templates/upload/gis-fields.csv}: which field of a layer is which key of the scheme. */
final class FieldTable {
    private record Row(Meaning.Kind kind, String key, List<String> names) {}

    private final List<Row> rows = new ArrayList<>();

    /** @throws TableFault where a row cannot be read */
    static FieldTable of(String csv) {
        FieldTable table = new FieldTable();
        List<String> lines = csv.lines().toList();
        for (int i = 2; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            String[] cells = lines.get(i).split(",", 3);
            int line = i + 1;
            if (cells.length < 3) {
                throw new TableFault(
                        "gis-fields.csv", line, "应有 meaning,key,fields 三列", "meaning, key, fields are asked for");
            }
            Meaning.Kind kind = Meaning.Kind.of(cells[0].strip())
                    .orElseThrow(() -> new TableFault(
                            "gis-fields.csv",
                            line,
                            "没有含义“" + cells[0] + "”",
                            "there is no meaning \"" + cells[0] + "\""));
            table.rows.add(new Row(
                    kind,
                    cells[1].strip(),
                    List.of(cells[2].strip().toLowerCase(Locale.ROOT).split("\\|"))));
        }
        return table;
    }

    /** The value of the first field that is named for the key; null where there is none. */
    String value(Meaning.Kind kind, Feature feature, String key) {
        for (Row row : rows) {
            if (row.kind == kind(kind) && row.key.equals(key)) {
                for (String name : row.names) {
                    for (Map.Entry<String, String> field : feature.attributes().entrySet()) {
                        String value = field.getValue();
                        if (field.getKey().strip().toLowerCase(Locale.ROOT).equals(name)
                                && value != null
                                && !value.isBlank()) {
                            return value.strip();
                        }
                    }
                }
            }
        }
        return null;
    }

    /** Podiums, towers and basements have the fields of buildings. */
    private static Meaning.Kind kind(Meaning.Kind kind) {
        return switch (kind) {
            case PODIUM, TOWER, BASEMENT -> Meaning.Kind.BUILDING;
            default -> kind;
        };
    }

    /** Every key but the id that a field gives. */
    void put(Meaning.Kind kind, Feature feature, Assembly.Element element, Origin origin) {
        rows.stream()
                .filter(row -> row.kind == kind(kind) && !row.key.equals("id"))
                .forEach(row -> {
                    String value = value(kind, feature, row.key);
                    if (value != null) {
                        element.put(row.key, value, new Origin(origin.file(), origin.place() + " / " + row.key));
                    }
                });
    }
}
