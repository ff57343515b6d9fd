package redline.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import redline.sun.Obstacles;
import redline.sun.Window;

/**
 * Quarters of thirty houses between roads: twenty slabs of 11 storeys with bays, six windows to the south a storey, and ten towers of 17 with
 * four, so 2 000 windows; roof rooms above. Every third house is new. Turned out of the grid by a few degrees, as estates are.
 */
final class HousingEstate {
    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final double STOREY = 2.9;
    private static final double SILL = 0.9;

    /** One solid as it was given, for whoever casts rays. */
    record Block(boolean added, Polygon outline, double bottom, double top) {}

    final Set<String> added = new HashSet<>();
    final List<Window> windows = new ArrayList<>();
    final List<Block> blocks = new ArrayList<>();
    final Obstacles obstacles;
    private final Obstacles.Builder builder = new Obstacles.Builder();

    HousingEstate(int quarters) {
        Random random = new Random(30);
        for (int quarter = 0; quarter < quarters; quarter++) {
            double x0 = quarter % 5 * 330.0;
            double y0 = quarter / 5 * 380.0;
            for (int house = 0; house < 30; house++) {
                boolean tower = house % 3 == 2;
                double x = x0 + house % 5 * 58 + random.nextDouble(-4, 4);
                double y = y0 + house / 5 * 56 + random.nextDouble(-4, 4);
                double turn = Math.toRadians(7 + random.nextInt(3) * 4 - 4);
                house("q" + quarter + "-" + house, house % 3 == 1, tower, x, y, turn);
            }
        }
        obstacles = builder.build();
    }

    private void house(String name, boolean isNew, boolean tower, double x, double y, double turn) {
        if (isNew) {
            added.add(name);
        }
        int storeys = tower ? 17 : 11;
        double top = storeys * STOREY + 0.6;
        AffineTransformation place = AffineTransformation.rotationInstance(turn).translate(x, y);
        double width = tower ? 24 : 36;
        double depth = tower ? 18 : 12;
        int rows = tower ? 4 : 6;
        double bay = width / rows;
        List<Coordinate> ring = new ArrayList<>(List.of(new Coordinate(0, 0)));
        for (int i = 1; i < rows; i += 2) { // a loggia of 1.5 m depth between every other pair of windows
            double at = i * bay;
            ring.add(new Coordinate(at - 0.8, 0));
            ring.add(new Coordinate(at - 0.8, 1.5));
            ring.add(new Coordinate(at + 0.8, 1.5));
            ring.add(new Coordinate(at + 0.8, 0));
        }
        ring.add(new Coordinate(width, 0));
        ring.add(new Coordinate(width, depth));
        ring.add(new Coordinate(0, depth));
        ring.add(new Coordinate(0, 0));
        block(name, isNew, place, ring, 0, top);
        double mid = width / 2;
        block(
                name,
                isNew,
                place,
                List.of(
                        new Coordinate(mid - 3, 5),
                        new Coordinate(mid + 3, 5),
                        new Coordinate(mid + 3, 11),
                        new Coordinate(mid - 3, 11),
                        new Coordinate(mid - 3, 5)),
                top,
                top + 4.2);
        Coordinate normal = new Coordinate(Math.sin(turn), -Math.cos(turn));
        for (int storey = 0; storey < storeys; storey++) {
            for (int i = 0; i < rows; i++) {
                double from = i * bay + (i % 2 == 0 ? 1.2 : bay - 3);
                Coordinate a = place.transform(new Coordinate(from, 0), new Coordinate());
                Coordinate b = place.transform(new Coordinate(from + 1.8, 0), new Coordinate());
                windows.add(new Window(
                        name + "-" + storey + "-" + i,
                        name,
                        a.x,
                        a.y,
                        b.x,
                        b.y,
                        storey * STOREY + SILL,
                        normal.x,
                        normal.y));
            }
        }
    }

    private void block(
            String name, boolean isNew, AffineTransformation place, List<Coordinate> ring, double bottom, double top) {
        Polygon outline = (Polygon) place.transform(SHAPES.createPolygon(ring.toArray(Coordinate[]::new)));
        blocks.add(new Block(isNew, outline, bottom, top));
        builder.prism(name, outline, bottom, top);
    }
}
