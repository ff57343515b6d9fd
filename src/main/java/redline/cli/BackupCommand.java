package redline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import redline.casefile.Backup;
import redline.casefile.Store;

/** {@code redline backup}: an office as one file. */
@Command(name = "backup", mixinStandardHelpOptions = true, sortOptions = false)
final class BackupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OfficeOptions office;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String file;

    BackupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path target = OutputFiles.writable(terminal.path(file));
        try (Store store = office.open(terminal)) {
            Backup.Contents contents = new Backup(store).write(target);
            terminal.out()
                    .println(terminal.say("已备份到 " + target + "：", "Backed up to " + target + ": ")
                            + amounts(contents, terminal));
            return AuditCommand.tell(contents.audit(), terminal);
        }
    }

    static String amounts(Backup.Contents contents, Terminal terminal) {
        return terminal.say(
                contents.rows() + " 行数据，" + contents.originals() + " 个文件。",
                contents.rows() + " rows, " + contents.originals() + " files.");
    }
}
