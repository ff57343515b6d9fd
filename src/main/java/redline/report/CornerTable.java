package redline.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import redline.check.CheckResult;
import redline.fact.Elevation;
import redline.fact.Outline;
import redline.fact.Outline.Kind;

/**
 * The 建筑角点坐标表 (practice §6): corners of the outlines of the scheme's own buildings in its CRS, X to the north and Y to the east, to the
 * millimetre, and the level of ±0.00 that the scheme states. Corners are numbered from the south-west one clockwise, rings of courtyards after
 * the outer one.
 */
public final class CornerTable {
    private static final int DECIMALS = 3;

    private final CheckResult result;
    private final Words words;

    public CornerTable(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
    }

    public List<ReportPage.CornerRow> rows() {
        List<Outline> drawn = result.record().outlines().stream()
                .filter(outline -> outline.kind() == Kind.BUILDING && outline.geometry() instanceof Polygon)
                .toList();
        return drawn.stream()
                .map(outline -> new ReportPage.CornerRow(
                        name(outline, drawn), zero(outline), corners((Polygon) outline.geometry())))
                .toList();
    }

    /** With the part's id where several have the name of one building. */
    private String name(Outline outline, List<Outline> drawn) {
        boolean alone = drawn.stream()
                        .filter(other -> other.label().equals(outline.label()))
                        .count()
                == 1;
        return words.of(outline.label()) + (alone ? "" : Shown.GAP + outline.id());
    }

    /** As stated, to the millimetre; empty where it is not. */
    private String zero(Outline outline) {
        return Objects.requireNonNullElse(result.record().elevations(), List.<Elevation>of()).stream()
                .filter(levels -> levels.zero() != null
                        && levels.parts() != null
                        && levels.parts().stream().anyMatch(part -> part.id().equals(outline.id())))
                .map(levels -> metres(levels.zero()))
                .findFirst()
                .orElse("");
    }

    private static List<ReportPage.Corner> corners(Polygon outline) {
        Polygon ordered = (Polygon) outline.norm();
        List<Coordinate> points = new ArrayList<>(ring(ordered.getExteriorRing().getCoordinates()));
        for (int i = 0; i < ordered.getNumInteriorRing(); i++) {
            points.addAll(ring(ordered.getInteriorRingN(i).getCoordinates()));
        }
        List<ReportPage.Corner> corners = new ArrayList<>();
        for (Coordinate point : points) {
            corners.add(new ReportPage.Corner(
                    String.valueOf(corners.size() + 1), metres(point.getY()), metres(point.getX())));
        }
        return corners;
    }

    private static List<Coordinate> ring(Coordinate[] closed) {
        return Arrays.asList(closed).subList(0, closed.length - 1);
    }

    private static String metres(double value) {
        return metres(BigDecimal.valueOf(value));
    }

    private static String metres(BigDecimal value) {
        return value.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
