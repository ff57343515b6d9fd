package redline.review;

import java.util.List;
import redline.casefile.Decisions.Kind;
import redline.casefile.Precedents;

/**
 * What stands below the evidence of a finding: what was decided on it, what can be, and what was said of it.
 *
 * @param finding its place in the result
 * @param judging id of the judging it is of
 * @param kinds of decision that fit; empty where this person decides nothing now
 * @param sentence of the letter, as the rule or the last decision has it; Chinese, as letters are
 * @param seconding id of the decision that waits for this person's word, empty where none does
 * @param now the decision that stands, null where there is none
 * @param before those made before it, on the same finding, in this round and those before
 * @param precedents null where they are not for this person
 * @param toLookUp values that policy staff have to look up before a paper may say the finding
 * @param typed what was typed and not taken, null where nothing was
 */
record DecisionPane(
        int finding,
        String judging,
        List<Kind> kinds,
        List<Worded> corrections,
        List<Worded> documents,
        boolean onlyConditionChange,
        boolean second,
        String sentence,
        String seconding,
        Made now,
        List<Made> before,
        Precedents.Past precedents,
        List<Said> remarks,
        List<String> toLookUp,
        DecisionForm typed) {
    /** A choice: its code and its word. */
    record Worded(String code, String word) {}

    /**
     * A decision as it reads.
     *
     * @param state of the second person's word, name of a {@code Decisions.Second}
     * @param style of the verdict that holds after it
     * @param document empty where there is none
     */
    record Made(
            String id,
            int round,
            Kind kind,
            String style,
            String verdict,
            String reason,
            String sentence,
            String document,
            String by,
            String at,
            String state,
            String secondBy) {}

    record Said(String by, String role, String at, String words, boolean shown) {}

    /** @param kind name of a kind of decision */
    public boolean offers(String kind) {
        return kinds.contains(Kind.valueOf(kind));
    }

    /** Whether something was typed in the form of a kind, and not taken. */
    public boolean unfolded(String kind) {
        return typed != null && typed.kind() == Kind.valueOf(kind);
    }
}
