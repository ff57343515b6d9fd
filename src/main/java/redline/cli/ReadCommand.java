package redline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.intake.bundle.Bundle;
import redline.intake.file.FileContents;
import redline.intake.file.Upload;
import redline.intake.file.Uploads;
import redline.intake.read.ContentsJson;

/** {@code redline read}: what stands in files or folders that an applicant has, and what is wrong with them. Nothing is judged. */
@Command(name = "read", mixinStandardHelpOptions = true, sortOptions = false)
final class ReadCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "path")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--crs", paramLabel = "EPSG:NNNN")
    private String crs;

    @Option(names = "--json", paramLabel = "FILE|-")
    private String json;

    ReadCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path target = json == null || json.equals(STANDARD_OUTPUT) ? null : OutputFiles.writable(terminal.path(json));
        List<FileContents> contents = new ArrayList<>();
        for (Upload file : files()) {
            contents.addAll(read(file));
        }
        byte[] written = ContentsJson.write(contents, terminal.language());
        if (target != null) {
            OutputFiles files = new OutputFiles();
            files.add(target, written);
            files.write();
        }
        if (STANDARD_OUTPUT.equals(json)) {
            terminal.out().write(written);
            terminal.out().flush();
        } else {
            contents.forEach(new ContentsText(terminal)::print);
        }
        return contents.stream().anyMatch(FileContents::refused) ? Exit.BAD_INPUT : 0;
    }

    private List<Upload> files() {
        List<Path> given = new ArrayList<>();
        for (String name : paths) {
            if (!Files.exists(terminal.path(name))) {
                throw new BadUsage("没有这个文件或文件夹：" + name, "no such file or folder: " + name);
            }
            given.add(terminal.path(name));
        }
        try {
            List<Upload> files = Uploads.of(given);
            if (files.isEmpty()) {
                throw new BadUsage("文件夹里没有文件", "there are no files in the folder");
            }
            return files;
        } catch (IOException | UncheckedIOException unreadable) {
            throw new BadUsage("文件夹读不了：" + paths, "the folder cannot be read: " + paths).because(unreadable);
        }
    }

    /** Each file by itself: the contents of several need not belong to one scheme. */
    private List<FileContents> read(Upload file) {
        try {
            return Bundle.contents(List.of(file), crs);
        } catch (IOException unreadable) {
            throw new BadUsage("文件读不了：" + file.name(), "the file cannot be read: " + file.name()).because(unreadable);
        }
    }
}
