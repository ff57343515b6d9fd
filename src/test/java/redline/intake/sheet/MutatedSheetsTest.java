package redline.intake.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.intake.file.Reading;

/** Workbooks and CSV files with bytes changed, seeded: each is read or refused with a reason, and none throws. */
class MutatedSheetsTest {
    private static final Path FILES = Path.of("test-cases", "intake-files");

    @TempDir
    private Path folder;

    @Test
    void a_workbook_with_changed_bytes_is_read_or_refused() throws IOException {
        Random random = new Random(20261126);
        for (Path seed : seeds()) {
            byte[] whole = Files.readAllBytes(seed);
            for (int i = 0; i < 5; i++) {
                holds(Book.read(folder, "m.xlsx", mutated(whole, random)));
            }
        }
    }

    /** Packed bytes mostly fail their checksum, so the parts are changed as well and packed anew. */
    @Test
    void a_workbook_with_changed_parts_is_read_or_refused() throws IOException {
        Random random = new Random(20261127);
        for (Path seed : seeds()) {
            Map<String, byte[]> parts;
            try (ZipFile zip = new ZipFile(seed.toFile())) {
                parts = parts(zip);
            } catch (IOException notAZip) {
                continue;
            }
            List<String> names = new ArrayList<>(parts.keySet());
            for (int i = 0; i < 8; i++) {
                Map<String, byte[]> changed = new LinkedHashMap<>(parts);
                String name = names.get(random.nextInt(names.size()));
                changed.put(name, mutated(parts.get(name), random));
                holds(Book.read(folder, "m.xlsx", Book.zip(changed)));
            }
        }
    }

    @Test
    void a_csv_file_with_changed_bytes_is_read_or_refused() {
        Random random = new Random(20261128);
        byte[] whole = "楼号,高度(m),\"备注;一\"\r\n1#,13.50,\"a\"\"b\"\n2#,\"1,000\",\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 300; i++) {
            holds(Book.read(folder, "m.csv", mutated(whole, random)));
        }
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> good = Files.list(FILES.resolve("xlsx"))) {
            return good.sorted().toList();
        }
    }

    private static Map<String, byte[]> parts(ZipFile zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
            parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
        }
        return parts;
    }

    private static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes && bytes.length > 0; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = whole[random.nextInt(whole.length)];
                default -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }

    private static void holds(Reading reading) {
        assertThat(reading.contents().complaints()).allSatisfy(trouble -> {
            assertThat(trouble.what().zh()).isNotBlank();
            assertThat(trouble.remedy().zh()).isNotBlank();
        });
        if (reading.contents().refused()) {
            assertThat(reading.contents().complaints()).isNotEmpty();
            assertThat(reading.sheets()).isEmpty();
        }
    }
}
