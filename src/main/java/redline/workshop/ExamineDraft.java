package redline.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * from the office. The request holds the rules in force, the cases and the files of the draft.
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
        Map<String, byte[]> asked = new LinkedHashMap<>();
        asked.put(RULES, published.book().archive());
        asked.put(DRAFT, JSON.writeValueAsBytes(files));
        published.cases().files().forEach((name, bytes) -> asked.put(CASES + name, bytes));
        return Task.ofFiles(NAME, asked);
    }

    static DraftReport answer(byte[] result) {
        return DraftReport.of(new String(result, StandardCharsets.UTF_8));
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException {
        Map<String, byte[]> asked = Task.files(request);
        RuleBook inForce = RuleBook.ofArchive(asked.remove(RULES));
        List<DraftFile> files = JSON.readValue(asked.remove(DRAFT), new TypeReference<List<DraftFile>>() {});
        TreeMap<String, byte[]> cases = new TreeMap<>();
        asked.forEach((name, bytes) -> cases.put(name.substring(CASES.length()), bytes));
        DraftReport report = DraftExamination.of(new Published(inForce, new CaseFolder(cases)), files);
        replies.done(report.json().getBytes(StandardCharsets.UTF_8));
    }
}
