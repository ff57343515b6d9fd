package redline.report;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import redline.quantity.Text;
import redline.rulepack.Fault;

/**
 * Whether templates that an office edited may be used. Wording, order, look and plain text are the office's; expressions are the program's: only
 * those that its own templates have are let through, so that a template can show less or elsewhere, but reach nothing else. Sections that a report must
 * have are looked for in what was written.
 */
final class TemplateCheck {
    private static final ParseConfiguration HTML = ParseConfiguration.htmlConfiguration();

    /** Beside those of the program's templates. */
    private static final Set<String> PLAIN_ELEMENTS = Set.of(
            "b", "br", "div", "em", "h1", "h2", "h3", "h4", "i", "li", "ol", "p", "span", "strong", "sub", "sup", "ul");

    private static final Set<String> PLAIN_ATTRIBUTES =
            Set.of("class", "colspan", "id", "lang", "rowspan", "scope", "style", "title");
    private static final Pattern PLACES = Pattern.compile("\\{\\d+}");
    private static final Pattern IDS = Pattern.compile("\\bid=\"([^\"]*)\"");
    /** What is neither element nor text, and may hide either. */
    private static final Pattern OTHER = Pattern.compile("<[!?]");

    /** What lets a style sheet read files, reach other machines or be read otherwise than it looks. */
    private static final Pattern REACHING =
            Pattern.compile("url\\s*\\(|@import|@font-face|expression\\s*\\(|\\\\", Pattern.CASE_INSENSITIVE);

    /** In every report, whatever the scheme. */
    static final List<String> OBLIGATORY =
            List.of("cover", "basis", "indicators", "plan", "findings", "not-checked", "log", "signatures");

    private final Set<String> elements = new HashSet<>(PLAIN_ELEMENTS);
    private final Set<String> attributes = new HashSet<>();
    private final Set<String> inlined = new HashSet<>();
    private final List<Fault> faults = new ArrayList<>();

    private TemplateCheck() {
        for (String file : Templates.CHECKED) {
            if (file.endsWith(".html")) {
                parse(file, Templates.shipped(file), new Learning());
            }
        }
    }

    /** @param files those that differ from the program's, by name */
    static List<Fault> of(Map<String, String> files) {
        TemplateCheck check = new TemplateCheck();
        new TreeSet<>(files.keySet()).forEach(file -> check.file(file, files.get(file)));
        return List.copyOf(check.faults);
    }

    /**
     * What a written report lacks.
     *
     * @param anchors of all findings
     */
    static List<Fault> lacking(String html, Set<String> anchors) {
        Set<String> ids = new HashSet<>();
        Matcher matcher = IDS.matcher(html);
        while (matcher.find()) {
            ids.add(matcher.group(1));
        }
        List<Fault> lacking = new ArrayList<>();
        for (String section : OBLIGATORY) {
            if (!ids.contains(section)) {
                lacking.add(new Fault(
                        ReportTemplates.FOLDER + "report.html",
                        0,
                        section,
                        new Text("报告缺少必备的部分", "the report lacks a section that it must have"),
                        new Text(
                                "在 report.html 中引入这一部分，并保留它的 id=\"" + section + "\"",
                                "include that section in report.html and keep its id=\"" + section + "\"")));
            }
        }
        long left = anchors.stream().filter(anchor -> !ids.contains(anchor)).count();
        if (left > 0) {
            lacking.add(new Fault(
                    ReportTemplates.FOLDER + "findings.html",
                    0,
                    "",
                    new Text("有 " + left + " 条审查意见没有写入报告", left + " finding(s) are not in the report"),
                    new Text(
                            "保留逐条列出审查意见的部分（th:each 和 th:id）",
                            "keep the parts that list findings one by one (th:each and th:id)")));
        }
        return lacking;
    }

    /** Templates that do not fit together: a fragment that is not there any more, a word without a place. */
    static Fault unusable(TemplateEngineException wrong) {
        String where = wrong instanceof TemplateProcessingException at && at.getTemplateName() != null
                ? at.getTemplateName() + ".html"
                : "";
        int line = wrong instanceof TemplateProcessingException at && at.getLine() != null ? at.getLine() : 0;
        return new Fault(
                ReportTemplates.FOLDER + where,
                line,
                "",
                new Text("模板套不上:" + wrong.getMessage(), "the templates do not fit together: " + wrong.getMessage()),
                new Text(
                        "与程序自带的同名模板对照，恢复缺少的部分",
                        "compare with the program's template of that name and put back what is missing"));
    }

    /** Of a page that an office's templates made: whether it can be read as XML, as what makes the PDF reads it. */
    static List<Fault> unpaired(String html) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.newSAXParser().parse(new InputSource(new StringReader(html)), new DefaultHandler());
            return List.of();
        } catch (SAXException wrong) {
            return List.of(new Fault(
                    ReportTemplates.FOLDER,
                    0,
                    "",
                    new Text("标签没有成对:" + wrong.getMessage(), "tags are not paired: " + wrong.getMessage()),
                    new Text("写成 <br /> 这样闭合的标签，& 写成 &amp;", "close every tag as in <br />, and write &amp; for &")));
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("reading from a string", impossible);
        }
    }

    private void file(String file, String text) {
        if (file.endsWith(".html")) {
            Matcher other = OTHER.matcher(text);
            if (other.find()) {
                add(
                        file,
                        line(text, other.start()),
                        "",
                        new Text(
                                "报告模板不能有注释、CDATA、声明和处理指令",
                                "no comments, CDATA, declarations or processing instructions in a report's template"),
                        new Text("删去它", "delete it"));
            }
            parse(file, text, new Holding(file));
        } else if (file.endsWith(".css")) {
            reaching(file, 0, text, "");
        } else {
            words(file, text);
        }
    }

    private void parse(String file, String text, AbstractMarkupHandler handler) {
        try {
            new MarkupParser(HTML).parse(text, handler);
        } catch (ParseException wrong) {
            add(
                    file,
                    wrong.getLine() == null ? 0 : wrong.getLine(),
                    "",
                    new Text("读不懂:" + wrong.getMessage(), "cannot be read: " + wrong.getMessage()),
                    new Text("检查标签和引号是否成对", "check that tags and quotes are paired"));
        }
    }

    private void words(String file, String text) {
        Properties shipped = properties(Templates.shipped(file));
        Properties own = properties(text);
        own.stringPropertyNames().stream().sorted().forEach(key -> {
            String before = shipped.getProperty(key);
            if (before == null && !key.startsWith("term.")) {
                add(
                        file,
                        lineOf(text, key),
                        key,
                        new Text("程序没有这个词条", "the program has no such word"),
                        new Text("删去它，或改正词条名", "delete it, or correct its name"));
            } else if (before != null && !places(before).equals(places(own.getProperty(key)))) {
                add(
                        file,
                        lineOf(text, key),
                        key,
                        new Text(
                                "填空的位置与程序的不同:" + places(before),
                                "other places to fill in than the program has: " + places(before)),
                        new Text("保留 {0}、{1} 等填空", "keep {0}, {1} and the like"));
            }
        });
    }

    /** Where a word stands last, which is the one that counts; 0 where its name is written in a way that is not seen at once. */
    private static int lineOf(String text, String key) {
        Matcher matcher = Pattern.compile("(?m)^[ \\t]*" + Pattern.quote(key) + "[ \\t]*[=:]")
                .matcher(text);
        int line = 0;
        while (matcher.find()) {
            line = line(text, matcher.start());
        }
        return line;
    }

    private static Set<String> places(String word) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACES.matcher(word);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from a string", impossible);
        }
        return properties;
    }

    private void reaching(String file, int line, String text, String element) {
        Matcher matcher = REACHING.matcher(text);
        if (matcher.find()) {
            add(
                    file,
                    line > 0 ? line : line(text, matcher.start()),
                    element,
                    new Text(
                            "样式不能引用别的文件:" + matcher.group(),
                            "a style may not refer to other files: " + matcher.group()),
                    new Text("删去这一处", "delete it"));
        }
    }

    private static int line(String text, int at) {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    private void add(String file, int line, String element, Text what, Text remedy) {
        faults.add(new Fault(ReportTemplates.FOLDER + file, line, element, what, remedy));
    }

    private static boolean isExpression(String attribute) {
        return attribute.indexOf(':') >= 0 || attribute.startsWith("data-th") || attribute.startsWith("xmlns");
    }

    /** An attribute with its value, as one word. */
    private static String pair(String name, String value) {
        return name + "=" + value;
    }

    /** Remembers what the program's own templates have. */
    private final class Learning extends Walk {
        @Override
        void element(String name, int line) {
            elements.add(name);
        }

        @Override
        void attribute(String name, String value, int line) {
            attributes.add(pair(name, value));
        }

        @Override
        void text(String text, int line) {
            if (isInlined(text)) {
                inlined.add(text);
            }
        }
    }

    private static boolean isInlined(String text) {
        return text.contains("[[") || text.contains("[(");
    }

    /** Holds an office's template against what was remembered. */
    private final class Holding extends Walk {
        private final String file;
        private boolean style;

        Holding(String file) {
            this.file = file;
        }

        @Override
        void element(String name, int line) {
            style = name.equals("style");
            if (!elements.contains(name)) {
                add(
                        file,
                        line,
                        "<" + name + ">",
                        new Text("报告模板不能用这个标签", "not an element that a report may have"),
                        new Text("换成 div、p、span、表格等", "use div, p, span, a table and the like"));
            }
        }

        @Override
        void attribute(String name, String value, int line) {
            if (attributes.contains(pair(name, value))) {
                return;
            }
            if (isExpression(name)) {
                add(
                        file,
                        line,
                        name,
                        new Text("这不是程序模板中的表达式:" + value, "not an expression of the program's templates: " + value),
                        new Text("只能移动、删去程序模板中已有的表达式", "expressions can be moved and deleted, not written"));
            } else if (!PLAIN_ATTRIBUTES.contains(name) && !(name.equals("href") && value.startsWith("#"))) {
                add(
                        file,
                        line,
                        name,
                        new Text("报告模板不能用这个属性", "not an attribute that a report may have"),
                        new Text("删去它", "delete it"));
            } else {
                reaching(file, line, value, name);
            }
        }

        @Override
        void text(String text, int line) {
            if (style) {
                reaching(file, line, text, "<style>");
            }
            if (isInlined(text) && !inlined.contains(text)) {
                add(
                        file,
                        line,
                        "",
                        new Text("文字里不能写表达式", "no expressions in text"),
                        new Text("删去 [[…]] 和 [(…)]", "delete [[…]] and [(…)]"));
            }
        }
    }

    /** The parts of a template as Thymeleaf's own parser sees them. */
    private abstract static class Walk extends AbstractMarkupHandler {
        abstract void element(String name, int line);

        abstract void attribute(String name, String value, int line);

        abstract void text(String text, int line);

        @Override
        public void handleStandaloneElementStart(
                char[] buffer, int offset, int length, boolean minimized, int line, int col) {
            element(name(buffer, offset, length), line);
        }

        @Override
        public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int col) {
            element(name(buffer, offset, length), line);
        }

        @Override
        public void handleAttribute(
                char[] buffer,
                int nameOffset,
                int nameLength,
                int nameLine,
                int nameCol,
                int operatorOffset,
                int operatorLength,
                int operatorLine,
                int operatorCol,
                int valueContentOffset,
                int valueContentLength,
                int valueOuterOffset,
                int valueOuterLength,
                int valueLine,
                int valueCol) {
            attribute(
                    name(buffer, nameOffset, nameLength),
                    new String(buffer, valueContentOffset, Math.max(0, valueContentLength)),
                    nameLine);
        }

        @Override
        public void handleText(char[] buffer, int offset, int length, int line, int col) {
            text(new String(buffer, offset, length), line);
        }

        private static String name(char[] buffer, int offset, int length) {
            return new String(buffer, offset, length).toLowerCase(Locale.ROOT);
        }
    }
}
