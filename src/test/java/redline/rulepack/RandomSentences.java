package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A branch of random sentences from the table, written as sentences are written. */
final class RandomSentences {
    private final Random random;
    private final SentenceWords words;
    private final SentenceTable table;
    private int named;

    RandomSentences(Random random, SentenceWords words) {
        this.random = random;
        this.words = words;
        this.table = new SentenceTable(words);
    }

    /** The names 文, 数, 真 stand for a text, a number and a truth, 楼 for a fact. */
    String file() {
        List<String> lines = new ArrayList<>(List.of("规则“r: 一”", "当", "  建筑「楼」：使用性质 记为 「文」，建筑高度 记为 「数」，单层 记为 「真」"));
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            lines.add("  " + element(2));
        }
        List<String> verbs = new ArrayList<>(table.verbs());
        lines.add("则");
        lines.add("  " + filled(verbs.get(random.nextInt(verbs.size()))));
        lines.add("完");
        return String.join("\n", lines) + "\n";
    }

    private String filled(String verb) {
        return verb.replaceFirst("「…」", "「楼」").replaceFirst("「…」", number(2)).replace("“…”", "“甲-1”");
    }

    private String element(int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(10)) {
            case 0 -> "没有 " + element(depth - 1);
            case 1 -> "存在 " + element(depth - 1);
            case 2 -> "（" + element(depth - 1) + " 或者 " + element(depth - 1) + "）";
            case 3 -> "（" + element(depth - 1) + "\n    并且 " + element(depth - 1) + "）";
            default -> pattern();
        };
    }

    private String pattern() {
        List<FactType> types = new ArrayList<>(words.types().values());
        FactType type = types.get(random.nextInt(types.size()));
        List<String> heads = table.heads(type);
        String head = heads.get(random.nextInt(heads.size())) + (random.nextInt(4) == 0 ? fresh() : "");
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            conditions.add(random.nextInt(3) == 0 ? group(type, 2) : condition(type, true));
        }
        String between = random.nextInt(3) == 0 ? "，\n    " : "，";
        return head + (conditions.isEmpty() ? "" : "：" + String.join(between, conditions));
    }

    private String group(FactType type, int depth) {
        String sign = random.nextBoolean() ? " 且 " : random.nextBoolean() ? " 或 " : "\n      或 ";
        String first = depth == 0 || random.nextBoolean() ? condition(type, false) : "（" + group(type, depth - 1) + "）";
        String second = random.nextInt(4) == 0 ? "并非（" + condition(type, false) + "）" : condition(type, false);
        return first + sign + second;
    }

    private String condition(FactType type, boolean binds) {
        List<SentenceTable.Form> forms = table.conditions(type).stream()
                .filter(form -> binds || form.slot() != SentenceTable.Slot.NEW_NAME)
                .toList();
        if (forms.isEmpty()) {
            return "0 小于 1";
        }
        SentenceTable.Form form = forms.get(random.nextInt(forms.size()));
        return form.begin()
                + switch (form.slot()) {
                    case CODE -> code(form);
                    case CODES ->
                        java.util.stream.Stream.generate(() -> code(form))
                                .limit(1 + random.nextInt(3))
                                .collect(Collectors.joining("、"));
                    case NUMBER -> number(2);
                    case TRUTH -> random.nextInt(3) == 0 ? "「真」" : random.nextBoolean() ? "是" : "否";
                    case NAME -> random.nextBoolean() ? "「文」" : "「楼」的用途类别";
                    case NEW_NAME -> fresh();
                };
    }

    private String code(SentenceTable.Form form) {
        List<String> codes = table.codes(form.type(), form.property());
        return codes.isEmpty()
                ? "“X-" + random.nextInt(100) + "/一”"
                : "“" + codes.get(random.nextInt(codes.size())) + "”";
    }

    private String number(int depth) {
        return switch (depth == 0 ? random.nextInt(3) : random.nextInt(6)) {
            case 0 -> "0";
            case 1 -> "1";
            case 2 -> "「数」";
            case 3 -> number(depth - 1) + " × " + (random.nextBoolean() ? "「数」" : "（" + number(depth - 1) + "）");
            case 4 -> number(depth - 1) + " + " + number(0);
            default -> number(depth - 1) + " - （" + number(depth - 1) + "）";
        };
    }

    private String fresh() {
        return "「新" + named++ + "」";
    }
}
