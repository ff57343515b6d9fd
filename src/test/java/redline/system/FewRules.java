package redline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Rules of one pack, made ready in a second or two, for tests that are not about rules; their profile is {@code few}. */
public final class FewRules {
    public static final String PROFILE = "few";

    private FewRules() {}

    /** Writes them, and tells where. */
    public static Path in(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("rules", "parcel-conditions"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(Path.of("rules").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createDirectories(folder.resolve("profiles"));
        Files.writeString(folder.resolve("profiles/few.yaml"), """
                title: {zh: 试验, en: Trial}
                authority: 自然资源规划
                stage: 方案
                packs: [parcel-conditions]
                settings:
                  pair-reach: { value: 200, source: 试验, grade: example }
                  height-points: { value: [PARAPET_TOP, EAVE, RIDGE], source: 试验, grade: example }
                """);
        return folder;
    }

    /** The same, and one rule of a local pack that reads tables: how far buildings keep from roads. */
    static Path withRoads(Path folder) throws IOException {
        in(folder);
        for (String file : List.of(
                "pack.yaml",
                "rules/jiaxing-road-setback.drl",
                "rules/jiaxing-road-setback.md",
                "tables/jiaxing-road.csv",
                "tables/jiaxing-height.csv")) {
            Path copy = folder.resolve("jiaxing-2018").resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("rules/jiaxing-2018").resolve(file), copy);
        }
        Path profile = folder.resolve("profiles/few.yaml");
        Files.writeString(
                profile, Files.readString(profile).replace("[parcel-conditions]", "[parcel-conditions, jiaxing-2018]"));
        return folder;
    }
}
