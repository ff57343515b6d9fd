package redline.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;
import redline.quantity.Language;
import redline.rulepack.Fault;

/** Fills the templates of {@code templates/report}; a file in that folder wins over the one in the jar and is read anew each time. */
final class PageEngine {
    private static final TemplateEngine ENGINE = engine();

    private PageEngine() {}

    /**
     * A whole page, well-formed, with its style inside; the template sees {@code page}, {@code w} and {@code css}.
     *
     * @throws TemplateFault where an office's own templates are at fault
     */
    static String fill(String template, Words words, Object page, String css) {
        return fill(template, words, page, css, html -> List.of());
    }

    /**
     * The same of a page that must have more than that it can be read.
     *
     * @param lacks what a page that own templates made lacks
     */
    static String fill(String template, Words words, Object page, String css, Function<String, List<Fault>> lacks) {
        Map<String, String> own = Templates.own();
        if (own.isEmpty()) {
            return filled(template, words, page, css);
        }
        refuse(TemplateCheck.of(own));
        String html;
        try {
            html = filled(template, words, page, css);
        } catch (TemplateEngineException wrong) {
            throw new TemplateFault(List.of(TemplateCheck.unusable(wrong)));
        }
        refuse(TemplateCheck.unpaired(html));
        refuse(lacks.apply(html));
        return html;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new TemplateFault(faults);
        }
    }

    private static String filled(String template, Words words, Object page, String css) {
        boolean chinese = words.language() == Language.ZH;
        Context context = new Context(
                chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH, Map.of("page", page, "w", words, "css", css));
        String html = Xml.allowed(ENGINE.process(template, context));
        return chinese ? html : withStraightQuotes(html);
    }

    /** In a Chinese font curly quotes are as wide as a character and tear English apart. */
    private static String withStraightQuotes(String html) {
        return html.replaceAll("[“”]", "&#34;").replaceAll("[‘’]", "&#39;");
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
        ClassLoaderTemplateResolver shipped = new ClassLoaderTemplateResolver(PageEngine.class.getClassLoader());
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
