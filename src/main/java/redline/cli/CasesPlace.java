package redline.cli;

import java.nio.file.Path;

/** Where the rule cases are: the folder named by {@code --cases}, else {@code test-cases} of the working tree. */
final class CasesPlace {
    private CasesPlace() {}

    static Path folder(String named, Terminal terminal) {
        return named != null ? terminal.path(named) : Path.of(System.getProperty("redline.home", ""), "test-cases");
    }

    static BadUsage missing(Path folder) {
        return new BadUsage(
                "没有案例文件夹：" + folder.resolve("rules"), "there is no folder of cases: " + folder.resolve("rules"));
    }
}
