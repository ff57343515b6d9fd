package redline.workshop;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.measure.Evidence;
import redline.measure.Measure;
import redline.measure.Provenance;
import redline.measure.Reading;
import redline.proof.RuleCase;
import redline.proof.RuleCases;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.rulepack.RuleBook;
import redline.scheme.Dates;

/** Stored records for tests and benches of the back-test: a scheme of the rule cases, its eastern setback varied. */
public final class StoredExamples {
    public static final String ROAD_RULE = "jiaxing-road-setback";
    public static final String PROFILE = "tongxiang";
    public static final LocalDate CHANGE = LocalDate.of(2027, 1, 1);

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Path ROAD_TABLE = Path.of("jiaxing-2018", "tables", "jiaxing-road.csv");

    private StoredExamples() {}

    /** A dwelling of nine storeys, 12.00 m from a secondary road in the east. */
    public static SchemeRecord besideSecondaryRoad(RuleCases cases, RuleBook book) {
        RuleCase twelve = cases.of(ROAD_RULE).stream()
                .filter(one -> one.changes().toString().contains("SECONDARY")
                        && one.expected().get(0).required().equals("≥ 12 m"))
                .findFirst()
                .orElseThrow();
        return cases.record(twelve, book);
    }

    /** The same scheme with another distance to the road, on other dates, some way to the east. */
    public static SchemeRecord varied(SchemeRecord record, BigDecimal metres, Dates dates, double east) {
        List<Fact> facts = record.facts().stream()
                .map(fact -> withDistance(fact, metres.doubleValue()))
                .toList();
        List<Measure> measures = new ArrayList<>();
        for (Measure measure : record.measures()) {
            boolean setback = measure.quantity() == Quantity.SETBACK
                    && measure.subject().id().endsWith("|东");
            measures.add(setback ? withDistance(measure, metres, east) : measure);
        }
        return new SchemeRecord(
                record.name(),
                record.sha256(),
                record.crs(),
                dates,
                record.project(),
                record.letters(),
                facts,
                record.absences(),
                measures,
                record.declared(),
                record.outlines(),
                record.reach());
    }

    private static Fact withDistance(Fact fact, double metres) {
        if (fact instanceof Fact.BuildingSide side && side.id().endsWith("|东")) {
            return new Fact.BuildingSide(
                    side.id(), side.subject(), side.building(), side.side(), side.parcel(), metres);
        }
        if (fact instanceof Fact.VolumeSide side && side.id().endsWith("|东")) {
            return new Fact.VolumeSide(
                    side.id(),
                    side.subject(),
                    side.volume(),
                    side.building(),
                    side.side(),
                    side.parcel(),
                    side.face(),
                    side.faceWidth(),
                    metres);
        }
        return fact;
    }

    private static Measure withDistance(Measure measure, BigDecimal metres, double east) {
        Coordinate line = measure.evidence().geometry().getCoordinates()[1];
        Coordinate at = new Coordinate(line.x + east, line.y);
        Coordinate wall = new Coordinate(at.x - metres.doubleValue(), at.y);
        return new Measure(
                measure.quantity(),
                measure.subject(),
                new Reading.Known(new Value.Amount(metres), Provenance.COMPUTED),
                new Evidence(GEOMETRY.createLineString(new Coordinate[] {wall, at}), List.of()));
    }

    /** The rules with the main body of a high building 14 m from a secondary road from 2027-01-01 on. */
    public static RuleBook fourteenMetres(Path folder) throws IOException {
        return edited(
                folder,
                ROAD_TABLE,
                text -> text.replace("SECONDARY,yes,12,5,,,", "SECONDARY,yes,12,5,,2026-12-31,")
                        + "SECONDARY,yes,14,5,2027-01-01,,表3-2 次干路,secondary\n");
    }

    /** A rule's file that says the same in other bytes. */
    public static byte[] writtenAnew(RuleBook book, String path) {
        String text = new String(book.file(path).orElseThrow(), StandardCharsets.UTF_8);
        return (text.endsWith("\n") ? text : text + "\n").concat("// 重写\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The rules with one file changed; {@code folder} holds a copy of them. */
    public static RuleBook edited(Path folder, Path file, UnaryOperator<String> edit) throws IOException {
        Path rules = Path.of("rules");
        try (Stream<Path> all = Files.walk(rules)) {
            for (Path from : all.toList()) {
                Path to = folder.resolve(rules.relativize(from));
                if (Files.isDirectory(from)) {
                    Files.createDirectories(to);
                } else if (!Files.exists(to)) {
                    Files.copy(from, to);
                }
            }
        }
        Path place = folder.resolve(file);
        String before = Files.readString(place);
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing changed in " + file);
        }
        Files.writeString(place, after);
        return RuleBook.read(folder);
    }
}
