package redline.schemes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rule files say they are about, read with two regular expressions and none of the product's code. */
final class PlainRules {
    private static final Path FOLDER = Path.of("rules");
    private static final Pattern FIRST_ARGUMENT = Pattern.compile("(?:require|ask|exempt)\\(\\s*(\\$\\w+)");

    private PlainRules() {}

    /** Rule id to fact type of its subjects, for every rule of those packs that the profile names and that are in force. */
    static Map<String, String> kindsOf(String profile, Set<String> inForce) {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String pack : packsOf(profile).stream().filter(inForce::contains).toList()) {
            Path rules = FOLDER.resolve(pack).resolve("rules");
            if (Files.isDirectory(rules)) {
                drlFiles(rules)
                        .forEach(file -> kinds.put(file.getFileName().toString().replace(".drl", ""), kindOf(file)));
            }
        }
        return kinds;
    }

    private static List<String> packsOf(String profile) {
        List<String> packs = new ArrayList<>();
        boolean listed = false;
        for (String line : text(FOLDER.resolve("profiles").resolve(profile + ".yaml"))
                .lines()
                .toList()) {
            listed = line.startsWith("packs:") || listed && line.startsWith("  - ");
            if (listed && line.startsWith("  - ")) {
                packs.add(line.substring(4).replaceAll("\\s*#.*", "").strip());
            }
        }
        return packs;
    }

    private static String kindOf(Path drl) {
        String text = text(drl);
        Matcher first = FIRST_ARGUMENT.matcher(text);
        if (!first.find()) {
            throw new AssertionError("no verb in " + drl);
        }
        Matcher pattern = Pattern.compile(Pattern.quote(first.group(1)) + "\\s*:\\s*(\\w+)\\(")
                .matcher(text);
        if (!pattern.find()) {
            throw new AssertionError(first.group(1) + " is not bound in " + drl);
        }
        return pattern.group(1);
    }

    private static Stream<Path> drlFiles(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".drl")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
