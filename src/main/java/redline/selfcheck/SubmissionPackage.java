package redline.selfcheck;

import java.io.IOException;
import java.util.List;
import redline.check.CheckResult;
import redline.exchange.Content;
import redline.exchange.PackageWriter;
import redline.exchange.PackedFile;
import redline.exchange.SigningKey;
import redline.exchange.SubmissionManifest;
import redline.quantity.Language;
import redline.report.ResultJson;

/** A check with its files as one signed package; result and report are in Chinese, as an office keeps its own. */
final class SubmissionPackage {
    private static final String FILES = "files";

    private SubmissionPackage() {}

    /** @throws IOException where a file is gone */
    static PackageWriter.Ready of(CheckRun run, Progress.Finished finished, SigningKey key) throws IOException {
        CheckResult result = finished.result();
        PackageWriter writer = new PackageWriter();
        writer.add(PackedFile.RESULT_PATH, PackedFile.Role.RESULT, Content.of(ResultJson.write(result, Language.ZH)));
        writer.add(PackedFile.REPORT_PATH, PackedFile.Role.REPORT, Content.of(run.report(finished, Language.ZH)));
        List<HandedIn.File> files = run.handedIn().files();
        for (int i = 0; i < files.size(); i++) {
            HandedIn.File file = files.get(i);
            writer.add(FILES, file.role(), file.name(), i + 1, file.content());
        }
        return writer.signed(
                key,
                packed -> new SubmissionManifest(
                        key.installation().name(),
                        key.installation().fingerprint(),
                        run.submitted(),
                        result.record().name(),
                        result.ruling().profile(),
                        result.record().dates(),
                        run.submission().choices(),
                        result.conclusion().verdict().name(),
                        result.program(),
                        run.rulesHash(),
                        packed));
    }
}
