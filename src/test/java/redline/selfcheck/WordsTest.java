package redline.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wordings of the pages. */
class WordsTest {
    private static final Path TEMPLATES = Path.of("templates/web");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @ValueSource(strings = {"words", "office"})
    void both_languages_have_the_same_keys_and_inserts(String name) throws IOException {
        Properties zh = words(name + ".properties");
        Properties en = words(name + "_en.properties");

        assertThat(new TreeSet<>(en.stringPropertyNames())).isEqualTo(new TreeSet<>(zh.stringPropertyNames()));
        for (String key : zh.stringPropertyNames()) {
            assertThat(inserts(en.getProperty(key))).as(key).isEqualTo(inserts(zh.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"words", "office"})
    void the_english_words_hold_no_chinese_but_the_name(String name) throws IOException {
        Properties en = words(name + "_en.properties");

        assertThat(en.stringPropertyNames().stream()
                        .filter(key -> !key.equals("brand"))
                        .filter(key -> HAN.matcher(en.getProperty(key)).find()))
                .isEmpty();
    }

    @Test
    void every_key_that_a_page_asks_for_is_there() throws IOException {
        Properties zh = words("words.properties");
        zh.putAll(words("office.properties"));
        List<String> absent = new ArrayList<>();
        try (Stream<Path> pages = Files.walk(TEMPLATES)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".html")).toList()) {
                Matcher key = Pattern.compile("#\\{([A-Za-z0-9.-]+)[(}]").matcher(Files.readString(page));
                while (key.find()) {
                    if (!zh.containsKey(key.group(1))) {
                        absent.add(page + " " + key.group(1));
                    }
                }
            }
        }
        assertThat(absent).isEmpty();
    }

    @Test
    void pages_hold_no_inline_style_and_no_inline_script() throws IOException {
        try (Stream<Path> pages = Files.walk(TEMPLATES)) {
            for (Path page :
                    pages.filter(file -> file.toString().endsWith(".html")).toList()) {
                assertThat(Files.readString(page))
                        .as(page.toString())
                        .doesNotContain("style=", "<style", "th:style", "onclick", "hx-on")
                        .doesNotContainPattern("<script[^>]*>[^<]");
            }
        }
    }

    private static List<String> inserts(String text) {
        return Pattern.compile("\\{\\d\\}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (var reader = Files.newBufferedReader(TEMPLATES.resolve(file))) {
            words.load(reader);
        }
        return words;
    }
}
