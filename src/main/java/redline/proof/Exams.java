package redline.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import redline.check.Check;
import redline.check.CheckResult;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;
import redline.rulepack.Yaml;
import redline.scheme.Scheme;
import tools.jackson.core.JacksonException;

/** Published exam schemes and worked examples, run as whole schemes. */
public final class Exams {
    private static final String OUT_OF_SCOPE = "out-of-scope.yaml";

    private Exams() {}

    /** Published examples that are not run, and why. */
    public record OutOfScope(Text what, Text why, List<String> ids) {}

    /** Whether a folder is an exam. */
    public static boolean isExam(Path folder) {
        return Files.isRegularFile(folder.resolve(ExamReader.FILE));
    }

    /** The exams in a folder, by name: itself, those right below it, or those below its {@code exams}. */
    public static List<Path> in(Path folder) {
        if (isExam(folder)) {
            return List.of(folder);
        }
        Path exams = root(folder);
        try (Stream<Path> below = Files.isDirectory(exams) ? Files.list(exams) : Stream.empty()) {
            return below.filter(Exams::isExam).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path root(Path folder) {
        Path exams = folder.resolve("exams");
        return Files.isDirectory(exams) ? exams : folder;
    }

    /** What is wrong with any goes to {@code faults}. */
    public static List<Exam> read(List<Path> folders, List<Fault> faults) {
        List<Exam> exams = new ArrayList<>();
        for (Path folder : folders) {
            Exam exam = ExamReader.read(folder, faults);
            if (exam != null) {
                exams.add(exam);
            }
        }
        return List.copyOf(exams);
    }

    /** What {@code out-of-scope.yaml} beside the exams says; none where there is no such file. */
    public static List<OutOfScope> outOfScope(Path folder, List<Fault> faults) {
        Path file = root(folder).resolve(OUT_OF_SCOPE);
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try {
            Yaml top = Yaml.open(file.toString(), Files.readString(file), faults);
            List<OutOfScope> all = new ArrayList<>();
            for (Yaml item : top == null ? List.<Yaml>of() : top.items()) {
                item.mapping("what", "why", "ids");
                all.add(new OutOfScope(
                        ExamReader.words(item.get("what")),
                        ExamReader.words(item.get("why")),
                        item.items("ids").stream()
                                .map(id -> String.valueOf(id.text()))
                                .toList()));
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Judges every scheme of the exam and holds the published answer against the findings. */
    public static ExamResult run(Exam exam, RuleBook book) {
        if (!book.profiles().contains(exam.profile())) {
            return refused(exam, List.of(new Text("没有规则方案 " + exam.profile(), "no profile " + exam.profile())));
        }
        Map<String, Source> schemes;
        try {
            schemes = schemes(exam);
        } catch (IOException | IllegalArgumentException | JacksonException unreadable) {
            return refused(exam, List.of(Text.same(String.valueOf(unreadable.getMessage()))));
        }
        Map<String, CheckResult> results = new LinkedHashMap<>();
        for (Map.Entry<String, Source> scheme : schemes.entrySet()) {
            Intake intake = SchemeReader.read(scheme.getValue(), null, exam.asOf());
            if (intake instanceof Intake.Refused refused) {
                return refused(
                        exam, refused.complaints().stream().map(Exams::said).toList());
            }
            Scheme read = ((Intake.Accepted) intake).scheme();
            results.put(scheme.getKey(), Check.run(read, book, exam.profile(), exam.asOf()));
        }
        return ExamMarking.mark(exam, results);
    }

    private static ExamResult refused(Exam exam, List<Text> why) {
        return new ExamResult(exam, List.of(), List.of(), why);
    }

    /** The scheme files by variant: as it is, or with the changes of each variant. */
    private static Map<String, Source> schemes(Exam exam) throws IOException {
        Source whole = Source.of(exam.scheme());
        if (exam.variants().isEmpty()) {
            return Map.of("", whole);
        }
        Map<String, Source> schemes = new LinkedHashMap<>();
        exam.variants().forEach((name, changes) -> {
            SchemeTree tree = SchemeTree.read(whole.bytes());
            changes.forEach(tree::apply);
            schemes.put(name, tree.source(exam.id() + " " + name));
        });
        return schemes;
    }

    private static Text said(Complaint complaint) {
        String where = complaint.file() + (complaint.line() > 0 ? ":" + complaint.line() : "") + " "
                + complaint.element() + " ";
        return new Text(
                where + complaint.what().zh() + " → " + complaint.remedy().zh(),
                where + complaint.what().en() + " → " + complaint.remedy().en());
    }
}
