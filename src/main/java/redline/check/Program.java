package redline.check;

/** The program's own version, printed in every result. A test keeps it equal to the pom's. */
public final class Program {
    public static final String VERSION = "0.1.0";

    private Program() {}
}
