package redline.intake.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.intake.file.FileContents.Trouble;
import redline.quantity.Text;

/**
 * Collects the complaints of one file: of a kind the first ones in full, the others as their number, so that 10⁵ bad rows stay readable.
 * Of one kind is what the same remedy mends in the same part of the file.
 */
public final class Troubles {
    private static final int OF_A_KIND = 10;
    private static final int IN_ALL = 300;
    private static final int NAME = 80;

    private final int ofAKind;
    private final Map<Kind, List<Trouble>> kinds = new LinkedHashMap<>();
    private final Map<Kind, Integer> more = new LinkedHashMap<>();
    private int inFull;
    private int beyond;

    private record Kind(String part, Text remedy) {}

    public Troubles() {
        this(OF_A_KIND);
    }

    /** @param ofAKind how many of a kind stand in full */
    public Troubles(int ofAKind) {
        this.ofAKind = ofAKind;
    }

    public void add(String where, Text what, Text remedy) {
        add("", where, what, remedy);
    }

    /** @param part of the file that tells its own first ones, such as a sheet; empty for the file as a whole */
    public void add(String part, String where, Text what, Text remedy) {
        Kind kind = new Kind(part, remedy);
        if (kinds.getOrDefault(kind, List.of()).size() >= ofAKind) {
            more.merge(kind, 1, Integer::sum);
        } else if (inFull >= IN_ALL) {
            beyond++;
        } else {
            inFull++;
            kinds.computeIfAbsent(kind, none -> new ArrayList<>()).add(new Trouble(shortened(where), what, remedy));
        }
    }

    /** Those that were found meanwhile, after these. */
    public void addAll(Troubles others) {
        others.kinds.forEach((kind, told) ->
                told.forEach(trouble -> add(kind.part(), trouble.where(), trouble.what(), kind.remedy())));
        others.more.forEach((kind, rest) -> more.merge(kind, rest, Integer::sum));
        beyond += others.beyond;
    }

    /** Kind by kind. */
    public List<Trouble> all() {
        List<Trouble> all = new ArrayList<>();
        kinds.forEach((kind, told) -> {
            all.addAll(told);
            Integer rest = more.get(kind);
            if (rest != null) {
                all.add(new Trouble(
                        shortened(kind.part()),
                        new Text("另有 " + rest + " 处同类问题未列出", rest + " more of this kind are not listed"),
                        kind.remedy()));
            }
        });
        if (beyond > 0) {
            all.add(new Trouble(
                    "",
                    new Text("另有 " + beyond + " 处问题未列出", beyond + " more problems are not listed"),
                    new Text("请先改正以上各处", "Mend the ones above first")));
        }
        return List.copyOf(all);
    }

    /** A name out of a file, short enough to be shown. */
    public static String shortened(String name) {
        return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
    }
}
