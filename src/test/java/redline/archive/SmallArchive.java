package redline.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import redline.check.Check;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Language;
import redline.remedy.Remedy;
import redline.report.Painting;
import redline.report.PdfReport;
import redline.rulepack.MiniRules;
import redline.rulepack.RuleBook;

/** A report of the office showcase, 13 m high, by one rule: at most 12 m. And what somebody may do to it. */
public final class SmallArchive {
    static final String PROFILE = "small";
    static final String LIMIT = "p/parameters/highest.yaml";
    static final String RULE = "p/rules/highest.drl";

    private SmallArchive() {}

    private static MiniRules rules() {
        return new MiniRules()
                .remove("p/tables/road-setback.csv")
                .remove("profiles/test.yaml")
                .replace("p/pack.yaml", "layer: local-default", "layer: mandatory")
                .put(LIMIT, """
                        title: {zh: 最高, en: Highest}
                        unit: m
                        values:
                          - {from: 2020-01-01, value: 12, clause: 第1条, grade: example}
                        """)
                .put("profiles/" + PROFILE + ".yaml", """
                        title: {zh: 测试, en: Test}
                        authority: 自然资源规划
                        stage: 方案
                        packs: [p]
                        settings:
                          pair-reach: {value: 200, source: 测试, grade: example}
                          zone:
                            title: {zh: 分区, en: Zone}
                            candidates: [A, B]
                            source: 测试
                            grade: example
                        """);
    }

    /** The report, as it was issued. */
    public static byte[] report(Language language) {
        return report(result(book()), book(), language);
    }

    /** The same, by an office that says at an address whether it is its own. */
    public static byte[] report(Language language, String address) {
        return report(result(book()), book(), language, address);
    }

    static byte[] report(CheckResult result, RuleBook book, Language language) {
        return report(result, book, language, "");
    }

    private static byte[] report(CheckResult result, RuleBook book, Language language, String address) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            PdfReport.write(result, remedies(result), book, language, address, Painting.UNWATCHED, pdf);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return pdf.toByteArray();
    }

    /** One that was tried in vain for each violation. */
    private static List<Remedy> remedies(CheckResult result) {
        return result.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.VIOLATION)
                .map(finding -> new Remedy((Finding.Judged) finding, true, null, List.of()))
                .toList();
    }

    static byte[] copy() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfReport.write(result(book()), Language.ZH, pdf);
        return pdf.toByteArray();
    }

    static CheckResult result(RuleBook book) {
        try {
            Intake read = SchemeReader.read(Source.of(Path.of("test-cases", "schemes", "office-2016")), null);
            return Check.run(((Intake.Accepted) read).scheme(), book, PROFILE, null);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    static RuleBook book() {
        return RuleBook.ofArchive(zip(rules().byPath()));
    }

    /** The rules with one text in one file put otherwise. */
    public static byte[] rulesWith(String path, String old, String with) {
        return zip(rules().replace(path, old, with).byPath());
    }

    /** The rules with the limit of 12 m at another height. */
    public static byte[] limitAt(int metres) {
        return rulesWith(LIMIT, "value: 12", "value: " + metres);
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** An attachment as it lies in a report. */
    static byte[] attached(byte[] pdf, String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                InputStream in = named(document).get(file).getEmbeddedFile().createInputStream()) {
            return in.readAllBytes();
        }
    }

    /** The report with attachments replaced, and saved anew; null takes one away. */
    public static byte[] replaced(byte[] pdf, Map<String, byte[]> others) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<String, PDComplexFileSpecification> named = named(document);
            for (Map.Entry<String, byte[]> other : others.entrySet()) {
                if (other.getValue() == null) {
                    named.remove(other.getKey());
                    continue;
                }
                PDEmbeddedFile file = new PDEmbeddedFile(
                        document, new java.io.ByteArrayInputStream(other.getValue()), COSName.FLATE_DECODE);
                named.get(other.getKey()).setEmbeddedFile(file);
                named.get(other.getKey()).setEmbeddedFileUnicode(file);
            }
            document.getDocumentCatalog().getNames().getEmbeddedFiles().setNames(named);
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            document.save(saved);
            return saved.toByteArray();
        }
    }

    private static Map<String, PDComplexFileSpecification> named(PDDocument document) throws IOException {
        return new LinkedHashMap<>(
                document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames());
    }
}
