package redline.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.check.CheckResult;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.report.Words;
import redline.report.Xml;
import redline.requirement.RuleInfo;
import redline.scheme.Dates;
import redline.scheme.Project;

/**
 * What breaks a rule or is open as topics of BCF 2.1, for programs that show building models: one topic each, seen from straight above
 * in the scheme's coordinates (x east, y north, m). A topic keeps its GUID from round to round, as long as project, rule and subject are
 * the same, and is dated by the application.
 */
final class FindingsTopics {
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    /** Above whatever is built, m. */
    private static final int CAMERA = 500;
    /** What is seen at least, m from north to south. */
    private static final double LEAST_SEEN = 40;

    private static final int DECIMALS = 3;

    private final Words words;
    private final List<FindingLine> lines;
    private final String project;
    private final String created;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private FindingsTopics(CheckResult result, Words words) {
        this.words = words;
        this.lines = FindingLine.of(result, words);
        Project of = result.record().project();
        this.project =
                of != null && of.code() != null ? of.code() : result.record().name();
        this.created = date(result.record().dates()) + "T00:00:00+08:00";
    }

    /** @throws IllegalArgumentException where the record states no date: each topic needs one, and none is made up */
    static byte[] write(CheckResult result, Language language) {
        return new FindingsTopics(result, Words.of(language)).zip();
    }

    static boolean dated(CheckResult result) {
        return !result.record().dates().equals(Dates.unknown());
    }

    /** When the application was received, else the last date that is stated. */
    private static LocalDate date(Dates dates) {
        if (dates.applicationReceived() != null) {
            return dates.applicationReceived();
        }
        return Stream.of(dates.contractSigned(), dates.conditionsIssued())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalArgumentException("the record states no date"));
    }

    private byte[] zip() {
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(zip, "bcf.version", "<Version VersionId=\"2.1\"><DetailedVersion>2.1</DetailedVersion></Version>\n");
            for (FindingLine line : lines) {
                if (line.number() > 0) {
                    String guid = guid("finding", line);
                    String viewpoint = guid("viewpoint", line);
                    entry(zip, guid + "/markup.bcf", markup(line, guid, viewpoint));
                    if (line.place().isPresent()) {
                        entry(
                                zip,
                                guid + "/viewpoint.bcfv",
                                viewpoint(line.place().orElseThrow(), viewpoint));
                    }
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write((XML + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** By name, so that the same finding is the same topic. */
    private String guid(String what, FindingLine line) {
        String name = String.join(
                "\n",
                "redline",
                what,
                project,
                line.rule(),
                line.finding().subject().kind().name(),
                line.finding().subject().id());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private String markup(FindingLine line, String guid, String viewpoint) {
        StringBuilder xml = new StringBuilder("<Markup>\n  <Topic Guid=\"" + guid + "\"");
        attribute(xml, "TopicType", words.of(line.judged().title()));
        attribute(xml, "TopicStatus", words.get("bcf.open"));
        xml.append(">\n");
        element(xml, "Title", line.mark() + " " + line.title() + " · " + line.subject());
        element(xml, "Priority", priority(line));
        element(xml, "Index", String.valueOf(line.number()));
        element(xml, "Labels", line.group());
        element(xml, "Labels", line.rule());
        element(xml, "CreationDate", created);
        element(xml, "CreationAuthor", "Redline");
        element(xml, "Description", description(line));
        xml.append("  </Topic>\n");
        if (line.place().isPresent()) {
            xml.append("  <Viewpoints Guid=\"" + viewpoint
                    + "\">\n    <Viewpoint>viewpoint.bcfv</Viewpoint>\n  </Viewpoints>\n");
        }
        return xml.append("</Markup>\n").toString();
    }

    private String priority(FindingLine line) {
        RuleInfo rule = line.finding().rule();
        boolean must = line.judged() == Verdict.VIOLATION && rule.decides();
        return words.get(must ? "bcf.high" : rule.decides() ? "bcf.normal" : "bcf.low");
    }

    private String description(FindingLine line) {
        List<String> rows = new ArrayList<>();
        if (!line.measured().isEmpty() && !line.required().isEmpty()) {
            rows.add(line.measured() + " (" + line.required() + ")");
        }
        rows.add(line.marginText());
        rows.add(line.says());
        rows.add(line.clause() + (line.grade().isEmpty() ? "" : words.get("bracketed", line.grade())));
        rows.add(line.how());
        rows.removeIf(String::isBlank);
        return String.join("\n", rows);
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(Xml.escape(value)).append('"');
    }

    private static void element(StringBuilder xml, String name, String text) {
        xml.append("    <" + name + ">").append(Xml.escape(text)).append("</" + name + ">\n");
    }

    /** North up, so wide that the place and what lies around it is seen; a line that was measured is drawn at level 0. */
    private static String viewpoint(Place place, String guid) {
        Envelope extent = place.shape().getEnvelopeInternal();
        double seen = Math.max(LEAST_SEEN, 2 * Math.max(extent.getWidth(), extent.getHeight()));
        StringBuilder xml = new StringBuilder("<VisualizationInfo Guid=\"" + guid + "\">\n  <OrthogonalCamera>\n");
        point(xml, "CameraViewPoint", extent.centre(), CAMERA);
        xml.append("    <CameraDirection><X>0</X><Y>0</Y><Z>-1</Z></CameraDirection>\n");
        xml.append("    <CameraUpVector><X>0</X><Y>1</Y><Z>0</Z></CameraUpVector>\n");
        xml.append("    <ViewToWorldScale>" + number(seen) + "</ViewToWorldScale>\n  </OrthogonalCamera>\n");
        if (place.measured() && place.shape().getDimension() > 0) {
            xml.append("  <Lines>\n");
            segments(xml, place.shape());
            xml.append("  </Lines>\n");
        }
        return xml.append("</VisualizationInfo>\n").toString();
    }

    private static void segments(StringBuilder xml, Geometry shape) {
        Geometry lines = shape.getDimension() == 2 ? shape.getBoundary() : shape;
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Coordinate[] corners = lines.getGeometryN(i).getCoordinates();
            for (int j = 1; j < corners.length; j++) {
                xml.append("    <Line>\n");
                point(xml, "StartPoint", corners[j - 1], 0);
                point(xml, "EndPoint", corners[j], 0);
                xml.append("    </Line>\n");
            }
        }
    }

    private static void point(StringBuilder xml, String name, Coordinate at, int level) {
        xml.append("    <" + name + "><X>" + number(at.x) + "</X><Y>" + number(at.y) + "</Y><Z>" + level + "</Z></"
                + name + ">\n");
    }

    private static String number(double metres) {
        BigDecimal number = BigDecimal.valueOf(metres)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return number.toPlainString();
    }
}
