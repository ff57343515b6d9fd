package redline.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import redline.system.Server;
import redline.system.ServerOptions;

/** {@code redline serve}: the self-check pages, and those of the office where there is one, until the process is ended. The only command that starts Spring. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
    private int port;

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    @Option(names = "--cases", paramLabel = "DIR")
    private String cases;

    @Option(names = "--sign", paramLabel = "DIR")
    private String sign;

    @Mixin
    private OfficeOptions office;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (port < 0 || port > 65_535) {
            throw new BadUsage("端口应在 0 到 65535 之间：" + port, "a port lies between 0 and 65535, not: " + port);
        }
        ServerOptions options = ServerOptions.of(port, RulesPlace.folder(rules, terminal));
        Optional<Path> examples = CasesPlace.folderIfAny(cases, terminal);
        if (examples.isPresent()) {
            options = options.with(
                    "redline.cases", examples.get().toAbsolutePath().toString());
        }
        if (office.given()) {
            options = options.with(office.settings(terminal));
        }
        if (sign != null) {
            Path keys = terminal.path(sign).toAbsolutePath();
            ExchangeCommand.opened(keys);
            options = options.with("redline.exchange.folder", keys.toString());
        }
        try (Server server = Server.start(options)) {
            greet(server);
            server.untilStopped();
        } catch (Server.PortTaken taken) {
            throw new BadUsage(
                            "端口 " + port + " 已被占用，请用 --port 另选一个",
                            "port " + port + " is taken, choose another with --port")
                    .because(taken);
        } catch (Server.OfficeShut shut) {
            throw OfficeOptions.shut(shut.why());
        }
        return 0;
    }

    private void greet(Server server) {
        String here = "http://localhost:" + server.port();
        terminal.out().println(terminal.say("自查页面：", "Self-check page: ") + here + "/");
        if (office.given()) {
            terminal.out().println(terminal.say("审查办公：", "Review office: ") + here + "/office");
        }
        server.firstAdministrator()
                .ifPresent(first -> terminal.out()
                        .println(terminal.say(
                                "第一次启动，已建立管理员账号。账号：" + first.account().login() + "，一次性密码：" + first.password()
                                        + "。密码只在这里显示一次，登录后须改掉。",
                                "First start: an administrator was made. Login: "
                                        + first.account().login() + ", one-time password: " + first.password()
                                        + ". It is shown here once and has to be changed after logging in.")));
    }
}
