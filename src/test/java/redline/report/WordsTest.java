package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Path FOLDER = Path.of("templates/report");
    private static final Pattern KEY = Pattern.compile("#\\{([a-z.-]+)");
    private static final Pattern INSERT = Pattern.compile("\\{\\d}");

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameInserts() throws IOException {
        Properties zh = words("zh");
        Properties en = words("en");
        // Chinese terms that are their own word need no entry in Chinese.
        Set<String> english = keys(en).stream()
                .filter(key -> key.codePoints().noneMatch(Character::isIdeographic))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys(zh)).isEqualTo(english);
        for (String key : keys(zh)) {
            // "{0} 等 {2} 处" counts all, "{0} and {1} more" the rest: the inserts of this one differ on purpose.
            if (!key.equals("and-others")) {
                assertThat(inserts(en.getProperty(key))).as(key).isEqualTo(inserts(zh.getProperty(key)));
            }
        }
    }

    @Test
    void englishWordsHoldNoChinese() throws IOException {
        Properties en = words("en");
        assertThat(keys(en).stream()
                        .map(en::getProperty)
                        .filter(word -> word.codePoints().anyMatch(Character::isIdeographic)))
                .isEmpty();
    }

    @Test
    void everyWordThatATemplateAsksForIsThere() throws IOException {
        Set<String> known = keys(words("zh"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                Matcher key = KEY.matcher(Files.readString(file));
                while (key.find()) {
                    assertThat(known).as(file.toString()).contains(key.group(1));
                }
            }
        }
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        words.load(new StringReader(Files.readString(FOLDER.resolve("words_" + language + ".properties"))));
        return words;
    }

    private static Set<String> keys(Properties words) {
        return new TreeSet<>(words.stringPropertyNames());
    }

    private static Set<String> inserts(String word) {
        return INSERT.matcher(word).results().map(m -> m.group()).collect(Collectors.toCollection(TreeSet::new));
    }
}
