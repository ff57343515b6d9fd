package redline.report;

import redline.quantity.Language;
import redline.report.SunScene.Body;
import redline.report.SunScene.Opening;

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
