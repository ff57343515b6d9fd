package redline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.exchange.Refused;
import redline.intake.file.Upload;
import redline.rulepack.RuleBook;
import redline.workshop.PackArchive;
import redline.workshop.PackDifferences;

/** {@code redline rules compare}: how the rules of another office differ from those here. */
@Command(name = "compare", mixinStandardHelpOptions = true, sortOptions = false)
final class CompareRules implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE|DIR", descriptionKey = "other")
    private String other;

    @Option(names = "--pack", paramLabel = "PACK", descriptionKey = "pack")
    private String pack;

    @Option(names = "--sign", paramLabel = "DIR", descriptionKey = "sign")
    private String sign;

    @Option(names = "--xlsx", paramLabel = "FILE", descriptionKey = "xlsx")
    private String xlsx;

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    CompareRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Path place = terminal.path(other);
        if (!Files.exists(place)) {
            throw new BadUsage("没有这个文件或文件夹：" + place, "there is no such file or folder: " + place);
        }
        Path workbook = xlsx == null ? null : OutputFiles.writable(terminal.path(xlsx));
        RuleBook here = RulesPlace.open(rules, terminal).book();
        PackDifferences differences = Files.isDirectory(place) ? folder(here, place) : archive(here, place);
        for (PackDifferences.Difference one : differences.all()) {
            String values = one.here().zh().isEmpty() && one.there().zh().isEmpty()
                    ? ""
                    : "  " + or(terminal.say(one.here())) + " | " + or(terminal.say(one.there()));
            terminal.out()
                    .println(terminal.say(one.side().title()) + "  " + terminal.say(one.what()) + values + "  "
                            + one.file());
        }
        terminal.out()
                .println(terminal.say(
                        "共 " + differences.all().size() + " 处差别",
                        differences.all().size() + " differences"));
        if (workbook != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            differences.write(terminal.language(), bytes);
            OutputFiles files = new OutputFiles();
            files.add(workbook, bytes.toByteArray());
            files.write();
        }
        return 0;
    }

    private static String or(String said) {
        return said.isEmpty() ? "—" : said;
    }

    private PackDifferences folder(RuleBook here, Path place) {
        RuleBook there = RuleBook.read(place);
        if (pack != null && here.standing(pack) == null && there.standing(pack) == null) {
            throw new BadUsage("两处都没有规则包 " + pack, "there is no pack " + pack + " on either side");
        }
        return PackDifferences.between(here, there, pack == null ? Set.of() : Set.of(pack));
    }

    private PackDifferences archive(RuleBook here, Path place) throws IOException {
        if (sign == null) {
            throw new BadUsage(
                    "规则包有签名，请用 --sign 指明密钥文件夹，对方的公钥放在其中的 trusted",
                    "an archive is signed; name the folder of keys with --sign, the other side's public key in its folder trusted");
        }
        try {
            PackArchive archive = PackArchive.open(Upload.of(place), ExchangeCommand.opened(terminal.path(sign)));
            String id = archive.manifest().pack();
            if (pack != null && !pack.equals(id)) {
                throw new BadUsage("这个文件里是规则包 " + id, "this file holds the pack " + id);
            }
            terminal.out()
                    .println(terminal.say("规则包 ", "Pack ")
                            + id
                            + terminal.say("，签名：", ", signed by ")
                            + archive.signer().name()
                            + terminal.say("，指纹 ", ", fingerprint ")
                            + archive.signer().grouped());
            return PackDifferences.between(here, archive.beside(here), Set.of(id));
        } catch (Refused refused) {
            throw new BadUsage(
                            refused.what().zh() + "。" + refused.remedy().zh(),
                            refused.what().en() + ". " + refused.remedy().en())
                    .because(refused);
        }
    }
}
