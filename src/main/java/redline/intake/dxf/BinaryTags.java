package redline.intake.dxf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import redline.quantity.Text;

/** Binary DXF written out as ASCII tags, so that only one form is read. R12 has one-byte group codes, later versions two. */
final class BinaryTags {
    private static final byte[] SENTINEL = "AutoCAD Binary DXF\r\n\u001a\0".getBytes(StandardCharsets.ISO_8859_1);

    /** How many bytes of a file tell whether it is one. */
    static final int SIGNATURE = SENTINEL.length;

    private BinaryTags() {}

    static boolean is(byte[] file) {
        if (file.length < SENTINEL.length) {
            return false;
        }
        for (int i = 0; i < SENTINEL.length; i++) {
            if (file[i] != SENTINEL[i]) {
                return false;
            }
        }
        return true;
    }

    /** @throws DxfFault where the file breaks off or a group code is not known */
    static byte[] asText(byte[] file) throws DxfFault {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        in.position(SENTINEL.length);
        // The first tag is 0 SECTION: with two-byte codes the byte after the 0 is 0 as well.
        boolean twoBytes = file.length > SENTINEL.length + 1 && file[SENTINEL.length + 1] == 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * file.length);
        while (in.hasRemaining()) {
            try {
                int code = twoBytes ? in.getShort() : in.get() & 0xff;
                if (!twoBytes && code == 255) {
                    code = in.getShort();
                }
                out.writeBytes((code + "\n").getBytes(StandardCharsets.ISO_8859_1));
                boolean end = value(code, in, out);
                if (end) {
                    return out.toByteArray();
                }
            } catch (java.nio.BufferUnderflowException broken) {
                throw new DxfFault(
                        0,
                        new Text("二进制 DXF 不完整，读到末尾还缺内容", "The binary DXF breaks off in the middle"),
                        new Text("请重新导出或重新上传", "Export or upload it again"));
            }
        }
        return out.toByteArray();
    }

    /** @return whether this was the end of the file */
    private static boolean value(int code, ByteBuffer in, ByteArrayOutputStream out) throws DxfFault {
        if (code >= 10 && code <= 59
                || code >= 110 && code <= 149
                || code >= 210 && code <= 239
                || code >= 460 && code <= 469
                || code >= 1010 && code <= 1059) {
            line(out, Double.toString(in.getDouble()));
        } else if (code >= 60 && code <= 79
                || code >= 170 && code <= 179
                || code >= 270 && code <= 289
                || code >= 370 && code <= 389
                || code >= 400 && code <= 409
                || code >= 1060 && code <= 1070) {
            line(out, Short.toString(in.getShort()));
        } else if (code >= 90 && code <= 99
                || code >= 420 && code <= 429
                || code >= 440 && code <= 459
                || code == 1071) {
            line(out, Integer.toString(in.getInt()));
        } else if (code >= 160 && code <= 169) {
            line(out, Long.toString(in.getLong()));
        } else if (code >= 290 && code <= 299) {
            line(out, Byte.toString(in.get()));
        } else if (code >= 310 && code <= 319 || code == 1004) {
            int length = in.get() & 0xff;
            byte[] chunk = new byte[length];
            in.get(chunk);
            line(out, java.util.HexFormat.of().formatHex(chunk));
        } else if (code >= 0 && code <= 1009) {
            return text(code, in, out);
        } else {
            throw new DxfFault(
                    0,
                    new Text("二进制 DXF 中有不认识的组码 " + code, "Unknown group code " + code + " in the binary DXF"),
                    new Text("请改存为 ASCII DXF", "Save it as ASCII DXF"));
        }
        return false;
    }

    private static boolean text(int code, ByteBuffer in, ByteArrayOutputStream out) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte sign = in.get();
        while (sign != 0) {
            text.write(sign == '\n' || sign == '\r' ? ' ' : sign);
            sign = in.get();
        }
        out.writeBytes(text.toByteArray());
        out.write('\n');
        return code == 0 && text.toString(StandardCharsets.ISO_8859_1).equals("EOF");
    }

    private static void line(ByteArrayOutputStream out, String value) {
        out.writeBytes((value + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
