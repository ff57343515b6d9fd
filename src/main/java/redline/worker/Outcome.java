package redline.worker;

import java.time.Duration;
import redline.quantity.Text;

/** What became of a task. */
public sealed interface Outcome {
    /** The answer of the task. */
    record Done(byte[] result) implements Outcome {}

    /** The task did not take the request. */
    record Refused(Text why) implements Outcome {}

    /** The process ended, or said what no worker says, before there was an answer. */
    record Died(Text why) implements Outcome {}

    /** There was no answer in time; the process was ended. */
    record TimedOut(Duration limit) implements Outcome {}

    /** The caller wanted no answer any more; the process was ended. */
    record Cancelled() implements Outcome {}
}
