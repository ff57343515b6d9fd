package redline.requirement;

import java.util.List;
import redline.measure.Missing;

/** Whether something holds on what is known, or may hold, and on what that hangs. */
public sealed interface Certainty {
    /** Holds whatever the unknown turns out to be. */
    record Certain() implements Certainty {}

    /** May hold; {@code missing} would settle it. */
    record Possible(List<Missing> missing) implements Certainty {
        public Possible {
            missing = List.copyOf(missing);
        }
    }

    Certainty CERTAIN = new Certain();
}
