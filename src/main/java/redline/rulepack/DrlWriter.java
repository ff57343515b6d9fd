package redline.rulepack;

import java.util.List;

/** Sayings as DRL, every word on its line, blanks as all rule files have them. */
final class DrlWriter {
    private final LineWriter lines = new LineWriter();

    private DrlWriter() {}

    static String write(List<Saying> said, List<SourceLine> source) {
        DrlWriter writer = new DrlWriter();
        said.forEach(writer::say);
        return writer.lines.written(source);
    }

    private void say(Saying saying) {
        if (saying instanceof Saying.Header header) {
            word(header.line(), "rule " + quoted(header.name()));
        } else if (saying instanceof Saying.Mark mark) {
            word(mark.line(), mark.word());
        } else if (saying instanceof Saying.Require require) {
            word(
                    require.line(),
                    "require( " + require.subject() + ", " + require.quantity() + ", " + require.comparator() + ",");
            say(require.bound());
            lines.put(" );");
        } else if (saying instanceof Saying.Exempt exempt) {
            word(exempt.line(), "exempt( " + exempt.subject() + ", " + quoted(exempt.target()) + " );");
        } else if (saying instanceof Saying.Ask ask) {
            word(ask.line(), "ask( " + ask.subject() + ", " + quoted(ask.key()) + ", " + quoted(ask.who()) + " );");
        } else if (saying instanceof Saying.Note note) {
            word(note.line(), "note( " + note.subject() + ", " + quoted(note.key()) + " );");
        } else if (saying instanceof Saying.Pattern pattern) {
            word(pattern.line(), (pattern.name() == null ? "" : pattern.name() + " : ") + pattern.type() + "(");
            list(pattern.constraints());
            lines.put(pattern.constraints().isEmpty() ? ")" : " )");
        } else if (saying instanceof Saying.Prefixed prefixed) {
            word(prefixed.line(), prefixed.word());
            if (prefixed.word().equals("!") && prefixed.inner() instanceof Saying.Bracket bracket) {
                lines.put("(");
                say(bracket.inner());
                lines.put(" )");
            } else {
                say(prefixed.inner());
            }
        } else if (saying instanceof Saying.Joined joined) {
            say(joined.parts().get(0));
            for (int i = 1; i < joined.parts().size(); i++) {
                word(joined.signLines().get(i - 1), joined.sign());
                say(joined.parts().get(i));
            }
        } else {
            expression(saying);
        }
    }

    private void expression(Saying saying) {
        if (saying instanceof Saying.Relation relation) {
            say(relation.left());
            word(relation.signLine(), relation.operator().sign);
            say(relation.right());
        } else if (saying instanceof Saying.Among among) {
            say(among.left());
            word(among.signLine(), among.not() ? "not in (" : "in (");
            list(among.choices());
            lines.put(" )");
        } else if (saying instanceof Saying.Calculation calculation) {
            say(calculation.left());
            word(calculation.signLine(), calculation.sign());
            say(calculation.right());
        } else if (saying instanceof Saying.Bracket bracket) {
            word(bracket.line(), "(");
            say(bracket.inner());
            lines.put(" )");
        } else {
            word(saying.line(), leaf(saying));
        }
    }

    private void list(List<Saying> parts) {
        for (int i = 0; i < parts.size(); i++) {
            lines.put(i == 0 ? "" : ",");
            say(parts.get(i));
        }
    }

    private static String leaf(Saying saying) {
        if (saying instanceof Saying.Words words) {
            return quoted(words.text());
        }
        if (saying instanceof Saying.Number number) {
            return number.digit();
        }
        if (saying instanceof Saying.Truth truth) {
            return String.valueOf(truth.yes());
        }
        if (saying instanceof Saying.Name name) {
            return name.name();
        }
        if (saying instanceof Saying.Of of) {
            return of.name() + "." + of.property();
        }
        if (saying instanceof Saying.Bind bind) {
            return bind.name() + " : " + bind.property();
        }
        return ((Saying.Own) saying).property();
    }

    private void word(int line, String word) {
        lines.at(line, " " + word);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
