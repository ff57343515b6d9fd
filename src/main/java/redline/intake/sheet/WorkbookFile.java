package redline.intake.sheet;

import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Sheet;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** An XLSX or XLSM workbook, in transitional or strict namespaces. */
public final class WorkbookFile {
    private final Upload upload;
    private final Troubles troubles = new Troubles(SheetLimits.OF_A_KIND);
    private final List<FileContents.Layer> layers = new ArrayList<>();
    private final List<FileContents.Value> values = new ArrayList<>();
    private final List<FileContents.Value> ofSheets = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final SheetPart.CellBudget cells = new SheetPart.CellBudget();
    private final TextBudget budget = new TextBudget();
    private String format = "XLSX";

    private WorkbookFile(Upload upload) {
        this.upload = upload;
    }

    /** True for what this reader reads or refuses with its reason: packages of office documents, OLE2 containers, files named as workbooks. */
    public static boolean claims(Upload upload, String start) throws IOException {
        if (start.startsWith(OleFile.START) || upload.extension().matches("xlsx|xlsm|xltx|xltm|xls|et|ett|xlsb")) {
            return true;
        }
        if (!start.startsWith("PK")) {
            return false;
        }
        try (Archive archive = Archive.open(upload.path())) {
            return archive.has("[Content_Types].xml") || archive.hasFolder("xl/") || archive.has("content.xml");
        } catch (SheetFault unreadable) {
            return false;
        }
    }

    /** @param start the first bytes, each as one character */
    public static Reading read(Upload upload, String start) throws IOException {
        if (start.startsWith(OleFile.START)) {
            return OleFile.read(upload);
        }
        WorkbookFile file = new WorkbookFile(upload);
        try (Archive archive = Archive.open(upload.path())) {
            return file.read(archive);
        } catch (SheetFault fault) {
            return Reading.refused(FileContents.refused(upload.name(), file.format, null, fault.trouble()));
        }
    }

    private Reading read(Archive archive) throws SheetFault {
        String main = main(archive);
        Relations relations = Relations.of(archive, main);
        boolean macros = relations.byType("vbaProject").isPresent();
        format = macros ? "XLSM" : "XLSX";
        BookPart book;
        try (XmlPart xml = archive.xml(main)) {
            book = BookPart.read(xml);
        }
        if (book.sheets().isEmpty()) {
            throw new SheetFault(
                    main,
                    new Text("工作簿里一张工作表也没有", "The workbook has no sheet"),
                    new Text("请用 Excel 或 WPS 打开，另存为新的 .xlsx", "Open it in Excel or WPS and save it as a new .xlsx"));
        }
        SheetPart.Lent lent = new SheetPart.Lent(
                texts(archive, relations), formats(archive, relations), book.date1904(), budget, cells);
        if (lent.texts().cut() > 0) {
            troubles.add("sharedStrings", CellValue.tooLong(), new Text("请缩短这些文字", "Shorten these texts"));
        }
        Recalculation recalculation = new Recalculation(book.names(), troubles);
        for (BookPart.Entry entry : book.sheets()) {
            SheetPart.SheetData data = sheet(archive, relations, entry, lent);
            recalculation.add(entry.name(), data);
            tell(entry, data);
        }
        if (!book.asShown()) {
            recalculation.run();
        }
        value("date1904", String.valueOf(book.date1904()), "workbookPr");
        value("sharedStrings", String.valueOf(lent.texts().size()), "sharedStrings");
        if (macros) {
            value("macros", "true", "vbaProject");
        }
        if (relations.count("externalLink") > 0) {
            value("externalLinks", String.valueOf(relations.count("externalLink")), "externalReferences");
        }
        if (book.protectedStructure()) {
            value("structureProtected", "true", "workbookProtection");
        }
        if (recalculation.formulas() > 0) {
            value("formulas", String.valueOf(recalculation.formulas()), "<f>");
            value("formulasRecomputed", String.valueOf(recalculation.recomputed()), "<f>");
        }
        values.addAll(ofSheets);
        FileContents contents = new FileContents(
                upload.name(),
                format,
                book.strict() ? "ISO 29500 strict" : "ISO 29500 transitional",
                book.encoding(),
                null,
                List.copyOf(layers),
                List.copyOf(values),
                troubles.all(),
                false);
        return new Reading(contents, List.of(), List.copyOf(sheets));
    }

    /** The part that the package names as its document; where that list is damaged, the usual name, and it is said. */
    private String named(Archive archive) throws SheetFault {
        String usual = "xl/workbook.xml";
        try {
            return Relations.of(archive, "")
                    .byType("officeDocument")
                    .map(Relations.Relation::target)
                    .filter(archive::has)
                    .orElse(usual);
        } catch (SheetFault damaged) {
            if (archive.hasFolder("word/") || archive.hasFolder("ppt/")) {
                return usual;
            }
            if (!archive.has(usual)) {
                throw damaged;
            }
            troubles.add(
                    "_rels/.rels",
                    new Text(
                            "文件有损坏(目录部分)，工作簿照读",
                            "The file is damaged in its list of parts; the workbook is read all the same"),
                    new Text(
                            "请用 Excel 或 WPS 打开核对，另存为新的 .xlsx",
                            "Open and check it in Excel or WPS, then save it as a new .xlsx"));
            return usual;
        }
    }

    private String main(Archive archive) throws SheetFault {
        if (archive.isEmpty()) {
            throw new SheetFault(
                    "",
                    new Text("zip 包是空的", "The zip package is empty"),
                    new Text("请从 Excel 或 WPS 重新另存为 .xlsx", "Save it anew as .xlsx from Excel or WPS"));
        }
        if (archive.has("content.xml") && archive.has("mimetype")) {
            throw BookPart.notAWorkbook("ODF(.ods)文件", "OpenDocument (.ods) file");
        }
        String main = named(archive);
        if (main.endsWith(".bin") || archive.has("xl/workbook.bin")) {
            throw BookPart.notAWorkbook("二进制工作簿(.xlsb)", "binary workbook (.xlsb)");
        }
        if (!archive.has(main)) {
            if (archive.hasFolder("word/")) {
                throw BookPart.notAWorkbook("Word 文档", "Word document");
            }
            if (archive.hasFolder("ppt/")) {
                throw BookPart.notAWorkbook("PowerPoint 演示文稿", "PowerPoint presentation");
            }
            throw new SheetFault(
                    "",
                    new Text("zip 包里没有工作簿", "The zip package holds no workbook"),
                    new Text("请从 Excel 或 WPS 另存为 .xlsx 再上传", "Save it as .xlsx from Excel or WPS and upload that"));
        }
        return main;
    }

    private SharedTexts texts(Archive archive, Relations relations) throws SheetFault {
        String part = part(archive, relations, "sharedStrings");
        if (part == null) {
            return SharedTexts.none();
        }
        try (XmlPart xml = archive.xml(part)) {
            return SharedTexts.read(xml, budget);
        }
    }

    private static CellFormats formats(Archive archive, Relations relations) throws SheetFault {
        String part = part(archive, relations, "styles");
        if (part == null) {
            return CellFormats.none();
        }
        try (XmlPart xml = archive.xml(part)) {
            return CellFormats.read(xml);
        }
    }

    private static String part(Archive archive, Relations relations, String type) {
        return relations
                .byType(type)
                .filter(one -> !one.outside())
                .map(Relations.Relation::target)
                .filter(archive::has)
                .orElse(null);
    }

    private SheetPart.SheetData sheet(Archive archive, Relations relations, BookPart.Entry entry, SheetPart.Lent lent)
            throws SheetFault {
        Relations.Relation relation = entry.relation() == null
                ? null
                : relations.byId(entry.relation()).orElse(null);
        if (relation == null || relation.outside() || !archive.has(relation.target())) {
            troubles.add(
                    entry.name(),
                    new Text(
                            "工作簿列有这张表，文件里却没有它的内容",
                            "The workbook lists this sheet, but its contents are not in the file"),
                    new Text(
                            "请用 Excel 或 WPS 打开核对，另存为新的 .xlsx",
                            "Open and check it in Excel or WPS, then save it as a new .xlsx"));
            return new SheetPart.SheetData();
        }
        if (!relation.type().equals("worksheet")) {
            return new SheetPart.SheetData(); // a chart or a dialog has no cells
        }
        try (XmlPart xml = archive.xml(relation.target())) {
            return SheetPart.read(xml, lent, new SheetTroubles(entry.name(), troubles));
        }
    }

    private void tell(BookPart.Entry entry, SheetPart.SheetData data) {
        String name = entry.name();
        boolean hidden = !entry.state().equals("visible");
        layers.add(new FileContents.Layer(name, data.types, 0, 0, 0, null));
        String path = "sheets[" + name + "].";
        ofSheet(path + "cells", String.valueOf(data.cells), name);
        ofSheet(path + "numeric", String.valueOf(data.numeric), name);
        ofSheet(path + "numericSum", sum(data), name);
        ofSheet(path + "formulas", String.valueOf(data.formulas), name);
        ofSheet(path + "merged", String.valueOf(data.merged), name);
        ofSheet(path + "state", entry.state(), name);
        if (hidden && data.cells > 0) {
            troubles.add(
                    name,
                    new Text(
                            "这张表是隐藏的(填了 " + data.cells + " 格)，里面的数不用",
                            "This sheet is hidden (" + data.cells + " filled cells); its numbers are not used"),
                    new Text(
                            "要用的，请取消隐藏后保存;不要的，请删去", "Unhide it and save where it is meant to be used; else delete it"));
        }
        if (data.keeps) {
            SheetTroubles ofSheet = new SheetTroubles(name, troubles);
            sheets.add(new Sheet(name, hidden, MergedRanges.rows(data, ofSheet)));
            new FormulaRemarks(ofSheet).tell(data);
        } else {
            troubles.add(
                    name,
                    new Text(
                            "填了 " + data.cells + " 格，太多，只计数，不当作指标表读",
                            "It has " + data.cells
                                    + " filled cells, too many; counted only, not read as a table of indicators"),
                    new Text("请把指标表单独放在一张工作表里", "Put the tables of indicators on sheets of their own"));
        }
        if (!hidden) {
            hiddenInside(name, data);
        }
    }

    private static String sum(SheetPart.SheetData data) {
        return Written.plain(data.sum
                .setScale(Math.min(Math.max(data.sum.scale(), 0), 15), RoundingMode.HALF_EVEN)
                .stripTrailingZeros());
    }

    /** Hidden rows and columns are used like others, since offices fold away what is long; but not in silence. */
    private void hiddenInside(String name, SheetPart.SheetData data) {
        TreeSet<Integer> rows = data.drafts.stream()
                .map(cell -> cell.row + 1)
                .filter(data.hiddenRows::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        TreeSet<Integer> columns = data.drafts.stream()
                .map(cell -> cell.column)
                .filter(data.hiddenColumns::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        if (rows.isEmpty() && columns.isEmpty()) {
            return;
        }
        List<String> hidden = new ArrayList<>();
        rows.stream().map(String::valueOf).forEach(hidden::add);
        columns.stream().map(Ref::letters).forEach(hidden::add);
        String first = String.join("、", hidden.subList(0, Math.min(10, hidden.size())));
        String more = hidden.size() > 10 ? "…" : "";
        troubles.add(
                name,
                new Text(
                        "有 " + rows.size() + " 行、" + columns.size() + " 列是隐藏的(" + first + more + ")，其中的数照用",
                        rows.size() + " rows and " + columns.size() + " columns are hidden (" + first + more
                                + "); what stands in them is used"),
                new Text("请取消隐藏核对;不要的，请删去", "Unhide and check them; delete what is not meant"));
    }

    private void value(String path, String value, String from) {
        values.add(new FileContents.Value(path, value, from));
    }

    private void ofSheet(String path, String value, String sheet) {
        ofSheets.add(new FileContents.Value(path, value, sheet));
    }
}
