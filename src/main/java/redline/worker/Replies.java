package redline.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import redline.quantity.Text;

/** How a task speaks to the parent. */
public final class Replies {
    /** Between the two languages of a refusal. */
    static final String BETWEEN = "\n\u0000\n";

    private final DataOutputStream out;
    private boolean answered;

    Replies(DataOutputStream out) {
        this.out = out;
    }

    /** How far the task is, in its own words; as often as is useful for a person. */
    public void progress(String said) {
        send(Frame.of(Frame.Kind.PROGRESS, said));
    }

    /** The answer. */
    public void done(byte[] result) {
        answer(new Frame(Frame.Kind.DONE, result));
    }

    /** The request is none that the task takes. */
    public void refused(Text why) {
        answer(Frame.of(Frame.Kind.REFUSED, why.zh() + BETWEEN + why.en()));
    }

    void failed(Throwable failure) {
        if (!answered) {
            answer(Frame.of(Frame.Kind.FAILED, failure.getClass().getSimpleName()));
        }
    }

    boolean answered() {
        return answered;
    }

    private void answer(Frame frame) {
        if (answered) {
            throw new IllegalStateException("answered already");
        }
        send(frame);
        answered = true;
    }

    private synchronized void send(Frame frame) {
        try {
            frame.write(out);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
