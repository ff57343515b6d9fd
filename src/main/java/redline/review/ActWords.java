package redline.review;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The acts that the log knows a word for: keys {@code act.…} of the office's words. */
@Component
class ActWords {
    private static final String PREFIX = "act.";

    private final SortedSet<String> known = new TreeSet<>();

    ActWords() throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("templates/web/office.properties").getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        for (String key : words.stringPropertyNames()) {
            if (key.startsWith(PREFIX)) {
                known.add(key.substring(PREFIX.length()));
            }
        }
    }

    SortedSet<String> known() {
        return known;
    }
}
