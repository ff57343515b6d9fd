package redline.system;

import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.support.GenericApplicationContext;
import redline.casefile.Accounts;
import redline.casefile.FewRounds;
import redline.casefile.Store;

/** A server as it is, but for passwords that are hashed fast. */
public final class TestOffice {
    private TestOffice() {}

    public static Server start(ServerOptions options) {
        return start(options, context -> {});
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
