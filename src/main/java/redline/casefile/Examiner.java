package redline.casefile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.check.CheckResult;
import redline.check.SchemeRecordJson;
import redline.intake.Intake;
import redline.intake.Source;
import redline.intake.file.Upload;
import redline.quantity.Language;
import redline.remedy.Remedy;
import redline.report.PdfReport;
import redline.report.ResultJson;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.upload.Examination;
import redline.upload.Outcome;
import redline.upload.Step;

/** Judges rounds: from their files to a judging that is kept with all that it was made of, or to the complaints. */
final class Examiner {
    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);

    /** Who waits is told of every so many pages of the report. */
    private static final int PAGES_AT_ONCE = 5;

    private final Office office;
    private final Cases cases;
    private final Rounds rounds;
    private final RoundInput input;
    private final Results results;
    private final JobQueue jobs;
    private final ExaminerSettings settings;
    private final Set<Examination> atWork = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    /** The rules that judged last, as they were kept: zipping and writing them anew for every round would be for nothing. */
    private volatile KeptRules keptRules = new KeptRules("", null);

    private record KeptRules(String hash, Original original) {}

    Examiner(
            Office office,
            Cases cases,
            Rounds rounds,
            CaseFiles files,
            JobQueue jobs,
            Results results,
            ExaminerSettings settings) {
        this.office = office;
        this.cases = cases;
        this.rounds = rounds;
        this.input = new RoundInput(office.store(), files, settings);
        this.results = results;
        this.jobs = jobs;
        this.settings = settings;
    }

    /** Breaks off what can be broken off; its jobs are given back. */
    void stop() {
        stopping = true;
        atWork.forEach(Examination::cancel);
    }

    /** Does the job, whatever comes of it; what it comes to is written in one transaction together with the end of the job. */
    void examine(JobQueue.Job job) {
        Optional<Round> round = rounds.byId(job.about());
        if (round.isEmpty()) {
            office.store().together(() -> {
                jobs.end(job, false);
                return null;
            });
            return;
        }
        rounds.state(job.about(), Round.State.WORKING);
        try {
            if (job.attempts() > JobQueue.ATTEMPTS) {
                throw new IllegalStateException(
                        "the program died " + JobQueue.ATTEMPTS + " times while it was at this round");
            }
            judge(job, round.get());
        } catch (CancellationException stopped) {
            giveBack(job);
        } catch (PackFault fault) {
            LOG.error("the rules are at fault; round {} was not judged", job.about());
            broken(job);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError bug) {
            LOG.error("round {} was not judged", job.about(), bug);
            broken(job);
        }
    }

    private void judge(JobQueue.Job job, Round round) throws IOException {
        OfficeCase kase = cases.byId(round.caseId()).orElseThrow();
        List<OfficeSettings.Setting> settled = new OfficeSettings(office).inForce(kase.profile());
        RuleBook book = settings.rules().book().settled(kase.profile(), OfficeSettings.chosen(settled));
        Examination examination = new Examination(
                input.asked(kase, RoundChoices.of(round)),
                settings.limits(),
                () -> book,
                step -> jobs.step(job, step.name()));
        Outcome outcome = whole(examination, input.uploads(round), input.letter(kase));
        if (outcome instanceof Outcome.Judged judged) {
            jobs.step(job, Step.REPORT.name());
            List<Remedy> remedies = judged.remedies().get();
            Judgings.Parts parts = keep(job, judged.result(), remedies, book);
            office.store().together(() -> {
                Judging judging =
                        new Judgings(office).write(round, why(round), judged.result(), book.sha256(), settled, parts);
                Questions.ask(office, round, judged.result());
                jobs.end(job, true);
                log(kase, round, judging);
                // Before anybody can see that there is one.
                results.keep(judging, judged.result(), remedies);
                return null;
            });
        } else {
            Outcome.Refused refused = (Outcome.Refused) outcome;
            office.store().together(() -> {
                refuse(round, refused);
                jobs.end(job, true);
                office.store()
                        .audit()
                        .append(
                                "system",
                                "round-refused",
                                kase.number(),
                                Map.of(
                                        "round",
                                        round.number(),
                                        "complaints",
                                        refused.complaints().size()));
                return null;
            });
        }
    }

    private Outcome whole(Examination examination, List<Upload> files, Function<Intake, Source> letter) {
        atWork.add(examination);
        try {
            if (stopping) {
                examination.cancel();
            }
            return examination.whole(files, letter);
        } finally {
            atWork.remove(examination);
        }
    }

    private static String why(Round round) {
        return round.judging() == null ? "submitted" : "again";
    }

    private void log(OfficeCase kase, Round round, Judging judging) {
        office.store()
                .audit()
                .append(
                        "system",
                        "round-judged",
                        kase.number(),
                        Map.of(
                                "round", round.number(),
                                "judging", judging.number(),
                                "verdict", judging.verdict(),
                                "record", judging.recordSha(),
                                "result", judging.resultSha(),
                                "report", judging.reportSha(),
                                "rules", judging.rulesHash(),
                                "program", judging.program()));
    }

    private void refuse(Round round, Outcome.Refused refused) {
        office.store()
                .database()
                .sql("update case_round set state = 'REFUSED', complaints = :complaints where id = :id")
                .param("complaints", Rounds.json(refused.complaints()))
                .param("id", round.id())
                .update();
    }

    private void giveBack(JobQueue.Job job) {
        office.store().together(() -> {
            rounds.state(job.about(), Round.State.WAITING);
            jobs.giveBack(job);
            return null;
        });
    }

    private void broken(JobQueue.Job job) {
        office.store().together(() -> {
            rounds.state(job.about(), Round.State.BROKEN);
            jobs.end(job, false);
            return null;
        });
    }

    private Judgings.Parts keep(JobQueue.Job job, CheckResult result, List<Remedy> remedies, RuleBook book)
            throws IOException {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        PdfReport.write(
                result,
                remedies,
                book,
                Language.ZH,
                settings.address(),
                (page, of) -> {
                    if (page % PAGES_AT_ONCE == 0) {
                        jobs.step(job, Step.REPORT.name(), page, of);
                    }
                },
                report);
        Original record = keep(SchemeRecordJson.write(result.record()));
        try {
            office.store().records().keep(record.sha256(), result.record());
        } catch (IOException unkept) {
            LOG.warn("the record of a round was not kept in its short form; it is made again when asked for", unkept);
        }
        return new Judgings.Parts(
                record, keep(ResultJson.write(result, Language.ZH)), keep(report.toByteArray()), kept(book));
    }

    private Original kept(RuleBook book) throws IOException {
        KeptRules last = keptRules;
        if (!last.hash().equals(book.sha256())) {
            last = new KeptRules(book.sha256(), keep(book.archive()));
            keptRules = last;
        }
        return last.original();
    }

    private Original keep(byte[] bytes) throws IOException {
        return office.store().originals().keep(new ByteArrayInputStream(bytes));
    }
}
