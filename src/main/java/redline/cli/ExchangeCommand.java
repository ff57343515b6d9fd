package redline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import redline.exchange.Exchange;
import redline.exchange.Installation;
import redline.exchange.KeyFault;
import redline.exchange.SigningKey;

/** {@code redline exchange}: the key of an installation that signs what it hands to another. */
@Command(name = "exchange", mixinStandardHelpOptions = true)
final class ExchangeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine withParts(Terminal terminal) {
        CommandLine exchange = new CommandLine(new ExchangeCommand());
        exchange.addSubcommand("key", new MakeKey(terminal));
        exchange.addSubcommand("keys", new ShowKeys(terminal));
        return exchange;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Makes a key pair in a folder. */
    @Command(name = "key", mixinStandardHelpOptions = true, sortOptions = false)
    static final class MakeKey implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "DIR", descriptionKey = "dir")
        private String folder;

        @Option(names = "--name", paramLabel = "NAME", required = true, descriptionKey = "name")
        private String name;

        MakeKey(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            if (!Installation.named(name)) {
                throw new BadUsage(
                        "名称应是一行文字，不超过 60 个字：" + name, "a name is one line of up to 60 characters, not: " + name);
            }
            Path place = terminal.path(folder);
            try {
                Installation made = SigningKey.make(place, name).installation();
                terminal.out()
                        .println(terminal.say("已生成密钥。公钥，交给对方：", "The key is made. Public key, for the other side: ")
                                + place.resolve(SigningKey.PUBLIC_FILE));
                terminal.out()
                        .println(terminal.say(
                                "私钥，不出本机，请备份：" + place.resolve(SigningKey.PRIVATE_FILE),
                                "Private key, never leaves this machine, keep a backup: "
                                        + place.resolve(SigningKey.PRIVATE_FILE)));
                terminal.out().println(line(made, terminal));
                return 0;
            } catch (KeyFault fault) {
                throw new BadUsage(fault.what().zh(), fault.what().en()).because(fault);
            }
        }
    }

    /** Shows the own key and the trusted ones. */
    @Command(name = "keys", mixinStandardHelpOptions = true, sortOptions = false)
    static final class ShowKeys implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "DIR", descriptionKey = "dir")
        private String folder;

        ShowKeys(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() throws IOException {
            Exchange exchange = opened(terminal.path(folder));
            terminal.out()
                    .println(terminal.say("本站：", "This installation: ")
                            + line(exchange.own().installation(), terminal));
            if (exchange.trusted().isEmpty()) {
                terminal.out()
                        .println(terminal.say(
                                "没有受信任的公钥；对方的 redline.pub 放进 " + Exchange.TRUSTED + " 文件夹，文件名自定。",
                                "No key is trusted; the redline.pub of the other side goes into the folder "
                                        + Exchange.TRUSTED + ", under any name."));
            }
            exchange.trusted()
                    .forEach(one -> terminal.out().println(terminal.say("信任：", "Trusted: ") + line(one, terminal)));
            return 0;
        }
    }

    /** @throws BadUsage where there is no key, or a file of a key is none */
    static Exchange opened(Path folder) throws IOException {
        try {
            return Exchange.open(folder);
        } catch (KeyFault fault) {
            throw new BadUsage(fault.what().zh(), fault.what().en()).because(fault);
        }
    }

    private static String line(Installation one, Terminal terminal) {
        return one.name() + terminal.say("，指纹 ", ", fingerprint ") + one.grouped();
    }
}
