package redline.system;

import java.time.Clock;
import redline.casefile.Accounts;
import redline.casefile.FewRounds;
import redline.casefile.Store;

/** A server as it is, but for passwords that are hashed fast. */
public final class TestOffice {
    private TestOffice() {}

    public static Server start(ServerOptions options) {
        return Server.start(
                options,
                context -> context.registerBean(
                        Accounts.class,
                        () -> FewRounds.in(context.getBean(Store.class), context.getBean(Clock.class))));
    }
}
