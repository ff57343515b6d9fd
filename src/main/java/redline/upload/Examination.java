package redline.upload;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.Readiness;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.intake.bundle.Choices;
import redline.intake.file.FileContents;
import redline.intake.file.Upload;
import redline.remedy.Remedies;
import redline.remedy.Remedy;
import redline.rulepack.RuleBook;
import redline.scheme.Dates;
import redline.scheme.Scheme;

/**
 * From files to a result, each step within its limit: files → scheme → record → findings. One examination serves one submission;
 * another thread may {@link #cancel} it.
 */
public final class Examination {
    private final Asked asked;
    private final Limits limits;
    private final Supplier<RuleBook> rules;
    private final Consumer<Step> entered;
    private FutureTask<?> atWork;
    private boolean cancelled;

    /**
     * What is asked besides the files.
     *
     * @param dates each stands for its date of the scheme where it is not null
     * @param crs of files that do not say theirs nor had one chosen, {@code EPSG:4549}
     */
    public record Asked(Choices choices, Dates dates, String profile, String crs) {}

    /** How long reading all files may take, and measuring and judging each. */
    public record Limits(TimeLimit reading, TimeLimit judging) {
        /** @param atOnce how many are at work at the same time, who share these limits */
        public static Limits of(Duration reading, Duration judging, int atOnce) {
            return new Limits(new TimeLimit(reading, atOnce), new TimeLimit(TimeLimit.Work.JUDGING, judging, atOnce));
        }
    }

    /**
     * @param rules asked for once the scheme is read; may wait, and may throw {@code PackFault}
     * @param entered told of each step as it begins; what it throws ends the examination
     */
    public Examination(Asked asked, Limits limits, Supplier<RuleBook> rules, Consumer<Step> entered) {
        this.asked = asked;
        this.limits = limits;
        this.rules = rules;
        this.entered = entered;
    }

    /** One that reads and understands, and judges nothing. */
    public static Examination reading(Asked asked, Limits limits) {
        return new Examination(
                asked,
                limits,
                () -> {
                    throw new IllegalStateException("nothing is judged here");
                },
                step -> {});
    }

    /**
     * The whole of it; tells of each step from {@link Step#READ} to {@link Step#JUDGE}.
     *
     * @param letter conditions that take the place of those among the files, told from the scheme as it was read without them; null, or
     *     telling null, where there are none
     * @throws redline.rulepack.PackFault where the rules are at fault
     * @throws CancellationException where it was cancelled
     */
    public Outcome whole(List<Upload> files, Function<Intake, Source> letter) {
        String names = Material.names(files.stream().map(Upload::name).toList());
        List<FileContents> contents = List.of();
        try {
            entered.accept(Step.READ);
            Material read = read(files, null);
            if (read instanceof Material.SchemeFile) {
                contents = contents(files);
            }
            entered.accept(Step.DATA_CHECK);
            return examine(read, contents, letter);
        } catch (TimeLimit.Over over) {
            return new Outcome.Refused(List.of(TooMuch.complaint(names, over)), contents);
        }
    }

    /** Stops what is at work at once, and all that would come after it. */
    public synchronized void cancel() {
        cancelled = true;
        if (atWork != null) {
            atWork.cancel(true);
        }
    }

    /** What stands in each file, as {@code redline read} tells it. */
    public List<FileContents> contents(List<Upload> files) throws TimeLimit.Over {
        return within(limits.reading(), () -> Understanding.contents(files));
    }

    /** Reads files; afterwards they are not needed any longer. Never {@link Material.Arrived}. */
    public Material read(List<Upload> files, Source conditions) throws TimeLimit.Over {
        return within(limits.reading(), () -> Understanding.read(files, conditions));
    }

    /** What was understood of files under the choices. */
    public Understanding understand(Material.Known files) throws TimeLimit.Over {
        return within(limits.reading(), () -> Understanding.of(files, asked.choices(), asked.dates(), asked.crs()));
    }

    /** The same under a letter, as {@link #whole} takes it. */
    public Understanding understand(Material.Known files, Function<Intake, Source> letter) throws TimeLimit.Over {
        Understanding without = understand(files);
        Source conditions = letter == null ? null : letter.apply(without.intake());
        return conditions == null ? without : without.with(conditions, asked.dates());
    }

    /** From what was read to the result; tells of {@link Step#MEASURE} and {@link Step#JUDGE}. */
    public Outcome examine(Material read) throws TimeLimit.Over {
        return examine(read, List.of(), null);
    }

    private Outcome examine(Material read, List<FileContents> contents, Function<Intake, Source> letter)
            throws TimeLimit.Over {
        if (read instanceof Material.Known known) {
            return examine(understand(known, letter));
        }
        Material.SchemeFile file = (Material.SchemeFile) read;
        Intake without = SchemeReader.readWith(file.scheme(), file.conditions(), asked.dates());
        Source conditions = letter == null ? null : letter.apply(without);
        Intake intake = conditions == null ? without : SchemeReader.readWith(file.scheme(), conditions, asked.dates());
        return intake instanceof Intake.Accepted accepted
                ? judged(accepted.scheme(), accepted.remarks(), contents)
                : new Outcome.Refused(((Intake.Refused) intake).complaints(), contents);
    }

    /** The same from what was understood. */
    public Outcome examine(Understanding understood) throws TimeLimit.Over {
        List<FileContents> contents = understood.draft().contents();
        return understood.intake() instanceof Intake.Accepted accepted
                ? judged(accepted.scheme(), understood.remarks(), contents)
                : new Outcome.Refused(understood.complaints(), contents);
    }

    /** Tries the rules, to know which of them wait for what. */
    public Readiness readiness(Scheme scheme, RuleBook book) throws TimeLimit.Over {
        return within(
                limits.judging(), () -> Readiness.of(Check.judge(dated(scheme, book), book, asked.profile(), null)));
    }

    private Outcome judged(Scheme scheme, List<Complaint> remarks, List<FileContents> contents) throws TimeLimit.Over {
        entered.accept(Step.MEASURE);
        RuleBook book = rules.get();
        SchemeRecord dated = within(limits.judging(), () -> dated(scheme, book));
        entered.accept(Step.JUDGE);
        CheckResult result = within(limits.judging(), () -> judge(dated, book));
        return new Outcome.Judged(result, new Later<>(() -> remedies(scheme, result, book)), remarks, contents);
    }

    /** None where there is no time for them: the result stands without. */
    private List<Remedy> remedies(Scheme scheme, CheckResult result, RuleBook book) {
        try {
            return within(limits.judging(), () -> Remedies.of(scheme, result, book, this::dated));
        } catch (TimeLimit.Over over) {
            return List.of();
        }
    }

    private CheckResult judge(SchemeRecord record, RuleBook book) {
        return Check.judge(record, book, asked.profile(), null);
    }

    private SchemeRecord dated(Scheme scheme, RuleBook book) {
        return dated(Projection.of(scheme, book.settings(asked.profile())));
    }

    private SchemeRecord dated(SchemeRecord record) {
        return record.on(asked.dates().or(record.dates()));
    }

    private <T> T within(TimeLimit limit, Callable<T> work) throws TimeLimit.Over {
        FutureTask<T> task = new FutureTask<>(work);
        synchronized (this) {
            if (cancelled) {
                throw new CancellationException();
            }
            atWork = task;
        }
        return limit.give(task);
    }
}
