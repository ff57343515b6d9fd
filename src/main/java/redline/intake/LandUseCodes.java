package redline.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import redline.quantity.Text;

/**
 * Land-use codes that a scheme may use: {@code land-use-codes.csv}, with source and grade in each row; the second row of the
 * file holds Chinese labels. Codes of GB 50137-2011 are listed with the code that takes their place, and are not accepted.
 */
final class LandUseCodes {
    /** Code to the code that replaces it, empty where it is in use. */
    private static final Map<String, String> CODES = load();

    private LandUseCodes() {}

    static boolean known(String code) {
        return "".equals(CODES.get(code));
    }

    /** What to write instead of an unknown code. */
    static Text instead(String code) {
        String replaced = CODES.getOrDefault(code, "");
        if (!replaced.isEmpty()) {
            return new Text(
                    "这是 GB 50137-2011 的代码,惯用对应 " + replaced + "(对应关系未核对)",
                    "This is a code of GB 50137-2011; it usually becomes " + replaced
                            + " (not checked against a source)");
        }
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
        return Nearest.of(
                code, CODES.keySet().stream().filter(LandUseCodes::known).toList());
    }

    private static Map<String, String> load() {
        Map<String, String> codes = new LinkedHashMap<>();
        try (InputStream file = LandUseCodes.class.getResourceAsStream("land-use-codes.csv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines().skip(2).map(line -> line.split(",", 4)).forEach(cells -> codes.put(cells[0], cells[2]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return codes;
    }
}
