package redline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redline.check.Readiness;
import redline.quantity.Text;
import redline.scheme.Holder;

/** How many rules the material is enough for, what settles most of the others, and what is not the applicant's to supply. */
final class ReadinessText {
    /** Kinds of missing material on a terminal; the JSON holds all. */
    private static final int MOST_LACKS = 8;

    private ReadinessText() {}

    static List<Text> lines(Readiness readiness) {
        List<Text> lines = new ArrayList<>();
        lines.add(new Text(
                readiness.rules() + " 条规则中 " + readiness.judged() + " 条可判定，" + readiness.waiting() + " 条等补充资料"
                        + (readiness.partly() == 0
                                ? ""
                                : "(其中 " + readiness.partly() + " 条已能对部分对象判定，现有 " + readiness.answers() + " 个结论)"),
                readiness.judged() + " of " + readiness.rules() + " rules can be judged, " + readiness.waiting()
                        + " wait for more"
                        + (readiness.partly() == 0
                                ? ""
                                : " (" + readiness.partly() + " of them judged in part; " + readiness.answers()
                                        + " verdicts so far)")));
        applicant(readiness, lines);
        if (readiness.others() > 0) {
            lines.add(new Text(
                    "另有 " + readiness.others() + " 条资料已齐，由审查机关核定",
                    "For " + readiness.others() + " more the facts are there; the authority settles them"));
        }
        authority(readiness, lines);
        return lines;
    }

    private static void applicant(Readiness readiness, List<Text> lines) {
        List<Readiness.Lack> lacks = readiness.lacks(Holder.APPLICANT);
        if (lacks.isEmpty()) {
            return;
        }
        List<Readiness.Lack> first = lacks.subList(0, Math.min(MOST_LACKS, lacks.size()));
        lines.add(new Text("先补能多判几条的：", "What settles most rules first:"));
        first.forEach(lack -> lines.add(line(lack)));
        int settled = first.get(first.size() - 1).settled();
        if (first.size() < lacks.size()) {
            lines.add(new Text(
                    "  补齐以上 " + first.size() + " 种，可再判定 " + settled + " 条；全部 " + lacks.size() + " 种见 --json",
                    "  With these " + first.size() + ", " + settled + " more rules can be judged; all " + lacks.size()
                            + " kinds are in --json"));
        }
    }

    private static Text line(Readiness.Lack lack) {
        Text one = lack.labels().get(0);
        int more = lack.labels().size() - 1;
        return new Text(
                "  " + one.zh() + (more == 0 ? "" : " 等 " + (more + 1) + " 处") + "(" + lack.rules() + " 条)",
                "  " + one.en() + (more == 0 ? "" : " and " + more + " more") + " (" + lack.rules() + " rules)");
    }

    private static void authority(Readiness readiness, List<Text> lines) {
        List<Readiness.Lack> held = readiness.lacks(Holder.AUTHORITY);
        if (held.isEmpty()) {
            return;
        }
        String zh = held.stream().map(lack -> lack.labels().get(0).zh()).collect(Collectors.joining("、"));
        String en = held.stream().map(lack -> lack.labels().get(0).en()).collect(Collectors.joining("; "));
        lines.add(new Text(
                "由审查机关核对，不用补充：" + zh + (readiness.authority() == 0 ? "" : "(" + readiness.authority() + " 条只等核对)"),
                "For the reviewing authority to check, nothing to supply: " + en
                        + (readiness.authority() == 0
                                ? ""
                                : " (" + readiness.authority() + " rules wait for this alone)")));
    }
}
