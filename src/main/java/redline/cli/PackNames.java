package redline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import redline.rulepack.RuleBook;
import redline.rulepack.Variants;

/** Packs and folders of cases as arguments name them. */
final class PackNames {
    private PackNames() {}

    /** The packs named; none where none is named, which stands for all. */
    static Set<String> known(List<String> named, RuleBook book) {
        Set<String> known = new TreeSet<>(Variants.packs(book));
        for (String pack : named) {
            if (!known.contains(pack)) {
                throw new BadUsage(
                        "没有规则包 " + pack + "，可用：" + String.join("、", known),
                        "there is no pack " + pack + "; known: " + String.join(", ", known));
            }
        }
        return Set.copyOf(named);
    }

    /** The folder named, else that of the working tree. */
    static Path casesFolder(String named, Terminal terminal) {
        return named != null ? terminal.path(named) : Path.of(System.getProperty("redline.home", ""), "test-cases");
    }

    /** The same, and there are cases in it. */
    static Path casesInFolder(String named, Terminal terminal) {
        Path folder = casesFolder(named, terminal);
        if (!Files.isDirectory(folder.resolve("rules"))) {
            throw new BadUsage(
                    "没有案例文件夹：" + folder.resolve("rules"), "there is no folder of cases: " + folder.resolve("rules"));
        }
        return folder;
    }
}
