package redline.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs that open what this one writes. Where one is not installed the test is left out on a developer's machine; the gate
 * (environment variable CI) has them all.
 */
final class OtherPrograms {
    private OtherPrograms() {}

    /** Opens a file in LibreOffice and keeps it as another kind; the folder is for its own files, too. */
    static Path libreOffice(Path file, String kind, Path folder) throws IOException, InterruptedException {
        run(
                folder,
                "soffice",
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                kind,
                "--outdir",
                folder.toString(),
                file.toString());
        String name = file.getFileName().toString();
        return folder.resolve(name.substring(0, name.lastIndexOf('.') + 1) + kind);
    }

    /** What {@code ogrinfo} says of a file. */
    static String ogrinfo(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ogrinfo"));
        command.addAll(List.of(arguments));
        return run(folder, command.toArray(String[]::new));
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, command[0])));
        if (!there && System.getenv("CI") != null) {
            fail(command[0] + " is missing; ./redline verify installs it");
        }
        assumeTrue(there, command[0] + " is not installed");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String all = Files.readString(said, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(all).isZero();
        return all;
    }
}
