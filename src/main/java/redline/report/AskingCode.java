package redline.report;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** The address where an office says whether a report is its own, as a QR code and in letters. It comes from the contents of the report alone. */
final class AskingCode {
    /** White around the code, in modules; readers ask for it. */
    private static final int QUIET = 4;

    private AskingCode() {}

    /** Null where the report has no address. */
    static ReportPage.Asking of(Contents contents, Words words) {
        if (contents.address().isEmpty()) {
            return null;
        }
        String address = contents.address() + "/verify?report=" + contents.number();
        String alternative = words.get("asking.code", address);
        return new ReportPage.Asking(svg(address, alternative), words.get("asking.says"), address, contents.number());
    }

    private static String svg(String text, String alternative) {
        ByteMatrix code = code(text);
        int size = code.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                int from = x;
                while (x < code.getWidth() && code.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    // A stretch of a row at once: between single modules some printers leave hairlines.
                    path.append('M')
                            .append(from + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append('h')
                            .append(x - from)
                            .append("v1h-")
                            .append(x - from)
                            .append('z');
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"112\" height=\"112\" viewBox=\"0 0 " + size + " "
                + size
                + "\" role=\"img\"><desc>" + Xml.escape(alternative) + "</desc><path fill=\"#000000\" d=\"" + path
                + "\"/></svg>";
    }

    private static ByteMatrix code(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
