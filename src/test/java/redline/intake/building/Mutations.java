package redline.intake.building;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A file damaged at a few places: bytes changed, cut out, doubled, or cut off; numbers made strange. */
final class Mutations {
    private static final String[] STRANGE = {
        "-1", "1e999", "NaN", "99999999999", "null", "[]", "{}", "\"\"", "''", "$", "#1", "*", ""
    };

    private Mutations() {}

    static byte[] of(byte[] seed, Random random) {
        byte[] bytes = seed.clone();
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 10; n--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(1 + random.nextInt(40), bytes.length - at);
            bytes = switch (random.nextInt(5)) {
                case 0 -> joined(bytes, at, at + length, new byte[0]);
                case 1 -> joined(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
                case 2 ->
                    joined(bytes, at, at + 1, STRANGE[random.nextInt(STRANGE.length)].getBytes(StandardCharsets.UTF_8));
                case 3 -> random.nextInt(10) == 0 ? Arrays.copyOf(bytes, at) : bytes;
                default -> {
                    bytes[at] = (byte) random.nextInt(256);
                    yield bytes;
                }
            };
        }
        return bytes;
    }

    private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
        byte[] joined = Arrays.copyOf(bytes, from + between.length + bytes.length - to);
        System.arraycopy(between, 0, joined, from, between.length);
        System.arraycopy(bytes, to, joined, from + between.length, bytes.length - to);
        return joined;
    }
}
