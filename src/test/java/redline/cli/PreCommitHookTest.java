package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.system.FewRules;

/** The hook of rules/README.md, word for word, in a repository of rules: git asks it before each commit. */
@Timeout(120)
class PreCommitHookTest {
    private static final String CASE = "test-cases/rules/far/01-pass-within/case.yaml";

    @TempDir
    private Path folder;

    private Path repository;

    private record Said(int exit, String text) {}

    @BeforeEach
    void a_clone_of_a_repository_with_the_hook() throws IOException, InterruptedException {
        repository = folder.resolve("office");
        FewRules.in(repository.resolve("rules"));
        Path bases = Files.createDirectories(repository.resolve("test-cases/bases"));
        Files.copy(Path.of("test-cases/bases/indices.yaml"), bases.resolve("indices.yaml"));
        Path oneCase = repository.resolve(CASE);
        Files.createDirectories(oneCase.getParent());
        Files.writeString(oneCase, Files.readString(Path.of(CASE)).replace("rule: far\n", "rule: far\nprofile: few\n"));
        git("init", "--quiet");
        git("config", "user.name", "赵工");
        git("config", "user.email", "zhao@office.invalid");
        hook();
    }

    /** The launcher of the README builds the program first; here it is what was built for the tests. */
    private void hook() throws IOException {
        Path launcher = executable(folder.resolve("redline"), """
                #!/bin/sh
                exec "%s" -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -cp "%s" redline.cli.Main "$@"
                """.formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"), System.getProperty("java.class.path")));
        String readme = Files.readString(Path.of("rules/README.md"));
        String block = readme.substring(readme.indexOf("```sh\n") + "```sh\n".length());
        String written = block.substring(0, block.indexOf("```"));
        assertThat(written).contains("redline=/opt/redline/redline\n");
        executable(
                repository.resolve(".git/hooks/pre-commit"),
                written.replace("/opt/redline/redline", launcher.toString()));
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Said git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        ProcessBuilder git = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        // Where the tests themselves run inside a hook, git tells of the repository around them.
        git.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        git.environment().put("LC_ALL", "C.UTF-8");
        int exit = git.start().waitFor();
        return new Said(exit, Files.readString(said));
    }

    @Test
    void a_commit_with_a_red_case_is_refused_and_with_a_green_one_taken() throws IOException, InterruptedException {
        Path oneCase = repository.resolve(CASE);
        String right = Files.readString(oneCase);
        Files.writeString(oneCase, right.replace("margin: 0.2", "margin: 0.3"));
        git("add", ".");
        // What is not added does not count: the file is right, what would be committed is not.
        Files.writeString(oneCase, right);

        Said refused = git("commit", "--quiet", "-m", "案例");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.text()).contains("far/01-pass-within", "1 个案例，1 个与预期不同");
        assertThat(git("rev-parse", "--verify", "HEAD").exit()).isNotZero();

        git("add", ".");
        Said taken = git("commit", "--quiet", "-m", "案例");

        assertThat(taken.text()).contains("1 个案例，0 个与预期不同");
        assertThat(taken.exit()).isZero();
        assertThat(git("log", "--format=%s").text()).isEqualTo("案例\n");
        try (Stream<Path> left = Files.list(repository)) {
            assertThat(left)
                    .extracting(path -> path.getFileName().toString())
                    .containsExactlyInAnyOrder(".git", "rules", "test-cases");
        }
    }
}
