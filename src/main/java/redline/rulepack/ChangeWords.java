package redline.rulepack;

import java.time.LocalDate;
import java.util.Objects;
import redline.quantity.Text;

/** Changed values in words. */
final class ChangeWords {
    private ChangeWords() {}

    static Text of(RuleChange.Value change) {
        ValuePlace place = change.place();
        boolean alone = place.about().zh().isEmpty();
        String zh = (alone ? "" : place.about().zh() + ":") + place.title().zh();
        String en = (alone ? "" : place.about().en() + ": ") + place.title().en();
        Text what = what(change);
        return new Text(zh + " " + what.zh(), en + " " + what.en());
    }

    private static Text what(RuleChange.Value change) {
        ValuePlace before = change.before();
        ValuePlace after = change.after();
        return switch (change.kind()) {
            case DATED -> {
                String values = shown(before) + " → " + shown(after);
                yield new Text(
                        values + "，" + since(change).zh(),
                        values + ", " + since(change).en());
            }
            case CORRECTED -> {
                String values = shown(before) + " → " + shown(after);
                yield new Text(values + "（勘误，施行日不变）", values + " (put right, from the same day on)");
            }
            case TOLD -> {
                String value = shown(after);
                boolean later = !Objects.equals(before.from(), after.from());
                yield new Text(
                        value + "，数值不变，" + told(before, after).zh()
                                + (later ? "，" + since(change).zh() : ""),
                        value + ", value unchanged, " + told(before, after).en()
                                + (later ? ", " + since(change).en() : ""));
            }
            case ENDED ->
                new Text(
                        shown(after) + "，失效日 " + day(before.to()) + " → " + day(after.to()),
                        shown(after) + ", last day " + day(before.to()) + " → " + day(after.to()));
            case ADDED ->
                new Text(
                        "新增 " + shown(after) + "，" + since(change).zh(),
                        "new: " + shown(after) + ", " + since(change).en());
            case REMOVED -> new Text("删去 " + shown(before), "removed: " + shown(before));
        };
    }

    private static Text told(ValuePlace before, ValuePlace after) {
        String zh = "";
        String en = "";
        if (!before.clause().equals(after.clause())) {
            zh += "条款 " + before.clause() + " → " + after.clause() + " ";
            en += "clause " + before.clause() + " → " + after.clause() + " ";
        }
        if (before.grade() != after.grade()) {
            zh += "来源等级 " + before.grade().title().zh() + " → "
                    + after.grade().title().zh() + " ";
            en += "grade " + before.grade().title().en() + " → "
                    + after.grade().title().en() + " ";
        }
        if (!before.document().equals(after.document())) {
            zh += "文号 " + after.document() + " ";
            en += "document " + after.document() + " ";
        }
        if (!before.note().equals(after.note())) {
            zh += "说明 " + after.note();
            en += "note " + after.note();
        }
        return new Text(zh.strip(), en.strip());
    }

    /** From which day of which date it applies. */
    private static Text since(RuleChange.Value change) {
        LocalDate from = change.after().from();
        if (from == null) {
            return new Text("不限起始日", "from the beginning");
        }
        return switch (change.datedBy()) {
            case CONDITIONS_ISSUED ->
                new Text("自 " + from + " 起出具的规划条件", "for planning conditions issued from " + from + " on");
            case CONTRACT_SIGNED -> new Text("自 " + from + " 起签订的合同", "for contracts signed from " + from + " on");
            case APPLICATION_RECEIVED ->
                new Text("自 " + from + " 起收到的申请", "for applications received from " + from + " on");
        };
    }

    private static String day(LocalDate day) {
        return Objects.toString(day, "—");
    }

    /** As written, with its unit. */
    static String shown(ValuePlace place) {
        if (place.written().isEmpty() || place.written().equals("?")) {
            return "—";
        }
        return place.written() + (place.unit().isEmpty() ? "" : " " + place.unit());
    }
}
