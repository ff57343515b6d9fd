package redline.upload;

import redline.intake.Complaint;
import redline.quantity.Text;

/** What is said where reading or judging could not be brought to its end. */
public final class TooMuch {
    private TooMuch() {}

    /** @param names of the files */
    public static Complaint complaint(String names, TimeLimit.Over over) {
        return over.time().work() == TimeLimit.Work.READING ? toRead(names, over) : toJudge(over);
    }

    private static Complaint toJudge(TimeLimit.Over over) {
        long seconds = over.time().most().toSeconds();
        Text what = switch (over.why()) {
            case TIME ->
                new Text(
                        "量算、判定超过 " + seconds + " 秒，已停止",
                        "Measuring and judging took more than " + seconds + " seconds and was stopped");
            case MEMORY -> new Text("楼、体量太多，内存不够判定", "Too many buildings to be judged in the memory at hand");
            case BUSY ->
                new Text("正在判定别的大方案，暂时判不了", "Other large schemes are being judged; this one cannot be judged now");
        };
        Text remedy = over.why() == TimeLimit.Over.Why.BUSY
                ? new Text("请几分钟后重新提交", "Hand it in again in a few minutes")
                : new Text(
                        "请按地块分开提交；没有分区、周边建筑的，勾上“确实没有的”或写明：不知道的越多，要逐一试的越多",
                        "Hand in one parcel at a time, and say what there is none of (sub-zones, neighbours): all that is unknown has to be tried");
        return new Complaint("", 0, "", what, remedy);
    }

    private static Complaint toRead(String names, TimeLimit.Over over) {
        Text less = new Text(
                "请只导出总平面所需的图层，或把文件分开提交", "Export only the layers of the site plan, or hand in the files one by one");
        long seconds = over.time().most().toSeconds();
        return switch (over.why()) {
            case TIME ->
                new Complaint(
                        names,
                        0,
                        "",
                        new Text(
                                "读取超过 " + seconds + " 秒，已停止",
                                "Reading took more than " + seconds + " seconds and was stopped"),
                        less);
            case MEMORY ->
                new Complaint(
                        names,
                        0,
                        "",
                        new Text("内容太多，内存不够读取", "There is too much in it to be read in the memory at hand"),
                        less);
            case BUSY ->
                new Complaint(
                        names,
                        0,
                        "",
                        new Text("正在读取别的大文件，暂时读不了", "Other large files are being read; this one cannot be read now"),
                        new Text("请几分钟后重新提交", "Hand it in again in a few minutes"));
        };
    }
}
