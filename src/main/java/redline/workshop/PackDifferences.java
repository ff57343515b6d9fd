package redline.workshop;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleChange;
import redline.rulepack.RulePage;
import redline.rulepack.ValuePlace;

/** How the packs of two offices differ: rules that only one has or that are written otherwise, and values in words. */
public record PackDifferences(List<Difference> all) {
    /** Where something is. */
    public enum Side {
        HERE(new Text("只有本处有", "Only here")),
        THERE(new Text("只有对方有", "Only there")),
        BOTH(new Text("两处不同", "Different"));

        private final Text title;

        Side(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }
    }

    /**
     * One difference.
     *
     * @param what the rule, the value or the file
     * @param here what this office says, empty where nothing can be said in a line
     * @param there what the other says
     */
    public record Difference(Side side, String file, Text what, Text here, Text there) {}

    private static final Text NONE = Text.same("");

    /** @param packs ids of those that are looked at; all where it is empty */
    public static PackDifferences between(RuleBook here, RuleBook there, Set<String> packs) {
        Set<Difference> all = new LinkedHashSet<>();
        for (RuleChange change : here.changesTo(there)) {
            String pack = change.file().substring(0, change.file().indexOf('/'));
            if (packs.isEmpty() || packs.contains(pack)) {
                all.add(
                        change instanceof RuleChange.Value value
                                ? value(value)
                                : file((RuleChange.File) change, here, there));
            }
        }
        return new PackDifferences(List.copyOf(all));
    }

    private static Difference value(RuleChange.Value change) {
        ValuePlace place = change.place();
        String zh = place.about().zh().isEmpty() ? "" : place.about().zh() + "：";
        String en = place.about().en().isEmpty() ? "" : place.about().en() + ": ";
        return new Difference(
                side(change.before() != null, change.after() != null),
                change.file(),
                new Text(zh + place.title().zh(), en + place.title().en()),
                said(change.before()),
                said(change.after()));
    }

    private static Side side(boolean here, boolean there) {
        return here && there ? Side.BOTH : here ? Side.HERE : Side.THERE;
    }

    /** {@code 12 m，… – 2026-12-31，表3-2，转引}. */
    private static Text said(ValuePlace place) {
        if (place == null) {
            return NONE;
        }
        String value = place.written() + (place.unit().isEmpty() ? "" : " " + place.unit());
        String dates = place.from() == null && place.to() == null
                ? ""
                : Objects.toString(place.from(), "…") + " – " + Objects.toString(place.to(), "…");
        List<String> parts = new ArrayList<>(List.of(value, dates, place.clause(), place.document()));
        parts.removeIf(String::isBlank);
        Text grade = place.grade().title();
        return new Text(String.join("，", parts) + "，" + grade.zh(), String.join(", ", parts) + ", " + grade.en());
    }

    private static Difference file(RuleChange.File change, RuleBook here, RuleBook there) {
        String name = change.file().substring(change.file().lastIndexOf('/') + 1);
        boolean rule = change.file().contains("/rules/");
        if (!rule) {
            return new Difference(side(change.wasThere(), change.there()), change.file(), Text.same(name), NONE, NONE);
        }
        String id = name.replaceFirst("\\.(drl|md)$", "");
        Text title =
                (change.wasThere() ? here : there).page(id).map(RulePage::title).orElse(Text.same(id));
        boolean both = change.wasThere() && change.there();
        Text part = !both
                ? NONE
                : name.endsWith(".md") ? new Text("（说明页）", " (its page)") : new Text("（规则）", " (the rule)");
        return new Difference(
                side(change.wasThere(), change.there()),
                both ? change.file() : change.file().replaceFirst("\\.(drl|md)$", ""),
                new Text(title.zh() + "（" + id + "）" + part.zh(), title.en() + " (" + id + ")" + part.en()),
                NONE,
                NONE);
    }

    /** As a workbook of one sheet; whatever offices wrote stands in text cells that no program takes for a formula. */
    public void write(Language language, OutputStream out) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CellStyle text = book.createCellStyle();
            text.setQuotePrefixed(true);
            text.setWrapText(true);
            Sheet sheet = book.createSheet(new Text("差别", "Differences").in(language));
            row(
                    sheet,
                    text,
                    List.of(
                            new Text("哪一处", "Where").in(language),
                            new Text("什么", "What").in(language),
                            new Text("本处", "Here").in(language),
                            new Text("对方", "There").in(language),
                            new Text("文件", "File").in(language)));
            for (Difference one : all) {
                row(
                        sheet,
                        text,
                        List.of(
                                one.side().title().in(language),
                                one.what().in(language),
                                one.here().in(language),
                                one.there().in(language),
                                one.file()));
            }
            int[] widths = {14, 44, 40, 40, 44};
            for (int i = 0; i < widths.length; i++) {
                sheet.setColumnWidth(i, widths[i] * 256);
            }
            sheet.createFreezePane(0, 1);
            book.write(out);
        }
    }

    private static void row(Sheet sheet, CellStyle style, List<String> cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.size(); i++) {
            row.createCell(i).setCellValue(cells.get(i));
            row.getCell(i).setCellStyle(style);
        }
    }
}
