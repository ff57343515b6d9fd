package redline.intake.bundle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A file damaged at a few places. Same random numbers, same damage. */
final class Mutation {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final List<String> STRANGE = List.of(
            "-1",
            "0",
            "NaN",
            "Infinity",
            "1e999",
            "1e308",
            "-1e17",
            "99999999999999999999",
            "2147483647",
            "-2147483648",
            "1e-320",
            "0x1F",
            "１２",
            "",
            "null");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** What is in a zip is damaged before it is packed in half of the cases: damaged packed bytes mostly fail their checksum only. */
    byte[] of(byte[] seed) {
        if (seed.length > 4 && seed[0] == 'P' && seed[1] == 'K' && random.nextBoolean()) {
            try {
                return repacked(seed);
            } catch (IOException | IllegalArgumentException damagedSeed) {
                return damaged(seed);
            }
        }
        return damaged(seed);
    }

    private byte[] repacked(byte[] seed) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(seed))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readNBytes(1 << 20));
            }
        }
        List<String> names = new ArrayList<>(parts.keySet());
        if (names.isEmpty()) {
            return damaged(seed);
        }
        String one = names.get(random.nextInt(names.size()));
        parts.put(one, damaged(parts.get(one)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private byte[] damaged(byte[] seed) {
        byte[] bytes = seed.clone();
        for (int n = random.nextBoolean() ? 1 : 1 + random.nextInt(4); n > 0 && bytes.length > 1; n--) {
            // Headers decide more than what follows them.
            int at = random.nextInt(random.nextInt(3) == 0 ? Math.min(bytes.length, 400) : bytes.length);
            int length = Math.min(1 + random.nextInt(random.nextInt(4) == 0 ? 4000 : 40), bytes.length - at);
            bytes = switch (random.nextInt(12)) {
                case 0 -> flipped(bytes, at);
                case 1 -> replaced(bytes, at, at + length, new byte[0]);
                case 2 -> replaced(bytes, at, at, noise(length));
                case 3 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, at + length));
                case 4 -> random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : flipped(bytes, at);
                case 5, 6, 7, 8, 9 -> number(bytes, at);
                case 10 -> random.nextInt(4) == 0 ? swapped(bytes, at) : many(bytes, at, length);
                default -> replaced(bytes, at, at + 1, noise(1));
            };
        }
        return bytes;
    }

    private byte[] flipped(byte[] bytes, int at) {
        bytes[at] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        if (random.nextBoolean()) {
            for (int i = 0; i < length; i++) {
                noise[i] = (byte) "[]{}()<>\",:;0-1eE.#$'\n/= ".charAt(noise[i] & 15);
            }
        }
        return noise;
    }

    /** The first number after the place; eight bytes that are a strange number where there is none. */
    private byte[] number(byte[] bytes, int at) {
        String near = new String(bytes, at, Math.min(200, bytes.length - at), StandardCharsets.ISO_8859_1);
        MatchResult found = NUMBER.matcher(near).results().findFirst().orElse(null);
        if (found == null) {
            byte[] other = new byte[Math.min(8, bytes.length - at)];
            Arrays.fill(other, (byte) (random.nextBoolean() ? 0xff : 0x7f));
            return replaced(bytes, at, at + other.length, other);
        }
        byte[] other = STRANGE.get(random.nextInt(STRANGE.size())).getBytes(StandardCharsets.UTF_8);
        return replaced(bytes, at + found.start(), at + found.end(), other);
    }

    /** The same piece up to a thousand times: deep nesting, long lists. */
    private byte[] many(byte[] bytes, int at, int length) {
        int times = 1 + random.nextInt(Math.max(1, Math.min(1000, 200_000 / length)));
        byte[] piece = Arrays.copyOfRange(bytes, at, at + length);
        byte[] all = new byte[times * length];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * length, length);
        }
        return replaced(bytes, at, at, all);
    }

    private static byte[] swapped(byte[] bytes, int at) {
        byte[] swapped = Arrays.copyOfRange(bytes, at, at + bytes.length);
        System.arraycopy(bytes, 0, swapped, bytes.length - at, at);
        return swapped;
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] between) {
        byte[] replaced = Arrays.copyOf(bytes, from + between.length + bytes.length - to);
        System.arraycopy(between, 0, replaced, from, between.length);
        System.arraycopy(bytes, to, replaced, from + between.length, bytes.length - to);
        return replaced;
    }
}
