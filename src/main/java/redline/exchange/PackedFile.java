package redline.exchange;

/**
 * A file of a package.
 *
 * @param path in the zip
 * @param name that it had
 * @param sha256 of its contents, lower-case hex
 * @param size bytes
 */
public record PackedFile(String path, Role role, String name, String sha256, long size) {
    /** What it is there for. */
    public enum Role {
        /** Handed in. */
        SCHEME("scheme"),
        /** Planning conditions, handed in beside the scheme. */
        CONDITIONS("conditions"),
        RESULT("result"),
        REPORT("report"),
        /** An issued paper. */
        PAPER("paper"),
        /** An issued paper with its seal. */
        SEALED("sealed"),
        /** Of a pack of rules, or of its cases. */
        RULES("rules");

        private final String word;

        Role(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    public static final String RESULT_PATH = "result.json";
    public static final String REPORT_PATH = "report.pdf";

    /** Where the file of this number lies, from 1; the number keeps two of one name apart, and harmless what a name may hold. */
    static String path(String folder, int number, String name) {
        return "%s/%02d %s".formatted(folder, number, name);
    }

    /** Whether a file may be called so: a name, no path, nothing that cannot be seen. */
    static boolean named(String name) {
        return !name.isBlank()
                && name.length() <= 300
                && name.codePoints().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }
}
