package redline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import redline.intake.SchemeSchema;

/** {@code redline schema}: the JSON Schema of the scheme file, for editors and other programs. */
@Command(name = "schema", mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private final Terminal terminal;

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().print(SchemeSchema.json());
        return 0;
    }
}
