package redline.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.check.CheckResult;
import redline.fact.Outline;
import redline.fact.Outline.Kind;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.intake.gis.Crs;
import redline.intake.gis.GeoPackageWriter;
import redline.intake.gis.GeoPackageWriter.Column;
import redline.intake.gis.GeoPackageWriter.Row;
import redline.intake.gis.GeoPackageWriter.Table;
import redline.intake.gis.GeoPackageWriter.Type;
import redline.quantity.Language;
import redline.report.BuildingFindings;
import redline.report.PlanStyle;
import redline.report.Words;
import redline.report.Xml;

/**
 * Findings and what was supplied as layers of a GeoPackage, in the scheme's CRS, with the styles that QGIS takes from it. Findings that lie
 * nowhere are a table without shapes.
 */
final class FindingsGeoPackage {
    private static final int DECIMALS = 6;
    private static final List<Column> COLUMNS = List.of(
            new Column("number", Type.INTEGER),
            new Column("mark", Type.TEXT),
            new Column("verdict", Type.TEXT),
            new Column("verdict_text", Type.TEXT),
            new Column("group_text", Type.TEXT),
            new Column("rule", Type.TEXT),
            new Column("title", Type.TEXT),
            new Column("subject", Type.TEXT),
            new Column("building", Type.TEXT),
            new Column("measured", Type.TEXT),
            new Column("value", Type.REAL),
            new Column("required", Type.TEXT),
            new Column("comparator", Type.TEXT),
            new Column("bound", Type.REAL),
            new Column("unit", Type.TEXT),
            new Column("margin", Type.REAL),
            new Column("margin_unit", Type.TEXT),
            new Column("says", Type.TEXT),
            new Column("clause", Type.TEXT),
            new Column("grade", Type.TEXT),
            new Column("how", Type.TEXT),
            new Column("place", Type.TEXT),
            new Column("far", Type.INTEGER));

    private final CheckResult result;
    private final Words words;
    private final LayerStyles styles;
    private final BuildingFindings buildings;

    private FindingsGeoPackage(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
        this.styles = new LayerStyles(words);
        this.buildings = BuildingFindings.of(result);
    }

    static byte[] write(CheckResult result, Language language) {
        List<Table> tables = new FindingsGeoPackage(result, Words.of(language)).tables();
        try {
            Path file = Files.createTempFile("redline-", ".gpkg");
            try {
                GeoPackageWriter.writeTables(
                        file, tables, Crs.of(result.record().crs()));
                return Files.readAllBytes(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException("writing a file for the time being", full);
        }
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        for (Kind kind : PlanStyle.GROUND) {
            outlines(kind, tables);
        }
        buildings(tables);
        List<FindingLine> lines = FindingLine.of(result, words);
        findings("findings_areas", "MULTIPOLYGON", 2, lines, tables);
        findings("findings_lines", "MULTILINESTRING", 1, lines, tables);
        findings("findings_points", "MULTIPOINT", 0, lines, tables);
        findings("findings_without_place", null, -1, lines, tables);
        return tables;
    }

    private void findings(String name, String geometry, int dimension, List<FindingLine> lines, List<Table> tables) {
        List<Row> rows = lines.stream()
                .filter(line -> dimension(line) == dimension)
                .map(FindingsGeoPackage::row)
                .toList();
        String style = geometry == null ? null : styles.findings(dimension);
        tables.add(new Table(name, words.get("gpkg." + name), geometry, COLUMNS, rows, style));
    }

    private static int dimension(FindingLine line) {
        return line.place().map(place -> place.shape().getDimension()).orElse(-1);
    }

    private static Row row(FindingLine line) {
        return new Row(
                line.place().map(place -> several(place.shape())).orElse(null),
                Arrays.asList(
                        line.number() == 0 ? null : line.number(),
                        line.mark(),
                        line.judged().name(),
                        line.verdict(),
                        line.group(),
                        line.rule(),
                        line.title(),
                        line.subject(),
                        line.building(),
                        line.measured(),
                        real(line.value()),
                        line.required(),
                        line.comparator(),
                        real(line.limit()),
                        line.unit(),
                        real(line.margin()),
                        line.marginUnit(),
                        line.says(),
                        line.clause(),
                        line.grade(),
                        line.how(),
                        line.place()
                                .map(place -> place.measured() ? "MEASURED" : "SUBJECT")
                                .orElse(null),
                        line.far() ? 1 : 0));
    }

    private static Double real(BigDecimal number) {
        return number == null
                ? null
                : (Double) number.setScale(DECIMALS, RoundingMode.HALF_UP).doubleValue();
    }

    /** As a geometry of several parts, all of the highest dimension that there is: a layer holds shapes of one kind. */
    private static Geometry several(Geometry shape) {
        GeometryFactory factory = shape.getFactory();
        List<Geometry> parts = new ArrayList<>();
        parts(shape, shape.getDimension(), parts);
        return switch (shape.getDimension()) {
            case 2 -> factory.createMultiPolygon(parts.toArray(Polygon[]::new));
            case 1 ->
                factory.createMultiLineString(parts.stream()
                        .map(part -> factory.createLineString(part.getCoordinates()))
                        .toArray(LineString[]::new));
            default -> factory.createMultiPoint(parts.toArray(Point[]::new));
        };
    }

    private static void parts(Geometry shape, int dimension, List<Geometry> parts) {
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            Geometry part = shape.getGeometryN(i);
            if (part.getNumGeometries() > 1) {
                parts(part, dimension, parts);
            } else if (part.getDimension() == dimension) {
                parts.add(part.getGeometryN(0));
            }
        }
    }

    /** One layer for each dimension that shapes of the kind have; none where nothing of it was drawn. */
    private void outlines(Kind kind, List<Table> tables) {
        String name = kind.name().toLowerCase(Locale.ROOT);
        for (int dimension = 2; dimension >= 0; dimension--) {
            int of = dimension;
            List<Row> rows = result.record().outlines().stream()
                    .filter(outline -> outline.kind() == kind
                            && outline.geometry().getDimension() == of
                            && !outline.geometry().isEmpty())
                    .map(outline -> new Row(several(outline.geometry()), List.of(text(outline.id()), name(outline))))
                    .toList();
            if (!rows.isEmpty()) {
                tables.add(new Table(
                        name,
                        words.get("gpkg." + kind),
                        List.of("MULTIPOINT", "MULTILINESTRING", "MULTIPOLYGON").get(of),
                        List.of(new Column("id", Type.TEXT), new Column("name", Type.TEXT)),
                        rows,
                        styles.ground(kind, of)));
            }
        }
    }

    /** By the worst finding about them, as on the plan. */
    private void buildings(List<Table> tables) {
        List<Row> rows = new ArrayList<>();
        for (Outline outline : result.record().outlines()) {
            if (outline.kind() == Kind.BUILDING && outline.geometry().getDimension() == 2) {
                String building = buildings.building(outline.id());
                List<Finding> about = buildings.about(building);
                Verdict worst = about.stream()
                        .map(Finding::verdict)
                        .min(Comparator.naturalOrder())
                        .orElse(Verdict.NOT_APPLICABLE);
                rows.add(new Row(
                        several(outline.geometry()),
                        List.of(
                                text(outline.id()),
                                text(building),
                                name(outline),
                                worst.name(),
                                count(about, Verdict.VIOLATION),
                                count(about, Verdict.UNDETERMINED))));
            }
        }
        if (!rows.isEmpty()) {
            tables.add(new Table(
                    "building",
                    words.get("gpkg.BUILDING"),
                    "MULTIPOLYGON",
                    List.of(
                            new Column("id", Type.TEXT),
                            new Column("building", Type.TEXT),
                            new Column("name", Type.TEXT),
                            new Column("verdict", Type.TEXT),
                            new Column("violations", Type.INTEGER),
                            new Column("undetermined", Type.INTEGER)),
                    rows,
                    styles.buildings()));
        }
    }

    private static int count(List<Finding> about, Verdict verdict) {
        return (int)
                about.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    private String name(Outline outline) {
        return text(words.of(outline.label()));
    }

    private static String text(String text) {
        return Xml.allowed(text);
    }
}
