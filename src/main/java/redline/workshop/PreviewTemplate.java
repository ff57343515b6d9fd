package redline.workshop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.RulingJson;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import redline.quantity.Language;
import redline.report.Chapter;
import redline.report.ReportPreview;
import redline.report.ReportTemplates;
import redline.report.TemplateFault;
import redline.requirement.Ruling;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;
import redline.worker.Limits;
import redline.worker.Replies;
import redline.worker.Task;
import redline.worker.WorkerTask;
import tools.jackson.databind.json.JsonMapper;

/**
 * The task {@value #NAME}: pages of an example's report written with templates that nobody has looked at, in a process of its own. The request holds
 * the rules in force, the example as they judged it, and the office's own templates.
 */
public final class PreviewTemplate implements WorkerTask {
    public static final String NAME = "preview-template";

    /** Some seconds are enough for a report; templates that take more are not fit to file one. */
    static final Limits LIMITS = new Limits(768, 256, Duration.ofMinutes(1));

    private static final String RULES = "rules.zip";
    private static final String RECORD = "record.json";
    private static final String RULING = "ruling.json";
    private static final String SHOWING = "showing.json";
    private static final JsonMapper JSON = new JsonMapper();

    private record Showing(Language language, Chapter chapter) {}

    /** {@code pages} is null where there are faults. */
    private record Answer(List<Fault> faults, ReportPreview.Pages pages) {}

    /** @param example judged by the book */
    static Task task(RuleBook book, CheckResult example, TemplatePreviews.Asked asked) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(RULES, book.archive());
        files.put(RECORD, SchemeRecordJson.write(example.record()));
        files.put(RULING, RulingJson.write(example.ruling()));
        files.put(SHOWING, JSON.writeValueAsBytes(new Showing(asked.language(), asked.chapter())));
        Map<String, String> templates = new TreeMap<>(ReportTemplates.own());
        templates.put(asked.file(), asked.text());
        templates.forEach(
                (name, text) -> files.put(ReportTemplates.FOLDER + name, text.getBytes(StandardCharsets.UTF_8)));
        return Task.ofFiles(NAME, files);
    }

    static Preview answer(byte[] result) {
        Answer answer = JSON.readValue(result, Answer.class);
        return answer.pages() == null ? new Preview.Faulty(answer.faults()) : new Preview.Shown(answer.pages());
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException {
        Map<String, byte[]> files = Task.files(request);
        RuleBook book = RuleBook.ofArchive(files.remove(RULES));
        SchemeRecord record = SchemeRecordJson.read(files.remove(RECORD));
        Ruling ruling = RulingJson.read(files.remove(RULING));
        Showing showing = JSON.readValue(files.remove(SHOWING), Showing.class);
        for (Map.Entry<String, byte[]> template : files.entrySet()) {
            ReportTemplates.put(template.getKey(), template.getValue());
        }
        replies.done(JSON.writeValueAsBytes(written(Check.conclude(record, ruling), book, showing)));
    }

    private static Answer written(CheckResult result, RuleBook book, Showing showing) throws IOException {
        try {
            return new Answer(List.of(), ReportPreview.of(result, book, showing.language(), showing.chapter()));
        } catch (TemplateFault fault) {
            return new Answer(fault.faults(), null);
        }
    }
}
