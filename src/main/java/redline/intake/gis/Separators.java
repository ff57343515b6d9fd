package redline.intake.gis;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Text sequences (RFC 8142) begin each record with the character RS, which JSON does not know. */
final class Separators extends FilterInputStream {
    static final int RECORD = 0x1e;

    Separators(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        return one == RECORD ? ' ' : one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = super.read(into, from, length);
        for (int i = from; i < from + n; i++) {
            if (into[i] == RECORD) {
                into[i] = ' ';
            }
        }
        return n;
    }
}
