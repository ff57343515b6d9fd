package redline.intake.building;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of an XML file. The JDK's own decoder writes to standard error where bytes are no characters. */
final class XmlText {
    private static final Pattern DECLARED = Pattern.compile("^\\s*<\\?xml[^>]*encoding\\s*=\\s*[\"']([\\w.-]+)[\"']");

    private XmlText() {}

    /**
     * Reads UTF-8 unless the file declares another encoding that is known here; GB2312 and GBK as GB18030, which holds both.
     *
     * @return a reader that throws a CharacterCodingException where bytes are no characters
     */
    static Reader open(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 200);
        byte[] start = bytes.readNBytes(200);
        int mark = start.length > 2 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF
                ? 3
                : 0;
        bytes.unread(start, mark, start.length - mark);
        String text = new String(start, mark, start.length - mark, StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(text);
        Charset charset = matcher.find() ? charset(matcher.group(1)) : StandardCharsets.UTF_8;
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static Charset charset(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (upper.equals("GB2312") || upper.equals("GBK")) {
            return Charset.forName("GB18030");
        }
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
