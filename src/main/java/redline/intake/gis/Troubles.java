package redline.intake.gis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.intake.file.FileContents.Trouble;
import redline.quantity.Text;

/** The complaints of one file: the first of a kind in full, the others as their number, so that 10⁵ bad rows stay readable. */
final class Troubles {
    private static final int SHOWN = 10;

    private final List<Trouble> shown = new ArrayList<>();
    private final Map<Kind, Integer> counts = new LinkedHashMap<>();

    /** Of which there may be one for every feature. */
    enum Kind {
        SHAPE("个图形", "shapes"),
        OUTLINE("处轮廓", "outlines"),
        TABLE("张表", "tables"),
        PLACE("处坐标", "places");

        private final String zh;
        private final String en;

        Kind(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    void add(String where, Text what, Text remedy) {
        shown.add(new Trouble(where, what, remedy));
    }

    void add(Kind kind, String where, Text what, Text remedy) {
        if (counts.merge(kind, 1, Integer::sum) <= SHOWN) {
            add(where, what, remedy);
        }
    }

    /** Those that were found meanwhile; of kinds that these do not have yet. */
    void addAll(Troubles others) {
        shown.addAll(others.shown);
        counts.putAll(others.counts);
    }

    List<Trouble> all() {
        List<Trouble> all = new ArrayList<>(shown);
        counts.forEach((kind, n) -> {
            if (n > SHOWN) {
                int more = n - SHOWN;
                all.add(new Trouble(
                        "",
                        new Text(
                                "另有 " + more + " " + kind.zh + "有同类问题，没有逐一列出",
                                more + " more " + kind.en + " have the like"),
                        new Text("改好以上各处后重新读一遍", "Mend those above and read the file again")));
            }
        });
        return List.copyOf(all);
    }
}
