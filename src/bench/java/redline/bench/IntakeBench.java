package redline.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.intake.bundle.Bundle;
import redline.intake.bundle.Choices;
import redline.intake.file.Upload;

/** Reading large files: {@code ./redline read FILE --json FILE}, GDAL's {@code ogrinfo} and {@code ogr2ogr}, turn by turn. */
final class IntakeBench {
    private static final int DRAWING = 20_000_000;
    private static final int MAP = 50_000_000;
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

    private final Path folder;
    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private final Map<String, List<Double>> peaks = new LinkedHashMap<>();

    IntakeBench(Path folder) {
        this.folder = folder;
    }

    static boolean gdal() {
        return Files.isExecutable(Path.of("/usr/bin/ogrinfo")) && Files.isExecutable(Path.of("/usr/bin/ogr2ogr"));
    }

    void run(int rounds, Table table) throws Exception {
        for (Path file : List.of(drawing(), map())) {
            times.clear();
            peaks.clear();
            String name = file.getFileName().toString();
            Path json = folder.resolve("read.json");
            Path copy = folder.resolve("copy.gpkg");
            for (int round = 0; round <= rounds; round++) {
                boolean counts = round > 0;
                once("read", Programs.redline("read", file.toString(), "--json", json.toString()), counts);
                if (gdal()) {
                    once("ogrinfo", List.of("ogrinfo", "-ro", "-al", "-so", file.toString()), counts);
                    Files.deleteIfExists(copy);
                    once(
                            "ogr2ogr",
                            List.of("ogr2ogr", "-f", "GPKG", copy.toString(), file.toString(), "-skipfailures"),
                            counts);
                }
                Upload upload = Upload.of(file);
                double warm = Interleaved.time(() -> Bundle.of(List.of(upload)).contents(Choices.none()));
                if (counts) {
                    times.computeIfAbsent("warm", key -> new ArrayList<>()).add(warm);
                }
            }
            for (String other : gdal() ? List.of("ogrinfo", "ogr2ogr") : List.<String>of()) {
                table.compare(name + ", ms : " + other, figure(times, "read"), figure(times, other), 1);
                table.compare(name + ", peak MB : " + other, figure(peaks, "read"), figure(peaks, other), 1);
            }
            if (!gdal()) {
                table.note(name + ", ms (no GDAL here: apt-get install gdal-bin)", figure(times, "read"));
                table.note(name + ", peak MB", figure(peaks, "read"));
            }
            table.note(name + ", ms, within a running program", figure(times, "warm"));
        }
    }

    private static Figure figure(Map<String, List<Double>> figures, String name) {
        return new Figure(figures.get(name));
    }

    /** The launcher ends as the Java machine itself, so the peak of its process is that of the program. */
    private void once(String name, List<String> command, boolean counts) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        double peak = 0;
        while (process.isAlive()) {
            try {
                Matcher found = PEAK.matcher(Files.readString(status));
                if (found.find()) {
                    peak = Math.max(peak, Double.parseDouble(found.group(1)) / 1024);
                }
            } catch (IOException ended) {
                break;
            }
            process.waitFor(2, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        int exit = process.waitFor();
        double time = (System.nanoTime() - began) / 1e6;
        if (exit != 0) {
            throw new IllegalStateException(command + " ended with " + exit);
        }
        if (counts) {
            times.computeIfAbsent(name, key -> new ArrayList<>()).add(time);
            peaks.computeIfAbsent(name, key -> new ArrayList<>()).add(peak);
        }
    }

    /** Polylines (one in five with an arc), lines, texts and inserted blocks on ten layers. */
    private Path drawing() throws IOException {
        Path file = folder.resolve("drawing-20MB.dxf");
        Random random = new Random(20);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            Tagged tags = new Tagged(out);
            tags.of(0, "SECTION", 2, "HEADER", 9, "$ACADVER", 1, "AC1032", 9, "$INSUNITS", 70, 6, 0, "ENDSEC");
            tags.of(0, "SECTION", 2, "BLOCKS", 0, "BLOCK", 8, "0", 2, "TREE", 70, 0, 10, 0.0, 20, 0.0);
            tags.of(
                    0, "CIRCLE", 8, "0", 10, 0.0, 20, 0.0, 40, 1.5, 0, "LINE", 8, "0", 10, -1.0, 20, 0.0, 11, 1.0, 21,
                    0.0);
            tags.of(0, "ENDBLK", 0, "ENDSEC", 0, "SECTION", 2, "ENTITIES");
            for (int n = 0; tags.written < DRAWING; n++) {
                String layer = "LAYER-" + random.nextInt(10);
                double x = 553_000 + random.nextInt(1_000_000) / 1000.0;
                double y = 3_390_000 + random.nextInt(1_000_000) / 1000.0;
                switch (n % 4) {
                    case 0 -> polyline(tags, random, layer, x, y);
                    case 1 -> {
                        tags.entity("LINE", layer).of(100, "AcDbLine", 10, x, 20, y, 30, 0.0);
                        tags.of(11, x + random.nextInt(50), 21, y + random.nextInt(50), 31, 0.0);
                    }
                    case 2 -> tags.entity("TEXT", layer).of(100, "AcDbText", 10, x, 20, y, 40, 2.5, 1, n + "#楼 11F");
                    default ->
                        tags.entity("INSERT", layer).of(100, "AcDbBlockReference", 2, "TREE", 10, x, 20, y, 50, 30.0);
                }
            }
            tags.of(0, "ENDSEC", 0, "EOF");
        }
        return file;
    }

    private static void polyline(Tagged tags, Random random, String layer, double x, double y) throws IOException {
        int corners = 4 + random.nextInt(20);
        tags.entity("LWPOLYLINE", layer).of(100, "AcDbPolyline", 90, corners, 70, 1);
        for (int i = 0; i < corners; i++) {
            double at = 2 * Math.PI * i / corners;
            tags.of(10, x + 20 * Math.cos(at), 20, y + 12 * Math.sin(at));
            if (i == 0 && random.nextInt(5) == 0) {
                tags.of(42, 0.2);
            }
        }
    }

    /** Outlines in longitude and latitude with eight attributes. */
    private Path map() throws IOException {
        Path file = folder.resolve("map-50MB.geojson");
        Random random = new Random(50);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
            long written = 0;
            for (int n = 0; written < MAP; n++) {
                StringBuilder feature = new StringBuilder(n == 0 ? "" : ",\n");
                feature.append("{\"type\":\"Feature\",\"id\":")
                        .append(n)
                        .append(",\"properties\":{\"DKBH\":\"330483-")
                        .append(n)
                        .append("\",\"YDXZ\":\"居住用地\",\"YDDM\":\"R2\",\"RJL\":")
                        .append(random.nextInt(300) / 100.0)
                        .append(",\"JZMD\":")
                        .append(random.nextInt(60))
                        .append(
                                ",\"LDL\":35,\"XZGD\":null,\"BZ\":\"\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
                double lon = 120.4 + random.nextInt(200_000) / 1e6;
                double lat = 30.5 + random.nextInt(200_000) / 1e6;
                int corners = 4 + random.nextInt(30);
                for (int i = 0; i <= corners; i++) {
                    double at = 2 * Math.PI * (i % corners) / corners;
                    feature.append(i == 0 ? "" : ",")
                            .append(String.format(
                                    Locale.ROOT, "[%.8f,%.8f]", lon + 5e-4 * Math.cos(at), lat + 3e-4 * Math.sin(at)));
                }
                feature.append("]]}}");
                out.append(feature);
                written += feature.length() + 8;
            }
            out.write("]}\n");
        }
        return file;
    }

    /** Group codes and values, a line each. */
    private static final class Tagged {
        private final BufferedWriter out;
        private long written;
        private int handle = 0x100;

        private Tagged(BufferedWriter out) {
            this.out = out;
        }

        private Tagged entity(String type, String layer) throws IOException {
            return of(0, type, 5, Integer.toHexString(handle++).toUpperCase(Locale.ROOT), 100, "AcDbEntity", 8, layer);
        }

        private Tagged of(Object... codesAndValues) throws IOException {
            for (int i = 0; i < codesAndValues.length; i += 2) {
                Object value = codesAndValues[i + 1];
                String text = value instanceof Double number
                        ? String.format(Locale.ROOT, "%.4f", number)
                        : String.valueOf(value);
                String tag = codesAndValues[i] + "\n" + text + "\n";
                out.write(tag);
                written += tag.length();
            }
            return this;
        }
    }
}
