package redline.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import redline.quantity.Text;

/** Bytes to text: UTF-8 with or without a byte-order mark, and nothing else. */
final class Decoding {
    private static final Text TO_UTF8 = new Text(
            "请把文件另存为 UTF-8 编码(记事本:另存为 → 编码 → UTF-8)后重新提交",
            "Save the file in UTF-8 (Notepad: Save as, Encoding, UTF-8) and hand it in again");

    private Decoding() {}

    static String text(byte[] bytes) throws Unreadable {
        foreign(bytes);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            int line = lineOf(bytes, in.position());
            if (isGbk(bytes)) {
                throw new Unreadable(
                        line, new Text("文件是 GBK 编码,不是 UTF-8", "The file is encoded in GBK, not in UTF-8"), TO_UTF8);
            }
            throw new Unreadable(
                    line, new Text("文件含有不是 UTF-8 编码的字节", "The file holds bytes that are not UTF-8"), TO_UTF8);
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Files of other programs, and UTF-16, told by their first bytes. */
    private static void foreign(byte[] bytes) throws Unreadable {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            throw new Unreadable(
                    1, new Text("文件是 UTF-16 编码,不是 UTF-8", "The file is encoded in UTF-16, not in UTF-8"), TO_UTF8);
        }
        String kind = starts(bytes, 'A', 'C', '1', '0')
                ? "DWG"
                : starts(bytes, 'P', 'K', 3, 4) ? "ZIP/XLSX/DOCX" : starts(bytes, '%', 'P', 'D', 'F') ? "PDF" : null;
        if (kind != null) {
            throw new Unreadable(
                    0,
                    new Text("这是 " + kind + " 文件,不是方案文件", "This is a " + kind + " file, not a scheme file"),
                    new Text(
                            "请提交 JSON 或 YAML 格式的方案文件,格式见 docs/scheme-format.md",
                            "Hand in a scheme file in JSON or YAML; see docs/scheme-format.md"));
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

    private static int lineOf(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }

    private static boolean isGbk(byte[] bytes) {
        try {
            Charset.forName("GBK").newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notGbk) {
            return false;
        }
    }
}
