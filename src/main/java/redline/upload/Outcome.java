package redline.upload;

import java.util.List;
import java.util.function.Supplier;
import redline.check.CheckResult;
import redline.intake.Complaint;
import redline.intake.file.FileContents;
import redline.remedy.Remedy;

/** What an examination comes to. Rules at fault and bugs are exceptions: there is no verdict then, and nobody's files are to blame. */
public sealed interface Outcome {
    /** What stands in the files that were read; empty where the scheme came as one scheme file that was not an upload. */
    List<FileContents> contents();

    /**
     * @param remedies what cures the violations, tried when it is first asked for
     * @param remarks of the readers, that did not stand in the way
     */
    record Judged(
            CheckResult result, Supplier<List<Remedy>> remedies, List<Complaint> remarks, List<FileContents> contents)
            implements Outcome {}

    /** @param complaints all that stands in the way */
    record Refused(List<Complaint> complaints, List<FileContents> contents) implements Outcome {}
}
