package redline.intake.gis;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import redline.intake.file.Upload;

/** Shapefiles made byte by byte, as the description of the format says. */
public final class Shapefiles {
    private Shapefiles() {}

    /** With the files of the same base name beside it. */
    static Upload upload(Path shp) throws IOException {
        String base = shp.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        Map<String, Path> beside = new TreeMap<>();
        try (Stream<Path> files = Files.list(shp.getParent())) {
            files.filter(file -> file.getFileName().toString().startsWith(base + ".") && !file.equals(shp))
                    .forEach(file ->
                            beside.put(Upload.extension(file.getFileName().toString()), file));
        }
        return new Upload(shp.getFileName().toString(), shp, beside);
    }

    /** @param rings x, y, x, y … of each; heights follow for type 15 */
    public static byte[] polygon(int type, double[]... rings) {
        int points = Stream.of(rings).mapToInt(ring -> ring.length / 2).sum();
        ByteBuffer record = ByteBuffer.allocate(
                        4 + 32 + 8 + 4 * rings.length + 16 * points + (type == 15 ? 16 + 8 * points : 0))
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(type);
        for (int i = 0; i < 4; i++) {
            record.putDouble(-Double.MAX_VALUE);
        }
        record.putInt(rings.length).putInt(points);
        int start = 0;
        for (double[] ring : rings) {
            record.putInt(start);
            start += ring.length / 2;
        }
        for (double[] ring : rings) {
            for (double value : ring) {
                record.putDouble(value);
            }
        }
        return record.array();
    }

    public static byte[] shp(int type, byte[]... records) {
        int length =
                100 + Stream.of(records).mapToInt(record -> 8 + record.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).putInt(9994);
        file.putInt(24, length / 2)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(28, 1000)
                .putInt(32, type);
        file.position(100).order(ByteOrder.BIG_ENDIAN);
        for (int i = 0; i < records.length; i++) {
            file.putInt(i + 1).putInt(records[i].length / 2).put(records[i]);
        }
        return file.array();
    }

    /** One text field NAME of 20 bytes; a value that begins with {@code *} is a deleted row. */
    public static byte[] dbf(int language, Charset charset, List<String> values) {
        ByteBuffer file = ByteBuffer.allocate(65 + 21 * values.size() + 1).order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[] {3, 120, 1, 1})
                .putInt(values.size())
                .putShort((short) 65)
                .putShort((short) 21)
                .put(29, (byte) language);
        file.position(32)
                .put("NAME".getBytes(charset))
                .put(43, (byte) 'C')
                .put(48, (byte) 20)
                .put(64, (byte) 13)
                .position(65);
        for (String value : values) {
            boolean deleted = value.startsWith("*");
            byte[] text = (deleted ? value.substring(1) : value).getBytes(charset);
            file.put((byte) (deleted ? '*' : ' ')).put(text);
            for (int i = text.length; i < 20; i++) {
                file.put((byte) ' ');
            }
        }
        return file.put((byte) 26).array();
    }

    public static Path zip(Path file, Map<String, byte[]> entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
