package redline.intake.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** One unpacked part under the limits of {@link SheetLimits}: its size against its packed size, and the length of any one piece of XML. */
final class GuardedStream extends FilterInputStream {
    private final String part;
    private final long packed;
    private final LongConsumer spent;
    private long read;
    private int sinceBracket;
    private SheetFault fault;

    /** @param spent is told every number of bytes read; throws {@link Beyond} where the whole package grows too large */
    GuardedStream(InputStream in, String part, long packed, LongConsumer spent) {
        super(in);
        this.part = part;
        this.packed = packed;
        this.spent = spent;
    }

    /** Thrown by the one who adds up. */
    static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** What was exceeded; null where nothing was. */
    SheetFault fault() {
        return fault;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int count = super.read(bytes, from, length);
        if (count > 0) {
            look(bytes, from, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return in.read(new byte[(int) Math.min(count, 8192)]);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void look(byte[] bytes, int from, int count) throws IOException {
        read += count;
        try {
            spent.accept(count);
        } catch (Beyond beyond) {
            String most = SheetLimits.UNPACKED / 1024 / 1024 + " MB";
            stop(SheetFault.tooLarge(part, "解压后大于 " + most, "Larger than " + most + " when unpacked"));
        }
        if (read > SheetLimits.SMALL && read / SheetLimits.RATIO > packed) {
            stop(SheetFault.tooLarge(
                    part,
                    "解压后是压缩时的 " + SheetLimits.RATIO + " 倍以上，像压缩炸弹，不读",
                    "More than " + SheetLimits.RATIO + " times its packed size, like a zip bomb; not read"));
        }
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == '<' || bytes[i] == '>') {
                sinceBracket = 0;
            } else if (++sinceBracket > SheetLimits.TOKEN) {
                String most = SheetLimits.TOKEN / 1024 / 1024 + " MB";
                stop(SheetFault.tooLarge(part, "有一段文字大于 " + most, "One piece of text is larger than " + most));
            }
        }
    }

    private void stop(SheetFault why) throws IOException {
        fault = why;
        throw new IOException(why.getMessage());
    }
}
