package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.geom.LineSegment;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.measure.Sunlight;
import redline.measure.Sunlight.Stretch;
import redline.measure.Sunlight.WindowRow;
import redline.quantity.Language;
import redline.sun.SunPath;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sunlight study for programs; names and meaning are in {@code docs/sunlight.md}. Every key is always there, null where unknown. */
public final class SunJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

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
        return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
                .getBytes(StandardCharsets.UTF_8);
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
        double degrees = Math.toDegrees(Math.atan2(row.nx(), row.ny()))
                + sunlight.place().convergence();
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
