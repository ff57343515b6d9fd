package redline.intake.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a part: UTF-8 or UTF-16 by its first bytes, else what its declaration says. Decoded here, strictly, because the parser of
 * the JDK prints to standard error where it meets a byte of no character.
 */
record XmlEncoding(Reader characters, String name) {
    private static final int LOOK = 200;
    private static final Pattern DECLARED =
            Pattern.compile("^<\\?xml[^>]{0,100}\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]{0,40})[\"']");

    /** @throws IOException also where the declaration names no known encoding */
    static XmlEncoding of(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, LOOK);
        byte[] start = bytes.readNBytes(LOOK);
        String first = new String(start, StandardCharsets.ISO_8859_1);
        int mark =
                first.startsWith("\u00ef\u00bb\u00bf") ? 3 : first.matches("(?s)\u00ff\u00fe.*|\u00fe\u00ff.*") ? 2 : 0;
        Charset charset = charset(first);
        bytes.unread(start, mark, start.length - mark);
        Reader reader = new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new XmlEncoding(reader, charset.name());
    }

    private static Charset charset(String first) throws IOException {
        if (first.startsWith("\u00ff\u00fe") || first.startsWith("<\0")) {
            return StandardCharsets.UTF_16LE;
        }
        if (first.startsWith("\u00fe\u00ff") || first.startsWith("\0<")) {
            return StandardCharsets.UTF_16BE;
        }
        Matcher declared = DECLARED.matcher(first);
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            Charset charset = Charset.forName(declared.group(1));
            return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
        } catch (UnsupportedCharsetException unknown) {
            throw new IOException("unknown encoding", unknown);
        }
    }
}
