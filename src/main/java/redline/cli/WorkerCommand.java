package redline.cli;

import java.util.Map;
import picocli.CommandLine.Command;
import redline.archive.CheckSeals;
import redline.archive.VerifyReport;
import redline.worker.ReadRules;
import redline.worker.WorkerEntry;
import redline.worker.WorkerTask;
import redline.workshop.ExamineDraft;
import redline.workshop.PreviewTemplate;

/** The other side of {@link redline.worker.WorkerProcess}, for no person: does one task and ends the process. */
@Command(name = "worker", hidden = true)
final class WorkerCommand implements Runnable {
    private static final Map<String, WorkerTask> TASKS = Map.of(
            ReadRules.NAME,
            new ReadRules(),
            ExamineDraft.NAME,
            new ExamineDraft(),
            VerifyReport.NAME,
            new VerifyReport(),
            CheckSeals.NAME,
            new CheckSeals(),
            PreviewTemplate.NAME,
            new PreviewTemplate());

    @Override
    public void run() {
        WorkerEntry.serve(TASKS);
    }
}
