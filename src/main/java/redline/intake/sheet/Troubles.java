package redline.intake.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.intake.file.FileContents;
import redline.quantity.Text;

/** Collects complaints; of a kind that fills a whole sheet the first ones are told and the others counted. */
final class Troubles {
    private final List<FileContents.Trouble> told = new ArrayList<>();
    private final Map<String, Integer> kinds = new TreeMap<>();
    private int untold;

    void add(String where, Text what, Text remedy) {
        if (told.size() < SheetLimits.COMPLAINTS) {
            told.add(new FileContents.Trouble(where, what, remedy));
        } else {
            untold++;
        }
    }

    /** @param kind one word for what is alike, {@code sheet} where */
    void add(String sheet, String kind, String ref, Text what, Text remedy) {
        int count = kinds.merge(kind + " " + sheet, 1, Integer::sum);
        if (count <= SheetLimits.OF_A_KIND) {
            add(place(sheet, ref), what, remedy);
        } else {
            untold++;
        }
    }

    static String place(String sheet, String ref) {
        return ref.isEmpty() ? sheet : sheet + "!" + ref;
    }

    List<FileContents.Trouble> all() {
        if (untold == 0) {
            return List.copyOf(told);
        }
        List<FileContents.Trouble> all = new ArrayList<>(told);
        all.add(new FileContents.Trouble(
                "",
                new Text("同类的问题还有 " + untold + " 处，没有一一列出", untold + " more of these are not listed one by one"),
                new Text("请改好已列出的，再读一次", "Mend those listed, then read the file again")));
        return all;
    }
}
