package redline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.proof.RuleCases;
import redline.report.CaseExample;
import redline.report.CatalogueReport;
import redline.rulepack.Catalogue;
import redline.rulepack.RuleBook;

/** {@code redline rules catalogue}: all rules as a book. */
@Command(name = "catalogue", mixinStandardHelpOptions = true)
final class CatalogueCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "PACK", arity = "0..*", descriptionKey = "pack")
    private List<String> packs = new ArrayList<>();

    @Option(names = "--pdf", paramLabel = "FILE")
    private String pdf;

    @Option(names = "--html", paramLabel = "FILE")
    private String html;

    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Option(names = "--profile", paramLabel = "NAME")
    private String profile;

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    @Option(names = "--cases", paramLabel = "DIR")
    private String cases;

    CatalogueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path pdfFile = pdf != null ? writable(pdf) : html == null ? writable("catalogue.pdf") : null;
        Path htmlFile = html == null ? null : writable(html);
        Catalogue catalogue = catalogue(RulesPlace.open(rules, terminal).book());
        String page = CatalogueReport.html(catalogue, examples(), terminal.language());
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
        List<String> known = whole.packs().stream().map(Catalogue.PackEntry::id).toList();
        for (String pack : packs) {
            if (!known.contains(pack)) {
                throw new BadUsage(
                        "没有规则包 " + pack + "，可用：" + String.join("、", known),
                        "there is no pack " + pack + "; known: " + String.join(", ", known));
            }
        }
        return packs.isEmpty() ? whole : book.catalogue(profile, Set.copyOf(packs), DateArgument.read(on));
    }

    /** The jar alone has no cases; a folder that was named must hold them. */
    private Map<String, List<CaseExample>> examples() {
        Path folder = CasesPlace.folder(cases, terminal);
        if (!Files.isDirectory(folder.resolve("rules"))) {
            if (cases != null) {
                throw CasesPlace.missing(folder);
            }
            return Map.of();
        }
        return CaseExamples.of(RuleCases.read(folder));
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
