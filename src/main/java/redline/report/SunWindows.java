package redline.report;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import redline.report.SunScene.Opening;
import redline.sun.Window;

/** The windows of a scene as thick strokes on a plan. */
final class SunWindows {
    private SunWindows() {}

    static void draw(SunScene scene, Frame frame, List<String> shapes) {
        StringBuilder path = new StringBuilder();
        for (Opening opening : scene.openings()) {
            Window window = opening.sun().window();
            Coordinate a = frame.onSheet(new Coordinate(window.ax(), window.ay()));
            Coordinate b = frame.onSheet(new Coordinate(window.bx(), window.by()));
            path.append('M').append(Frame.n(a.x)).append(' ').append(Frame.n(a.y));
            path.append('L').append(Frame.n(b.x)).append(' ').append(Frame.n(b.y));
        }
        if (!path.isEmpty()) {
            shapes.add("<path class=\"window\" d=\"" + path + "\" " + SunStyle.WINDOW + "/>");
        }
    }
}
