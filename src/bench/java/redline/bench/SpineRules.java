package redline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import redline.rulepack.RuleBook;

/** The 18 rules that are also written by hand, as a rules folder of their own: what is compared in speed must answer alike. */
final class SpineRules {
    private static final Set<String> RULES = Set.of(
            "access-side",
            "building-density",
            "building-height",
            "commercial-area",
            "control-line-setback",
            "far",
            "far-floor-area",
            "floor-area-above",
            "floor-area-below",
            "green-ratio",
            "land-use",
            "parking-motor",
            "parking-non-motor",
            "roof-form",
            "setback",
            "spacing",
            "fire-separation",
            "declared-differs");
    private static final List<String> PACKS =
            List.of("parcel-conditions", "gb-50352-2019", "gb-50016-2014", "scheme-consistency");

    private SpineRules() {}

    static RuleBook book() {
        try {
            Path folder = Files.createTempDirectory("spine-rules");
            try {
                for (String pack : PACKS) {
                    copy(Path.of("rules", pack), folder.resolve(pack));
                }
                Files.createDirectories(folder.resolve("profiles"));
                String profile = Files.readString(Path.of("rules", "profiles", SameAnswers.PROFILE + ".yaml"));
                String head = profile.substring(0, profile.indexOf("packs:"));
                String settings = profile.substring(profile.indexOf("settings:"));
                Files.writeString(
                        folder.resolve("profiles").resolve(SameAnswers.PROFILE + ".yaml"),
                        head + "packs: " + PACKS + "\n" + settings);
                return RuleBook.read(folder);
            } finally {
                delete(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A pack without the rules that are not written by hand. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean rule = file.getParent().endsWith("rules");
                String name = file.getFileName().toString();
                if (!rule || RULES.contains(name.substring(0, name.lastIndexOf('.')))) {
                    Path target = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
