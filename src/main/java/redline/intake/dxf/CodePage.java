package redline.intake.dxf;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the texts of a drawing are encoded. From AC1021 on it is UTF-8 whatever {@code $DWGCODEPAGE} says; before, the code page
 * rules; where it is not known, UTF-8 if the file is valid as such, else GB18030, else Windows-1252.
 *
 * @param stated the value of {@code $DWGCODEPAGE}, null where there is none
 * @param guessed whether neither version nor code page decided
 */
public record CodePage(String stated, Charset charset, boolean guessed) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Charset> GUESSES =
            List.of(StandardCharsets.UTF_8, GB18030, Charset.forName("windows-1252"));
    private static final Pattern NUMBERED = Pattern.compile("(?i)(?:ansi_|dos|cp)(\\d{3,4})");
    private static final Pattern UNICODE = Pattern.compile("\\\\U\\+([0-9A-Fa-f]{4})");
    private static final Pattern MULTIBYTE = Pattern.compile("\\\\M\\+([1-5])([0-9A-Fa-f]{4})");

    /** @param file asked only where nothing is stated */
    static CodePage of(String version, String stated, Drawing.Source file) throws IOException {
        if (version != null && version.compareTo("AC1021") >= 0) {
            return new CodePage(stated, StandardCharsets.UTF_8, false);
        }
        Charset known = stated == null ? null : charset(stated);
        return known != null ? new CodePage(stated, known, false) : new CodePage(stated, first(file), true);
    }

    private static Charset charset(String stated) {
        Matcher numbered = NUMBERED.matcher(stated);
        if (numbered.matches()) {
            return switch (numbered.group(1)) {
                case "936" -> GB18030;
                case "932" -> Charset.forName("windows-31j");
                case "949" -> Charset.forName("x-windows-949");
                case "950" -> Charset.forName("x-windows-950");
                case "1361" -> Charset.forName("x-Johab");
                case "850", "437", "852", "855", "857", "860", "861", "862", "863", "864", "865", "866", "869" ->
                    Charset.forName("IBM" + numbered.group(1));
                default -> {
                    String name = "windows-" + numbered.group(1);
                    yield Charset.isSupported(name) ? Charset.forName(name) : null;
                }
            };
        }
        return switch (stated.toUpperCase(Locale.ROOT)) {
            case "UTF-8", "UTF8" -> StandardCharsets.UTF_8;
            case "ASCII", "ISO8859-1" -> StandardCharsets.ISO_8859_1;
            case "MAC-ROMAN" -> Charset.forName("x-MacRoman");
            case "GB2312", "GBK", "GB18030" -> GB18030;
            default -> null;
        };
    }

    /** The first in which every byte means something. */
    private static Charset first(Drawing.Source file) throws IOException {
        char[] read = new char[1 << 14];
        for (Charset guess : GUESSES) {
            try (Reader in = new InputStreamReader(file.open(), guess.newDecoder())) {
                while (in.read(read) >= 0) {
                    continue;
                }
                return guess;
            } catch (CharacterCodingException other) {
                continue;
            }
        }
        return GB18030;
    }

    /** Escapes that old versions write for characters outside the code page: {@code \U+7528}, {@code \M+1B0A1}. */
    static String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        String unicode = UNICODE.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(m.group(1), 16))));
        return MULTIBYTE.matcher(unicode).replaceAll(m -> Matcher.quoteReplacement(multibyte(m)));
    }

    private static String multibyte(java.util.regex.MatchResult match) {
        Charset page = Charset.forName(
                switch (match.group(1)) {
                    case "1" -> "windows-31j";
                    case "2" -> "x-windows-950";
                    case "3" -> "x-windows-949";
                    case "4" -> "x-Johab";
                    default -> "GB18030";
                });
        int value = Integer.parseInt(match.group(2), 16);
        return new String(new byte[] {(byte) (value >> 8), (byte) value}, page);
    }
}
