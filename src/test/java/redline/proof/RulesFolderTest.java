package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What design §3 asks of the folder, read as plain text and apart from the program that reads it. */
class RulesFolderTest {
    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z_$0-9])[0-9]+(\\.[0-9]+)?");

    @Test
    void every_rule_has_a_text_a_page_and_cases_of_one_name() throws IOException {
        assertThat(names(".md")).isEqualTo(names(".drl"));
        try (Stream<Path> folders = Files.list(Path.of("test-cases/rules"))) {
            assertThat(new TreeSet<>(
                            folders.map(f -> f.getFileName().toString()).toList()))
                    .isEqualTo(names(".drl"));
        }
    }

    @Test
    void no_rule_text_holds_a_number_but_0_and_1() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files(".drl")) {
            for (String line : Files.readAllLines(file)) {
                String code = line.replaceAll("//.*", "").replaceAll("\"[^\"]*\"", "");
                Matcher numbers = NUMBER.matcher(code);
                while (numbers.find()) {
                    if (!Set.of("0", "1").contains(numbers.group())) {
                        found.add(file + ": " + line);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_value_is_read_by_a_rule() throws IOException {
        StringBuilder rules = new StringBuilder();
        for (Path file : files(".drl")) {
            rules.append(Files.readString(file));
        }
        List<String> unread = new ArrayList<>();
        for (Path file : files(".yaml")) {
            if (file.getParent().endsWith("parameters")) {
                String name = file.getParent().getParent().getFileName() + "/"
                        + file.getFileName().toString().replace(".yaml", "");
                if (!rules.toString().contains("\"" + name + "\"")) {
                    unread.add(name);
                }
            }
        }
        for (Path file : files(".csv")) {
            StringBuilder type = new StringBuilder();
            for (String word : file.getFileName().toString().replace(".csv", "").split("-", -1)) {
                type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
            if (!rules.toString().contains(type + "(")) {
                unread.add(file.toString());
            }
        }
        assertThat(unread).isEmpty();
    }

    private static Set<String> names(String ending) throws IOException {
        return new TreeSet<>(files(ending).stream()
                .filter(file -> file.getParent().endsWith("rules") && file.getNameCount() == 4)
                .map(file -> file.getFileName().toString().replace(ending, ""))
                .toList());
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> walk = Files.walk(Path.of("rules"))) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
