package redline.intake.building;

/** Bounds against files made to harm. */
final class Limits {
    /** Coordinates farther from the origin are no place on earth, in any unit from millimetres up. */
    static final double FARTHEST = 1e11;

    /** Faces that a file makes out of others by reference: templates, links. */
    static final int MOST_COPIES = 500_000;

    /** Elements within elements. */
    static final int DEEPEST = 100;

    private Limits() {}
}
