package redline.casefile;

import java.text.Normalizer;
import java.util.Locale;

/** Numbers and names as they are looked for: brackets, spaces and dashes of every kind left out, full-width forms as plain ones. */
final class SearchKey {
    static final int LONGEST = 300;

    private SearchKey() {}

    /** {@code 桐土储〔2019〕43号}, {@code 桐土储[2019] 43号}: {@code 桐土储201943号}. */
    static String of(String text) {
        StringBuilder key = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(SearchKey::tells)
                .forEach(key::appendCodePoint);
        return key.length() <= LONGEST ? key.toString() : key.substring(0, LONGEST);
    }

    private static boolean tells(int character) {
        return switch (Character.getType(character)) {
            case Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** For {@code like :key escape '!'}: the key anywhere in what is searched. */
    static String anywhere(String key) {
        return "%" + key.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }

    /** A number with and without 号 is one number. */
    static String ofNumber(String text) {
        String key = of(text);
        return key.endsWith("号") ? key.substring(0, key.length() - 1) : key;
    }
}
