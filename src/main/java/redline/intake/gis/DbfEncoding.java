package redline.intake.gis;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the texts of a .dbf are encoded: by the .cpg, else the language driver id of the header, else strictly UTF-8, else a guess.
 *
 * @param from where it stands, for people
 * @param guessed nobody said it
 */
record DbfEncoding(Charset charset, String from, boolean guessed) {
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern NUMBER = Pattern.compile("(\\d{3,5})");

    /** @param cpg text of the .cpg, null where there is none */
    static DbfEncoding of(DbfTable table, String cpg) {
        Charset named = cpg == null ? null : named(cpg.strip());
        if (named != null) {
            return new DbfEncoding(named, ".cpg " + cpg.strip(), false);
        }
        byte[] sample = table.sample();
        Charset language = language(table.language());
        if (language != null) {
            return new DbfEncoding(language, String.format("LDID 0x%02X", table.language()), false);
        }
        if (ascii(sample)) {
            return new DbfEncoding(StandardCharsets.UTF_8, "ASCII", false);
        }
        if (utf8(sample)) {
            return new DbfEncoding(StandardCharsets.UTF_8, "UTF-8", true);
        }
        return new DbfEncoding(chinese(sample) ? CHINESE : WESTERN, "", true);
    }

    /** {@code UTF-8}, {@code 65001}, {@code GBK}, {@code 936}, {@code ANSI 1252}, {@code latin1}, {@code ISO 88591}; null where unknown. */
    static Charset named(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (plain.matches("UTF8|65001|CP65001")) {
            return StandardCharsets.UTF_8;
        } else if (plain.matches("(?:CP|ANSI|OEM|MS|WINDOWS)?936|GBK|GB2312|GB18030|EUCCN")) {
            return CHINESE;
        } else if (plain.matches("(?:CP|ANSI|OEM|MS|WINDOWS)?950|BIG5")) {
            return Charset.forName("Big5");
        } else if (plain.matches("LATIN1|ISO88591|88591")) {
            return StandardCharsets.ISO_8859_1;
        } else if (plain.matches("(?:ISO)?8859\\d{1,2}")) {
            return forName("ISO-8859-" + plain.replaceFirst("(?:ISO)?8859", ""));
        }
        Matcher number = NUMBER.matcher(plain);
        if (number.find()) {
            Charset windows = forName("windows-" + number.group(1));
            return windows != null ? windows : forName("IBM" + number.group(1));
        }
        return name.isBlank() ? null : forName(name);
    }

    private static Charset forName(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** 0x57 means "the ANSI page of the machine", which tells nothing elsewhere. */
    private static Charset language(int id) {
        return switch (id) {
            case 0x01, 0x09, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b -> forName("IBM437");
            case 0x02, 0x08, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d -> forName("IBM850");
            case 0x03, 0x58, 0x59 -> WESTERN;
            case 0x13, 0x7b -> forName("windows-31j");
            case 0x4d, 0x7a -> CHINESE;
            case 0x4e, 0x79 -> forName("x-windows-949");
            case 0x4f, 0x78 -> forName("x-windows-950");
            case 0x64 -> forName("IBM852");
            case 0x65, 0x26 -> forName("IBM866");
            case 0xc8 -> forName("windows-1250");
            case 0xc9 -> forName("windows-1251");
            case 0xca -> forName("windows-1254");
            default -> null;
        };
    }

    private static boolean ascii(byte[] sample) {
        for (byte one : sample) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean utf8(byte[] sample) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Chinese characters are pairs of high bytes, mostly; an accented letter of western texts stands between plain ones. */
    private static boolean chinese(byte[] sample) {
        int pairs = 0;
        int single = 0;
        for (int i = 0; i < sample.length; i++) {
            if (sample[i] < 0) {
                boolean pair = i + 1 < sample.length && sample[i + 1] < 0;
                pairs += pair ? 1 : 0;
                single += pair ? 0 : 1;
                i += pair ? 1 : 0;
            }
        }
        return pairs > single;
    }
}
