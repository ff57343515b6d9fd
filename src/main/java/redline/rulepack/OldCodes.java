package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.NotChecked;

/** Codes of GB 50137-2011 and what took their place: the table {@code land-use-mapping.csv} of a pack. */
final class OldCodes {
    private static final String TABLE = "LandUseMapping";

    private OldCodes() {}

    /** Old code to current one. */
    static Map<String, String> counterparts(List<Pack> packs) {
        Map<String, String> counterparts = new LinkedHashMap<>();
        rows(packs)
                .forEach((old, row) ->
                        counterparts.put(old, (String) row.values().get("current")));
        return counterparts;
    }

    /** One line for each old code that a scheme writes: as what it was read, or that it has no counterpart. */
    static List<NotChecked> said(SchemeRecord record, List<Pack> packs) {
        Map<String, List<String>> places = new TreeMap<>();
        for (Fact fact : record.facts()) {
            if (fact instanceof Fact.OldCode old) {
                places.computeIfAbsent(old.code(), code -> new ArrayList<>()).add(old.of());
            }
        }
        Map<String, Row> rows = rows(packs);
        List<NotChecked> said = new ArrayList<>();
        places.forEach((code, of) -> said.add(said(code, String.join("、", of), rows.get(code))));
        return said;
    }

    private static NotChecked said(String code, String places, Row row) {
        Text title = new Text("旧用地代码 " + code, "Old land-use code " + code);
        if (row == null) {
            return new NotChecked(
                    "old-land-use-code",
                    title,
                    new Text(
                            places + " 写的 " + code + " 是 GB 50137-2011 的代码,新旧对照表没有它,照原样保留;靠它判断的结论为待核实",
                            places + ": " + code
                                    + " is a code of GB 50137-2011 without counterpart in the table; it is kept as "
                                    + "written, and what hangs on it stays undetermined"));
        }
        Object current = row.values().get("current");
        Citation source = row.citation();
        return new NotChecked(
                "old-land-use-code",
                title,
                new Text(
                        places + " 写的 " + code + " 是 GB 50137-2011 的代码,按对照表读作 " + current + "(" + source.clause() + ";"
                                + source.grade().title().zh() + ")。用途类别、停车配建、海绵分类等凡靠用途的结论都用这个读法",
                        places + ": " + code + " is a code of GB 50137-2011, read as " + current + " ("
                                + source.clause() + "; "
                                + source.grade().title().en() + "). All findings that hang on the use read it so"));
    }

    private static Map<String, Row> rows(List<Pack> packs) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Pack pack : packs) {
            for (Pack.Table table : pack.tables()) {
                if (table.type().name().equals(TABLE)) {
                    table.rows()
                            .forEach(entry ->
                                    rows.put((String) entry.row().values().get("old"), entry.row()));
                }
            }
        }
        return rows;
    }
}
