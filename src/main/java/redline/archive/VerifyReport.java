package redline.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import redline.report.PdfReport;
import redline.seal.SealFault;
import redline.seal.TrustList;
import redline.worker.Limits;
import redline.worker.Outcome;
import redline.worker.Replies;
import redline.worker.Task;
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
    private static final String TRUST = "trust.pem";
    private static final String NOW = "now";
    private static final String TEMPLATES = "templates/report/";
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
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(request)) {
            zip.setLevel(0);
            put(zip, REPORT, pdf);
            put(zip, TRUST, trust.pem());
            put(zip, NOW, now.toString().getBytes(StandardCharsets.US_ASCII));
            for (Map.Entry<String, String> file : PdfReport.templates().entrySet()) {
                put(zip, TEMPLATES + file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return WorkerProcess.run(new Task(NAME, request.toByteArray()), LIMITS);
    }

    /** @throws tools.jackson.core.JacksonException for other bytes than those of the task */
    public static Verification answer(Outcome.Done done) {
        return JSON.readValue(done.result(), Verification.class);
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException, SealFault {
        Map<String, byte[]> asked = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(request.readAllBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(TEMPLATES)) {
                    // Where reports look for them first: in the folder that the worker stands in.
                    Path file = Path.of(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.write(file, zip.readAllBytes());
                } else {
                    asked.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        TrustList trust = TrustList.of(asked.get(TRUST));
        Instant now = Instant.parse(new String(asked.get(NOW), StandardCharsets.US_ASCII));
        replies.done(JSON.writeValueAsBytes(Rerun.of(asked.get(REPORT), trust, now)));
    }
}
