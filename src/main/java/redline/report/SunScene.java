package redline.report;

import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import redline.measure.Sunlight;
import redline.quantity.Text;
import redline.sun.Study;
import redline.sun.WindowSun;

/**
 * What pictures of the sun are drawn of, in the coordinates of the study.
 *
 * @param crs printed below the scale, null for none
 * @param ground level of the plane that shadows fall on, m in the datum of the obstacles
 * @param sampling façades of the day; null where it is not set how they are sampled
 */
public record SunScene(
        Study study, String crs, double ground, List<Body> bodies, List<Opening> openings, Sunlight.Facades sampling) {
    public SunScene {
        bodies = List.copyOf(bodies);
        openings = List.copyOf(openings);
    }

    /**
     * A building.
     *
     * @param owner its name among the obstacles' owners
     * @param added whether it stands only afterwards
     */
    public record Body(String owner, Text name, boolean added, List<Part> parts) {
        public Body {
            parts = List.copyOf(parts);
        }
    }

    /** An upright solid of a building; {@code bottom} and {@code top} in m. */
    public record Part(Polygon outline, double bottom, double top) {}

    /** A window with its sun and what people call it. */
    public record Opening(WindowSun sun, Text name) {}

    /** Around all buildings and windows. */
    Envelope reach() {
        Envelope reach = new Envelope();
        for (Body body : bodies) {
            body.parts().forEach(part -> reach.expandToInclude(part.outline().getEnvelopeInternal()));
        }
        for (Opening opening : openings) {
            reach.expandToInclude(
                    opening.sun().window().ax(), opening.sun().window().ay());
            reach.expandToInclude(
                    opening.sun().window().bx(), opening.sun().window().by());
        }
        return reach;
    }

    /** What people call an owner. */
    Text nameOf(String owner) {
        return bodies.stream()
                .filter(body -> body.owner().equals(owner))
                .map(Body::name)
                .findFirst()
                .orElse(Text.same(owner));
    }
}
