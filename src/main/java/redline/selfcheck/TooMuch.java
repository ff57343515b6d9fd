package redline.selfcheck;

import redline.intake.Complaint;
import redline.quantity.Text;

/** What is said where reading could not be brought to its end. */
final class TooMuch {
    private TooMuch() {}

    static Complaint complaint(Material material, ReadingTime.Over over, ReadingTime time) {
        Text less = new Text(
                "请只导出总平面所需的图层，或把文件分开提交", "Export only the layers of the site plan, or hand in the files one by one");
        long seconds = time.most().toSeconds();
        return switch (over.why()) {
            case TIME ->
                new Complaint(
                        material.name(),
                        0,
                        "",
                        new Text(
                                "读取超过 " + seconds + " 秒，已停止",
                                "Reading took more than " + seconds + " seconds and was stopped"),
                        less);
            case MEMORY ->
                new Complaint(
                        material.name(),
                        0,
                        "",
                        new Text("内容太多，内存不够读取", "There is too much in it to be read in the memory at hand"),
                        less);
            case BUSY ->
                new Complaint(
                        material.name(),
                        0,
                        "",
                        new Text("正在读取别的大文件，暂时读不了", "Other large files are being read; this one cannot be read now"),
                        new Text("请几分钟后重新提交", "Hand it in again in a few minutes"));
        };
    }
}
