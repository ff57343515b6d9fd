package redline.report;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import redline.sun.Obstacles;
import redline.sun.Shadows;
import redline.sun.Study;
import redline.sun.SunPath;

/** The shadows on the ground at each full hour of apparent solar time that counts: of what is added in colour, of the rest in grey. */
final class ShadowPicture {
    private final SunScene scene;
    private final SunSheet sheet;
    private final Words words;

    private ShadowPicture(SunScene scene, Words words, int width, int height) {
        this.scene = scene;
        this.words = words;
        this.sheet = new SunSheet(words, width, height);
    }

    static Plan draw(SunScene scene, Words words, int width, int height) {
        return new ShadowPicture(scene, words, width, height).plan();
    }

    private record Hour(int hour, Geometry added, Geometry others) {}

    private Plan plan() {
        Study study = scene.study();
        SunPath path = study.path();
        sheet.title(words.get("sun.shadows"), sheet.basis(path, study.counting()));
        List<Hour> hours = IntStream.rangeClosed(
                        (int) Math.ceil(study.counting().from()),
                        (int) Math.floor(study.counting().to()))
                .parallel()
                .mapToObj(this::at)
                .toList();
        Frame frame = sheet.frame(reach(hours));
        for (Hour hour : hours) {
            shape(
                    hour.others(),
                    frame,
                    "others",
                    "fill=\"#57606a\" fill-opacity=\"0.07\" stroke=\"#8c959f\" "
                            + "stroke-width=\"0.8\" stroke-dasharray=\"4 3\"");
        }
        for (Hour hour : hours) {
            String colour = SunStyle.hour(hour.hour());
            shape(
                    hour.added(),
                    frame,
                    "added",
                    "fill=\"" + colour + "\" fill-opacity=\"0.1\" stroke=\"" + colour + "\" stroke-width=\"1.6\"");
        }
        scene.bodies().forEach(body -> sheet.body(body, frame));
        SunWindows.draw(scene, frame, sheet.shapes);
        for (Hour hour : hours) {
            tip(hour, hour.added(), frame, SunStyle.hour(hour.hour()), true);
        }
        scene.bodies().forEach(body -> sheet.bodyName(body, frame));
        for (Hour hour : hours) {
            tip(hour, hour.others(), frame, PlanStyle.QUIET, false);
        }
        legend(hours, path);
        sheet.furniture(frame, scene.crs(), path.convergence());
        return sheet.plan();
    }

    private Hour at(int hour) {
        return new Hour(hour, shadow(hour, true), shadow(hour, false));
    }

    private Geometry shadow(int hour, boolean added) {
        Obstacles obstacles = scene.study().obstacles();
        IntPredicate those =
                owner -> scene.study().added().contains(obstacles.owners().get(owner)) == added;
        return Shadows.of(obstacles, scene.study().path(), hour, scene.ground(), those);
    }

    /** The buildings, and what is shaded around noon; the long shadows of morning and evening may leave the sheet. */
    private Envelope reach(List<Hour> hours) {
        Envelope reach = scene.reach();
        for (Hour hour : hours) {
            Geometry shown = hour.added().isEmpty() ? hour.others() : hour.added();
            if (Math.abs(hour.hour() - 12) <= 2) {
                reach.expandToInclude(shown.getEnvelopeInternal());
            }
        }
        reach.expandBy(0.04 * Math.max(reach.getWidth(), reach.getHeight()));
        return reach;
    }

    private void shape(Geometry shadow, Frame frame, String kind, String style) {
        Geometry shown = shadow.isEmpty() ? null : frame.cut(shadow);
        if (shown != null) {
            sheet.shapes.add("<path class=\"shadow " + kind + "\" fill-rule=\"evenodd\" d=\"" + frame.path(shown)
                    + "\" " + style + "/>");
        }
    }

    /** The hour where its shadow reaches farthest on the sheet. */
    private void tip(Hour hour, Geometry shadow, Frame frame, String colour, boolean bold) {
        Geometry shown = shadow.isEmpty() ? null : frame.cut(shadow);
        if (shown == null) {
            return;
        }
        double[] sun = scene.study().path().direction(hour.hour());
        Coordinate farthest = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Coordinate corner : shown.getCoordinates()) {
            double far = -corner.x * sun[0] - corner.y * sun[1];
            Coordinate onSheet = frame.onSheet(corner);
            boolean within = onSheet.x > 24
                    && onSheet.x < sheet.width - SunSheet.PANEL - 24
                    && onSheet.y > SunSheet.TITLE + 12
                    && onSheet.y < sheet.height - 12;
            if (within && far > most) {
                most = far;
                farthest = onSheet;
            }
        }
        if (farthest != null) {
            double flat = Math.hypot(sun[0], sun[1]);
            Coordinate at = new Coordinate(farthest.x + 10 * sun[0] / flat, farthest.y - 10 * sun[1] / flat);
            sheet.label(hour.hour() + ":00", at, bold ? 11 : 9, colour, bold);
        }
    }

    private void legend(List<Hour> hours, SunPath path) {
        sheet.keyArea(SunStyle.ADDED_FILL, words.get("sun.added"));
        sheet.keyArea(SunStyle.OTHER_FILL, words.get("sun.others"));
        if (!scene.openings().isEmpty()) {
            sheet.keyLine(SunStyle.WINDOW, words.get("sun.windows"));
        }
        sheet.gap();
        sheet.note(words.get("sun.shadows-key"));
        sheet.gap();
        for (Hour hour : hours) {
            String colour = SunStyle.hour(hour.hour());
            sheet.keyArea(
                    "fill=\"" + colour + "\" fill-opacity=\"0.1\" stroke=\"" + colour + "\" stroke-width=\"1.6\"",
                    words.get("sun.hour", hour.hour() + ":00", SunText.clock(path, hour.hour())));
        }
        sheet.keyArea(
                "fill=\"#57606a\" fill-opacity=\"0.07\" stroke=\"#8c959f\" stroke-width=\"0.8\" stroke-dasharray=\"4 3\"",
                words.get("sun.shadows-others"));
        sheet.note(words.get("sun.shadows-note", SunText.level(scene.ground())));
    }
}
