package redline.report;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redline.check.CheckResult;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;

/**
 * The result as JUnit XML, for build servers: a suite for each pack, a test for each finding. A violation is a failure, what is open an
 * error, what does not apply is skipped: only what complies is a success.
 */
public final class JunitReport {
    private final CheckResult result;
    private final Reader reader;
    private final OneLine line;

    private JunitReport(CheckResult result, Words words) {
        this.result = result;
        this.reader = new Reader(words);
        this.line = new OneLine(words);
    }

    /** UTF-8 with a newline at the end. */
    public static byte[] write(CheckResult result, Language language) {
        return new JunitReport(result, Words.of(language)).xml().getBytes(StandardCharsets.UTF_8);
    }

    private String xml() {
        Map<String, List<Finding>> suites = result.findings().stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.rule().packId(), LinkedHashMap::new, Collectors.toList()));
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"")
                .append(Xml.escape(result.record().name()))
                .append('"');
        counts(result.findings(), xml);
        xml.append(">\n");
        suites.forEach((pack, findings) -> suite(pack, findings, xml));
        return xml.append("</testsuites>\n").toString();
    }

    private void suite(String pack, List<Finding> findings, StringBuilder xml) {
        xml.append("  <testsuite name=\"").append(Xml.escape(pack)).append('"');
        counts(findings, xml);
        xml.append(">\n");
        findings.forEach(finding -> test(finding, xml));
        xml.append("  </testsuite>\n");
    }

    private static void counts(List<Finding> findings, StringBuilder xml) {
        xml.append(" tests=\"").append(findings.size());
        xml.append("\" failures=\"").append(count(findings, Verdict.VIOLATION));
        xml.append("\" errors=\"").append(count(findings, Verdict.UNDETERMINED));
        xml.append("\" skipped=\"")
                .append(count(findings, Verdict.NOT_APPLICABLE))
                .append('"');
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private void test(Finding finding, StringBuilder xml) {
        xml.append("    <testcase classname=\"")
                .append(Xml.escape(finding.rule().id()))
                .append("\" name=\"")
                .append(Xml.escape(reader.subject(finding)))
                .append('"');
        switch (finding.verdict()) {
            case PASS -> xml.append("/>\n");
            case VIOLATION -> said("failure", finding, xml);
            case UNDETERMINED -> said("error", finding, xml);
            case NOT_APPLICABLE -> said("skipped", finding, xml);
        }
    }

    private void said(String element, Finding finding, StringBuilder xml) {
        xml.append("><")
                .append(element)
                .append(" message=\"")
                .append(Xml.escape(line.of(finding)))
                .append('"');
        if (finding.verdict() != Verdict.NOT_APPLICABLE) {
            xml.append(" type=\"").append(finding.verdict()).append('"');
        }
        xml.append("/></testcase>\n");
    }
}
