package redline.intake.sheet;

import redline.intake.file.FileContents;
import redline.quantity.Text;

/** Why nothing of the file can be used. */
final class SheetFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient FileContents.Trouble trouble;

    SheetFault(String where, Text what, Text remedy) {
        super(what.en());
        trouble = new FileContents.Trouble(where, what, remedy);
    }

    FileContents.Trouble trouble() {
        return trouble;
    }

    static SheetFault damaged(String part) {
        return new SheetFault(
                part,
                new Text("文件这一部分坏了，读不全", "This part of the file is damaged and cannot be read whole"),
                new Text(
                        "请用 Excel 或 WPS 打开原文件，另存为 .xlsx 再上传",
                        "Open the original in Excel or WPS, save it as .xlsx and upload that"));
    }

    static SheetFault tooLarge(String part, String zh, String en) {
        return new SheetFault(
                part,
                new Text(zh, en),
                new Text(
                        "请只留指标表所在的工作表，另存为新的 .xlsx 再上传",
                        "Keep only the sheets of the indicators, save as a new .xlsx and upload that"));
    }

    static SheetFault documentType(String part) {
        return new SheetFault(
                part,
                new Text(
                        "文件里写有 DTD(DOCTYPE 或实体)，Excel 和 WPS 都不会这样写，为安全不读",
                        "The file holds a DTD (DOCTYPE or entities), which Excel and WPS never write; it is not read, for safety"),
                new Text(
                        "请用 Excel 或 WPS 新建工作簿，把表复制过去再保存",
                        "Copy the tables into a new workbook in Excel or WPS and save that"));
    }
}
