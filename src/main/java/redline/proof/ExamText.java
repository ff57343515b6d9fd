package redline.proof;

import java.util.ArrayList;
import java.util.List;
import redline.proof.ExamResult.Count;
import redline.proof.ExamResult.Mark;
import redline.proof.ExamResult.Standing;
import redline.proof.Exams.OutOfScope;
import redline.quantity.Language;
import redline.quantity.Text;

/** Exam results for a terminal: each point on a line, then the totals and what is out of scope. */
public final class ExamText {
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    private ExamText(Language language) {
        this.language = language;
    }

    public static String of(List<ExamResult> results, List<OutOfScope> outOfScope, Language language) {
        ExamText text = new ExamText(language);
        results.forEach(text::exam);
        text.totals(results);
        outOfScope.forEach(text::outOfScope);
        return text.text.toString();
    }

    private void exam(ExamResult result) {
        line("", result.exam().id() + "  " + say(result.exam().title()));
        for (Mark mark : result.marks()) {
            line(
                    "  ",
                    mark.standing().icon() + " " + say(mark.standing().title()) + "  "
                            + say(mark.point().what()));
            line("      ", say(mark.said()));
        }
        result.falseAlarms().forEach(alarm -> line("  ", "! " + say("误报", "false alarm") + "  " + say(alarm)));
        result.refused().forEach(why -> line("  ", "✕ " + say("没有判定", "not judged") + "  " + say(why)));
        if (result.refused().isEmpty()) {
            line("  ", counted(result.count()));
        }
        text.append('\n');
    }

    private void totals(List<ExamResult> results) {
        long asPublished = results.stream().filter(ExamResult::asPublished).count();
        line(
                "",
                say(
                                "合计 " + results.size() + " 个案例," + asPublished + " 个没有漏报和误报。",
                                "Total " + results.size() + " exams, " + asPublished
                                        + " without a miss or a false alarm. ")
                        + counted(ExamResult.count(results)));
    }

    private String counted(Count count) {
        List<String> parts = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            parts.add(say(standing.title()) + " " + count.of(standing));
        }
        parts.add(say("误报", "false alarms") + " " + count.falseAlarms());
        return say("公布 ", "published ") + count.published() + say(":", ": ") + String.join(" · ", parts);
    }

    private void outOfScope(OutOfScope topic) {
        line(
                "",
                say("不在范围: ", "Out of scope: ") + say(topic.what()) + " (" + String.join(say("、", ", "), topic.ids())
                        + ") " + say(topic.why()));
    }

    private void line(String indent, String line) {
        text.append(indent).append(line).append('\n');
    }

    private String say(Text said) {
        return said.in(language);
    }

    private String say(String zh, String en) {
        return language == Language.ZH ? zh : en;
    }
}
