package redline.rulepack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One file of {@code test-cases/hostile-rules}: what it attacks, what it puts into a small rules folder, what it is answered. */
record HostileCase(String name, Map<String, Object> read) {
    private static final Path FOLDER = Path.of("test-cases", "hostile-rules");

    static List<HostileCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(HostileCase::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @SuppressWarnings("unchecked") // the files are ours
    private static HostileCase of(Path file) {
        try {
            Object read = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            return new HostileCase(file.getFileName().toString().replace(".yaml", ""), (Map<String, Object>) read);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return name + " " + read.get("attacks") + ":" + read.get("title");
    }

    /** {@code file:line what}, as the fault says it in Chinese; one of them for each file at least. */
    @SuppressWarnings("unchecked")
    List<String> refused() {
        return (List<String>) read.get("refused");
    }

    /** As the program reads it: the folder, or the archive. */
    RuleBook attack(UnaryOperator<String> filled) {
        return read.containsKey("archive") ? RuleBook.ofArchive(archive(filled)) : RuleBookReader.read(files(filled));
    }

    RuleFiles files(UnaryOperator<String> filled) {
        MiniRules rules = new MiniRules();
        part("write").forEach((path, text) -> rules.put(path, filled.apply(written(text))));
        part("latin-1")
                .forEach((path, text) ->
                        rules.byPath().put(path, ((String) text).getBytes(StandardCharsets.ISO_8859_1)));
        for (Map<String, Object> each : parts("repeat")) {
            StringBuilder text = new StringBuilder((String) each.get("begin"));
            for (int i = 1; i <= (int) each.get("times"); i++) {
                text.append(((String) each.get("unit")).replace("{n}", Integer.toString(i)));
            }
            rules.put((String) each.get("file"), text.append(each.get("end")).toString());
        }
        return rules.files();
    }

    /** One text, or its lines, in which escapes stand for what nobody could see. */
    @SuppressWarnings("unchecked")
    private static String written(Object text) {
        return text instanceof List<?> lines ? String.join("", (List<String>) lines) : (String) text;
    }

    private byte[] archive(UnaryOperator<String> filled) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String twice = null;
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map<String, Object> each : parts("archive")) {
                byte[] text = filled.apply((String) each.get("line"))
                        .repeat((int) each.get("lines"))
                        .getBytes(StandardCharsets.UTF_8);
                for (int i = 1; i <= (int) each.getOrDefault("files", 1); i++) {
                    String name = ((String) each.get("name")).replace("{n}", Integer.toString(i));
                    // The writer refuses a name twice; its last letter is put right below.
                    zip.putNextEntry(
                            new ZipEntry(name.equals(twice) ? name.substring(0, name.length() - 1) + "~" : name));
                    zip.write(text);
                    zip.closeEntry();
                    twice = name;
                }
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        String latin = bytes.toString(StandardCharsets.ISO_8859_1);
        return latin.replace("yam~", "yaml").getBytes(StandardCharsets.ISO_8859_1);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> part(String key) {
        return (Map<String, Object>) read.getOrDefault(key, Map.of());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> parts(String key) {
        return (List<Map<String, Object>>) read.getOrDefault(key, List.of());
    }
}
