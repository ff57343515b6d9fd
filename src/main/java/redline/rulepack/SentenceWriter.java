package redline.rulepack;

import java.util.List;
import java.util.Map;
import redline.quantity.Text;
import redline.rulepack.Faults.Refusal;

/** Sayings as sentences, every word on its line. */
final class SentenceWriter {
    private static final Map<String, String> BETWEEN =
            Map.of("&&", " 且 ", "||", " 或 ", "and", " 并且 ", "or", " 或者 ", "*", " × ", "+", " + ", "-", " - ");
    private static final Map<String, String> BEFORE =
            Map.of("!", "并非", "not", "没有 ", "exists", "存在 ", "when", "当", "then", "则", "end", "完");

    private final LineWriter lines = new LineWriter();
    private final SentenceWords words;
    private SentenceNames names = SentenceNames.none();
    private SayingScope scope = new SayingScope();
    private FactType own;

    private SentenceWriter(SentenceWords words) {
        this.words = words;
    }

    /** {@code names}: by branch, in their order. */
    static String write(List<Saying> said, List<SourceLine> source, SentenceWords words, List<SentenceNames> names)
            throws Refusal {
        SentenceWriter writer = new SentenceWriter(words);
        int branch = 0;
        for (Saying each : said) {
            if (each instanceof Saying.Header) {
                writer.names = names.get(branch++);
                writer.scope = new SayingScope();
            }
            writer.say(each);
        }
        return writer.lines.written(source);
    }

    private void say(Saying saying) throws Refusal {
        if (saying instanceof Saying.Header header) {
            lines.at(header.line(), "规则“" + header.name() + "”");
        } else if (saying instanceof Saying.Mark mark) {
            lines.at(mark.line(), BEFORE.get(mark.word()));
        } else if (saying instanceof Saying.Require require) {
            lines.at(
                    require.line(),
                    "要求 " + name(require.subject()) + "的"
                            + require.quantity().title().zh() + " " + SentenceWords.said(require.comparator()) + " ");
            say(require.bound());
        } else if (saying instanceof Saying.Exempt exempt) {
            lines.at(exempt.line(), "免除 " + name(exempt.subject()) + "的规则“" + exempt.target() + "”");
        } else if (saying instanceof Saying.Ask ask) {
            lines.at(ask.line(), "请“" + ask.who() + "”核定 " + name(ask.subject()) + "，问题“" + ask.key() + "”");
        } else if (saying instanceof Saying.Note note) {
            lines.at(note.line(), "对 " + name(note.subject()) + "附注“" + note.key() + "”");
        } else if (saying instanceof Saying.Pattern pattern) {
            pattern(pattern);
        } else if (saying instanceof Saying.Prefixed prefixed) {
            lines.at(prefixed.line(), BEFORE.get(prefixed.word()));
            say(prefixed.inner());
        } else if (saying instanceof Saying.Joined joined) {
            say(joined.parts().get(0));
            for (int i = 1; i < joined.parts().size(); i++) {
                lines.at(joined.signLines().get(i - 1), BETWEEN.get(joined.sign()));
                say(joined.parts().get(i));
            }
        } else {
            expression(saying);
        }
    }

    private void pattern(Saying.Pattern pattern) throws Refusal {
        own = words.type(pattern.type());
        List<Saying> constraints = pattern.constraints();
        if (SentenceWords.isParameter(own)) {
            lines.at(pattern.line(), "参数〔" + parameter(pattern) + "〕");
            constraints = constraints.subList(1, constraints.size());
        } else if (own.isRow()) {
            lines.at(pattern.line(), SentenceWords.TABLE + "〔" + words.tables().get(own.name()) + "〕");
        } else {
            lines.at(pattern.line(), words.head(own));
        }
        if (pattern.name() != null) {
            scope.bind(pattern.name(), own, null);
            lines.put(name(pattern.name()));
        }
        for (int i = 0; i < constraints.size(); i++) {
            lines.put(i == 0 ? "：" : "，");
            say(constraints.get(i));
        }
    }

    /** Title and name of the parameter that a pattern picks by its first condition. */
    private String parameter(Saying.Pattern pattern) throws Refusal {
        boolean picked = !pattern.constraints().isEmpty()
                && pattern.constraints().get(0) instanceof Saying.Relation relation
                && relation.operator() == Condition.Operator.EQUAL
                && relation.left() instanceof Saying.Own key
                && key.property().equals("name")
                && relation.right() instanceof Saying.Words;
        if (!picked) {
            throw new Refusal(
                    pattern.line(),
                    PublishedFacts.PARAMETER,
                    new Text("参数的名称不在最前", "the parameter's name does not come first"),
                    new Text("先写 name == \"规则包/参数\"", "write name == \"pack/parameter\" first"));
        }
        Saying.Relation first = (Saying.Relation) pattern.constraints().get(0);
        return words.parameter(((Saying.Words) first.right()).text());
    }

    private void expression(Saying saying) throws Refusal {
        if (saying instanceof Saying.Relation relation) {
            side(relation.left(), relation.right());
            lines.at(relation.signLine(), " " + relation.operator().zh + " ");
            side(relation.right(), relation.left());
        } else if (saying instanceof Saying.Among among) {
            say(among.left());
            lines.at(among.signLine(), among.not() ? " 不属于 " : " 属于 ");
            for (int i = 0; i < among.choices().size(); i++) {
                lines.put(i == 0 ? "" : "、");
                side(among.choices().get(i), among.left());
            }
        } else if (saying instanceof Saying.Calculation calculation) {
            say(calculation.left());
            lines.at(calculation.signLine(), BETWEEN.get(calculation.sign()));
            say(calculation.right());
        } else if (saying instanceof Saying.Bracket bracket) {
            lines.at(bracket.line(), "（");
            say(bracket.inner());
            lines.put("）");
        } else {
            lines.at(saying.line(), leaf(saying));
        }
    }

    /** A text is said in the words of the property on the other side. */
    private void side(Saying saying, Saying other) throws Refusal {
        SayingScope.Meant meant = scope.read(other, own);
        if (saying instanceof Saying.Words text && meant != null && meant.property() != null) {
            lines.at(text.line(), "“" + words.said(meant.type(), meant.property(), text.text()) + "”");
        } else {
            say(saying);
        }
    }

    private String leaf(Saying saying) {
        if (saying instanceof Saying.Words text) {
            return "“" + text.text() + "”";
        }
        if (saying instanceof Saying.Number number) {
            return number.digit();
        }
        if (saying instanceof Saying.Truth truth) {
            return truth.yes() ? "是" : "否";
        }
        if (saying instanceof Saying.Name name) {
            return name(name.name());
        }
        if (saying instanceof Saying.Of of) {
            SayingScope.Meant meant = scope.of(of.name());
            return name(of.name()) + "的" + words.label(meant.type(), of.property());
        }
        if (saying instanceof Saying.Bind bind) {
            scope.bind(bind.name(), own, bind.property());
            return words.label(own, bind.property()) + " 记为 " + name(bind.name());
        }
        return words.label(own, ((Saying.Own) saying).property());
    }

    private String name(String drl) {
        return "「" + names.said(drl) + "」";
    }
}
