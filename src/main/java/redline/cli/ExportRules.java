package redline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.exchange.SigningKey;
import redline.proof.CaseFolder;
import redline.rulepack.RuleBook;
import redline.workshop.PackArchive;
import redline.workshop.Published;

/** {@code redline rules export}: a pack with its cases as one signed archive, for another office. */
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false)
final class ExportRules implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "PACK", descriptionKey = "pack")
    private String pack;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            required = true,
            descriptionKey = "out")
    private String out;

    @Option(names = "--sign", paramLabel = "DIR", required = true, descriptionKey = "sign")
    private String sign;

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    @Option(names = "--cases", paramLabel = "DIR")
    private String cases;

    ExportRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path file = OutputFiles.writable(terminal.path(out));
        SigningKey key = ExchangeCommand.opened(terminal.path(sign)).own();
        RuleBook book = RulesPlace.open(rules, terminal).book();
        if (book.standing(pack) == null) {
            throw new BadUsage(
                    "没有规则包 " + pack + "，可用：" + String.join("、", book.packIds()),
                    "there is no pack " + pack + "; known: " + String.join(", ", book.packIds()));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackArchive.export(new Published(book, CaseFolder.read(CasesPlace.folder(cases, terminal))), pack, key)
                .write(bytes);
        OutputFiles files = new OutputFiles();
        files.add(file, bytes.toByteArray());
        files.write();
        terminal.out()
                .println(terminal.say("已写出 ", "Written: ")
                        + file
                        + terminal.say("，签名：", ", signed by ")
                        + key.installation().name()
                        + terminal.say("，指纹 ", ", fingerprint ")
                        + key.installation().grouped());
        return 0;
    }
}
