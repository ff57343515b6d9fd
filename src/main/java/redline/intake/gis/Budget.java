package redline.intake.gis;

import redline.quantity.Text;

/** How much one file may hold; a file beyond it is refused, because half a file must not be judged. */
final class Budget {
    private static final int POSITIONS = 20_000_000;
    private static final int FEATURES = 2_000_000;

    private int positions;
    private int features;

    /** Thrown through the parser, past the faults of single features. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Text what;

        private Exceeded(Text what) {
            super(what.en(), null, false, false);
            this.what = what;
        }

        Text what() {
            return what;
        }

        static Text remedy() {
            return new Text("请只导出本项目所需的图层和范围", "Export only the layers and the area that the project needs");
        }
    }

    void position() {
        if (++positions > POSITIONS) {
            throw exceeded("坐标点", "positions", POSITIONS);
        }
    }

    void feature() {
        if (++features > FEATURES) {
            throw exceeded("要素", "features", FEATURES);
        }
    }

    private static Exceeded exceeded(String zh, String en, int most) {
        return new Exceeded(new Text("文件里的" + zh + "超过 " + most + " 个", "The file holds more than " + most + " " + en));
    }
}
