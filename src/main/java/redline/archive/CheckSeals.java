package redline.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import redline.report.PdfBytes;
import redline.seal.SealFault;
import redline.seal.SignatureFound;
import redline.seal.Signatures;
import redline.seal.TrustList;
import redline.worker.Limits;
import redline.worker.Outcome;
import redline.worker.Replies;
import redline.worker.WorkerProcess;
import redline.worker.WorkerTask;
import tools.jackson.databind.json.JsonMapper;

/**
 * The task {@value #NAME}: a file from anybody held against a report that is kept, and its signatures told of, in a process of its own. Where the
 * report is at hand that says more than judging it again, and takes a second.
 */
public final class CheckSeals implements WorkerTask {
    public static final String NAME = "check-seals";

    private static final Limits LIMITS = new Limits(1536, 256, Duration.ofMinutes(1));
    private static final String FILE = "file.pdf";
    private static final String REPORT = "report.pdf";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What was found.
     *
     * @param compared how the file stands to the report
     * @param signatures on the file, first to last
     */
    public record Checked(PdfBytes.Compared compared, List<SignatureFound> signatures) {
        /** The report, to the byte, and after it signatures that can all be read and that nobody did anything to. */
        public boolean sealed() {
            return compared.state() == PdfBytes.State.SIGNED
                    && !signatures.isEmpty()
                    && signatures.stream().allMatch(CheckSeals::stands);
        }
    }

    private static boolean stands(SignatureFound one) {
        return one.state() == SignatureFound.State.SOUND && !one.broken();
    }

    /**
     * @param file no larger than {@link VerifyReport#LARGEST}
     * @param report as it is kept
     * @param now when certificates are to be in force
     * @return {@link Outcome.Done} with what {@link #answer} reads, or why there is none
     */
    public static Outcome run(byte[] file, byte[] report, TrustList trust, Instant now) {
        if (file.length > VerifyReport.LARGEST) {
            throw new IllegalArgumentException("too large");
        }
        Asked asked = new Asked(Map.of(FILE, file, REPORT, report), trust, now);
        return WorkerProcess.run(asked.of(NAME), LIMITS);
    }

    /** @throws tools.jackson.core.JacksonException for other bytes than those of the task */
    public static Checked answer(Outcome.Done done) {
        return JSON.readValue(done.result(), Checked.class);
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException, SealFault {
        Asked asked = Asked.received(request);
        Checked checked = check(asked.files().get(FILE), asked.files().get(REPORT), asked.trust(), asked.now());
        replies.done(JSON.writeValueAsBytes(checked));
    }

    static Checked check(byte[] file, byte[] report, TrustList trust, Instant now) {
        return new Checked(PdfBytes.compare(file, report), Signatures.of(file, trust, now));
    }
}
