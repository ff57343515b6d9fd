package redline.upload;

import java.util.function.Supplier;

/** Worked out when it is first asked for, and only then; what it takes is let go afterwards. */
public final class Later<T> implements Supplier<T> {
    private Supplier<T> work;
    private T value;

    public Later(Supplier<T> work) {
        this.work = work;
    }

    @Override
    public synchronized T get() {
        if (work != null) {
            value = work.get();
            work = null;
        }
        return value;
    }
}
