package redline.intake;

import java.util.Arrays;

/** A file as submitted: its name (for messages and to tell the format) and its bytes. */
public record Source(String name, byte[] bytes) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Source that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Source[" + name + ", " + bytes.length + " bytes]";
    }
}
