package redline.intake.building;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Strings of a STEP file: ASCII with escapes; programs also write UTF-8 or GBK as it is. */
final class StepText {
    private static final Charset GB18030 = Charset.forName("GB18030");

    private boolean guessed;

    /** Whether some string was no UTF-8 and was read as GB18030. */
    boolean guessed() {
        return guessed;
    }

    /** @param raw between the quotes, doubled quotes already single */
    String of(byte[] raw) {
        String text = decoded(raw);
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int end;
            if (text.startsWith("\\X2\\", at) && (end = text.indexOf("\\X0\\", at)) > 0) {
                hex(text.substring(at + 4, end), 4, out);
                at = end + 4;
            } else if (text.startsWith("\\X4\\", at) && (end = text.indexOf("\\X0\\", at)) > 0) {
                hex(text.substring(at + 4, end), 8, out);
                at = end + 4;
            } else if (text.startsWith("\\X\\", at) && at + 5 <= text.length()) {
                hex(text.substring(at + 3, at + 5), 2, out);
                at += 5;
            } else if (text.startsWith("\\S\\", at) && at + 4 <= text.length()) {
                out.append((char) (text.charAt(at + 3) + 128));
                at += 4;
            } else if (text.startsWith("\\P", at) && at + 4 <= text.length() && text.charAt(at + 3) == '\\') {
                at += 4;
            } else {
                at += text.startsWith("\\\\", at) ? 1 : 0;
                out.append(text.charAt(at));
                at++;
            }
        }
        return out.toString();
    }

    private String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException other) {
            guessed = true;
            return new String(raw, GB18030);
        }
    }

    private static void hex(String digits, int each, StringBuilder out) {
        for (int at = 0; at + each <= digits.length(); at += each) {
            try {
                out.appendCodePoint(Integer.parseInt(digits.substring(at, at + each), 16));
            } catch (IllegalArgumentException none) {
                out.append('\ufffd');
            }
        }
    }
}
