package redline.workshop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import redline.casefile.DraftFile;
import redline.proof.CaseFolder;
import redline.rulepack.RuleBook;
import redline.worker.Limits;
import redline.worker.Replies;
import redline.worker.Task;
import redline.worker.WorkerTask;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The task {@value #NAME}: {@link DraftExamination} in a process of its own, so that text which nobody has approved is compiled and run away
 * from the office. The request is a zip of the rules in force, the cases and the files of the draft.
 */
public final class ExamineDraft implements WorkerTask {
    public static final String NAME = "examine-draft";

    /** All cases of the rules touched, and mutants of what was changed, on one processor. */
    static final Limits LIMITS = new Limits(1024, 384, Duration.ofMinutes(15));

    private static final String RULES = "rules.zip";
    private static final String DRAFT = "draft.json";
    private static final String CASES = "cases/";
    private static final JsonMapper JSON = new JsonMapper();

    static Task task(Published published, List<DraftFile> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            put(zip, RULES, published.book().archive());
            put(zip, DRAFT, JSON.writeValueAsBytes(files));
            for (Map.Entry<String, byte[]> file : published.cases().files().entrySet()) {
                put(zip, CASES + file.getKey(), file.getValue());
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new Task(NAME, bytes.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    static DraftReport answer(byte[] result) {
        return DraftReport.of(new String(result, StandardCharsets.UTF_8));
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException {
        RuleBook inForce = null;
        List<DraftFile> files = List.of();
        TreeMap<String, byte[]> cases = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(request.readAllBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                switch (entry.getName()) {
                    case RULES -> inForce = RuleBook.ofArchive(bytes);
                    case DRAFT -> files = JSON.readValue(bytes, new TypeReference<List<DraftFile>>() {});
                    default -> cases.put(entry.getName().substring(CASES.length()), bytes);
                }
            }
        }
        DraftReport report = DraftExamination.of(new Published(inForce, new CaseFolder(cases)), files);
        replies.done(report.json().getBytes(StandardCharsets.UTF_8));
    }
}
