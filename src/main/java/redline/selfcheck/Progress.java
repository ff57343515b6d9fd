package redline.selfcheck;

import java.util.List;
import java.util.function.Supplier;
import redline.check.CheckResult;
import redline.intake.Complaint;
import redline.intake.file.FileContents;
import redline.remedy.Remedy;
import redline.rulepack.Fault;
import redline.upload.DataCheck;
import redline.upload.Step;

/** How far a check has come; only {@link Waiting} and {@link Working} change any more. */
sealed interface Progress {
    /** In the queue. */
    record Waiting() implements Progress {}

    /** @param forRules whether it waits for the rules being made ready */
    record Working(Step step, boolean forRules) implements Progress {}

    /**
     * @param remedies what cures the violations, tried when it is first asked for
     * @param remarks of the reader, that did not stand in the way
     */
    record Finished(CheckResult result, Supplier<List<Remedy>> remedies, List<Complaint> remarks) implements Progress {}

    /** What was understood of the files, for the applicant to look at before they are judged. */
    record Understood(DataCheck data) implements Progress {}

    /** What stands in the files, where that was all that was asked. */
    record Read(List<FileContents> contents) implements Progress {}

    record Refused(List<Complaint> complaints) implements Progress {}

    /** The rules are at fault; for the applicant there is nothing to do but come back. */
    record RulesAtFault(List<Fault> faults) implements Progress {}

    /** A bug of ours; the log knows it by the id of the check. */
    record Broken() implements Progress {}

    record Cancelled() implements Progress {}

    default boolean ended() {
        return !(this instanceof Waiting || this instanceof Working);
    }
}
