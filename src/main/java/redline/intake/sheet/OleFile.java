package redline.intake.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** An OLE2 container: an encrypted workbook, or an office document of before 2007. Only the names of its streams are looked at. */
final class OleFile {
    static final String START = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    /** A directory entry is as long as this and begins with its name in UTF-16LE. */
    private static final int ENTRY = 128;

    private OleFile() {}

    static SheetFault password() {
        return new SheetFault(
                "",
                new Text("文件有密码，读不了", "The file is protected with a password and cannot be read"),
                new Text(
                        "在 Excel 或 WPS 中打开，“文件→信息→保护工作簿→用密码进行加密”里清空密码，保存后再上传",
                        "Open it in Excel or WPS, remove the password (File, Info, Protect Workbook, Encrypt with Password), save and upload it"));
    }

    static Reading read(Upload upload) throws IOException {
        boolean encrypted = false;
        boolean document = false;
        try (InputStream in = new BufferedInputStream(upload.open())) {
            byte[] entry = in.readNBytes(ENTRY);
            while (entry.length == ENTRY) {
                encrypted |= named(entry, "EncryptedPackage") || named(entry, "EncryptionInfo");
                document |= named(entry, "WordDocument") || named(entry, "PowerPoint Document");
                entry = in.readNBytes(ENTRY);
            }
        }
        if (encrypted) {
            return Reading.refused(FileContents.refused(
                    upload.name(), "encrypted OOXML", null, password().trouble()));
        }
        Text what = document
                ? new Text(
                        "这是旧格式的 Word 或 PowerPoint 文件，不是工作簿", "This is an old Word or PowerPoint file, not a workbook")
                : new Text(
                        "这是 2007 年以前的旧格式(.xls、.et)，不能直接读",
                        "This is the format of before 2007 (.xls, .et), which cannot be read");
        Text remedy = document
                ? new Text(
                        "请把表格复制到 Excel 或 WPS 表格中，另存为 .xlsx", "Copy the tables into Excel or WPS and save them as .xlsx")
                : new Text(
                        "在 Excel 或 WPS 中打开，另存为 .xlsx(Excel 工作簿)再上传",
                        "Open it in Excel or WPS, save it as .xlsx (Excel workbook) and upload that");
        return Reading.refused(FileContents.refused(upload.name(), document ? "OLE2" : "XLS", null, what, remedy));
    }

    private static boolean named(byte[] entry, String name) {
        byte[] wanted = (name + "\0").getBytes(StandardCharsets.UTF_16LE);
        for (int i = 0; i < wanted.length; i++) {
            if (entry[i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
