package redline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.support.GenericApplicationContext;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.FewRounds;
import redline.casefile.Store;

/** A server as it is, but for passwords that are hashed fast. */
public final class TestOffice {
    private TestOffice() {}

    public static Server start(ServerOptions options) {
        return start(options, context -> {});
    }

    /** One that begins with these rules and no cases, on a Monday: 2026-12-07. */
    static Server withRules(Path folder, Path rules) throws IOException {
        Path cases = Files.createDirectories(folder.resolve("home/test-cases"));
        return start(ServerOptions.of(0, rules)
                .with(Databases.H2.in(folder.resolve("office")))
                .with("redline.cases", cases.toString())
                .at(new MovableClock("2026-12-07T01:30:00Z")));
    }

    /** @param instead puts further parts in the place of those that the application would make */
    static Server start(ServerOptions options, Consumer<GenericApplicationContext> instead) {
        return Server.start(options, context -> {
            context.registerBean(
                    Accounts.class, () -> FewRounds.in(context.getBean(Store.class), context.getBean(Clock.class)));
            instead.accept(context);
        });
    }
}
