package redline.workshop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import redline.casefile.DraftFile;

/** Where files of a draft lie: below {@code rules/} and {@code test-cases/}, and nowhere else. */
public final class DraftPaths {
    public static final String RULES = "rules/";
    public static final String CASES = "test-cases/";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,79}";
    private static final Pattern RULE_FILE = Pattern.compile("rules/" + NAME
            + "/(pack\\.yaml|documents\\.yaml|parameters/" + NAME + "\\.yaml|tables/" + NAME + "\\.csv|rules/" + NAME
            + "\\.(drl|md))|rules/profiles/" + NAME + "\\.yaml");
    private static final Pattern CASE_FILE = Pattern.compile("test-cases/(rules/" + NAME + "/" + NAME
            + "/case\\.yaml|bases/" + NAME + "\\.yaml|equivalent-mutants/" + NAME + "\\.yaml)");

    private DraftPaths() {}

    /** Whether a draft may hold a file of this path. */
    public static boolean fits(String path) {
        return RULE_FILE.matcher(path).matches() || CASE_FILE.matcher(path).matches();
    }

    /** The path in a draft of the file that a fault is about; faults of packs and cases leave their folder out. Empty where it is none. */
    public static String ofFault(String file) {
        return Stream.of(file, RULES + file, CASES + file)
                .filter(DraftPaths::fits)
                .findFirst()
                .orElse("");
    }

    /** The files of a draft below one of the two folders, by path relative to it; null where a file would go. */
    static Map<String, byte[]> below(String folder, List<DraftFile> files) {
        Map<String, byte[]> below = new LinkedHashMap<>();
        for (DraftFile file : files) {
            if (file.path().startsWith(folder)) {
                below.put(file.path().substring(folder.length()), file.bytes());
            }
        }
        return below;
    }
}
