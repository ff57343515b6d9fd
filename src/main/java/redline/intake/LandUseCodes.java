package redline.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import redline.quantity.Text;

/**
 * Codes of the land-use guide: {@code land-use-codes.csv}, with source and grade in each row; the second row of the file holds
 * Chinese labels. What took the place of codes of GB 50137-2011 is a table under {@code rules}.
 */
final class LandUseCodes {
    private static final List<String> CODES = load();

    private LandUseCodes() {}

    static boolean known(String code) {
        return CODES.contains(code);
    }

    /** What to write instead of an unknown code. */
    static Text instead(String code) {
        String padded = "0" + code;
        String nearest = known(padded) ? padded : longestPrefix(code);
        return nearest == null
                ? new Text("请写用地用海分类代码,例如 0701、0902", "Write a code of the land-use guide, for example 0701 or 0902")
                : new Text(
                        "是否应为 " + nearest + "?代码表见 docs/scheme-format.md",
                        "Did you mean " + nearest + "? Codes: docs/scheme-format.md");
    }

    private static String longestPrefix(String code) {
        for (int end = Math.min(code.length(), 6); end >= 2; end--) {
            if (known(code.substring(0, end))) {
                return code.substring(0, end);
            }
        }
        return Nearest.of(code, CODES);
    }

    private static List<String> load() {
        try (InputStream file = LandUseCodes.class.getResourceAsStream("land-use-codes.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(2)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
