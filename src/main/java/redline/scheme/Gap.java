package redline.scheme;

import java.math.BigDecimal;

/**
 * What is stated of two buildings or volumes beside each other: a declared distance in m where nothing is drawn, and the facts
 * of their facing walls that a fire-separation relaxation asks for (GB 50016 table 5.2.2 notes). {@code a} and {@code b} are
 * ids of buildings; {@code side} is where b lies, seen from a.
 */
public record Gap(
        String id,
        String a,
        String b,
        Compass side,
        BigDecimal distance,
        FireWall fireWall,
        Boolean wallsNonCombustible,
        Boolean combustibleEaves,
        Boolean openingsFacing,
        BigDecimal openingShare,
        Boolean lowerRoofRated) {
    /** Which facing wall is a fire wall: none, the higher building's, the lower building's, or one of two equally high. */
    public enum FireWall {
        NONE,
        HIGHER,
        LOWER,
        EQUAL
    }
}
