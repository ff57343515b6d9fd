package redline.intake.sheet;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a CSV file, which does not say how it is encoded.
 *
 * @param guessed it has no byte-order mark and is not UTF-8
 * @param faulty some bytes are of no character; they became U+FFFD
 */
record CsvEncoding(String text, String name, boolean guessed, boolean faulty) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    static CsvEncoding of(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return marked(bytes, 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return marked(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return marked(bytes, 2, StandardCharsets.UTF_16BE);
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new CsvEncoding(utf8, "UTF-8", false, false);
        }
        String chinese = strictly(bytes, GB18030);
        return chinese == null
                ? new CsvEncoding(new String(bytes, GB18030), "GB18030", true, true)
                : new CsvEncoding(chinese, "GB18030", true, false);
    }

    private static CsvEncoding marked(byte[] bytes, int mark, Charset charset) {
        String text = new String(bytes, mark, bytes.length - mark, charset);
        return new CsvEncoding(text, charset.name(), false, text.indexOf('\uFFFD') >= 0);
    }

    private static String strictly(byte[] bytes, Charset charset) {
        try {
            CharBuffer text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return text.toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static boolean starts(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
