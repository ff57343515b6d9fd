package redline.screen;

import java.util.List;
import redline.check.Readiness;
import redline.quantity.Language;
import redline.scheme.Holder;
import redline.screen.DataCheckPage.LackLine;

/** Missing facts in plain words: what all labels of one kind end with is what is missing, what they begin with is whose. */
final class Lacks {
    private static final int MOST_NAMES = 12;

    private Lacks() {}

    static List<LackLine> lines(Readiness readiness, Holder holder, Language language) {
        return readiness.lacks(holder).stream()
                .map(lack -> line(lack, language))
                .toList();
    }

    private static LackLine line(Readiness.Lack lack, Language language) {
        List<String> labels =
                lack.labels().stream().map(label -> label.in(language)).toList();
        boolean none = ChoicesForm.MAY_BE_NONE.contains(
                lack.path().substring(lack.path().lastIndexOf('.') + 1));
        if (labels.size() == 1) {
            return new LackLine(labels.get(0), "", lack.rules(), lack.settled(), none);
        }
        String common = common(labels);
        int cut = common.isEmpty() ? 0 : common.length();
        List<String> whose = labels.stream()
                .map(label -> label.substring(0, label.length() - cut).strip())
                .toList();
        String names =
                String.join(language == Language.ZH ? "、" : ", ", whose.subList(0, Math.min(MOST_NAMES, whose.size())))
                        + (whose.size() > MOST_NAMES ? " …" : "");
        return new LackLine(common.strip(), names, lack.rules(), lack.settled(), none);
    }

    /** The words that all end with; none where one of them would have nothing left. */
    private static String common(List<String> labels) {
        String first = labels.get(0);
        for (int from = first.indexOf(' '); from >= 0; from = first.indexOf(' ', from + 1)) {
            String end = first.substring(from);
            if (labels.stream().allMatch(label -> label.endsWith(end) && label.length() > end.length())) {
                return end;
            }
        }
        return "";
    }
}
