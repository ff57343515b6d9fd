package redline.intake.dxf;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import redline.quantity.Text;

/**
 * The tags of a file as they are asked for; those that were forgotten leave the memory. Ends at EOF; what follows is not read. Indices count
 * from the first that is not forgotten.
 */
final class TagStream extends Tags implements Closeable {
    /** More tags than a drawing of a whole town has. */
    private static final int MOST = 20_000_000;

    /** No code on a line. */
    private static final int NONE = Integer.MIN_VALUE;

    private static final int BLOCK = 1 << 16;
    private static final int RUN = 1 << 12;

    /** Where a stream may begin: how many bytes and tags stand before. */
    record Place(long bytes, int tags) {
        static final Place START = new Place(0, 0);
    }

    private final InputStream in;
    private final boolean lines;
    /** Bytes of the file before the first in memory. */
    private long passed;
    /** How many bytes in memory are filled. */
    private int filled;
    /** Where the next tag begins. */
    private int at;
    /** Where the line of a code that was read last ends. */
    private int codeEnd;

    private boolean ended;

    /**
     * @param lines whether it has lines that people can find
     * @throws IOException where the file cannot be read
     */
    TagStream(InputStream in, Charset charset, boolean lines, Place from) throws IOException {
        super(charset, new byte[BLOCK], new int[RUN], new int[RUN], new int[RUN]);
        this.in = in;
        this.lines = lines;
        this.size = 0;
        this.passed = from.bytes();
        this.before = from.tags();
        in.skipNBytes(passed);
        while (passed == 0 && filled < 3 && fill()) {
            at = filled >= 3 && (bytes[0] & 0xff) == 0xef && (bytes[1] & 0xff) == 0xbb ? 3 : 0;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Whether the file says where it ends, once all of it was read. */
    boolean ended() {
        return ended;
    }

    @Override
    boolean has(int i) throws DxfFault, IOException {
        while (size <= i) {
            if (!read()) {
                return false;
            }
        }
        return true;
    }

    /** Where the tag begins that would be the next one. */
    Place next() {
        return new Place(passed + at, before + size);
    }

    /** Takes the first {@code n} out of memory; what was their follower is tag 0. */
    void forget(int n) {
        int left = size - n;
        if (left > 0) {
            System.arraycopy(codes, n, codes, 0, left);
            System.arraycopy(starts, n, starts, 0, left);
            System.arraycopy(ends, n, ends, 0, left);
        }
        size = left;
        before += n;
        if (codes.length > BLOCK && left < RUN) {
            codes = Arrays.copyOf(codes, RUN);
            starts = Arrays.copyOf(starts, RUN);
            ends = Arrays.copyOf(ends, RUN);
        }
        int from = left == 0 ? at : starts[0];
        if (bytes.length - from < RUN) {
            move(from);
        }
    }

    private void move(int from) {
        int rest = filled - from;
        byte[] to = bytes.length > BLOCK && rest < BLOCK - RUN ? new byte[BLOCK] : bytes;
        System.arraycopy(bytes, from, to, 0, rest);
        bytes = to;
        filled = rest;
        at -= from;
        passed += from;
        for (int i = 0; i < size; i++) {
            starts[i] -= from;
            ends[i] -= from;
        }
    }

    private boolean fill() throws IOException {
        if (filled == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * filled);
        }
        int n = in.read(bytes, filled, bytes.length - filled);
        filled += Math.max(0, n);
        return n > 0;
    }

    /** Whether there was one more tag. */
    private boolean read() throws DxfFault, IOException {
        if (ended || at >= filled && !fill()) {
            return false;
        }
        int code = code();
        int start = Math.min(filled, codeEnd + 1);
        if (code == NONE) {
            if (start >= filled && !fill()) {
                at = filled; // blank lines at the end
                return false;
            }
            throw noCode();
        }
        int end = lineEnd(start);
        add(code, start, end);
        ended = code == 0 && is(size - 1, "EOF");
        at = Math.min(filled, end + 1);
        return true;
    }

    /** Most codes are one to four digits alone on their line. */
    private int code() throws DxfFault, IOException {
        int limit = Math.min(filled - 1, at + 8);
        int value = 0;
        int digits = 0;
        int i = at;
        while (i < limit && (bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == ' ' && digits == 0)) {
            if (bytes[i] != ' ') {
                value = 10 * value + bytes[i] - '0';
                digits++;
            }
            i++;
        }
        if (i < limit && bytes[i] == '\r' && bytes[i + 1] == '\n') {
            i++;
        }
        if (digits > 0 && digits < 5 && i < filled && bytes[i] == '\n') {
            codeEnd = i;
            return value;
        }
        codeEnd = lineEnd(at);
        return unusual();
    }

    private int unusual() throws DxfFault {
        int from = at;
        int to = codeEnd;
        while (from < to && bytes[from] <= ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] <= ' ') {
            to--;
        }
        if (from == to) {
            return NONE;
        }
        boolean negative = bytes[from] == '-';
        int value = 0;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9' || value > 100_000) {
                throw noCode();
            }
            value = value * 10 + bytes[i] - '0';
        }
        return negative ? -value : value;
    }

    private DxfFault noCode() {
        String found = new String(bytes, at, Math.min(codeEnd - at, 30), StandardCharsets.ISO_8859_1).strip();
        return new DxfFault(
                lines ? 2 * (before + size) + 1 : 0,
                new Text(
                        "这里应为组码(整数),却是“" + found + "”",
                        "A group code (an integer) is expected here, not \"" + found + "\""),
                REMEDY);
    }

    private void add(int code, int start, int end) throws DxfFault {
        if (before + size == MOST) {
            throw new DxfFault(
                    0,
                    new Text("图形超过 " + MOST + " 个组码", "More than " + MOST + " tags"),
                    new Text("请只导出总平面所需的图层", "Export only the layers of the site plan"));
        }
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        codes[size] = code;
        starts[size] = start;
        ends[size] = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        size++;
    }

    /** At a line feed, or at a carriage return that none follows; at the end of the file. */
    private int lineEnd(int from) throws IOException {
        int i = from;
        do {
            byte[] line = bytes;
            for (; i < filled; i++) {
                byte sign = line[i];
                if (sign == '\n') {
                    return i;
                }
                if (sign == '\r') {
                    boolean both = (i + 1 < filled || fill()) && bytes[i + 1] == '\n';
                    return both ? i + 1 : i;
                }
            }
        } while (fill());
        return i;
    }
}
