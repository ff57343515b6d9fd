package redline.intake.building;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A STEP file: one pass finds where each entity stands (8 bytes each), then entities are read from the file as they are asked for. A file of
 * 200 MB takes some tens of MB.
 */
final class StepFile implements Closeable {
    private static final int WINDOW = 1 << 16;

    /** Bytes of one entity that is read; relations may list many thousands of elements. */
    private static final int LONGEST = 1 << 24;

    private static final int MOST_TYPES = 5_000;
    private static final int MOST_ID = 999_999_999;

    private final FileChannel channel;
    private final StepText texts = new StepText();
    private final Map<String, Ids> byType = new TreeMap<>();
    private long[] places = new long[1024];
    private int entities;
    private int doubled;
    private int strange;
    private String schema;
    private boolean complete;
    private byte[] window = new byte[0];
    private long windowAt;

    /** Ids of one type, in file order. */
    private static final class Ids {
        private int[] ids = new int[4];
        private int size;

        private void add(int id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
        }
    }

    private StepFile(FileChannel channel) {
        this.channel = channel;
    }

    static StepFile open(Path path, InputStream in) throws IOException {
        StepFile file = new StepFile(FileChannel.open(path));
        try (in) {
            file.scan(new Bytes(in));
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    int entities() {
        return entities;
    }

    /** Entities whose number stood already; the first counts. */
    int doubled() {
        return doubled;
    }

    /** Statements that are none, or have a number too large. */
    int strange() {
        return strange;
    }

    /** As written, null where the file names none. */
    String schema() {
        return schema;
    }

    /** Whether it has its end mark. */
    boolean complete() {
        return complete;
    }

    boolean guessedTexts() {
        return texts.guessed();
    }

    int count(String type) {
        Ids ids = byType.get(type);
        return ids == null ? 0 : ids.size;
    }

    /** In file order. */
    int[] ids(String type) {
        Ids ids = byType.get(type);
        return ids == null ? new int[0] : Arrays.copyOf(ids.ids, ids.size);
    }

    /** Null where there is none. */
    StepInstance instance(int id) throws IOException {
        int at = Arrays.binarySearch(places, 0, entities, (long) id << 32);
        int found = at >= 0 ? at : -at - 1;
        if (found >= entities || places[found] >>> 32 != id) {
            return null;
        }
        return new StepParser(statement(places[found] & 0xFFFFFFFFL), texts).instance(id);
    }

    /** From there to its semicolon: in the bytes at hand, else in ever more of them. */
    private byte[] statement(long start) throws IOException {
        int from = (int) Math.min(start - windowAt, window.length);
        int end = start < windowAt ? -1 : end(from);
        for (int length = WINDOW; end < 0 && length <= LONGEST; length *= 4) {
            fill(start, length);
            from = 0;
            end = end(0);
            if (window.length < length) {
                break; // the file ends here
            }
        }
        return Arrays.copyOfRange(window, from, end < 0 ? window.length : end);
    }

    private int end(int from) {
        boolean quoted = false;
        for (int at = from; at < window.length; at++) {
            quoted ^= window[at] == '\'';
            if (window[at] == ';' && !quoted) {
                return at;
            }
            if (!quoted && window[at] == '/' && at + 1 < window.length && window[at + 1] == '*') {
                at += 3;
                while (at < window.length && !(window[at] == '/' && window[at - 1] == '*')) {
                    at++;
                }
            }
        }
        return -1;
    }

    private void fill(long start, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, start + buffer.position()) >= 0) {
            // until full or at the end of the file
        }
        window = Arrays.copyOf(buffer.array(), buffer.position());
        windowAt = start;
    }

    /** Bytes one by one with their place. */
    private static final class Bytes {
        private final InputStream in;
        private final byte[] buffer = new byte[WINDOW];
        private int size;
        private int next;
        private long before;

        Bytes(InputStream in) {
            this.in = in;
        }

        /** −1 at the end. */
        int peek() throws IOException {
            if (next == size) {
                before += size;
                size = Math.max(0, in.read(buffer));
                next = 0;
            }
            return size == 0 ? -1 : buffer[next] & 0xFF;
        }

        int take() throws IOException {
            int c = peek();
            next += c < 0 ? 0 : 1;
            return c;
        }

        long place() {
            return before + next;
        }
    }

    private void scan(Bytes in) throws IOException {
        while (true) {
            blanks(in);
            int c = in.peek();
            if (c < 0) {
                break;
            }
            if (c == '#') {
                in.take();
                entity(in);
            } else {
                header(in);
            }
        }
        Arrays.sort(places, 0, entities);
        int kept = 0;
        for (int n = 0; n < entities; n++) {
            if (kept > 0 && places[n] >>> 32 == places[kept - 1] >>> 32) {
                doubled++;
            } else {
                places[kept++] = places[n];
            }
        }
        entities = kept;
    }

    private void entity(Bytes in) throws IOException {
        long id = 0;
        while (in.peek() >= '0' && in.peek() <= '9') {
            id = Math.min(id * 10 + in.take() - '0', MOST_ID + 1L);
        }
        blanks(in);
        if (in.peek() != '=' || id > MOST_ID) {
            strange++;
            rest(in, null);
            return;
        }
        in.take();
        blanks(in);
        long place = in.place();
        StringBuilder type = new StringBuilder();
        while (word(in.peek()) && type.length() < 80) {
            type.append((char) in.take());
        }
        if (entities == places.length) {
            places = Arrays.copyOf(places, entities * 2);
        }
        places[entities++] = id << 32 | place;
        String name = type.toString().toUpperCase(Locale.ROOT);
        Ids ids = byType.get(name);
        if (ids == null && byType.size() < MOST_TYPES) {
            ids = new Ids();
            byType.put(name, ids);
        }
        if (ids != null) {
            ids.add((int) id);
        }
        rest(in, null);
    }

    private static boolean word(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_';
    }

    private void header(Bytes in) throws IOException {
        StringBuilder text = new StringBuilder();
        rest(in, text);
        String statement = text.toString().trim();
        if (statement.startsWith("FILE_SCHEMA")) {
            int from = statement.indexOf('\'');
            int to = statement.indexOf('\'', from + 1);
            schema = from >= 0 && to > from ? statement.substring(from + 1, to).trim() : null;
        } else if (statement.startsWith("END-ISO-10303-21")) {
            complete = true;
        }
    }

    /** To the end of the statement; comments and strings may hold semicolons. */
    private static void rest(Bytes in, StringBuilder into) throws IOException {
        boolean quoted = false;
        int before = 0;
        for (int c = in.take(); c >= 0; c = in.take()) {
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return;
            } else if (c == '*' && before == '/' && !quoted) {
                comment(in);
                c = ' ';
            }
            if (into != null && into.length() < 2000) {
                into.append((char) c);
            }
            before = c;
        }
    }

    private static void comment(Bytes in) throws IOException {
        int before = 0;
        for (int c = in.take(); c >= 0 && !(c == '/' && before == '*'); c = in.take()) {
            before = c;
        }
    }

    private static void blanks(Bytes in) throws IOException {
        while (true) {
            int c = in.peek();
            if (c >= 0 && c <= ' ') {
                in.take();
            } else if (c == '/') {
                in.take();
                if (in.peek() == '*') {
                    in.take();
                    comment(in);
                }
            } else {
                return;
            }
        }
    }
}
