package redline.casefile;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;

/**
 * What is wrong with a letter as typed.
 *
 * @param field {@code number}, {@code articles[1].text}, {@code articles[1].values[2].value}, counted from 1
 */
public record LetterComplaint(String field, Text what, Text remedy) {
    /** What a letter needs that a conditions file does not. */
    static List<LetterComplaint> missing(LetterEntry entry) {
        List<LetterComplaint> missing = new ArrayList<>();
        if (entry.number().isEmpty()) {
            missing.add(LetterFile.complaint(
                    "number", "没有文号", "There is no document number", "照扫描件写上文号", "Copy it from the scan"));
        }
        if (entry.parcelName().isEmpty()) {
            missing.add(LetterFile.complaint(
                    "parcelName",
                    "没有地块名称",
                    "There is no name of the parcel",
                    "照扫描件写上地块名称或位置",
                    "Copy it from the scan"));
        }
        if (entry.articles().isEmpty()) {
            missing.add(LetterFile.complaint(
                    "articles", "还没有条文", "There is no article yet", "逐条录入条文", "Enter the articles one by one"));
        }
        if (Boolean.TRUE.equals(entry.complete()) && entry.completeSentence().isEmpty()) {
            missing.add(LetterFile.complaint(
                    "completeSentence",
                    "写了“已列全”,没有引原句",
                    "It is said to list everything, without the sentence that says so",
                    "引上写明“已列全”的原句,没有这一句就选“没有说”",
                    "Quote the sentence; where there is none choose “does not say”"));
        }
        for (int i = 0; i < entry.articles().size(); i++) {
            if (entry.articles().get(i).text().isEmpty()) {
                missing.add(LetterFile.complaint(
                        "articles[" + (i + 1) + "].text",
                        "没有条文",
                        "There is no text",
                        "照扫描件写上条文",
                        "Copy it from the scan"));
            }
            List<LetterEntry.Value> values = entry.articles().get(i).values();
            for (int j = 0; j < values.size(); j++) {
                String field = "articles[" + (i + 1) + "].values[" + (j + 1) + "].";
                if (values.get(j).item().isEmpty()) {
                    missing.add(LetterFile.complaint(
                            field + "item",
                            "没有选指标",
                            "No item is chosen",
                            "选一个指标,或删去这个值,这一条即由人工核定",
                            "Choose one, or remove the value and leave the article to a person"));
                } else if (values.get(j).value().isEmpty()
                        || values.get(j).comparator().isEmpty()) {
                    missing.add(LetterFile.complaint(
                            field + "value",
                            "这个值没有写全",
                            "This value is not written in full",
                            "写上数值和上限或下限,或删去这个值,这一条即由人工核定",
                            "Write number and bound, or remove the value and leave the article to a person"));
                }
                unnarrowed(field, values.get(j), missing);
            }
        }
        return missing;
    }

    /** What narrows an item has to be said, be it that nothing does: a value of unknown reach decides nothing. */
    private static void unnarrowed(String field, LetterEntry.Value value, List<LetterComplaint> missing) {
        for (String qualifier : LetterFile.qualifiers(value.item())) {
            if (value.qualifier(qualifier).isEmpty()) {
                missing.add(LetterFile.complaint(
                        field + qualifier,
                        "没有写适用范围",
                        "It is not said where it holds",
                        "条文不作区分的选“不限”(ANY)",
                        "Where the article makes no difference choose ANY"));
            }
        }
    }
}
