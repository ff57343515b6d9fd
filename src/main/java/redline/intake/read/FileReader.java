package redline.intake.read;

import java.nio.charset.StandardCharsets;
import redline.quantity.Text;

/** Knows a file by its first bytes, not by its name, and lets the reader of its format tell what stands in it. */
public final class FileReader {
    /** A file larger than this is refused. */
    public static final int MOST_BYTES = 64 * 1024 * 1024;

    private FileReader() {}

    /** @param name without its folder, for messages */
    public static FileContents read(String name, byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 2048), StandardCharsets.ISO_8859_1);
        if (bytes.length == 0) {
            return FileContents.refused(
                    name,
                    "unknown",
                    null,
                    new Text("文件是空的", "The file is empty"),
                    new Text("请重新导出或重新上传", "Export or upload it again"));
        }
        if (start.matches("(?s)AC10\\d\\d.*")) {
            return dwg(name, start.substring(0, 6));
        }
        if (start.startsWith("AutoCAD Binary DXF")
                || start.matches("(?s)(?:\u00ef\u00bb\u00bf)?\\s*(?:999\\s.*|0\\s*\\n\\s*(?:SECTION|EOF).*)")) {
            return DxfContents.read(name, bytes);
        }
        return FileContents.refused(
                name,
                "unknown",
                null,
                new Text("不是能读的格式", "Not a format that can be read"),
                new Text("图形请另存为 DXF", "Save drawings as DXF"));
    }

    /** Refused without being read. */
    public static FileContents tooLarge(String name) {
        return FileContents.refused(
                name,
                "unknown",
                null,
                new Text(
                        "文件大于 " + MOST_BYTES / 1024 / 1024 + " MB",
                        "The file is larger than " + MOST_BYTES / 1024 / 1024 + " MB"),
                new Text("请只导出总平面所需的图层", "Export only the layers of the site plan"));
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
