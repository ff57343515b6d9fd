package redline.intake.bundle;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import redline.quantity.Text;

/** What one unit of a drawing is. */
public enum DrawingUnit {
    METRE("m", 6, 1, "米", "metres"),
    MILLIMETRE("mm", 4, 0.001, "毫米", "millimetres"),
    CENTIMETRE("cm", 5, 0.01, "厘米", "centimetres"),
    INCH("in", 1, 0.0254, "英寸", "inches"),
    FOOT("ft", 2, 0.3048, "英尺", "feet");

    /** m; what a building or a site measures across, by the facts of real drawings (domain F.6, data README). */
    private static final double LEAST = 5;

    private static final double MOST = 3_000;

    private final String word;
    private final int code;
    private final double metres;
    private final Text title;

    DrawingUnit(String word, int code, double metres, String zh, String en) {
        this.word = word;
        this.code = code;
        this.metres = metres;
        this.title = new Text(zh, en);
    }

    public String word() {
        return word;
    }

    public double metres() {
        return metres;
    }

    public Text title() {
        return title;
    }

    public static Optional<DrawingUnit> of(String word) {
        return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
    }

    /** Of {@code $INSUNITS}; empty where it is another or none. */
    static Optional<DrawingUnit> stated(String code) {
        return Arrays.stream(values())
                .filter(unit -> String.valueOf(unit.code).equals(code))
                .findFirst();
    }

    boolean plausible(double across) {
        return across * metres >= LEAST && across * metres <= MOST;
    }

    /** Those in which an outline that is so many units across could be a building or a site; metres and millimetres only. */
    static List<DrawingUnit> fitting(double across) {
        return List.of(METRE, MILLIMETRE).stream()
                .filter(unit -> unit.plausible(across))
                .toList();
    }
}
