package redline.review;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import redline.casefile.IssuedPapers;
import redline.casefile.IssuedPapers.Paper;
import redline.casefile.IssuedPapers.Sealed;
import redline.casefile.Judging;
import redline.casefile.Office;
import redline.casefile.Results;
import redline.check.CheckResult;
import redline.exchange.AnswerManifest;
import redline.exchange.Content;
import redline.exchange.PackageWriter;
import redline.exchange.PackedFile;
import redline.exchange.SigningKey;
import redline.paper.Papers;
import redline.quantity.Language;
import redline.report.PdfReport;
import redline.report.ResultJson;

/**
 * What the office answers to a round, as a file to be carried: result and report as the applicant may see them ({@link ApplicantsView}), and the
 * papers that he may have. The same whoever asks for it: nothing is in it that only the office sees.
 */
@Component
class AnswerPackage {
    private static final String PAPERS = "papers";

    private final Office office;
    private final Results results;
    private final IssuedPapers issued;
    private final Papers papers;

    AnswerPackage(Office office, Results results, IssuedPapers issued, Papers papers) {
        this.office = office;
        this.results = results;
        this.issued = issued;
        this.papers = papers;
    }

    PackageWriter.Ready of(RoundSeen seen, Judging judging, SigningKey key) throws IOException {
        CheckResult result = ApplicantsView.of(results.of(judging).result());
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        PdfReport.write(result, Language.ZH, report);
        PackageWriter writer = new PackageWriter();
        writer.add(PackedFile.RESULT_PATH, PackedFile.Role.RESULT, Content.of(ResultJson.write(result, Language.ZH)));
        writer.add(PackedFile.REPORT_PATH, PackedFile.Role.REPORT, Content.of(report.toByteArray()));
        List<AnswerManifest.Paper> listed = new ArrayList<>();
        for (Paper paper : issued.of(seen.kase().id())) {
            boolean about =
                    paper.round() == null || paper.round().equals(seen.round().id());
            if (about && PapersPage.forApplicants(papers, paper)) {
                listed.add(new AnswerManifest.Paper(
                        paper.title(), paper.number(), paper.issuedOn(), add(writer, paper, listed.size() + 1)));
            }
        }
        return writer.signed(
                key,
                files -> new AnswerManifest(
                        key.installation().name(),
                        key.installation().fingerprint(),
                        seen.kase().number(),
                        seen.kase().project(),
                        seen.round().number(),
                        seen.round().submittedOn(),
                        judging.verdict(),
                        judging.program(),
                        judging.rulesHash(),
                        listed,
                        files));
    }

    /** The last sealed file where one came back, else the paper as it was issued. */
    private String add(PackageWriter writer, Paper paper, int number) throws IOException {
        List<Sealed> sealed = issued.sealed(paper);
        if (sealed.isEmpty()) {
            return writer.add(
                    PAPERS,
                    PackedFile.Role.PAPER,
                    named(paper.title() + " " + paper.number() + ".docx"),
                    number,
                    () -> office.store().originals().open(paper.sha256()));
        }
        Sealed last = sealed.get(sealed.size() - 1);
        return writer.add(
                PAPERS,
                PackedFile.Role.SEALED,
                named(last.name()),
                number,
                () -> office.store().originals().open(last.sha256()));
    }

    private static String named(String name) {
        return name.replaceAll("[/\\\\\\p{Cc}]", "_");
    }
}
