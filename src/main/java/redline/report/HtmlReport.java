package redline.report;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import redline.check.CheckResult;
import redline.quantity.Language;

/**
 * The report as one HTML page, well-formed, with its style inside: what the PDF is made of. The templates are
 * {@code templates/report/*.html}, one a section; a file in that folder wins over the one in the jar and is read anew each time.
 */
public final class HtmlReport {
    private static final TemplateEngine ENGINE = engine();

    private HtmlReport() {}

    /** The whole page; its text is the same as the PDF's. */
    public static String write(CheckResult result, Language language) {
        Words words = Words.of(language);
        Context context = new Context(
                language == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                Map.of("page", page(result, words), "w", words, "css", Templates.text("print.css")));
        String html = Xml.allowed(ENGINE.process("report", context));
        return language == Language.ZH ? html : withStraightQuotes(html);
    }

    /** In a Chinese font curly quotes are as wide as a character and tear English apart. */
    private static String withStraightQuotes(String html) {
        return html.replaceAll("[“”]", "&#34;").replaceAll("[‘’]", "&#39;");
    }

    static ReportPage page(CheckResult result, Words words) {
        FindingSections findings = new FindingSections(result, words);
        BasisSection basis = new BasisSection(result, words);
        return new ReportPage(
                words,
                new CoverSection(result, words).cover(),
                basis.packs(),
                basis.letters(),
                new IndicatorTable(result, words).rows(),
                new BuildingTable(result, words).rows(),
                plan(result, words),
                findings.groups(),
                findings.passes(),
                findings.none(),
                findings.notChecked(),
                new RunLogSection(result, words).log());
    }

    private static ReportPage.PlanSheet plan(CheckResult result, Words words) {
        String svg = PlanDrawing.svg(result, PlanDrawing.Options.sheet(words.language()));
        return new ReportPage.PlanSheet(svg, words.get(svg.isEmpty() ? "plan.not-drawn" : "plan.note"));
    }

    private static TemplateEngine engine() {
        FileTemplateResolver own = new FileTemplateResolver();
        own.setPrefix("templates/report/");
        own.setSuffix(".html");
        own.setCheckExistence(true);
        own.setCacheable(false);
        own.setOrder(1);
        own.setTemplateMode(TemplateMode.HTML);
        own.setCharacterEncoding("UTF-8");
        ClassLoaderTemplateResolver shipped = new ClassLoaderTemplateResolver(HtmlReport.class.getClassLoader());
        shipped.setPrefix("templates/report/");
        shipped.setSuffix(".html");
        shipped.setOrder(2);
        shipped.setTemplateMode(TemplateMode.HTML);
        shipped.setCharacterEncoding("UTF-8");
        TemplateEngine engine = new TemplateEngine();
        engine.addTemplateResolver(own);
        engine.addTemplateResolver(shipped);
        engine.setMessageResolver(new FromWords());
        return engine;
    }

    /** {@code #{key(insert)}} of the templates, from the words of the page being written. */
    private static final class FromWords extends AbstractMessageResolver {
        @Override
        public String resolveMessage(ITemplateContext context, Class<?> origin, String key, Object[] inserts) {
            return ((Words) context.getVariable("w")).get(key, inserts == null ? new Object[0] : inserts);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, Class<?> origin, String key, Object[] inserts) {
            throw new IllegalArgumentException("no word for " + key);
        }
    }
}
