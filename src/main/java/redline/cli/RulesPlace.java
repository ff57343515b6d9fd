package redline.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleLibrary;

/**
 * Where the rule files are: the folder named by {@code --rules}; else {@code rules} of the working tree that the launcher stands
 * in; else {@code rules} beside the jar; else those inside the jar.
 */
final class RulesPlace {
    private RulesPlace() {}

    static RuleLibrary open(String named, Terminal terminal) {
        Path folder = folder(named, terminal);
        return folder == null ? RuleLibrary.bundled() : RuleLibrary.open(folder);
    }

    /** The rules, which have the named profile. */
    static RuleBook book(String named, String profile, Terminal terminal) {
        RuleBook book = open(named, terminal).book();
        if (!book.profiles().contains(profile)) {
            String known = String.join(", ", book.profiles());
            throw new BadUsage(
                    "没有名为 " + profile + " 的规则方案，可用：" + known,
                    "there is no profile named " + profile + "; known: " + known);
        }
        return book;
    }

    /** @return null for the rules inside the jar */
    static Path folder(String named, Terminal terminal) {
        if (named != null) {
            Path folder = terminal.path(named);
            if (!Files.isDirectory(folder)) {
                throw new BadUsage("没有这个规则文件夹：" + folder, "there is no such rules folder: " + folder);
            }
            return folder;
        }
        String home = System.getProperty("redline.home");
        Path beside = home != null ? Path.of(home, "rules") : besideJar();
        return beside != null && Files.isDirectory(beside) ? beside : null;
    }

    private static Path besideJar() {
        String classPath = System.getProperty("java.class.path", "");
        return classPath.endsWith(".jar") && !classPath.contains(java.io.File.pathSeparator)
                ? Path.of(classPath).toAbsolutePath().resolveSibling("rules")
                : null;
    }
}
