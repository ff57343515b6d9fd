package redline.intake.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import redline.intake.file.FileContents;
import redline.intake.file.Sheet;
import redline.quantity.Text;

/**
 * A table of boundary points (界址点成果表: J1…Jn, X, Y): X is north and Y east, as surveyors write it. A zone number before the easting
 * is kept as it stands.
 *
 * @param points in the order of the table, x east, y north
 */
record BoundaryPoints(Sheet sheet, List<Point> points, boolean swapped) {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    record Point(String name, int row, Coordinate at) {}

    /** The table in a sheet: at least three rows of a point's name and two numbers; empty where it is another table. */
    static Optional<BoundaryPoints> in(Sheet sheet) {
        List<Point> points = new ArrayList<>();
        boolean headed = false;
        for (Sheet.Row row : sheet.rows()) {
            List<Sheet.Cell> cells = row.cells();
            headed |= cells.stream().anyMatch(cell -> heads(cell.text()));
            if (cells.size() < 3) {
                continue;
            }
            Sheet.Cell name = cells.stream()
                    .filter(cell -> cell.text().matches("[JjＪ]\\s*\\d{1,5}"))
                    .findFirst()
                    .orElse(headed ? cells.get(0) : null);
            List<Sheet.Cell> numbers = cells.stream()
                    .filter(cell -> !cell.equals(name)
                            && cell.number() != null
                            && cell.number().doubleValue() > 10_000)
                    .toList();
            if (name != null && numbers.size() == 2) {
                points.add(new Point(
                        name.text(),
                        row.number(),
                        new Coordinate(
                                numbers.get(1).number().doubleValue(),
                                numbers.get(0).number().doubleValue())));
            }
        }
        return points.size() < 3 ? Optional.empty() : Optional.of(of(sheet, points));
    }

    /** A heading is short; a text of a megabyte may stand in ten thousand cells. */
    private static boolean heads(String text) {
        return text.length() <= 100 && (text.contains("界址点") || text.contains("点号") || text.contains("点名"));
    }

    /** Northings of China are 1 to 6 million; where the second column holds them, the columns stand the other way round. */
    private static BoundaryPoints of(Sheet sheet, List<Point> points) {
        boolean swapped = points.stream()
                .allMatch(point -> point.at().x > 1_000_000
                        && point.at().x < 6_000_000
                        && (point.at().y < 1_000_000 || point.at().y > 13_000_000));
        List<Point> turned = points.stream()
                .map(point -> swapped
                        ? new Point(point.name(), point.row(), new Coordinate(point.at().y, point.at().x))
                        : point)
                .toList();
        Point first = turned.get(0);
        Point last = turned.get(turned.size() - 1);
        boolean repeated = turned.size() > 3 && first.at().equals2D(last.at());
        return new BoundaryPoints(sheet, repeated ? turned.subList(0, turned.size() - 1) : turned, swapped);
    }

    Polygon outline() {
        List<Coordinate> ring = new ArrayList<>();
        points.forEach(point -> ring.add(point.at()));
        ring.add(points.get(0).at().copy());
        return FACTORY.createPolygon(ring.toArray(new Coordinate[0]));
    }

    /** That no boundary is drawn, and the points are taken for it. */
    FileContents.Trouble instead() {
        String area = String.format(Locale.ROOT, "%.2f", outline().getArea());
        return new FileContents.Trouble(
                sheet.name(),
                new Text(
                        "图上没有用地红线，以 " + points.size() + " 个界址点作用地红线(" + area + " m²)",
                        "No boundary is drawn: the " + points.size() + " boundary points are the boundary (" + area
                                + " m²)"),
                new Text("图上画了用地红线的，请核对图层的含义", "If one is drawn, check what its layer means"));
    }

    /** How far each point is from the nearest corner that is drawn. */
    List<Survey.Deviation> deviations(Polygon drawn) {
        Coordinate[] corners = drawn.getExteriorRing().getCoordinates();
        List<Survey.Deviation> deviations = new ArrayList<>();
        for (Point point : points) {
            double nearest = Double.POSITIVE_INFINITY;
            for (Coordinate corner : corners) {
                nearest = Math.min(nearest, corner.distance(point.at()));
            }
            deviations.add(new Survey.Deviation(point.name(), point.row(), point.at().y, point.at().x, nearest));
        }
        return deviations;
    }

    /**
     * The greatest of the deviations, and what the areas differ by.
     *
     * @param deviations of these points from {@code drawn}
     */
    List<FileContents.Trouble> against(Polygon drawn, List<Survey.Deviation> deviations) {
        Coordinate[] corners = drawn.getExteriorRing().getCoordinates();
        List<FileContents.Trouble> told = new ArrayList<>();
        Survey.Deviation at = Collections.max(deviations, Comparator.comparingDouble(Survey.Deviation::metres));
        double area = outline().getArea();
        String millimetres = String.format(Locale.ROOT, "%.0f", at.metres() * 1000);
        String difference = String.format(Locale.ROOT, "%.2f", drawn.getArea() - area);
        String surveyed = String.format(Locale.ROOT, "%.2f", area);
        told.add(new FileContents.Trouble(
                sheet.name() + "!" + at.row(),
                new Text(
                        points.size() + " 个界址点，与图上用地红线最大相差 " + millimetres + " mm(" + at.name() + ")；图上面积减成果面积 "
                                + difference + " m²(成果 " + surveyed + " m²)",
                        points.size() + " boundary points, at most " + millimetres + " mm from the drawn boundary ("
                                + at.name() + "); drawn area less surveyed area " + difference + " m² (surveyed "
                                + surveyed + " m²)"),
                new Text("以界址点成果为准；有差的请改图", "The survey counts; mend the drawing where they differ")));
        int more = corners.length - 1 - points.size();
        if (more != 0) {
            told.add(new FileContents.Trouble(
                    sheet.name(),
                    new Text(
                            "图上用地红线 " + (corners.length - 1) + " 个顶点，成果表 " + points.size() + " 个界址点",
                            "The drawn boundary has " + (corners.length - 1) + " corners, the table " + points.size()
                                    + " points"),
                    new Text("请核对是否漏点", "Check whether points are left out")));
        }
        return told;
    }
}
