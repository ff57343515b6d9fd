package redline.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import redline.report.ReportTemplates;
import redline.seal.SealFault;
import redline.seal.TrustList;
import redline.worker.Limits;
import redline.worker.Outcome;
import redline.worker.Replies;
import redline.worker.WorkerProcess;
import redline.worker.WorkerTask;
import tools.jackson.databind.json.JsonMapper;

/**
 * The task {@value #NAME}: a report verified in a process of its own, because its rules, and every byte of it, may come from anybody. The request
 * is a zip of the report and of the wordings and layouts in use here.
 */
public final class VerifyReport implements WorkerTask {
    public static final String NAME = "verify-report";

    /** Of a report that is taken, bytes. */
    public static final int LARGEST = 100 << 20;

    private static final Limits LIMITS = new Limits(1536, 384, Duration.ofMinutes(10));
    private static final String REPORT = "report.pdf";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Verifies a report.
     *
     * @param trust whose signatures are trusted
     * @param now when certificates are to be in force
     * @return {@link Outcome.Done} with what {@link #answer} reads, or why there is none
     * @throws IllegalArgumentException where it is larger than {@link #LARGEST}
     */
    public static Outcome run(byte[] pdf, TrustList trust, Instant now) {
        if (pdf.length > LARGEST) {
            throw new IllegalArgumentException("too large");
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(REPORT, pdf);
        ReportTemplates.all()
                .forEach((name, text) ->
                        files.put(ReportTemplates.FOLDER + name, text.getBytes(StandardCharsets.UTF_8)));
        return WorkerProcess.run(new Asked(files, trust, now).of(NAME), LIMITS);
    }

    /** @throws tools.jackson.core.JacksonException for other bytes than those of the task */
    public static Verification answer(Outcome.Done done) {
        return JSON.readValue(done.result(), Verification.class);
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException, SealFault {
        Asked asked = Asked.received(request);
        for (Map.Entry<String, byte[]> file : asked.files().entrySet()) {
            if (file.getKey().startsWith(ReportTemplates.FOLDER)) {
                ReportTemplates.put(file.getKey(), file.getValue());
            }
        }
        replies.done(JSON.writeValueAsBytes(Rerun.of(asked.files().get(REPORT), asked.trust(), asked.now())));
    }
}
