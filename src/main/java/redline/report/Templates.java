package redline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Files of {@code templates/report}: an office's own folder wins over the ones in the jar, file by file. */
final class Templates {
    private static final Path FOLDER = Path.of("templates", "report");
    private static final Map<String, String> SHIPPED = new ConcurrentHashMap<>();
    private static final String IN_JAR = "/templates/report/";

    private Templates() {}

    /** The text of a template file, from the folder where it is there, else from the jar. */
    static String text(String name) {
        Path own = FOLDER.resolve(name);
        try {
            return Files.isRegularFile(own) ? Files.readString(own) : shipped(name);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + own, failure);
        }
    }

    /** Every file that a report is written with. */
    static final List<String> FILES = List.of(
            "areas.html",
            "basis.html",
            "buildings.html",
            "corners.html",
            "cover.html",
            "figure.html",
            "findings.html",
            "indicators.html",
            "log.html",
            "margins.html",
            "not-checked.html",
            "parking.html",
            "passes.html",
            "plan.html",
            "print.css",
            "public.html",
            "report.html",
            "signatures.html",
            "strips.html",
            "sun-heights.html",
            "sunlight.html",
            "words_en.properties",
            "words_zh.properties");

    /** With those of the book of rules: all that an office may have its own of. */
    static final List<String> CHECKED = Stream.concat(FILES.stream(), Stream.of("catalogue.css", "catalogue.html"))
            .toList();

    /** The files as they are used here, by name. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        FILES.forEach(file -> all.put(file, text(file)));
        return all;
    }

    /** Those that differ from the program's: an office's own. */
    static Map<String, String> own() {
        Map<String, String> own = new TreeMap<>();
        for (String file : CHECKED) {
            if (Files.isRegularFile(FOLDER.resolve(file))) {
                String text = text(file);
                if (!text.equals(shipped(file))) {
                    own.put(file, text);
                }
            }
        }
        return own;
    }

    /** Hash over {@link #all}. */
    static String sha256() {
        StringBuilder one = new StringBuilder();
        all().forEach((file, text) -> one.append(file).append('\n').append(text).append('\n'));
        return Attachments.sha256(one.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The text as it is in the jar. */
    static String shipped(String name) {
        return SHIPPED.computeIfAbsent(name, Templates::read);
    }

    private static String read(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(IN_JAR + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + IN_JAR + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + name + " from the jar", failure);
        }
    }
}
