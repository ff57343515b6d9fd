package redline.intake.building;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.intake.file.FileContents;
import redline.quantity.Text;

/** Complaints; of one kind (one remedy) so many stand in full, and how many more there are is said. */
final class Troubles {
    private static final int IN_FULL = 10;

    private final Map<Text, List<FileContents.Trouble>> kinds = new LinkedHashMap<>();
    private final Map<Text, Integer> more = new LinkedHashMap<>();

    void add(String where, Text what, Text remedy) {
        List<FileContents.Trouble> kind = kinds.computeIfAbsent(remedy, none -> new ArrayList<>());
        if (kind.size() < IN_FULL) {
            kind.add(new FileContents.Trouble(shortened(where), what, remedy));
        } else {
            more.merge(remedy, 1, Integer::sum);
        }
    }

    List<FileContents.Trouble> all() {
        List<FileContents.Trouble> all = new ArrayList<>();
        kinds.forEach((remedy, kind) -> {
            all.addAll(kind);
            Integer rest = more.get(remedy);
            if (rest != null) {
                all.add(new FileContents.Trouble(
                        "", new Text("同类问题还有 " + rest + " 处", rest + " more of the same kind"), remedy));
            }
        });
        return all;
    }

    /** A name out of a file, short enough to be shown. */
    static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 79) + "…";
    }
}
