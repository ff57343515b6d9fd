package redline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.intake.bundle.Bundle;
import redline.intake.bundle.Choices;
import redline.intake.bundle.Draft;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.OfficeLayers;
import redline.intake.file.Upload;
import redline.intake.file.Uploads;
import redline.scheme.Dates;

/** How the files that are handed in are read as one scheme. */
final class DraftOptions {
    /** What else than a scheme file is read; a folder that holds none of these and one scheme file is that file. */
    private static final Set<String> FOREIGN = Set.of(
            "dxf", "dwg", "xlsx", "xlsm", "xls", "csv", "geojson", "gpkg", "shp", "dbf", "zip", "gml", "ifc", "jsonl");

    @Option(names = "--conditions", paramLabel = "FILE", descriptionKey = "conditions")
    private String conditions;

    @Option(names = "--crs", paramLabel = "EPSG:NNNN", descriptionKey = "crs")
    private String crs;

    @Option(names = "--units", paramLabel = "UNIT", descriptionKey = "units")
    private String units;

    @Option(names = "--frame", paramLabel = "W,S,E,N", descriptionKey = "frame")
    private String frame;

    @Option(names = "--basis", paramLabel = "WORD", descriptionKey = "basis")
    private String basis;

    @Option(names = "--none", paramLabel = "KEY,KEY", descriptionKey = "none")
    private String none;

    @Option(names = "--layers", paramLabel = "DIR", descriptionKey = "layers")
    private String layers;

    /** The conditions file, where one is given. */
    Optional<Path> conditions(Terminal terminal) {
        return Optional.ofNullable(conditions).map(terminal::path);
    }

    /**
     * The scheme file that the paths make, and what reading it gives.
     *
     * @param scheme the file itself where it is one, else the one put together
     */
    record Handed(Source scheme, Intake intake) {}

    /** @throws BadUsage where a file is not there or cannot be read */
    Handed read(List<Path> paths, Dates dates, Terminal terminal) {
        Source conditionsSource = conditions(terminal).map(DraftOptions::source).orElse(null);
        if (layers == null && none == null && single(paths)) {
            Source scheme = source(paths.get(0));
            return new Handed(scheme, SchemeReader.readWith(scheme, conditionsSource, dates));
        }
        Draft draft = draft(paths, terminal);
        return new Handed(draft.scheme(), draft.intake(conditionsSource, dates));
    }

    private static boolean single(List<Path> paths) {
        paths.forEach(DraftOptions::there);
        return paths.size() == 1 && single(paths.get(0));
    }

    private Draft draft(List<Path> paths, Terminal terminal) {
        try {
            List<Upload> uploads = Uploads.of(paths);
            Bundle bundle = Bundle.of(uploads);
            Choices choices = choices(uploads);
            return layers == null
                    ? bundle.draft(choices)
                    : bundle.draft(choices, OfficeLayers.of(terminal.path(layers)));
        } catch (IOException unreadable) {
            throw new BadUsage("文件读不了：" + unreadable.getMessage(), "cannot be read: " + unreadable.getMessage())
                    .because(unreadable);
        }
    }

    private static boolean single(Path path) {
        if (!Files.isDirectory(path)) {
            String extension = Upload.extension(path.getFileName().toString());
            return !FOREIGN.contains(extension) && !(extension.equals("json") && foreignJson(path));
        }
        try (Stream<Path> inside = Files.walk(path)) {
            return inside.filter(Files::isRegularFile)
                    .noneMatch(file ->
                            FOREIGN.contains(Upload.extension(file.getFileName().toString())));
        } catch (IOException unreadable) {
            return true;
        }
    }

    /** GeoJSON and CityJSON say their type. */
    private static boolean foreignJson(Path path) {
        try (var in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(4096), java.nio.charset.StandardCharsets.ISO_8859_1);
            return start.matches("(?s).*\"type\"\\s*:\\s*\"(FeatureCollection|Feature|CityJSON)\".*")
                    && !start.contains("\"redline\"");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Choices choices(List<Upload> uploads) {
        Map<String, DrawingUnit> unit = new HashMap<>();
        if (units != null) {
            DrawingUnit one = DrawingUnit.of(units)
                    .orElseThrow(() -> new BadUsage(
                            "没有单位 " + units + "，可用：m、mm、cm、in、ft",
                            "there is no unit " + units + "; known: m, mm, cm, in, ft"));
            uploads.forEach(upload -> unit.put(upload.name(), one));
        }
        return new Choices(null, crs, basis, unit, Map.of(), frame == null ? null : framed()).withNone(absent());
    }

    private Set<String> absent() {
        Set<String> keys = none == null ? Set.of() : Set.of(none.split(","));
        for (String key : keys) {
            if (!Choices.MAY_BE_NONE.contains(key)) {
                String known = String.join(",", Choices.MAY_BE_NONE);
                throw new BadUsage(
                        "--none 不认识 " + key + "，可用：" + known, "--none does not know " + key + "; known: " + known);
            }
        }
        return keys;
    }

    private Choices.Frame framed() {
        String[] numbers = frame.split(",");
        try {
            if (numbers.length == 4) {
                return new Choices.Frame(
                        Double.parseDouble(numbers[0]),
                        Double.parseDouble(numbers[1]),
                        Double.parseDouble(numbers[2]),
                        Double.parseDouble(numbers[3]));
            }
        } catch (NumberFormatException noNumber) {
            throw badFrame().because(noNumber);
        }
        throw badFrame();
    }

    private BadUsage badFrame() {
        return new BadUsage(
                "--frame 要四个数：西,南,东,北，不是“" + frame + "”",
                "--frame takes four numbers, west,south,east,north, not \"" + frame + "\"");
    }

    private static void there(Path path) {
        if (!Files.exists(path)) {
            throw new BadUsage("没有这个文件：" + path, "there is no such file: " + path);
        }
        if (!Files.isReadable(path)) {
            throw new BadUsage("没有读取权限：" + path, "no permission to read: " + path);
        }
    }

    private static Source source(Path path) {
        there(path);
        try {
            return Source.of(path);
        } catch (IOException e) {
            throw inBothLanguages(e).because(e);
        }
    }

    /** {@link Source} says what is wrong in both languages, with a slash between them. */
    private static BadUsage inBothLanguages(IOException unreadable) {
        String said = String.valueOf(unreadable.getMessage());
        int slash = said.indexOf(" / ");
        return slash < 0 ? new BadUsage(said, said) : new BadUsage(said.substring(0, slash), said.substring(slash + 3));
    }
}
