package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.ConcentratedGreen;
import redline.scheme.Layer;
import redline.sun.Spans;

/**
 * How much of a concentrated green lies outside of the shadow line (标准的建筑日照阴影线) once everything is built: the share of its
 * points, in the middles of square cells, that have the hours which make that line, at the level of the lowest outdoor ground of the scheme.
 */
final class SunGreens {
    /** Of cells, at most, m (domain B.3: areas at 1 × 1). */
    private static final double STEP = 1;

    private static final int CELLS = 2500;

    private final OpenGround open;
    private final SunLook look;
    private final SunSettings settings;

    SunGreens(OpenGround open) {
        this.open = open;
        this.look = open.look();
        this.settings = open.settings();
    }

    Taken share(ConcentratedGreen green) {
        Lacking lacking = open.lacking();
        if (settings.greenHours().isEmpty()) {
            lacking.add(SunSettings.basis("sun-green", "集中绿地日照阴影线的时数", "hours that make the shadow line of greens"));
        }
        Place at = ElementMeasures.placeOf(Layer.CONCENTRATED_GREENS, green);
        Polygon outline = open.outline(green.outline(), at, new Text("轮廓", "outline"), lacking);
        if (lacking.isAny()) {
            return Taken.unknown(lacking.list());
        }
        Grid grid = new Grid(outline);
        List<SunSettings.Way> ways = open.ways();
        for (SunLook.Variant variant : look.variants(ways)) {
            look.doubts(grid.points, spans(grid, variant), open.level(), variant, lacking);
        }
        return lacking.isAny() ? Taken.unknown(lacking.list()) : taken(green, grid, ways);
    }

    private Taken taken(ConcentratedGreen green, Grid grid, List<SunSettings.Way> ways) {
        double least = settings.greenHours().get(0);
        boolean[] lit = lit(grid, look.nominal(ways.get(0)), least);
        BigDecimal number = share(lit);
        String cell = Numbers.plain(SunWords.hours(grid.step)) + " m";
        List<String> formula = new ArrayList<>();
        formula.add("≥ " + Numbers.plain(BigDecimal.valueOf(least)) + " h: " + count(lit) + " ÷ " + lit.length + " ("
                + cell + " × " + cell + ")");
        List<BigDecimal> counted = new ArrayList<>();
        for (SunSettings.Way way : ways) {
            for (double hours : settings.greenHours()) {
                counted.add(share(lit(grid, look.nominal(way), hours)));
            }
        }
        List<Spread> spreads = new ArrayList<>();
        SunHome.spread(spreads, SunSettings.basis("sun-green", "日照计算口径", "how sunlight is counted"), number, counted);
        if (!look.model().uncertain().isEmpty()) {
            BigDecimal without = share(lit(grid, look.withoutRoofs(ways.get(0)), least));
            SunHome.spread(spreads, look.model().uncertainRoofs().get(0), number, List.of(without));
        }
        if (settings.accuracy() != null) {
            BigDecimal low = share(lit(grid, look.off(ways.get(0), true), least));
            BigDecimal high = share(lit(grid, look.off(ways.get(0), false), least));
            SunHome.spread(spreads, SunHome.why(settings.accuracy()), number, List.of(low, high));
        }
        BigDecimal off = SunWords.hours(grid.along(lit) / 2.0 / lit.length);
        Missing step = new Missing(
                "settings/sun-grid", new Text("取样间距 " + cell, "points " + cell + " apart"), Missing.Kind.ACCURACY);
        SunHome.spread(
                spreads,
                step,
                number,
                List.of(
                        number.subtract(off).max(BigDecimal.ZERO),
                        number.add(off).min(BigDecimal.ONE)));
        return new Taken(
                new Reading.Known(new Value.Amount(number), Provenance.COMPUTED, spreads),
                new Evidence(green.outline(), formula));
    }

    /** Which points have as many hours. */
    private boolean[] lit(Grid grid, SunLook.Variant variant, double least) {
        List<Spans> spans = spans(grid, variant);
        boolean[] lit = new boolean[spans.size()];
        for (int i = 0; i < lit.length; i++) {
            lit[i] = variant.counting().hours(spans.get(i)) >= least;
        }
        return lit;
    }

    private List<Spans> spans(Grid grid, SunLook.Variant variant) {
        return grid.lit.computeIfAbsent(variant, any -> look.lit(grid.points, open.level(), variant));
    }

    private static int count(boolean[] lit) {
        int count = 0;
        for (boolean one : lit) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static BigDecimal share(boolean[] lit) {
        return SunWords.hours((double) count(lit) / lit.length);
    }

    /** Middles of cells that lie in an outline. */
    private static final class Grid {
        final double step;
        final List<Coordinate> points = new ArrayList<>();
        /** When each of the points is lit; looked at once for each variant. */
        final Map<SunLook.Variant, List<Spans>> lit = new HashMap<>();

        private final int[][] number;

        Grid(Polygon outline) {
            this.step = Math.min(STEP, Math.sqrt(outline.getArea() / CELLS));
            Envelope around = outline.getEnvelopeInternal();
            int columns = (int) Math.ceil(around.getWidth() / step);
            int rows = (int) Math.ceil(around.getHeight() / step);
            this.number = new int[rows][columns];
            IndexedPointInAreaLocator within = new IndexedPointInAreaLocator(outline);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    Coordinate middle = new Coordinate(
                            around.getMinX() + (column + 0.5) * step, around.getMinY() + (row + 0.5) * step);
                    number[row][column] = -1;
                    if (within.locate(middle) != Location.EXTERIOR) {
                        number[row][column] = points.size();
                        points.add(middle);
                    }
                }
            }
        }

        /** How many cells lie along the shadow line: each may be off by half of itself. */
        int along(boolean[] lit) {
            int along = 0;
            for (int row = 0; row < number.length; row++) {
                for (int column = 0; column < number[row].length; column++) {
                    int cell = number[row][column];
                    if (cell >= 0
                            && (differs(lit, cell, row - 1, column)
                                    || differs(lit, cell, row + 1, column)
                                    || differs(lit, cell, row, column - 1)
                                    || differs(lit, cell, row, column + 1))) {
                        along++;
                    }
                }
            }
            return along;
        }

        private boolean differs(boolean[] lit, int cell, int row, int column) {
            boolean there = row >= 0 && row < number.length && column >= 0 && column < number[row].length;
            int other = there ? number[row][column] : -1;
            return other >= 0 && lit[other] != lit[cell];
        }
    }
}
