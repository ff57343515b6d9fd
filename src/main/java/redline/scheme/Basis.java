package redline.scheme;

/** Where the judged number of each family comes from (design §4). Obligatory in the header. */
public record Basis(Source footprints, Source floorAreas, Source heights, Source green, Source parking) {
    /** The drawing, or a table that the applicant declares. */
    public enum Source {
        DRAWING,
        TABLE
    }

    public static Basis all(Source source) {
        return new Basis(source, source, source, source, source);
    }
}
