package redline.proof;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redline.quantity.Quantity;
import redline.quantity.Text;

/**
 * A published exam scheme or worked example, whole: where it comes from, its scheme, and the published answer point by point.
 *
 * @param id name of its folder
 * @param source where it was published
 * @param scheme the scheme file, or a folder that holds one
 * @param variants the schemes that the points name, by name, as changes of the one scheme; empty where that one is meant
 * @param asOf stands for all dates of the scheme, or null
 */
public record Exam(
        String id,
        Text title,
        List<String> source,
        Text licence,
        Text question,
        Path scheme,
        String profile,
        LocalDate asOf,
        Map<String, List<RuleCase.Change>> variants,
        List<Point> points) {

    /** One point of the published answer. It is met where every part of it is; {@code needs} is null where the facts decide it. */
    public record Point(String id, Text what, Needs needs, Text reason, List<Part> parts) {}

    /**
     * What the program must say for a point: {@code rule} about {@code about}, or the bare measure of a quantity. Numbers stand as
     * cases write them ({@code 13 m}, {@code ≤ 1.4}); what is null is not asked. {@code variant} is empty for the scheme as it is.
     */
    public record Part(
            String variant,
            Expect expect,
            String rule,
            Quantity quantity,
            String about,
            String measured,
            String required) {}

    /** What the published answer says of a part. */
    public enum Expect {
        VIOLATION,
        PASS,
        NUMBER
    }

    /** Why the stated facts and today's rules cannot decide a point. */
    public enum Needs {
        /** What only the exam's figure shows. */
        FIGURE,
        /** What the exam does not state, or our copy of it does not. */
        NOT_STATED,
        /** A rule or a quantity that the rule library does not hold yet. */
        RULE,
        /** What no review of a given scheme does: searching for the best one, working out what the scheme has to state. */
        NOT_A_REVIEW
    }
}
