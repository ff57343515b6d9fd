package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** {@code templates/upload/cad-layers.csv}: which layer means what. The first row that fits counts. */
final class LayerTable {
    private record Row(Pattern layer, List<String> without, Meaning meaning) {}

    private final List<Row> rows = new ArrayList<>();
    /** Asked for once a feature; a drawing has a hundred thousand of these on a few dozen layers. */
    private final Map<String, Meaning> known = new ConcurrentHashMap<>();

    /** @throws TableFault where a row cannot be read */
    static LayerTable of(String csv) {
        LayerTable table = new LayerTable();
        List<String> lines = csv.lines().toList();
        for (int i = 2; i < lines.size(); i++) {
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            String[] cells = lines.get(i).split(",", 5);
            int line = i + 1;
            if (cells.length < 4) {
                throw new TableFault(
                        "cad-layers.csv",
                        line,
                        "应有 layer,not,meaning,detail 四列",
                        "layer, not, meaning, detail are asked for");
            }
            Meaning.Kind kind = Meaning.Kind.of(cells[2].strip())
                    .orElseThrow(() -> new TableFault(
                            "cad-layers.csv",
                            line,
                            "没有含义“" + cells[2] + "”",
                            "there is no meaning \"" + cells[2] + "\""));
            List<String> without = cells[1].isBlank()
                    ? List.of()
                    : List.of(cells[1].strip().toLowerCase(Locale.ROOT).split("\\|"));
            table.rows.add(new Row(pattern(cells[0].strip()), without, new Meaning(kind, cells[3].strip())));
        }
        return table;
    }

    private static Pattern pattern(String layer) {
        String quoted = Pattern.quote(layer.toLowerCase(Locale.ROOT)).replace("*", "\\E.*\\Q");
        return Pattern.compile(quoted);
    }

    /** Names of bound references ({@code file$0$LAYER}, {@code file|LAYER}) count without their file. */
    Meaning meaning(String layer) {
        return known.computeIfAbsent(layer, this::found);
    }

    private Meaning found(String layer) {
        String name = layer.replaceAll("^.*(\\$\\d+\\$|\\|)", "").strip().toLowerCase(Locale.ROOT);
        return rows.stream()
                .filter(row -> row.layer.matcher(name).matches())
                .filter(row -> row.without.stream().noneMatch(name::contains))
                .map(Row::meaning)
                .findFirst()
                .orElse(Meaning.UNKNOWN);
    }
}
