package redline.intake;

/** Reads a scheme file (JSON or YAML), optionally with a conditions file that replaces its {@code conditions}. */
public final class SchemeReader {
    private SchemeReader() {}

    /** Never throws for bad input. {@code conditions} may be null. */
    public static Intake read(Source scheme, Source conditions) {
        throw new IllegalStateException("being built");
    }
}
