package redline.intake.sheet;

import java.util.ArrayList;
import java.util.List;

/** The texts that cells share, each kept once; what the part says of their number is not believed. */
final class SharedTexts {
    private final List<String> texts = new ArrayList<>();
    private int cut;

    private SharedTexts() {}

    static SharedTexts none() {
        return new SharedTexts();
    }

    static SharedTexts read(XmlPart part, TextBudget budget) throws SheetFault {
        SharedTexts shared = new SharedTexts();
        while (part.next()) {
            if (part.starts("si")) {
                String raw = rich(part);
                budget.spend(raw.length(), part.part());
                if (shared.texts.size() >= SheetLimits.SHARED_TEXTS) {
                    throw SheetFault.tooLarge(
                            part.part(),
                            "文字多于 " + SheetLimits.SHARED_TEXTS + " 段",
                            "More than " + SheetLimits.SHARED_TEXTS + " texts");
                }
                if (raw.length() > SheetLimits.CELL_TEXT) {
                    shared.cut++;
                }
                shared.texts.add(Written.text(Written.unescaped(raw)));
            }
        }
        return shared;
    }

    /** The runs of a text one after the other, from its start to its end; how it is pronounced is left out. */
    static String rich(XmlPart part) throws SheetFault {
        StringBuilder text = new StringBuilder();
        String end = part.name();
        int level = part.depth();
        int phonetic = 0;
        while (part.next()) {
            if (part.starts("t") && phonetic == 0) {
                text.append(part.text());
            } else if (part.starts("rPh")) {
                phonetic++;
            } else if (part.ends("rPh")) {
                phonetic--;
            } else if (part.ends(end) && part.depth() < level) {
                return text.toString();
            }
        }
        throw SheetFault.damaged(part.part());
    }

    /** Null where there is none of this number. */
    String get(String index) {
        String plain = index.strip();
        if (!plain.matches("\\d{1,9}")) {
            return null;
        }
        int i = Integer.parseInt(plain);
        return i < texts.size() ? texts.get(i) : null;
    }

    int size() {
        return texts.size();
    }

    /** How many were longer than a cell can hold, and lost their end. */
    int cut() {
        return cut;
    }
}
