package redline.intake.bundle;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * {@code templates/upload/drawing.properties}: how drawings are read; no limit of a code.
 *
 * @param closeGaps m
 * @param askGaps m
 * @param cardinalWithin degrees
 * @param sameLine m
 * @param officeReach m
 */
record DrawingSettings(double closeGaps, double askGaps, double cardinalWithin, double sameLine, double officeReach) {
    static DrawingSettings of(String properties) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(properties));
        } catch (IOException neverOfAString) {
            throw new UncheckedIOException(neverOfAString);
        }
        return new DrawingSettings(
                number(read, "close-gaps-up-to"),
                number(read, "ask-about-gaps-up-to"),
                number(read, "cardinal-within"),
                number(read, "same-line-within"),
                number(read, "office-layers-within"));
    }

    private static double number(Properties read, String key) {
        try {
            return Double.parseDouble(read.getProperty(key, "").strip());
        } catch (NumberFormatException missing) {
            throw (TableFault)
                    new TableFault("drawing.properties", 0, key + " 不是数", key + " is no number").initCause(missing);
        }
    }
}
