package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Layer;
import redline.scheme.PlannedLand;
import redline.sun.Spans;

/**
 * Least hours of sun at ground level within the minimum setback lines of planned land, at the points that the scheme takes sun from,
 * once it is built; the whole of the time that counts where it takes none. A line of equal hours passes a setback line exactly where
 * there are less hours within. What stands on that land itself does not count: it is to be built anew.
 */
final class SunLands {
    /** Of points over the area, m (domain B.3: areas at 1 × 1), coarser where it is large. */
    private static final double STEP = 1;

    private static final int CELLS = 2500;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** Along the setback lines, where there is least, m (domain B.3: lines at no more than 1). */
    private static final double ALONG = 0.5;

    private final OpenGround open;
    private final SunLook look;
    private final SunSettings settings;

    SunLands(OpenGround open) {
        this.open = open;
        this.look = open.look();
        this.settings = open.settings();
    }

    Taken hours(PlannedLand land) {
        Lacking lacking = open.lacking();
        Place at = ElementMeasures.placeOf(Layer.PLANNED_LANDS, land);
        Text called = new Text("最小退让线围成的范围", "area within the minimum setback lines");
        Polygon outline = open.outline(land.outline(), at, called, lacking);
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        OfLand of = new OfLand(outline, open.level());
        List<SunSettings.Way> ways = open.ways();
        look.variants(ways).forEach(variant -> of.doubts(variant, lacking));
        return lacking.isAny() ? Taken.unknown(lacking.list()) : of.taken(land, ways);
    }

    /** Hours of a point. */
    private record Least(BigDecimal hours, Coordinate point, BigDecimal beside) {}

    private final class OfLand {
        private final double level;
        private final List<Coordinate> points;
        /** How many of the points lie on the setback lines, first and in their order. */
        private final int onLine;

        private final Predicate<SunSolid> elsewhere;
        private final Map<SunLook.Variant, Lit> lit = new HashMap<>();

        /** When each point is lit: with everything, and without what the scheme adds. */
        private record Lit(List<Spans> after, List<Spans> before) {}

        OfLand(Polygon outline, double level) {
            this.level = level;
            List<Coordinate> all = along(outline);
            this.onLine = all.size();
            all.addAll(over(outline));
            this.points = all;
            IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(outline);
            this.elsewhere = solid -> within.locate((solid.outline() == null ? solid.line() : solid.outline())
                            .getInteriorPoint()
                            .getCoordinate())
                    == Location.EXTERIOR;
        }

        private Lit lit(SunLook.Variant variant) {
            return lit.computeIfAbsent(
                    variant,
                    any -> new Lit(
                            look.lit(points, level, variant, elsewhere),
                            look.lit(
                                    points,
                                    level,
                                    variant,
                                    elsewhere.and(solid -> !SunLook.isAdded(solid.building())))));
        }

        void doubts(SunLook.Variant variant, Lacking lacking) {
            Lit now = lit(variant);
            look.doubts(points, now.after, level, variant, lacking);
            Set<PlacedBuilding> unknown = new LinkedHashSet<>();
            look.model().solids().stream()
                    .map(SunSolid::building)
                    .filter(building -> building.building().standing() == null)
                    .forEach(unknown::add);
            for (PlacedBuilding building : unknown) {
                List<Spans> without = look.lit(
                        points,
                        level,
                        variant,
                        solid -> !solid.building().id().equals(building.id()) && elsewhere.test(solid));
                if (!without.equals(now.after)) {
                    lacking.add(building.place().lacks("standing", "拟建或现状", "standing"));
                }
            }
        }

        Taken taken(PlannedLand land, List<SunSettings.Way> ways) {
            Least least = least(look.nominal(ways.get(0)));
            List<Spread> spreads = new ArrayList<>();
            SunHome.spread(
                    spreads,
                    SunSettings.basis("sun-counting", "日照计算口径", "how sunlight is counted"),
                    least.hours,
                    ways.stream().map(way -> least(look.nominal(way)).hours).toList());
            if (!look.model().uncertain().isEmpty()) {
                BigDecimal without = least(look.withoutRoofs(ways.get(0))).hours;
                SunHome.spread(spreads, look.model().uncertainRoofs().get(0), least.hours, List.of(without));
            }
            if (settings.accuracy() != null) {
                SunHome.spread(
                        spreads,
                        SunHome.why(settings.accuracy()),
                        least.hours,
                        List.of(least(look.off(ways.get(0), true)).hours, least(look.off(ways.get(0), false)).hours));
            }
            String step = Numbers.plain(BigDecimal.valueOf(ALONG)) + " m";
            BigDecimal half = least.beside.divide(BigDecimal.valueOf(2));
            SunHome.spread(
                    spreads,
                    new Missing(
                            "settings/sun-grid",
                            new Text("取样间距 " + step, "points " + step + " apart"),
                            Missing.Kind.ACCURACY),
                    least.hours,
                    List.of(least.hours.subtract(half).max(BigDecimal.ZERO)));
            Coordinate there = least.point;
            String formula = there == null
                    ? "∅ → " + Numbers.plain(least.hours) + " h"
                    : "min(" + points.size() + ") = " + Numbers.plain(least.hours) + " h @ " + place(there);
            return new Taken(
                    new Reading.Known(new Value.Amount(least.hours), Provenance.COMPUTED, spreads),
                    new Evidence(land.outline(), List.of(formula)));
        }

        /** East and north in the scheme's CRS. */
        private String place(Coordinate point) {
            Coordinate out = open.frame().out(GEOMETRY.createPoint(point)).getCoordinate();
            return Numbers.plain(BigDecimal.valueOf(Math.round(out.x * 100), 2)) + ", "
                    + Numbers.plain(BigDecimal.valueOf(Math.round(out.y * 100), 2));
        }

        private Least least(SunLook.Variant variant) {
            Lit now = lit(variant);
            double whole = variant.day().to() - variant.day().from();
            double least = whole;
            int at = -1;
            for (int i = 0; i < points.size(); i++) {
                double hours = variant.counting().hours(now.after.get(i));
                if (hours < least
                        && !now.before.get(i).without(now.after.get(i)).isEmpty()) {
                    least = hours;
                    at = i;
                }
            }
            return new Least(
                    SunWords.hours(least),
                    at < 0 ? null : points.get(at),
                    at < 0 || at >= onLine ? BigDecimal.ZERO : SunWords.hours(beside(variant, at, least)));
        }

        /** How much the points beside one on the setback lines differ from it, at most. */
        private double beside(SunLook.Variant variant, int at, double hours) {
            double most = 0;
            for (int next : new int[] {Math.floorMod(at - 1, onLine), (at + 1) % onLine}) {
                double there = variant.counting().hours(lit(variant).after.get(next));
                most = Math.max(most, Math.abs(there - hours));
            }
            return most;
        }
    }

    private static List<Coordinate> along(Polygon outline) {
        List<Coordinate> points = new ArrayList<>();
        Coordinate[] corners = outline.getExteriorRing().getCoordinates();
        for (int i = 1; i < corners.length; i++) {
            int parts = (int) Math.max(1, Math.ceil(corners[i - 1].distance(corners[i]) / ALONG));
            for (int part = 0; part < parts; part++) {
                double share = (double) part / parts;
                points.add(new Coordinate(
                        corners[i - 1].x + share * (corners[i].x - corners[i - 1].x),
                        corners[i - 1].y + share * (corners[i].y - corners[i - 1].y)));
            }
        }
        return points;
    }

    private static List<Coordinate> over(Polygon outline) {
        double step = Math.max(STEP, Math.sqrt(outline.getArea() / CELLS));
        Envelope around = outline.getEnvelopeInternal();
        IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(outline);
        List<Coordinate> points = new ArrayList<>();
        for (double y = around.getMinY() + step / 2; y < around.getMaxY(); y += step) {
            for (double x = around.getMinX() + step / 2; x < around.getMaxX(); x += step) {
                Coordinate point = new Coordinate(x, y);
                if (within.locate(point) != Location.EXTERIOR) {
                    points.add(point);
                }
            }
        }
        return points;
    }
}
