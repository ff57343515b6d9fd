package redline.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One message between parent and worker: a letter for its kind, four bytes for its length, and so many bytes. */
record Frame(Kind kind, byte[] bytes) {
    enum Kind {
        REQUEST('q', 128 << 20),
        PROGRESS('p', 64 << 10),
        DONE('d', 128 << 20),
        REFUSED('r', 64 << 10),
        FAILED('f', 64 << 10);

        private final int letter;
        private final int longest;

        Kind(char letter, int longest) {
            this.letter = letter;
            this.longest = longest;
        }
    }

    /** What was read is no frame. */
    static final class Garbage extends IOException {
        private static final long serialVersionUID = 1;
    }

    static Frame of(Kind kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Frame(kind, bytes.length > kind.longest ? new byte[0] : bytes);
    }

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * @throws EOFException where nothing more comes
     * @throws Garbage where something else comes
     */
    static Frame read(DataInputStream in) throws IOException {
        int letter = in.read();
        if (letter < 0) {
            throw new EOFException();
        }
        for (Kind kind : Kind.values()) {
            if (kind.letter == letter) {
                int length = in.readInt();
                if (length < 0 || length > kind.longest) {
                    throw new Garbage();
                }
                byte[] bytes = in.readNBytes(length);
                if (bytes.length < length) {
                    throw new EOFException();
                }
                return new Frame(kind, bytes);
            }
        }
        throw new Garbage();
    }

    void write(DataOutputStream out) throws IOException {
        if (bytes.length > kind.longest) {
            throw new IOException("a message of " + bytes.length + " bytes is too long");
        }
        out.write(kind.letter);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }
}
