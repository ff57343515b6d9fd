package redline.output;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Where balloons stand so that none covers another: at their place, else around it, ever farther out. */
final class Balloons {
    private static final int MOST_RINGS = 40;
    private static final int WAYS = 8;

    private final double height;
    private final List<Envelope> taken = new ArrayList<>();

    /** @param height of the letters of a mark, m */
    Balloons(double height) {
        this.height = height;
    }

    double radius(String mark) {
        return height * (0.55 + 0.25 * mark.length());
    }

    /**
     * Takes the nearest room that is free.
     *
     * @param way from the place on which room is looked for first, radians
     * @param beside how much room is needed to the right of the circle, too
     * @return the middle of the circle
     */
    Coordinate put(Coordinate place, double way, double radius, double beside) {
        for (int ring = beside > 0 ? 1 : 0; ring <= MOST_RINGS; ring++) {
            int ways = ring == 0 ? 1 : WAYS * ring;
            for (int i = 0; i < ways; i++) {
                double turn = way + 2 * Math.PI * i / ways;
                double away = ring * radius * 2.1;
                Coordinate at = new Coordinate(place.x + Math.cos(turn) * away, place.y + Math.sin(turn) * away);
                Envelope room = new Envelope(at.x - radius, at.x + radius + beside, at.y - radius, at.y + radius);
                if (taken.stream().noneMatch(room::intersects)) {
                    taken.add(room);
                    return at;
                }
            }
        }
        return place;
    }
}
