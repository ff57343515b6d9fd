package redline.proof;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redline.proof.ExamResult.Count;
import redline.proof.ExamResult.Mark;
import redline.proof.ExamResult.Standing;
import redline.proof.Exams.OutOfScope;
import redline.quantity.Text;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Exam results as JSON, texts in both languages; equal results give equal bytes. */
public final class ExamJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ExamJson() {}

    public static byte[] of(List<ExamResult> results, List<OutOfScope> outOfScope) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("exams", results.stream().map(ExamJson::exam).toList());
        top.put("totals", counts(ExamResult.count(results)));
        top.put("outOfScope", outOfScope.stream().map(ExamJson::topic).toList());
        return MAPPER.writeValueAsBytes(top);
    }

    private static Map<String, Object> exam(ExamResult result) {
        Map<String, Object> exam = new LinkedHashMap<>();
        exam.put("id", result.exam().id());
        exam.put("title", both(result.exam().title()));
        exam.put("source", result.exam().source());
        exam.put("asPublished", result.asPublished());
        exam.put("counts", counts(result.count()));
        exam.put("points", result.marks().stream().map(ExamJson::mark).toList());
        exam.put(
                "falseAlarms", result.falseAlarms().stream().map(ExamJson::both).toList());
        exam.put("notJudged", result.refused().stream().map(ExamJson::both).toList());
        return exam;
    }

    private static Map<String, Object> mark(Mark mark) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("id", mark.point().id());
        point.put("what", both(mark.point().what()));
        point.put("standing", mark.standing().name());
        point.put("said", both(mark.said()));
        return point;
    }

    private static Map<String, Object> topic(OutOfScope topic) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("what", both(topic.what()));
        one.put("why", both(topic.why()));
        one.put("ids", topic.ids());
        return one;
    }

    private static Map<String, Object> counts(Count count) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("published", count.published());
        for (Standing standing : Standing.values()) {
            counts.put(camel(standing.name()), count.of(standing));
        }
        counts.put("falseAlarms", count.falseAlarms());
        return counts;
    }

    /** {@code notStated} for {@code NOT_STATED}. */
    private static String camel(String constant) {
        StringBuilder camel = new StringBuilder();
        for (String word : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }

    private static Map<String, String> both(Text text) {
        Map<String, String> both = new LinkedHashMap<>();
        both.put("zh", text.zh());
        both.put("en", text.en());
        return both;
    }
}
