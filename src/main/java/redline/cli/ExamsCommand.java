package redline.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.proof.Exam;
import redline.proof.ExamJson;
import redline.proof.ExamResult;
import redline.proof.ExamScore;
import redline.proof.ExamText;
import redline.proof.Exams;
import redline.rulepack.Fault;
import redline.rulepack.RuleBook;

/**
 * {@code redline exams}: published exam schemes and worked examples, judged whole and held against their published answers. Exit
 * code 0 where nothing is missed and nothing is a false alarm, 1 otherwise, 2 where an exam or its scheme cannot be read.
 */
@Command(name = "exams", mixinStandardHelpOptions = true, sortOptions = false)
final class ExamsCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", arity = "0..*", descriptionKey = "name")
    private List<String> names = new ArrayList<>();

    @Option(names = "--cases", paramLabel = "DIR")
    private String cases;

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    @Option(names = "--json", paramLabel = "FILE|-")
    private String json;

    @Option(names = "--write-readme")
    private boolean writeReadme;

    ExamsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (writeReadme && (cases != null || !names.isEmpty())) {
            throw new BadUsage(
                    "--write-readme 写全部案例的成绩，不能与案例名或 --cases 同用",
                    "--write-readme writes the score of all exams; it goes with no name and no --cases");
        }
        boolean toStandard = STANDARD_OUTPUT.equals(json);
        Path target = json == null || toStandard ? null : OutputFiles.writable(terminal.path(json));
        List<Fault> faults = new ArrayList<>();
        List<Exam> exams = Exams.read(folders(), faults);
        List<Exams.OutOfScope> outOfScope = names.isEmpty() ? Exams.outOfScope(casesFolder(), faults) : List.of();
        if (!faults.isEmpty()) {
            return Failures.examFaults(faults, terminal);
        }
        RuleBook book = RulesPlace.open(rules, terminal).book();
        List<ExamResult> results =
                exams.stream().map(exam -> Exams.run(exam, book)).toList();
        byte[] jsonBytes = json == null ? null : ExamJson.of(results, outOfScope);
        OutputFiles files = new OutputFiles();
        if (target != null) {
            files.add(target, jsonBytes);
        }
        if (writeReadme) {
            files.add(readme(), score(results));
        }
        files.write();
        if (toStandard) {
            terminal.out().writeBytes(jsonBytes);
        } else {
            terminal.out().print(ExamText.of(results, outOfScope, terminal.language()));
            files.names().forEach(file -> terminal.out().println(terminal.say("已写出 ", "Written: ") + file));
        }
        return exit(results);
    }

    private static int exit(List<ExamResult> results) {
        if (results.stream().anyMatch(result -> !result.refused().isEmpty())) {
            return Exit.BAD_INPUT;
        }
        return results.stream().allMatch(ExamResult::asPublished) ? Exit.COMPLIES : Exit.VIOLATIONS;
    }

    private List<Path> folders() {
        if (names.isEmpty()) {
            List<Path> all = Exams.in(casesFolder());
            if (all.isEmpty()) {
                throw new BadUsage(
                        "这里没有案例（每个案例是一个放有 exam.yaml 的文件夹）：" + casesFolder(),
                        "no exam is here (an exam is a folder that holds exam.yaml): " + casesFolder());
            }
            return all;
        }
        return names.stream().distinct().flatMap(name -> named(name).stream()).toList();
    }

    /** An exam of the folder of cases by its name, or a path to an exam or to a folder of exams. */
    private List<Path> named(String name) {
        for (Path exam : Exams.in(casesFolder())) {
            Path folder = exam.toAbsolutePath().normalize().getFileName();
            if (folder != null && folder.toString().equals(name)) {
                return List.of(exam);
            }
        }
        List<Path> elsewhere = Exams.in(terminal.path(name));
        if (elsewhere.isEmpty()) {
            throw new BadUsage(
                    "没有案例 " + name + "，也不是放有 exam.yaml 的文件夹",
                    "there is no exam " + name + ", nor a folder with exam.yaml");
        }
        return elsewhere;
    }

    private Path casesFolder() {
        Path folder = cases != null ? terminal.path(cases) : home().resolve("test-cases");
        if (cases != null && !Files.isDirectory(folder)) {
            throw new BadUsage("没有这个案例文件夹：" + folder, "there is no such folder of exams: " + folder);
        }
        return folder;
    }

    private static Path home() {
        return Path.of(System.getProperty("redline.home", ""));
    }

    private static Path readme() {
        return home().resolve("README.md");
    }

    private static byte[] score(List<ExamResult> results) {
        try {
            return ExamScore.into(Files.readString(readme()), results).getBytes(StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (IllegalArgumentException unmarked) {
            throw new BadUsage(
                            "README.md 里没有 <!-- score --> 与 <!-- /score -->",
                            "README.md has no <!-- score --> and <!-- /score -->")
                    .because(unmarked);
        }
    }
}
