package redline.sun;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** A house with windows among blocks, angled and courtyard buildings, volumes that float or stand on others, screens and roofs, turned at will. */
final class RandomLayout {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    final SmallSteps steps = new SmallSteps();
    final List<Window> windows = new ArrayList<>();
    final long seed;
    private final Random random;
    private final boolean standing;
    private final AffineTransformation place;

    RandomLayout(long seed, AffineTransformation place) {
        this(seed, false, place);
    }

    /** @param standing all obstacles are walls and volumes that stand on the ground */
    RandomLayout(long seed, boolean standing, AffineTransformation place) {
        this.seed = seed;
        this.random = new Random(seed);
        this.standing = standing;
        this.place = place;
        Polygon house = turned(outline(random.nextInt(3)), 0, 0);
        double top = random.nextDouble(10, 50);
        prism("house", house, 0, top);
        int others = random.nextInt(6, 12);
        for (int i = 0; i < others; i++) {
            String owner = (random.nextBoolean() ? "new" : "old") + i;
            double angle = random.nextDouble(-2.2, 2.2);
            double far = random.nextDouble(10, 110);
            obstacle(owner, -Math.sin(angle) * far, -Math.cos(angle) * far);
        }
        while (windows.size() < 4) {
            window(house, random.nextDouble(0.5, top - 1), random.nextDouble(0.5, top - 1));
        }
    }

    private void obstacle(String owner, double x, double y) {
        double top = random.nextDouble(5, 80);
        int kind = random.nextInt(8);
        switch (standing && kind > 0 ? 5 : kind) {
            case 0 -> steps.wall(owner, line(x, y), standing ? 0 : random.nextInt(2) * random.nextDouble(0, top), top);
            case 1 -> {
                double bottom = random.nextDouble(0, top);
                prism(owner, turned(outline(random.nextInt(4)), x, y), bottom, top);
            }
            case 2 -> roof(owner, x, y, top);
            case 3 -> {
                Coordinate[] triangle = new Coordinate[3];
                for (int i = 0; i < 3; i++) {
                    triangle[i] = put(
                            x + random.nextDouble(-15, 15), y + random.nextDouble(-15, 15), random.nextDouble(0, top));
                }
                steps.face(owner, triangle);
            }
            case 4 -> stepped(owner, x, y, top);
            default -> prism(owner, turned(outline(random.nextInt(4)), x, y), 0, top);
        }
    }

    /** A podium with a parapet, on it a volume of the same shape that is set back, or reaches over it where it has wings. */
    private void stepped(String owner, double x, double y, double roof) {
        Polygon podium = turned(outline(random.nextInt(4)), x, y);
        double share = random.nextDouble(0.3, 1);
        Coordinate middle = podium.getInteriorPoint().getCoordinate();
        prism(owner, podium, 0, roof);
        Polygon upper = (Polygon) AffineTransformation.scaleInstance(share, share, middle.x, middle.y)
                .transform(podium);
        prism(owner, upper, random.nextDouble(0.5, 1) * roof, roof + random.nextDouble(3, 30));
        Coordinate[] parapet = podium.getExteriorRing().getCoordinates();
        for (int i = 0; i < parapet.length; i++) {
            parapet[i] = put(parapet[i].x, parapet[i].y, 0);
        }
        steps.wall(owner, parapet, roof, roof + 1.2);
    }

    /** A block with a gable roof: two sides and two gables. */
    private void roof(String owner, double x, double y, double eaves) {
        double ridge = eaves + random.nextDouble(1, 10);
        Polygon block = turned(rectangle(random.nextDouble(8, 40), random.nextDouble(6, 15)), x, y);
        prism(owner, block, 0, eaves);
        Coordinate[] at = block.getExteriorRing().getCoordinates();
        Coordinate[] c = new Coordinate[4];
        for (int i = 0; i < 4; i++) {
            c[i] = put(at[i].x, at[i].y, eaves);
        }
        Coordinate west = put((at[0].x + at[3].x) / 2, (at[0].y + at[3].y) / 2, ridge);
        Coordinate east = put((at[1].x + at[2].x) / 2, (at[1].y + at[2].y) / 2, ridge);
        steps.face(owner, c[0], c[1], east, west);
        steps.face(owner, c[2], c[3], west, east);
        steps.face(owner, c[1], c[2], east);
        steps.face(owner, c[3], c[0], west);
    }

    private Coordinate[] line(double x, double y) {
        Coordinate[] line = new Coordinate[random.nextInt(2, 5)];
        for (int i = 0; i < line.length; i++) {
            line[i] = put(x + random.nextDouble(-20, 20), y + random.nextDouble(-20, 20), 0);
        }
        return line;
    }

    private Polygon outline(int kind) {
        double w = random.nextDouble(12, 45);
        double d = random.nextDouble(12, 30);
        double s = random.nextDouble(3, 5);
        return switch (kind) {
            case 0 -> rectangle(w, d);
            case 1 -> polygon(0, 0, w, 0, w, d, w - s, d, w - s, s, 0, s); // an angle
            case 2 -> { // a courtyard
                LinearRing yard = rectangle(w - 2 * s, d - 2 * s).getExteriorRing();
                yard.apply(AffineTransformation.translationInstance(s, s));
                yield SHAPES.createPolygon(
                        rectangle(w, d).getExteriorRing(),
                        new LinearRing[] {random.nextBoolean() ? yard : yard.reverse()});
            }
            default -> polygon(0, 0, w, 0, w, d, w - s, d, w - s, s, s, s, s, d, 0, d); // three wings
        };
    }

    private static Polygon rectangle(double w, double d) {
        return polygon(0, 0, w, 0, w, d, 0, d);
    }

    private static Polygon polygon(double... xy) {
        Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < ring.length; i++) {
            ring[i] = new Coordinate(xy[2 * i % xy.length], xy[(2 * i + 1) % xy.length]);
        }
        return SHAPES.createPolygon(ring);
    }

    private Polygon turned(Polygon outline, double x, double y) {
        Polygon turned = (Polygon) AffineTransformation.rotationInstance(random.nextDouble(0, 2 * Math.PI))
                .translate(x, y)
                .transform(outline);
        return random.nextBoolean() ? turned : turned.reverse();
    }

    private void prism(String owner, Polygon outline, double bottom, double top) {
        steps.prism(owner, (Polygon) place.transform(outline), bottom, top);
    }

    private Coordinate put(double x, double y, double z) {
        Coordinate put = place.transform(new Coordinate(x, y), new Coordinate());
        put.setZ(z);
        return put;
    }

    /** In some wall of the house, of the street or of the courtyard, one above the other. */
    private void window(Polygon house, double... sills) {
        int hole = random.nextInt(1 + house.getNumInteriorRing());
        Coordinate[] ring = (hole == 0 ? house.getExteriorRing() : house.getInteriorRingN(hole - 1)).getCoordinates();
        int i = random.nextInt(ring.length - 1);
        double length = ring[i].distance(ring[i + 1]);
        double ux = (ring[i + 1].x - ring[i].x) / length;
        double uy = (ring[i + 1].y - ring[i].y) / length;
        double begin = random.nextDouble(0.2, length - 1);
        double end = Math.min(begin + random.nextDouble(0.6, 2.4), length - 0.1);
        double mx = ring[i].x + ux * (begin + end) / 2;
        double my = ring[i].y + uy * (begin + end) / 2;
        boolean left = !house.contains(SHAPES.createPoint(new Coordinate(mx - 0.01 * uy, my + 0.01 * ux)));
        Coordinate a = put(ring[i].x + ux * begin, ring[i].y + uy * begin, 0);
        Coordinate b = put(ring[i].x + ux * end, ring[i].y + uy * end, 0);
        Coordinate out = put(mx + (left ? -uy : uy), my + (left ? ux : -ux), 0);
        Coordinate middle = put(mx, my, 0);
        for (double sill : sills) {
            windows.add(new Window(
                    "w" + windows.size(), "house", a.x, a.y, b.x, b.y, sill, out.x - middle.x, out.y - middle.y));
        }
    }
}
