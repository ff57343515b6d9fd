package redline.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import redline.quantity.Language;
import redline.quantity.Text;

/**
 * Fixed words of the report in one language, from {@code templates/report/words_zh.properties} and {@code words_en.properties}.
 * A key that an office's own file lacks is taken from the jar; a key that neither has is a bug of a template.
 */
public final class Words {
    private final Language language;
    private final Properties words;

    private Words(Language language, Properties words) {
        this.language = language;
        this.words = words;
    }

    public static Words of(Language language) {
        String file = "words_" + language.name().toLowerCase(Locale.ROOT) + ".properties";
        Properties words = new Properties();
        load(words, Templates.shipped(file));
        load(words, Templates.text(file));
        return new Words(language, words);
    }

    public Language language() {
        return language;
    }

    public boolean chinese() {
        return language == Language.ZH;
    }

    /** The word of a key; {@code {0}}, {@code {1}} … are replaced by {@code inserts}. */
    public String get(String key, Object... inserts) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("no word for " + key + " in " + language);
        }
        for (int i = 0; i < inserts.length; i++) {
            word = word.replace("{" + i + "}", String.valueOf(inserts[i]));
        }
        return word;
    }

    public String of(Text text) {
        return text.in(language);
    }

    /** A code or a word of the field (FLAT, 0901, 自然资源规划) as people read it; as it stands where no word is known. */
    public String term(String code) {
        return words.getProperty("term." + code, code);
    }

    private static void load(Properties words, String text) {
        try {
            words.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a string", impossible);
        }
    }
}
