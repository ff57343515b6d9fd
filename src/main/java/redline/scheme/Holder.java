package redline.scheme;

import java.util.Set;

/**
 * Who has a part of a scheme, where it is not supplied: the applicant, or the reviewing authority. The authority keeps control lines and
 * the three lines in layers of its own and hands them to nobody, so that an applicant cannot supply them; where a scheme file or drawing
 * holds some all the same, they are the applicant's like all that stands in it, with what they lack.
 */
public enum Holder {
    APPLICANT,
    AUTHORITY;

    private static final Set<String> LAYERS_OF_AUTHORITY =
            Set.of("controlLines", Layer.FARMLAND.key(), Layer.ECO_RED_LINES.key(), Layer.URBAN_BOUNDARIES.key());

    /** @param path into the scheme file; a whole layer is its key */
    public static Holder of(String path) {
        return LAYERS_OF_AUTHORITY.contains(path) ? AUTHORITY : APPLICANT;
    }
}
