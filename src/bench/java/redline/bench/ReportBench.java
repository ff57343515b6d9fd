package redline.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import redline.check.Check;
import redline.check.CheckResult;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.quantity.Language;
import redline.report.HtmlReport;
import redline.report.PdfReport;
import redline.rulepack.RuleBook;

/** A whole review down to its PDF, beside Chromium that only prints the report's HTML. */
final class ReportBench {
    private static final int WARM_UPS = 40;

    private final RuleBook book = RuleBook.read(Path.of("rules"));
    private final Path folder;

    ReportBench(Path folder) {
        this.folder = folder;
    }

    Map<String, Figure> run(String scheme, int rounds) throws Exception {
        Path source = Path.of("test-cases/schemes", scheme);
        Path html = folder.resolve(scheme + ".html");
        Path pdf = folder.resolve(scheme + ".pdf");
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Files.writeString(html, withFonts(HtmlReport.write(check(source), Language.ZH)));
        for (int i = 0; i < WARM_UPS; i++) {
            review(source);
        }
        List<Integer> anyVerdict = List.of(0, 1, 3);
        try (Chromium resident = new Chromium(Files.createDirectories(folder.resolve("resident")))) {
            for (int i = 0; i < 10; i++) {
                resident.print(html);
            }
            Map<String, Figure> figures = new LinkedHashMap<>();
            figures.putAll(new Interleaved()
                    .add("review", () -> Interleaved.time(() -> review(source)))
                    .add("pdf", () -> {
                        CheckResult result = check(source);
                        return Interleaved.time(() -> pdf(result));
                    })
                    .add("chromium", () -> Chromium.print(html, pdf, profile))
                    .add("resident", () -> resident.print(html))
                    .add(
                            "process",
                            () -> Programs.run(
                                    anyVerdict, Programs.redline("check", source.toString(), "--pdf", pdf.toString())))
                    .run(rounds));
            return figures;
        }
    }

    /** A report of a judged scheme, HTML and PDF, beside Chromium that prints that HTML. */
    Map<String, Figure> pages(String name, CheckResult result, int rounds) throws Exception {
        Path html = folder.resolve(name + ".html");
        Path pdf = folder.resolve(name + ".pdf");
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Files.writeString(html, withFonts(HtmlReport.write(result, Language.ZH)));
        for (int i = 0; i < WARM_UPS; i++) {
            pdf(result);
        }
        try (Chromium resident = new Chromium(Files.createDirectories(folder.resolve("resident-" + name)))) {
            for (int i = 0; i < 3; i++) {
                resident.print(html);
            }
            return new Interleaved()
                    .add("pdf", () -> Interleaved.time(() -> pdf(result)))
                    .add("chromium", () -> Chromium.print(html, pdf, profile))
                    .add("resident", () -> resident.print(html))
                    .run(rounds);
        }
    }

    static int pages(CheckResult result) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfReport.write(result, Language.ZH, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            return document.getNumberOfPages();
        }
    }

    private void review(Path source) throws IOException {
        pdf(check(source));
    }

    private CheckResult check(Path source) throws IOException {
        Intake.Accepted accepted = (Intake.Accepted) SchemeReader.read(Source.of(source), null, null);
        return Check.run(accepted.scheme(), book, SameAnswers.PROFILE, null);
    }

    private static void pdf(CheckResult result) throws IOException {
        PdfReport.write(result, Language.ZH, new ByteArrayOutputStream());
    }

    /** The report names its font and leaves it to the printer; Chromium is given the same files. */
    private static String withFonts(String html) {
        String fonts = Programs.HOME.resolve("src/main/resources/fonts").toUri().toString();
        return html.replaceFirst(
                "<style", "<style>" + face(fonts, "Regular", 400) + face(fonts, "Bold", 700) + "</style>\n<style");
    }

    private static String face(String fonts, String name, int weight) {
        return "@font-face { font-family: 'Noto Sans SC'; font-weight: " + weight + "; src: url('" + fonts
                + "NotoSansSC-" + name + ".ttf'); }";
    }
}
