package redline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redline.rulepack.RuleLibrary;

/** Compiling all packs: in a new Java machine, and again after an edit in one that has been at it for a while. */
final class CompileBench {
    private static final int WARM_UPS = 15;
    private static final String VALUE = "gb-50016-2014/parameters/lower-fire-wall.yaml";
    private static final String RULE = "jiaxing-2018/rules/jiaxing-spacing.drl"; // of the pack with the most rules

    private final Path rules;
    private int edits;
    private String last = "";

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
        RuleLibrary library = RuleLibrary.open(rules);
        for (int i = 0; i < WARM_UPS; i++) {
            live(library, i % 2 == 0 ? VALUE : RULE);
        }
        return new Interleaved()
                .add("cold", () -> inside(Programs.compileOnly(true, false)))
                .add("cold, archive", () -> inside(Programs.compileOnly(true, true)))
                .add("a value", () -> live(library, VALUE))
                .add("a rule", () -> live(library, RULE))
                .run(rounds);
    }

    private static double inside(List<String> command) throws Exception {
        StringBuilder said = new StringBuilder();
        Programs.run(List.of(0), command, said);
        return Double.parseDouble(said.toString().strip());
    }

    /** From the saved edit to the book in force, as in a running program: read, linted, compiled. */
    private double live(RuleLibrary library, String file) throws Exception {
        edit(file);
        double time = Interleaved.time(library::book);
        String now = library.book().sha256();
        if (now.equals(last)) {
            throw new IllegalStateException("the edit is not live: " + library.faults());
        }
        last = now;
        return time;
    }

    /** Another text each time. */
    private void edit(String file) throws IOException {
        String text = Files.readString(Path.of("rules", file));
        edits++;
        String edited = file.equals(RULE)
                ? text.replace("甲遮挡，倍数", "甲遮挡，倍数 " + edits)
                : text.replace("value: 3.5", "value: 3." + (100 + edits % 800));
        if (edited.equals(text)) {
            throw new IllegalStateException("nothing to edit in " + file);
        }
        Files.writeString(rules.resolve(file), edited);
    }
}
