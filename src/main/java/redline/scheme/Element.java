package redline.scheme;

/**
 * A thing of one of the simple {@link Layer}s: what is stated of it is its components, each {@link Stated}. Components are
 * BigDecimal, Integer, Boolean, String or a JTS geometry; {@code building}, {@code side}, {@code road} name others by id.
 */
public interface Element {
    String id();

    String name();

    /** Of a parcel or sub-zone; null = unknown. */
    String parcel();
}
