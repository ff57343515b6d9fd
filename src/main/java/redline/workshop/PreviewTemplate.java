package redline.workshop;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import redline.check.Check;
import redline.check.CheckResult;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Language;
import redline.report.Chapter;
import redline.report.ReportPreview;
import redline.report.ReportTemplates;
import redline.report.TemplateFault;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;
import redline.worker.Limits;
import redline.worker.Replies;
import redline.worker.Task;
import redline.worker.WorkerTask;
import tools.jackson.databind.json.JsonMapper;

/**
 * The task {@value #NAME}: an example judged, and pages of its report written with templates that nobody has looked at, in a process of its own. The
 * request is a zip of the rules in force, the example and the office's own templates.
 */
public final class PreviewTemplate implements WorkerTask {
    public static final String NAME = "preview-template";

    /** Some seconds are enough for a report; templates that take more are not fit to file one. */
    static final Limits LIMITS = new Limits(768, 256, Duration.ofMinutes(1));

    private static final String RULES = "rules.zip";
    private static final String SCHEME = "scheme.yaml";
    private static final String SHOWING = "showing.json";
    private static final String TEMPLATES = "templates/report/";
    private static final JsonMapper JSON = new JsonMapper();

    private record Showing(String profile, Language language, Chapter chapter) {}

    /** {@code pages} is null where there are faults. */
    private record Answer(List<Fault> faults, ReportPreview.Pages pages) {}

    static Task task(RuleBook book, String profile, TemplatePreviews.Asked asked) {
        Map<String, String> templates = new TreeMap<>(ReportTemplates.own());
        templates.put(asked.file(), asked.text());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            put(zip, RULES, book.archive());
            put(zip, SCHEME, asked.scheme().bytes());
            put(zip, SHOWING, JSON.writeValueAsBytes(new Showing(profile, asked.language(), asked.chapter())));
            for (Map.Entry<String, String> template : templates.entrySet()) {
                put(zip, TEMPLATES + template.getKey(), template.getValue().getBytes(StandardCharsets.UTF_8));
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

    static Preview answer(byte[] result) {
        Answer answer = JSON.readValue(result, Answer.class);
        return answer.pages() == null ? new Preview.Faulty(answer.faults()) : new Preview.Shown(answer.pages());
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException {
        RuleBook book = null;
        byte[] scheme = null;
        Showing showing = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(request.readAllBytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                switch (entry.getName()) {
                    case RULES -> book = RuleBook.ofArchive(bytes);
                    case SCHEME -> scheme = bytes;
                    case SHOWING -> showing = JSON.readValue(bytes, Showing.class);
                    default -> template(entry.getName(), bytes);
                }
            }
        }
        CheckResult result = judged(book, scheme, showing.profile());
        replies.done(JSON.writeValueAsBytes(written(result, book, showing)));
    }

    /** Puts it where reports look for it first: in the folder that the worker stands in. */
    private static void template(String name, byte[] bytes) throws IOException {
        if (ReportTemplates.files().stream().noneMatch(file -> name.equals(TEMPLATES + file))) {
            throw new IllegalArgumentException(name);
        }
        Path template = Path.of(name);
        Files.createDirectories(template.getParent());
        Files.write(template, bytes);
    }

    private static CheckResult judged(RuleBook book, byte[] scheme, String profile) {
        Intake read = SchemeReader.read(new Source(SCHEME, scheme), null);
        return Check.run(((Intake.Accepted) read).scheme(), book, profile, null);
    }

    private static Answer written(CheckResult result, RuleBook book, Showing showing) throws IOException {
        try {
            return new Answer(List.of(), ReportPreview.of(result, book, showing.language(), showing.chapter()));
        } catch (TemplateFault fault) {
            return new Answer(fault.faults(), null);
        }
    }
}
