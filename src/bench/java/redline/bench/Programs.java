package redline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Programs started as a user starts them. */
final class Programs {
    static final Path HOME = Path.of("").toAbsolutePath();
    private static final List<String> LAUNCHER_FLAGS = List.of(
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true");

    private Programs() {}

    /** Milliseconds from start to end. */
    static double run(List<Integer> expected, List<String> command) throws IOException, InterruptedException {
        return run(expected, command, new StringBuilder());
    }

    /** The same, with what it says kept. */
    static double run(List<Integer> expected, List<String> command, StringBuilder said)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("bench", ".out");
        Path err = Files.createTempFile("bench", ".err");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        int exit = process.waitFor();
        double time = (System.nanoTime() - began) / 1e6;
        said.append(Files.readString(out, StandardCharsets.UTF_8));
        String complaint = Files.readString(err, StandardCharsets.UTF_8);
        Files.delete(out);
        Files.delete(err);
        if (!expected.contains(exit)) {
            throw new IllegalStateException(command + " ended with " + exit + ": " + complaint);
        }
        return time;
    }

    static List<String> redline(String... args) {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("redline").toString()));
        command.addAll(List.of(args));
        return command;
    }

    /** The bare compile: the launcher's class path with the bench behind it. */
    static List<String> compileOnly(boolean launcherFlags, boolean archive) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (archive) {
            command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
            command.addAll(List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + archive()));
        }
        if (launcherFlags) {
            command.addAll(LAUNCHER_FLAGS);
        }
        command.addAll(List.of("-cp", classPath(), CompileOnly.class.getName(), "rules"));
        return command;
    }

    /** What the main method of a bench class says, in a Java machine of its own. */
    static String text(String flag, Class<?> main, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), flag));
        command.addAll(LAUNCHER_FLAGS);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(args));
        StringBuilder said = new StringBuilder();
        run(List.of(0), command, said);
        return said.toString().strip();
    }

    private static String archive() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("target/app"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the launcher has made no start archive"))
                    .toString();
        }
    }

    private static String classPath() throws IOException {
        Path app = HOME.resolve("target/app");
        try (Stream<Path> libraries = Files.list(app.resolve("lib"))) {
            List<String> entries = new ArrayList<>(libraries
                    .filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .map(Path::toString)
                    .toList());
            entries.add(app.resolve("redline.jar").toString());
            entries.add(HOME.resolve("target/test-classes").toString());
            return String.join(":", entries);
        }
    }
}
