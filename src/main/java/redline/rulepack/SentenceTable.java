package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.requirement.Comparator;
import redline.rulepack.Condition.Operator;

/** All sentences that there are: a condition for each property and comparison, and the verbs; slots stand as …. */
final class SentenceTable {
    static final String TEXT = "“…”";
    static final String NAME = "「…」";

    /** What goes into the slot of a condition. */
    enum Slot {
        /** A text of the property's list, or any code where it has none. */
        CODE("“代码”", "a code"),
        CODES("“代码”、“代码”", "codes"),
        NUMBER("0、1、「称呼」或算式", "0, 1, a name or arithmetic"),
        TRUTH("是、否或「称呼」", "是, 否 or a name"),
        /** What was named above. */
        NAME("「称呼」", "a name given above"),
        /** A name given here. */
        NEW_NAME("「新称呼」", "a new name");

        private final Text title;

        Slot(String zh, String en) {
            this.title = new Text(zh, en);
        }

        Text title() {
            return title;
        }
    }

    /** {@code begin} ends where the slot begins. */
    record Form(FactType type, FactType.Property property, String begin, Slot slot) {
        String said() {
            return begin
                    + switch (slot) {
                        case CODE -> TEXT;
                        case CODES -> TEXT + "、" + TEXT;
                        case NUMBER, NAME, NEW_NAME -> SentenceTable.NAME;
                        case TRUTH -> "是";
                    };
        }
    }

    private final SentenceWords words;

    SentenceTable(SentenceWords words) {
        this.words = words;
    }

    /** The conditions that a pattern of this type can hold. */
    List<Form> conditions(FactType type) {
        List<Form> forms = new ArrayList<>();
        for (FactType.Property property : type.properties()) {
            if (SentenceWords.isParameter(type) && property.name().equals("name")) {
                continue;
            }
            String label = words.label(type, property.name());
            switch (property.kind()) {
                case STRING -> {
                    for (Operator operator : List.of(Operator.EQUAL, Operator.DIFFERENT)) {
                        String begin = label + " " + operator.zh + " ";
                        forms.add(new Form(type, property, begin, Slot.CODE));
                        forms.add(new Form(type, property, begin, Slot.NAME));
                    }
                    forms.add(new Form(type, property, label + " 属于 ", Slot.CODES));
                    forms.add(new Form(type, property, label + " 不属于 ", Slot.CODES));
                }
                case NUMBER -> {
                    for (Operator operator : Operator.values()) {
                        forms.add(new Form(type, property, label + " " + operator.zh + " ", Slot.NUMBER));
                    }
                }
                case BOOLEAN -> forms.add(new Form(type, property, label + " 为 ", Slot.TRUTH));
                case TERMS -> {}
            }
            forms.add(new Form(type, property, label + " 记为 ", Slot.NEW_NAME));
        }
        return forms;
    }

    /** How a sentence of the type begins; a table and a parameter stand with their names. */
    List<String> heads(FactType type) {
        if (SentenceWords.isParameter(type)) {
            return words.parameters().keySet().stream()
                    .map(name -> "参数〔" + words.parameter(name) + "〕")
                    .toList();
        }
        return List.of(
                type.isRow() ? SentenceWords.TABLE + "〔" + words.tables().get(type.name()) + "〕" : words.head(type));
    }

    /** One sentence for each condition. */
    Set<String> elements() {
        Set<String> sentences = new LinkedHashSet<>();
        for (FactType type : words.types().values()) {
            for (String head : heads(type)) {
                sentences.add(head);
                conditions(type).forEach(form -> sentences.add(head + "：" + form.said()));
            }
        }
        return sentences;
    }

    /** One sentence for each quantity with the comparisons it takes, and those of the other verbs. */
    Set<String> verbs() {
        Set<String> sentences = new LinkedHashSet<>();
        for (Quantity quantity : Quantity.values()) {
            for (Comparator comparator : Comparator.values()) {
                if ((comparator == Comparator.ONE_OF) == (quantity.unit() == Unit.TERM)) {
                    sentences.add("要求 " + NAME + "的" + quantity.title().zh() + " " + SentenceWords.said(comparator)
                            + " " + NAME);
                }
            }
        }
        sentences.addAll(otherVerbs());
        return sentences;
    }

    static List<String> otherVerbs() {
        return List.of(
                "免除 " + NAME + "的规则" + TEXT, "请" + TEXT + "核定 " + NAME + "，问题" + TEXT, "对 " + NAME + "附注" + TEXT);
    }

    /** The words that a property can hold, as sentences say them. */
    List<String> codes(FactType type, FactType.Property property) {
        return words.codes(type, property).stream()
                .map(code -> words.said(type, property, code))
                .sorted()
                .collect(Collectors.toList());
    }
}
