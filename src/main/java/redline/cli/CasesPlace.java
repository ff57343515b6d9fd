package redline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the rule cases are: the folder named by {@code --cases}, else {@code test-cases} of the working tree. */
final class CasesPlace {
    private CasesPlace() {}

    /** Cases that a command cannot do without. */
    static Path folder(String named, Terminal terminal) {
        Path folder = named != null ? terminal.path(named) : unnamed();
        if (!Files.isDirectory(folder.resolve("rules"))) {
            throw new BadUsage(
                    "没有案例文件夹：" + folder.resolve("rules"), "there is no folder of cases: " + folder.resolve("rules"));
        }
        return folder;
    }

    /** The jar alone has no cases; a folder that was named must hold them. */
    static Optional<Path> folderIfAny(String named, Terminal terminal) {
        return named == null && !Files.isDirectory(unnamed().resolve("rules"))
                ? Optional.empty()
                : Optional.of(folder(named, terminal));
    }

    private static Path unnamed() {
        return Path.of(System.getProperty("redline.home", ""), "test-cases");
    }
}
