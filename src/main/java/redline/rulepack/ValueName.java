package redline.rulepack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The name of one dated value: its file and a hash of what it says, since when, by which clause and document. It stays the same when
 * lines are added, and when the value is closed; whoever looked it up in its source looked up this value and no other.
 */
final class ValueName {
    private static final int DIGITS = 16;

    private ValueName() {}

    static String of(String file, Pack.Parameter.Entry entry) {
        String value = entry.value() == null ? "?" : Decimals.plain(entry.value());
        return name(file, List.of(value), entry.validity().from(), entry.clause(), entry.document());
    }

    /** {@code cells} as written, those of the table's own columns. */
    static String of(String file, List<String> cells, LocalDate from, String clause, String document) {
        return name(file, cells, from, clause, document);
    }

    private static String name(String file, List<String> says, LocalDate from, String clause, String document) {
        List<String> parts = new ArrayList<>(says);
        parts.addAll(List.of(String.valueOf(from), clause, document));
        Map<String, byte[]> hashed = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            hashed.put(String.format("%04d", i), parts.get(i).getBytes(StandardCharsets.UTF_8));
        }
        return file + "@" + RuleFiles.sha256(hashed).substring(0, DIGITS);
    }
}
