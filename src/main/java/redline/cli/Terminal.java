package redline.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.report.Painting;

/** Where a command reads paths from and prints to. Always UTF-8: a Chinese table must survive a machine without a locale. */
record Terminal(PrintStream out, PrintStream err, Path folder, Language language) {

    static Terminal standard() {
        return new Terminal(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                Path.of(""),
                Language.ZH);
    }

    Terminal in(Language other) {
        return new Terminal(out, err, folder, other);
    }

    PrintWriter print(PrintStream stream) {
        return new PrintWriter(stream, true, StandardCharsets.UTF_8);
    }

    String say(Text text) {
        return text.in(language);
    }

    String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }

    /** Says which page is being written, over and over in one line, where somebody looks on. */
    Painting painting() {
        return System.console() == null
                ? Painting.UNWATCHED
                : (page, of) -> {
                    err.print(say(
                            "\r报告第 " + page + " 页" + (of > 0 ? "，共 " + of + " 页" : ""),
                            "\rpage " + page + (of > 0 ? " of " + of : "") + " of the report"));
                    err.print(page == of ? "\r\033[K" : "");
                    err.flush();
                };
    }

    /** @throws BadUsage for a name that cannot be a path */
    Path path(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw new BadUsage("不是有效的路径：" + name, "not a valid path: " + name).because(e);
        }
    }
}
