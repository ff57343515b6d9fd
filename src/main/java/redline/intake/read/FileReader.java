package redline.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import redline.intake.building.CityGml;
import redline.intake.building.CityJson;
import redline.intake.building.Ifc;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.file.Wanted;
import redline.intake.gis.GisFiles;
import redline.intake.sheet.CsvFile;
import redline.intake.sheet.WorkbookFile;
import redline.quantity.Text;

/** Knows a file by its first bytes, not by its name, and lets the reader of its format tell what stands in it. */
public final class FileReader {
    /** A file larger than this is refused, unless its reader streams. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private static final int LOOK = 4096;

    private FileReader() {}

    /**
     * Never throws for bad contents.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Reading read(Upload upload) throws IOException {
        return read(upload, Wanted.ALL);
    }

    /** The same; of formats that can hold very many features, only those that are wanted are kept. */
    public static Reading read(Upload upload, Wanted wanted) throws IOException {
        String start = start(upload);
        if (start.isEmpty()) {
            Reading part = GisFiles.read(upload, start, wanted); // parts of a shapefile may be empty
            return part != null
                    ? part
                    : refused(
                            upload.name(),
                            new Text("文件是空的", "The file is empty"),
                            new Text("请重新导出或重新上传", "Export or upload it again"));
        }
        if (start.matches("(?s)AC10\\d\\d.*")) {
            return Reading.refused(dwg(upload.name(), start.substring(0, 6)));
        }
        Reading large = streamed(upload, start, wanted);
        if (large != null) {
            return large;
        }
        if (upload.size() > MOST_BYTES) {
            return refused(
                    upload.name(),
                    new Text(
                            "文件大于 " + MOST_BYTES / 1024 / 1024 + " MB",
                            "The file is larger than " + MOST_BYTES / 1024 / 1024 + " MB"),
                    new Text("请只导出总平面所需的图层", "Export only the layers of the site plan"));
        }
        if (start.startsWith("AutoCAD Binary DXF")
                || start.matches("(?s)(?:\u00ef\u00bb\u00bf)?\\s*(?:999\\s.*|0\\s*\\n\\s*(?:SECTION|EOF).*)")) {
            return DxfContents.read(upload, wanted);
        }
        if (CityGml.recognises(start)) {
            return CityGml.read(upload);
        }
        if (CsvFile.claims(upload, start)) {
            return CsvFile.read(upload);
        }
        return refused(
                upload.name(),
                new Text("不是能读的格式", "Not a format that can be read"),
                new Text(
                        "图形请另存为 DXF，表格另存为 XLSX 或 CSV，模型导出为 IFC 或 CityJSON",
                        "Save drawings as DXF, tables as XLSX or CSV, models as IFC or CityJSON"));
    }

    /** By the readers that have limits of their own; null where it is none of theirs. */
    private static Reading streamed(Upload upload, String start, Wanted wanted) throws IOException {
        if (WorkbookFile.claims(upload, start)) {
            return WorkbookFile.read(upload, start);
        }
        if (Ifc.recognises(start)) {
            return Ifc.read(upload);
        }
        boolean object = start.matches("(?s)(?:\u00ef\u00bb\u00bf)?\\s*\\{.*");
        if (object && upload.size() <= MOST_BYTES && CityJson.recognises(upload)) {
            return CityJson.read(upload);
        }
        return GisFiles.read(upload, start, wanted);
    }

    /** The first bytes, each as one character. */
    private static String start(Upload upload) throws IOException {
        try (InputStream in = upload.open()) {
            return new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
        }
    }

    private static Reading refused(String name, Text what, Text remedy) {
        return Reading.refused(FileContents.refused(name, "unknown", null, what, remedy));
    }

    /** The four lines of practice.md §6. */
    private static FileContents dwg(String name, String version) {
        return FileContents.refused(
                name,
                "DWG",
                version,
                new Text("这是 DWG 图形，不能直接读", "This is a DWG drawing, which cannot be read"),
                new Text(
                        "在 AutoCAD、中望、浩辰中打开;有天正对象的先用天正菜单“文件布图→图形导出→T3 格式”;再“另存为”，文件类型选 DXF;上传存好的 .dxf",
                        "Open it in your CAD; where it holds Tangent (TCH) objects export it as T3 first; save it as DXF; upload the .dxf"));
    }
}
