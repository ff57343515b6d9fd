package redline.casefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import redline.intake.Hash;
import redline.quantity.Language;
import redline.remedy.Remedy;
import redline.remedy.RemedyJson;
import redline.report.Part;
import redline.report.ReportFile;
import redline.report.ResultJson;
import redline.rulepack.RuleBook;
import redline.upload.Later;
import redline.upload.RuleShelf;

/**
 * Results of judgings as pages show them: judged again from the record by the very rules that judged it, which gives the same
 * (design §4); a few are kept at hand, those just judged among them. Whether it is the same to the byte is told with it.
 */
public final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);
    private static final int RESULTS_KEPT = 12;
    private static final int RULES_KEPT = 2;

    private final Office office;
    private final RuleShelf rules;
    /** Has a lock of its own: what was judged is put in while another is judged again. */
    private final Map<String, Result> results = Collections.synchronizedMap(kept(RESULTS_KEPT));

    private final Map<String, RuleBook> books = kept(RULES_KEPT);

    public Results(Office office, RuleShelf rules) {
        this.office = office;
        this.rules = rules;
    }

    private static <T> Map<String, T> kept(int most) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * @param same whether it is, byte for byte, what was kept; another version of the program may say otherwise
     * @param remedies of its violations as the kept report tells them, read when first asked for; none where it has none of this result
     */
    public record Result(CheckResult result, boolean same, Supplier<List<Remedy>> remedies) {}

    /** The result of a judging. */
    public synchronized Result of(Judging judging) {
        Result known = results.get(judging.id());
        if (known == null) {
            CheckResult result = judge(record(judging), judging, book(judging));
            byte[] json = ResultJson.write(result, Language.ZH);
            boolean same = Hash.of(json).equals(judging.resultSha());
            known = new Result(result, same, new Later<>(() -> remedies(judging, result)));
            results.put(judging.id(), known);
        }
        return known;
    }

    /** Keeps at hand what was judged just now, so that who looks first need not wait for it to be judged again. */
    void keep(Judging judging, CheckResult result, List<Remedy> remedies) {
        results.put(judging.id(), new Result(result, true, () -> remedies));
    }

    /** They were tried on the scheme, which the record is not enough for: only the report has them. */
    private List<Remedy> remedies(Judging judging, CheckResult result) {
        try {
            byte[] report = office.store().originals().read(judging.reportSha());
            byte[] json = ReportFile.of(report) instanceof ReportFile.Opened opened
                    ? opened.parts().get(Part.REMEDIES)
                    : null;
            return json == null ? List.of() : RemedyJson.read(json, result);
        } catch (IOException | IllegalArgumentException none) {
            LOG.warn("what cures the violations of judging {} is not told", judging.id(), none);
            return List.of();
        }
    }

    /** What rules and settings of another judging make of this one's record, to see what a finding owes to them. */
    public synchronized CheckResult under(Judging judging, Judging other) {
        return judge(record(judging), other, book(other));
    }

    private CheckResult judge(SchemeRecord record, Judging judging, RuleBook book) {
        RuleBook settled = book.settled(judging.profile(), OfficeSettings.chosen(judging.settings()));
        return Check.judge(record, settled, judging.profile(), null);
    }

    private SchemeRecord record(Judging judging) {
        try {
            return SchemeRecordJson.read(office.store().originals().read(judging.recordSha()));
        } catch (IOException gone) {
            throw new UncheckedIOException("the record of judging " + judging.id(), gone);
        }
    }

    private RuleBook book(Judging judging) {
        RuleBook inForce = rules.book();
        if (inForce.sha256().equals(judging.rulesHash())) {
            return inForce;
        }
        return books.computeIfAbsent(judging.rulesHash(), hash -> {
            try {
                return RuleBook.ofArchive(office.store().originals().read(judging.rulesSha()));
            } catch (IOException gone) {
                throw new UncheckedIOException("the rules of judging " + judging.id(), gone);
            }
        });
    }
}
