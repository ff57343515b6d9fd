package redline.intake.bundle;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code templates/upload/use-words.csv}: the words of tables for codes of the scheme. */
final class UseWords {
    private final Map<String, String> codes = new HashMap<>();

    static UseWords of(String csv) {
        UseWords words = new UseWords();
        csv.lines()
                .skip(2)
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] cells = line.split(",", 3);
                    if (cells.length < 3) {
                        throw new TableFault(
                                "use-words.csv",
                                0,
                                "应有 what,word,code 三列：" + line,
                                "what, word, code are asked for, not " + line);
                    }
                    words.codes.put(cells[0].strip() + " " + plain(cells[1]), cells[2].strip());
                });
        return words;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }

    Optional<String> code(String what, String word) {
        return Optional.ofNullable(codes.get(what + " " + plain(word)));
    }
}
