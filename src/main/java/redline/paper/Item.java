package redline.paper;

import redline.scheme.Subject;

/**
 * One point of a paper: 位置 — 现状 — 要求 — 依据 — 修改建议.
 *
 * @param rule id of the rule, empty for a point added by hand
 * @param kind of the subject, null for a point added by hand
 * @param subject id of the subject, or of the point added by hand
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

    /**
     * A point that the officer wrote, in the parts of a letter's sentence; all but title and basis may be empty.
     *
     * @param id of the point among those that were added
     */
    public static Item byHand(
            String id, String title, String place, String actual, String required, String basis, String advice) {
        StringBuilder sentence = new StringBuilder(place.isEmpty() ? title : place + "：" + title);
        sentence.append(actual.isEmpty() ? "" : "，现状 " + actual)
                .append(required.isEmpty() ? "" : "，要求 " + required)
                .append('(')
                .append(basis)
                .append(")。")
                .append(advice)
                .append(advice.isEmpty() || advice.endsWith("。") ? "" : "。");
        return new Item("", null, id, title, place, actual, required, basis, advice, sentence.toString(), false);
    }

    /** The same point without what it is held against. */
    Item withoutBasis() {
        return new Item(rule, kind, subject, title, place, actual, "", "", advice, sentence, false);
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
