package redline.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.LayerChoice;
import redline.intake.bundle.Meaning;
import redline.intake.file.Upload;
import redline.scheme.Dates;

/** A submission package with one of everything in it, and what can be done to a package. */
final class SamplePackage {
    static final Choices CHOICES = new Choices(
            "湖滨小区",
            "EPSG:4549",
            "drawing",
            new TreeMap<>(Map.of("总平面.dxf", DrawingUnit.MILLIMETRE)),
            Map.of(new LayerChoice("总平面.dxf", "LF-1"), new Meaning(Meaning.Kind.BUILDING, "")),
            new Choices.Frame(553_600.25, 3_390_000, 553_700.1, 3_390_100),
            Set.of("zones"));

    private SamplePackage() {}

    static byte[] bytes(SigningKey key) throws IOException {
        return bytes(ready(key));
    }

    static byte[] bytes(PackageWriter.Ready ready) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ready.write(out);
        return out.toByteArray();
    }

    static PackageWriter.Ready ready(SigningKey key) throws IOException {
        byte[] drawing = new byte[300];
        new Random(1).nextBytes(drawing);
        PackageWriter writer = new PackageWriter();
        writer.add(PackedFile.RESULT_PATH, PackedFile.Role.RESULT, text("{\"findings\": []}\n"));
        writer.add(PackedFile.REPORT_PATH, PackedFile.Role.REPORT, text("%PDF-1.7 report"));
        writer.add("files", PackedFile.Role.SCHEME, "总平面.dxf", 1, Content.of(drawing));
        writer.add("files", PackedFile.Role.SCHEME, "..", 2, text("a name that is no name"));
        writer.add("files", PackedFile.Role.CONDITIONS, "规划条件.yaml", 3, text("redline: 1\nconditions: []\n"));
        return writer.signed(
                key,
                files -> new SubmissionManifest(
                        key.installation().name(),
                        key.installation().fingerprint(),
                        Instant.parse("2026-03-02T01:30:00Z"),
                        "湖滨小区",
                        "few",
                        new Dates(LocalDate.of(2026, 1, 2), null, LocalDate.of(2026, 3, 2)),
                        CHOICES,
                        "VIOLATION",
                        "0.5",
                        "0".repeat(64),
                        files));
    }

    static Content text(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Upload upload(Path folder, byte[] zip) throws IOException {
        return Upload.of(Files.write(Files.createTempFile(folder, "package", ".zip"), zip));
    }

    /** What lies in a zip, in its order. */
    static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry zipped = new ZipEntry(entry.getKey());
                // Of the clock two zips of the same files differ.
                zipped.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(zipped);
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
