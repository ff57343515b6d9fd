package redline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import redline.casefile.Backup;
import redline.casefile.Store;
import redline.system.SystemClock;

/** {@code redline restore}: an office made of a backup, where there is none yet. */
@Command(name = "restore", mixinStandardHelpOptions = true, sortOptions = false)
final class RestoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private OfficeOptions office;

    @Parameters(paramLabel = "FILE", descriptionKey = "file")
    private String file;

    RestoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path source = terminal.path(file);
        if (!Files.isRegularFile(source)) {
            throw new BadUsage("没有这个备份文件：" + file, "there is no such backup: " + file);
        }
        Clock clock = SystemClock.utc();
        try {
            Backup.Contents contents = Backup.restore(source, office.settings(terminal), clock);
            terminal.out().println(terminal.say("已恢复：", "Restored: ") + BackupCommand.amounts(contents, terminal));
            return AuditCommand.tell(contents.audit(), terminal);
        } catch (Store.Shut shut) {
            throw OfficeOptions.shut(shut);
        } catch (Backup.Refused refused) {
            throw told(refused);
        }
    }

    private static BadUsage told(Backup.Refused refused) {
        String place = refused.getMessage();
        BadUsage told = switch (refused.why()) {
            case NOT_EMPTY ->
                new BadUsage(
                        "那里已有审查办公的数据，没有改动。请恢复到空的文件夹（和空的数据库）。",
                        "there is an office already; nothing was changed. Restore into an empty folder (and an empty"
                                + " database).");
            case NO_BACKUP ->
                new BadUsage(
                        "这不是红线的备份文件：" + place + "。没有改动。",
                        "this is no backup of Redline: " + place + ". Nothing was changed.");
            case NEWER ->
                new BadUsage(
                        "备份出自更新的程序（" + place + "），请先升级本程序。没有改动。",
                        "the backup comes from a newer program (" + place
                                + "); bring this one up to date first. Nothing was changed.");
            case DAMAGED ->
                new BadUsage(
                        "备份文件已损坏：" + place + "。请用另一份备份；没有恢复任何案件。",
                        "the backup is damaged: " + place + ". Use another one; no case was restored.");
        };
        return told.because(refused);
    }
}
