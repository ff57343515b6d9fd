package redline.rulepack;

import java.util.List;
import java.util.Map;
import redline.quantity.Text;
import redline.requirement.Grade;

/**
 * A setting of a profile that is not settled.
 *
 * @param candidates what it may be, at least one
 * @param words of candidates that do not speak for themselves
 * @param source where the candidates come from
 * @param note empty where there is none
 */
public record OpenSetting(
        String name,
        Text title,
        List<String> candidates,
        Map<String, Text> words,
        String source,
        Grade grade,
        String note) {
    /** A candidate as people read it. */
    public Text said(String candidate) {
        return words.getOrDefault(candidate, Text.same(candidate));
    }
}
