package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.locationtech.jts.geom.LineSegment;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.measure.Sunlight;
import redline.measure.Sunlight.Stretch;
import redline.measure.Sunlight.WindowRow;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.sun.SunPath;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sunlight study for programs; names and meaning are in {@code docs/sunlight.md}. Every key is always there, null where unknown. */
public final class SunJson {

    private final Sunlight sunlight;
    private final BigDecimal hours;
    private final Language language;

    private SunJson(Sunlight sunlight, BigDecimal hours, Language language) {
        this.sunlight = sunlight;
        this.hours = hours;
        this.language = language;
    }

    /**
     * UTF-8 with a newline at the end; names of what is missing are in {@code language}.
     *
     * @param hours what has less is marked; null marks none
     */
    public static byte[] write(SchemeRecord record, Sunlight sunlight, BigDecimal hours, Language language) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("scheme").put("name", record.name()).put("sha256", record.sha256());
        new SunJson(sunlight, hours, language).fill(root);
        return JsonFile.of(root);
    }

    private void fill(ObjectNode root) {
        Sunlight.Place place = sunlight.place();
        if (place == null) {
            root.putNull("place");
        } else {
            root.putObject("place")
                    .put("latitude", place.latitude())
                    .put("longitude", place.longitude())
                    .put("convergence", BigDecimal.valueOf(place.convergence()).setScale(6, RoundingMode.HALF_UP))
                    .put("stated", place.stated());
        }
        root.put("hours", plain(hours));
        ArrayNode days = root.putArray("days");
        sunlight.days().forEach(day -> day(days.addObject(), day));
        if (sunlight.facades() == null) {
            root.putNull("facades");
        } else {
            ArrayNode facades = root.putArray("facades");
            sunlight.facades().forEach(of -> facades(facades.addObject(), of));
        }
    }

    private void facades(ObjectNode to, Sunlight.Facades of) {
        to.put("kind", of.kind().name())
                .put("date", of.date().toString())
                .put("spacing", of.spacing())
                .put("sill", of.sill());
        missing(to.putArray("missing"), of.missing());
        ArrayNode gaps = to.putArray("gaps");
        for (Sunlight.Gap gap : of.gaps()) {
            missing(gaps.addObject().put("building", gap.building()).putArray("missing"), gap.missing());
        }
        ArrayNode facades = to.putArray("facades");
        for (Sunlight.Facade facade : of.facades()) {
            ObjectNode one = facades.addObject()
                    .put("building", facade.building())
                    .put("part", facade.part())
                    .put("facing", azimuth(facade.nx(), facade.ny()))
                    .put("length", metres(facade.line().getLength()));
            ArrayNode storeys = one.putArray("storeys");
            facade.rows().forEach(row -> storey(storeys.addObject(), facade, row));
        }
    }

    private void storey(ObjectNode to, Sunlight.Facade facade, Sunlight.FacadeRow row) {
        FacadeLine line = new FacadeLine(Text.same(facade.building()), 0, facade, List.of(row));
        BigDecimal with = hours == null ? null : line.lengthWith(hours);
        to.put("storey", row.storey())
                .put("level", plain(row.level()))
                .put("leastBefore", plain(line.least(false)))
                .put("mostBefore", plain(line.most(false)))
                .put("leastAfter", plain(line.least(true)))
                .put("mostAfter", plain(line.most(true)))
                .put("sampled", plain(line.length()))
                .put("lengthWithHours", plain(with))
                .put("lengthWithLess", with == null ? null : plain(line.length().subtract(with)));
        ArrayNode pieces = to.putArray("pieces");
        row.pieces()
                .forEach(piece -> pieces.addObject()
                        .put("from", plain(piece.from()))
                        .put("to", plain(piece.to()))
                        .put("hoursBefore", plain(piece.before()))
                        .put("hoursAfter", plain(piece.after())));
        ArrayNode takers = to.putArray("shadedBy");
        row.takers()
                .forEach(taker ->
                        takers.addObject().put("building", taker.building()).put("most", plain(taker.most())));
        missing(to.putArray("missing"), row.missing());
        missing(to.putArray("missingBefore"), row.missingBefore());
    }

    private void day(ObjectNode to, Sunlight.Day day) {
        to.put("kind", day.kind().name()).put("date", day.date().toString());
        ArrayNode ways = to.putArray("ways");
        day.ways()
                .forEach(way -> ways.addObject()
                        .put("date", way.date().toString())
                        .put("from", SunPath.second(way.from()))
                        .put("to", SunPath.second(way.to()))
                        .put("continuous", way.continuous())
                        .put("leastMinutes", way.leastMinutes())
                        .put("mostStretches", way.mostStretches())
                        .put("leastSweep", way.leastSweep())
                        .put("fullWindow", way.fullWindow())
                        .put("width", way.width())
                        .put("nurseryWidth", way.nurseryWidth())
                        .put("allWindows", way.allWindows()));
        ArrayNode windows = to.putArray("windows");
        day.windows().forEach(window -> window(windows.addObject(), window));
        ArrayNode homes = to.putArray("homes");
        day.homes()
                .forEach(home -> homes.addObject()
                        .put("id", home.id())
                        .put("hoursBefore", plain(home.hoursBefore()))
                        .put("hoursAfter", plain(home.hoursAfter()))
                        .put("secondBefore", plain(home.secondBefore()))
                        .put("secondAfter", plain(home.secondAfter()))
                        .put("governingWindow", home.best())
                        .put("less", less(home.hoursAfter())));
    }

    private void window(ObjectNode to, WindowRow row) {
        to.put("id", row.id())
                .put("name", row.name())
                .put("building", row.building())
                .put("home", row.home())
                .put("room", row.room())
                .put("storey", row.storey())
                .put("sill", plain(row.sill()))
                .put("facing", facing(row));
        counted(to, row);
        stretches(to.putArray("before"), row.before());
        to.put("hoursBefore", plain(row.hoursBefore()));
        stretches(to.putArray("after"), row.after());
        to.put("hoursAfter", plain(row.hoursAfter())).put("less", less(row.hoursAfter()));
        ArrayNode takers = to.putArray("shadedBy");
        for (Sunlight.Taker taker : row.takers()) {
            ObjectNode one = takers.addObject().put("building", taker.building());
            stretches(one.putArray("when"), taker.when());
        }
        missing(to.putArray("missing"), row.missing());
        missing(to.putArray("missingBefore"), row.missingBefore());
    }

    /** From where to where along the sill, m from its first end. */
    private static void counted(ObjectNode to, WindowRow row) {
        if (row.counted() == null) {
            to.putNull("counted");
            return;
        }
        LineSegment sill = new LineSegment(
                row.line().getCoordinateN(0),
                row.line().getCoordinateN(row.line().getNumPoints() - 1));
        double from = sill.projectionFactor(row.counted().getCoordinateN(0)) * sill.getLength();
        to.putObject("counted")
                .put("from", metres(from))
                .put("to", metres(from + row.counted().getLength()));
    }

    private static BigDecimal metres(double length) {
        return BigDecimal.valueOf(length).setScale(3, RoundingMode.HALF_UP);
    }

    private BigDecimal facing(WindowRow row) {
        if (row.nx() == null || sunlight.place() == null) {
            return null;
        }
        return azimuth(row.nx(), row.ny());
    }

    private BigDecimal azimuth(double nx, double ny) {
        double degrees = Math.toDegrees(Math.atan2(nx, ny)) + sunlight.place().convergence();
        return BigDecimal.valueOf((degrees + 360) % 360).setScale(2, RoundingMode.HALF_UP);
    }

    private static void stretches(ArrayNode to, List<Stretch> stretches) {
        for (Stretch stretch : stretches) {
            to.addObject()
                    .put("from", SunPath.second(stretch.from().doubleValue()))
                    .put("to", SunPath.second(stretch.to().doubleValue()));
        }
    }

    private void missing(ArrayNode to, List<Missing> missing) {
        missing.forEach(one -> to.add(one.label().in(language)));
    }

    private Boolean less(BigDecimal of) {
        return hours == null || of == null ? null : of.compareTo(hours) < 0;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
