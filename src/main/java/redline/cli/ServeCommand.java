package redline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import redline.system.Server;

/** {@code redline serve}: the self-check pages until the process is ended. The only command that starts Spring. */
@Command(name = "serve", mixinStandardHelpOptions = true, sortOptions = false)
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080")
    private int port;

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            throw new BadUsage("端口应在 0 到 65535 之间：" + port, "a port lies between 0 and 65535, not: " + port);
        }
        try (Server server = Server.start(port, RulesPlace.folder(rules, terminal))) {
            terminal.out()
                    .println(terminal.say("自查页面：", "Self-check page: ") + "http://localhost:" + server.port() + "/");
            server.untilStopped();
        } catch (Server.PortTaken taken) {
            throw new BadUsage(
                            "端口 " + port + " 已被占用，请用 --port 另选一个",
                            "port " + port + " is taken, choose another with --port")
                    .because(taken);
        }
        return 0;
    }
}
