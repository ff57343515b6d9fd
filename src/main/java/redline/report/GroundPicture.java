package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.linearref.LengthIndexedLine;
import redline.sun.Field;

/** Hours of sun on the ground after everything is built, as areas between lines of equal hours. */
final class GroundPicture {
    private static final double FINEST = 1;
    private static final int MOST_POINTS = 60_000;
    private static final int LABELS_A_LINE = 4;
    private static final int TRIES = 200;

    private final SunScene scene;
    private final SunSheet sheet;
    private final Words words;

    private GroundPicture(SunScene scene, Words words, int width, int height) {
        this.scene = scene;
        this.words = words;
        this.sheet = new SunSheet(words, width, height);
    }

    static Plan draw(SunScene scene, Words words, int width, int height) {
        return new GroundPicture(scene, words, width, height).plan();
    }

    /** A step of 1 m, coarser by halves of a metre where the ground is large. */
    private static double step(Envelope around) {
        double step = FINEST;
        while (around.getWidth() / step * (around.getHeight() / step) > MOST_POINTS) {
            step += 0.5;
        }
        return step;
    }

    private Plan plan() {
        sheet.title(
                words.get("sun.ground"),
                sheet.basis(scene.study().path(), scene.study().counting()));
        Envelope reach = scene.reach();
        double margin = 0.12 * Math.max(reach.getWidth(), reach.getHeight());
        reach.expandBy(margin);
        Frame frame = sheet.frame(reach);
        double step = step(reach);
        Field field = Field.of(scene.study(), reach, step, scene.ground());
        List<Geometry> areas = IntStream.range(0, SunStyle.BOUNDS.size())
                .parallel()
                .mapToObj(i -> IsoHours.atLeast(field, SunStyle.BOUNDS.get(i)))
                .toList();
        Coordinate low = frame.onSheet(new Coordinate(field.west(), field.south()));
        Coordinate high = frame.onSheet(
                new Coordinate(field.west() + (field.columns() - 1) * step, field.south() + (field.rows() - 1) * step));
        sheet.shapes.add("<path class=\"hours-0\" d=\"M" + Frame.n(low.x) + " " + Frame.n(low.y) + "H" + Frame.n(high.x)
                + "V" + Frame.n(high.y) + "H" + Frame.n(low.x) + "Z\" fill=\"" + SunStyle.fill(0) + "\"/>");
        for (int i = 0; i < areas.size(); i++) {
            Geometry shown = areas.get(i).isEmpty() ? null : frame.cut(areas.get(i));
            if (shown != null) {
                sheet.shapes.add("<path class=\"hours-" + (i + 1) + "\" fill-rule=\"evenodd\" d=\"" + frame.path(shown)
                        + "\" fill=\"" + SunStyle.fill(i + 1) + "\" stroke=\"#1f2328\" stroke-width=\"0.5\"/>");
            }
        }
        scene.bodies().forEach(body -> sheet.body(body, frame));
        SunWindows.draw(scene, frame, sheet.shapes);
        scene.bodies().forEach(body -> sheet.bodyName(body, frame));
        for (int i = 0; i < areas.size(); i++) {
            label(areas.get(i), SunStyle.BOUNDS.get(i), frame);
        }
        legend(step);
        sheet.furniture(frame, scene.crs(), scene.study().path().convergence());
        return sheet.plan();
    }

    /** The hours beside their line, where there is room outside the buildings, far from each other. */
    private void label(Geometry area, int hours, Frame frame) {
        if (area.isEmpty()) {
            return;
        }
        List<Coordinate> taken = new ArrayList<>();
        Envelope within = area.getEnvelopeInternal();
        within.expandBy(-1e-3); // the edge of the field is no line of equal hours
        LengthIndexedLine line = new LengthIndexedLine(area.getBoundary());
        double length = line.getEndIndex();
        for (int i = 1; i < TRIES; i++) {
            // by the golden ratio, so that tries are spread from the first on
            Coordinate here = line.extractPoint(i * 0.618034 % 1 * length);
            Coordinate at = frame.onSheet(here);
            boolean inside = at.x > 40
                    && at.x < sheet.width - SunSheet.PANEL - 40
                    && at.y > SunSheet.TITLE + 60
                    && at.y < sheet.height - 60;
            if (inside
                    && taken.size() < LABELS_A_LINE
                    && !built(here)
                    && within.contains(here)
                    && taken.stream().noneMatch(other -> other.distance(at) < 180)
                    && sheet.label(hours + " h", at, 10, PlanStyle.INK, true)) {
                taken.add(at);
            }
        }
    }

    private boolean built(Coordinate at) {
        return scene.bodies().stream()
                .flatMap(body -> body.parts().stream())
                .anyMatch(part ->
                        part.outline().distance(part.outline().getFactory().createPoint(at)) < 2);
    }

    private void legend(double step) {
        for (int i = 0; i <= SunStyle.BOUNDS.size(); i++) {
            sheet.keyArea(
                    "fill=\"" + SunStyle.fill(i) + "\" stroke=\"#1f2328\" stroke-width=\"0.5\"", SunStyle.title(i));
        }
        sheet.gap();
        sheet.keyArea(SunStyle.ADDED_FILL, words.get("sun.added"));
        sheet.keyArea(SunStyle.OTHER_FILL, words.get("sun.others"));
        if (!scene.openings().isEmpty()) {
            sheet.keyLine(SunStyle.WINDOW, words.get("sun.windows"));
        }
        sheet.note(words.get(
                "sun.ground-note",
                java.math.BigDecimal.valueOf(step).stripTrailingZeros().toPlainString(),
                SunText.level(scene.ground())));
    }
}
