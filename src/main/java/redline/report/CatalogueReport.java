package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import redline.check.Program;
import redline.quantity.Language;
import redline.rulepack.Catalogue;

/** The rules as a book (规则汇编), as HTML and as PDF/A-3u and PDF/UA-1 made of it. Same rules, same cases, same bytes. */
public final class CatalogueReport {
    private CatalogueReport() {}

    /**
     * The book as one well-formed page.
     *
     * @param cases by rule id, in the order of the book
     */
    public static String html(Catalogue catalogue, Map<String, List<CaseExample>> cases, Language language) {
        Words words = Words.of(language);
        return PageEngine.fill(
                "catalogue",
                words,
                new CataloguePages(catalogue, cases, words).page(),
                Templates.text("print.css") + Templates.text("catalogue.css"));
    }

    /** Writes the page of {@link #html} as PDF; the stream stays open. */
    public static void pdf(String html, OutputStream out) throws IOException {
        PdfPages.write(html, Program.VERSION, String.valueOf(html.hashCode()), PdfPages.More.NOTHING, out);
    }
}
