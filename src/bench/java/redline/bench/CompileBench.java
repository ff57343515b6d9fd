package redline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redline.rulepack.RuleBook;

/** Compiling all packs: in a new Java machine, and again after an edit in one that has been at it for a while. */
final class CompileBench {
    private static final int WARM_UPS = 15;
    private static final String EDITED = "gb-50016-2014/parameters/lower-fire-wall.yaml";

    private final Path rules;
    private int edits;

    CompileBench(Path folder) throws IOException {
        this.rules = folder.resolve("rules");
        Path from = Path.of("rules");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path to = rules.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
    }

    Map<String, Figure> run(int rounds) throws Exception {
        for (int i = 0; i < WARM_UPS; i++) {
            edit();
            RuleBook.read(rules);
        }
        return new Interleaved()
                .add("cold", () -> inside(Programs.compileOnly(true, false)))
                .add("cold, archive", () -> inside(Programs.compileOnly(true, true)))
                .add("after an edit", () -> {
                    edit();
                    return Interleaved.time(() -> RuleBook.read(rules));
                })
                .run(rounds);
    }

    private static double inside(List<String> command) throws Exception {
        StringBuilder said = new StringBuilder();
        Programs.run(List.of(0), command, said);
        return Double.parseDouble(said.toString().strip());
    }

    /** Another value each time. */
    private void edit() throws IOException {
        String text = Files.readString(Path.of("rules", EDITED));
        Files.writeString(rules.resolve(EDITED), text.replace("value: 3.5", "value: 3." + (10 + ++edits % 80)));
    }
}
