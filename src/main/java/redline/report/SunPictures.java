package redline.report;

import java.util.List;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.report.SunScene.Body;
import redline.report.SunScene.Opening;
import redline.sun.Counting;

/** Pictures of the sun on and around buildings, each a complete SVG document with its text as text. */
public final class SunPictures {
    private SunPictures() {}

    /** Language and size in CSS px. */
    public record Options(Language language, int width, int height) {
        public static Options screen(Language language) {
            return new Options(language, 1100, 760);
        }

        /** The inside of a landscape A3 page. */
        public static Options sheet(Language language) {
            return new Options(language, 1480, 900);
        }

        private Words words() {
            return Words.of(language);
        }
    }

    /** A way of counting and what people call it. */
    public record Way(Text name, Counting counting) {}

    /** The windows of a scene counted in several ways, each with its stretches and their sum; as high as it needs. */
    public static String ways(SunScene scene, List<Way> ways, Options options) {
        return WaysPicture.draw(scene, ways, options.words(), options.width()).svg();
    }

    /** Shadows on the ground at each full hour that counts. */
    public static String shadows(SunScene scene, Options options) {
        return ShadowPicture.draw(scene, options.words(), options.width(), options.height())
                .svg();
    }

    /** Hours on the ground after everything is built. */
    public static String ground(SunScene scene, Options options) {
        return GroundPicture.draw(scene, options.words(), options.width(), options.height())
                .svg();
    }

    /** Hours on the façades of a building; empty where the sun never reaches one. */
    public static String facades(SunScene scene, Body body, Options options) {
        Plan plan = FacadePicture.draw(scene, body, options.words(), options.width(), options.height());
        return plan == null ? "" : plan.svg();
    }

    /** The sky before a window. */
    public static String sunPath(SunScene scene, Opening opening, Options options) {
        return SunPathPicture.draw(scene, opening, options.words(), options.width(), options.height())
                .svg();
    }
}
