package redline.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redline.casefile.CaseFiles;
import redline.casefile.CaseStep;
import redline.casefile.Declined;
import redline.casefile.Materials;
import redline.casefile.OfficeTables;
import redline.casefile.Round;
import redline.finding.Verdict;
import redline.intake.bundle.Choices;

/** Every id that a page of a case shows has its word in both languages. */
class OfficeWordsTest {
    private static final Path TEMPLATES = Path.of("templates/web");

    @ParameterizedTest
    @ValueSource(strings = {"office.properties", "office_en.properties"})
    void no_word_is_missing(String file) throws IOException {
        Properties words = words(file);
        List<String> wanted = new ArrayList<>();
        Stream.of(Declined.Why.values()).forEach(why -> wanted.add("declined." + why));
        Stream.of(Materials.State.values()).forEach(state -> wanted.add("material." + state));
        Stream.of(CaseFiles.Purpose.values()).forEach(purpose -> wanted.add("purpose." + purpose));
        Stream.of(Round.State.values()).forEach(state -> wanted.add("round." + state));
        Stream.of(Verdict.values()).forEach(verdict -> {
            wanted.add("verdict." + verdict);
            wanted.add("verdict." + verdict + ".icon");
        });
        Properties all = words(file.replace("office", "words"));
        all.putAll(words);
        assertThat(all.stringPropertyNames())
                .containsAll(Choices.MAY_BE_NONE.stream()
                        .map(list -> "data.none." + list)
                        .toList());
        OfficeTables.read().course().steps().stream()
                .map(CaseStep::paper)
                .filter(paper -> !paper.isEmpty())
                .forEach(paper -> wanted.add("paper." + paper));
        wanted.removeIf(words::containsKey);
        assertThat(wanted).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"office.properties", "office_en.properties"})
    void no_key_stands_twice(String file) throws IOException {
        Set<String> keys = new HashSet<>();
        // Those of the self-check would be found first.
        keys.addAll(words(file.replace("office", "words")).stringPropertyNames());
        List<String> twice = Files.readAllLines(TEMPLATES.resolve(file)).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .filter(key -> !keys.add(key))
                .toList();
        assertThat(twice).isEmpty();
    }

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(TEMPLATES.resolve(file))) {
            words.load(reader);
        }
        return words;
    }
}
