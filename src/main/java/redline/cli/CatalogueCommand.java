package redline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import redline.proof.CaseExamples;
import redline.report.CatalogueReport;
import redline.rulepack.Catalogue;
import redline.rulepack.RuleBook;

/** {@code redline rules catalogue}: all rules as a book. */
@Command(name = "catalogue", mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private PackArguments arguments = new PackArguments();

    @Option(names = "--pdf", paramLabel = "FILE")
    private String pdf;

    @Option(names = "--html", paramLabel = "FILE")
    private String html;

    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Option(names = "--profile", paramLabel = "NAME")
    private String profile;

    CatalogueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path pdfFile = pdf != null ? writable(pdf) : html == null ? writable("catalogue.pdf") : null;
        Path htmlFile = html == null ? null : writable(html);
        Catalogue catalogue = catalogue(arguments.book(terminal));
        String page = CatalogueReport.html(
                catalogue, CaseExamples.in(arguments.casesFolderIfAny(terminal)), terminal.language());
        OutputFiles files = new OutputFiles();
        if (pdfFile != null) {
            files.add(pdfFile, pdf(page));
        }
        if (htmlFile != null) {
            files.add(htmlFile, page.getBytes(StandardCharsets.UTF_8));
        }
        files.write();
        terminal.out()
                .println(terminal.say(
                        "规则汇编:" + catalogue.packs().size() + " 个规则包," + catalogue.ruleCount() + " 条规则",
                        "Catalogue of rules: " + catalogue.packs().size() + " packs, " + catalogue.ruleCount()
                                + " rules"));
        files.names().forEach(file -> terminal.out().println("  " + file));
        return 0;
    }

    private Path writable(String name) {
        return OutputFiles.writable(terminal.path(name));
    }

    private Catalogue catalogue(RuleBook book) {
        if (profile != null && !book.profiles().contains(profile)) {
            throw new BadUsage(
                    "没有审查配置 " + profile + "，可用：" + String.join("、", book.profiles()),
                    "there is no profile " + profile + "; known: " + String.join(", ", book.profiles()));
        }
        Catalogue whole = book.catalogue(profile, Set.of(), DateArgument.read(on));
        Set<String> packs = arguments.packs(
                whole.packs().stream().map(Catalogue.PackEntry::id).toList());
        return packs.isEmpty() ? whole : book.catalogue(profile, packs, DateArgument.read(on));
    }

    private static byte[] pdf(String page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            CatalogueReport.pdf(page, out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }
}
