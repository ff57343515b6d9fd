package redline.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.intake.file.FileContents;

/** The contents of a file on the terminal: of many of one kind the first, and how many more the JSON has. */
final class ContentsText {
    private static final int MOST_LAYERS = 50;
    private static final int MOST = 20;

    private final Terminal terminal;

    ContentsText(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(FileContents contents) {
        String about = Stream.of(contents.format(), contents.version(), contents.encoding(), contents.crs())
                .filter(part -> part != null)
                .collect(Collectors.joining(" · "));
        terminal.out().println((contents.refused() ? "✕ " : "✓ ") + contents.file() + "  " + about);
        some(contents.layers(), MOST_LAYERS, this::layer);
        kinds(contents.values(), value -> value.path().replaceFirst("[\\[.].*", ""))
                .forEach(values -> some(values, MOST, this::value));
        kinds(contents.complaints(), FileContents.Trouble::remedy)
                .forEach(troubles -> some(troubles, MOST, this::trouble));
    }

    private static <T, K> Iterable<List<T>> kinds(List<T> all, Function<T, K> kind) {
        Map<K, List<T>> kinds =
                all.stream().collect(Collectors.groupingBy(kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.values();
    }

    private <T> void some(List<T> all, int most, Function<T, String> line) {
        all.stream().limit(most).forEach(one -> terminal.out().println("  " + line.apply(one)));
        if (all.size() > most) {
            int more = all.size() - most;
            terminal.out()
                    .println("  "
                            + terminal.say(
                                    "……另有 " + more + " 项同类，--json 全部写出",
                                    "… " + more + " more of this kind; --json writes them all"));
        }
    }

    private String layer(FileContents.Layer layer) {
        String counts = layer.entities().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String area = String.format(Locale.ROOT, "%.4f", layer.area());
        String closed = layer.polygons() == 0
                ? ""
                : terminal.say("闭合 " + layer.polygons() + " 个，面积 " + area, layer.polygons() + " closed, area " + area);
        return Stream.of(layer.name(), counts, closed)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private String value(FileContents.Value value) {
        return value.path() + " = " + value.value() + (value.from().isEmpty() ? "" : "  (" + value.from() + ")");
    }

    private String trouble(FileContents.Trouble trouble) {
        return "！" + (trouble.where().isEmpty() ? "" : trouble.where() + " ") + terminal.say(trouble.what()) + " → "
                + terminal.say(trouble.remedy());
    }
}
