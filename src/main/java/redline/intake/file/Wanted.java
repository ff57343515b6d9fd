package redline.intake.file;

import java.util.SortedMap;

/**
 * Which features of a file are kept. The others are counted and measured as well, and then let go: a file may hold many more than are ever
 * used, and their shapes need not be made.
 */
@FunctionalInterface
public interface Wanted {
    Wanted ALL = (layer, attributes) -> true;

    /** @param attributes of a feature, as {@link Feature#attributes()} */
    boolean keeps(String layer, SortedMap<String, String> attributes);
}
