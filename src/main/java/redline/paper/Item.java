package redline.paper;

import redline.scheme.Subject;

/**
 * One point of a paper: 位置 — 现状 — 要求 — 依据 — 修改建议.
 *
 * @param rule id of the rule, empty for a point added by hand
 * @param kind of the subject, null for a point added by hand
 * @param subject id of the subject
 * @param title what it is about: 容积率
 * @param advice what is to be done, short: the margin, or the officer's sentence
 * @param sentence the whole in one sentence: the rule's own, or the officer's
 * @param unverified whether the text of the basis was not yet compared with the original; printed beside the basis
 */
public record Item(
        String rule,
        Subject.Kind kind,
        String subject,
        String title,
        String place,
        String actual,
        String required,
        String basis,
        String advice,
        String sentence,
        boolean unverified) {
    static final String UNVERIFIED = "〔依据文本尚未核对原文〕";

    /** A point that the officer wrote. */
    public static Item byHand(
            String title, String place, String actual, String required, String basis, String sentence) {
        return new Item("", null, "", title, place, actual, required, basis, sentence, sentence, false);
    }

    /** The same point after policy staff compared its basis with the original. */
    public Item verified() {
        return new Item(rule, kind, subject, title, place, actual, required, basis, advice, sentence, false);
    }

    static void fill(Tags row, int number, Item item) {
        String mark = item.unverified() ? UNVERIFIED : "";
        row.cell("序号", String.valueOf(number))
                .cell("事项", item.title())
                .cell("位置", item.place())
                .cell("现状", item.actual())
                .cell("要求", item.required())
                .cell("依据", item.basis() + mark)
                .cell("修改建议", item.advice())
                .cell("意见", item.sentence() + mark);
    }
}
