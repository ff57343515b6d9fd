package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.requirement.Comparator;
import redline.rulepack.Condition.Operator;

/**
 * Reads one sentence, which may go on over several lines, in every way that it can be read. The sayings that come out hold names
 * and texts in the words of the sentence; {@link SentenceMeaning} puts those of DRL in their place.
 *
 * <p>element := both ('或者' both)*; both := one ('并且' one)*; one := ('没有' | '存在') one | '（' element '）' | pattern; pattern :=
 * (fact | '表〔' table '〕' | '参数〔' [title] name '〕') ['「' name '」'] ['：' constraint ('，' constraint)*]; constraint := property '记为'
 * '「' name '」' | or; or := and ('或' and)*; and := not ('且' not)*; not := '并非' '（' or '）' | relation; relation := sum [comparison sum
 * | ('属于' | '不属于') sum ('、' sum)*]; sum := product (('+' | '-') product)*; product := factor ('×' factor)*; factor := 0 | 1 | 是 | 否 |
 * '“' text '”' | '「' name '」' ['的' property] | property | '（' or '）'.
 */
final class SentenceParser {
    private static final int MOST_STEPS = 200_000;
    private static final int DEEPEST = 16;
    private static final Pattern PARAMETER = Pattern.compile("(?:([^〔〕]*?)\\s+)?([A-Za-z0-9._/-]+)");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9A-Za-z.,%]*");

    /** A line's first word decides what it is; each kind is tried on every line. */
    enum Kind {
        HEADER,
        WHEN,
        ELEMENT,
        THEN,
        VERB,
        END
    }

    /** What may stand at a place: {@code word} from {@code at} on. */
    record Expected(int at, String word, Text what) {}

    /** What could be read up to a place. */
    private record Got(Saying said, int at) {}

    private record Part(List<Saying> said, List<Integer> lines, int at) {}

    /** What a value is compared with, so that only what fits is offered; null parts fit all. */
    private record Wanted(FactType.Kind kind, SayingScope.Meant meant) {
        static final Wanted ANY = new Wanted(null, null);

        boolean fits(FactType.Kind other) {
            return kind == null || other == null || kind == other;
        }
    }

    private final String text;
    private final int firstLine;
    private final SentenceWords words;
    /** Names bound by earlier sentences, by their word. */
    private final Map<String, SayingScope.Meant> bound;

    private final Set<Expected> unfinished = new LinkedHashSet<>();
    private FactType own;
    private int furthest = -1;
    private int clause;
    private int reasonAt = -1;
    private Text reason;
    private int steps;
    private int depth;

    SentenceParser(String text, int firstLine, SentenceWords words, Map<String, SayingScope.Meant> bound) {
        this.text = text;
        this.firstLine = firstLine;
        this.words = words;
        this.bound = bound;
    }

    /** All readings of the whole text as this kind of sentence. */
    Set<Saying> read(Kind kind) {
        Set<Saying> whole = new LinkedHashSet<>();
        List<Got> read = switch (kind) {
            case HEADER -> header();
            case WHEN -> mark("当", "when");
            case THEN -> mark("则", "then");
            case END -> mark("完", "end");
            case VERB -> verb();
            case ELEMENT -> element(0);
        };
        for (Got got : read) {
            int end = skip(got.at());
            if (end == text.length()) {
                whole.add(got.said());
            } else {
                reached(end);
            }
        }
        return whole;
    }

    /** Why reading stopped where it stopped, null where no more is known than that no word went on from there. */
    Text reason() {
        return reasonAt >= furthest ? reason : null;
    }

    /** Where reading stopped. */
    int stopped() {
        return Math.max(0, Math.max(furthest, reasonAt));
    }

    /** Where the condition begins that reading stopped in. */
    int clause() {
        return clause;
    }

    /** The type of the pattern that reading stopped in, null where it stopped before one. */
    FactType within() {
        return own;
    }

    /** What the text's last, unfinished word may become. */
    Set<Expected> unfinished() {
        return unfinished;
    }

    int lineOf(int at) {
        int line = firstLine;
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return line;
    }

    static boolean isTitle(String title) {
        return SentenceText.unspeakable(title) == null
                && !title.contains("//")
                && title.indexOf('〔') < 0
                && title.indexOf('〕') < 0
                && !title.isBlank();
    }

    private List<Got> header() {
        int at = word(0, "规则", what("规则名", "name of rule and branch"));
        return quoted(at, SentenceText.Slot.TITLE, (name, from) -> new Saying.Header(name, lineOf(from)));
    }

    private List<Got> mark(String word, String drl) {
        int at = word(0, word, Text.same(drl));
        return at < 0 ? List.of() : List.of(new Got(new Saying.Mark(drl, lineOf(skip(0))), at));
    }

    private interface Making {
        Saying of(String text, int from);
    }

    private List<Got> quoted(int at, SentenceText.Slot slot, Making making) {
        String inside = at < 0 ? null : slot(at, "“", "”", slot);
        return inside == null
                ? List.of()
                : List.of(new Got(making.of(inside, skip(at)), text.indexOf("”", skip(at)) + 1));
    }

    private List<Got> verb() {
        List<Got> read = new ArrayList<>();
        int require = word(0, "要求", what("指标不小于、不大于、等于……", "a quantity is at least, at most …"));
        subject(require, (subject, at) -> require(subject, at, read));
        int exempt = word(0, "免除", what("但书", "exception"));
        subject(exempt, (subject, at) -> {
            int target = word(at, "的规则", what("规则名", "name of rule and branch"));
            read.addAll(
                    quoted(target, SentenceText.Slot.TITLE, (name, from) -> new Saying.Exempt(subject, name, line0())));
        });
        int note = word(0, "对", what("附注", "remark"));
        subject(note, (subject, at) -> {
            int key = word(at, "附注", what("文字的名称", "key of the sentence"));
            read.addAll(quoted(key, SentenceText.Slot.CODE, (name, from) -> new Saying.Note(subject, name, line0())));
        });
        int ask = word(0, "请", what("请人核定", "asks a person"));
        for (Got who : quoted(ask, SentenceText.Slot.CODE, (name, from) -> new Saying.Words(name, line0()))) {
            subject(word(who.at(), "核定", what("对象", "subject")), (subject, at) -> {
                int comma = mark(at, "，", ",");
                int question = comma < 0 ? -1 : word(comma, "问题", what("问题的名称", "key of the question"));
                String person = ((Saying.Words) who.said()).text();
                read.addAll(quoted(
                        question,
                        SentenceText.Slot.CODE,
                        (key, from) -> new Saying.Ask(subject, key, person, line0())));
            });
        }
        return read;
    }

    private int line0() {
        return lineOf(skip(0));
    }

    private interface Subject {
        void read(String name, int at);
    }

    private void subject(int at, Subject then) {
        if (at < 0) {
            return;
        }
        offerNames(at, meant -> meant.property() == null && meant.type().about() != null);
        String name = slot(at, "「", "」", null);
        if (name != null) {
            then.read(name, text.indexOf("」", skip(at)) + 1);
        }
    }

    private void require(String subject, int at, List<Got> read) {
        int of = word(at, "的", what("指标", "quantity"));
        if (of < 0) {
            return;
        }
        for (Quantity quantity : Quantity.values()) {
            int compared = word(of, quantity.title().zh(), quantity.title());
            if (compared < 0) {
                continue;
            }
            for (Comparator comparator : Comparator.values()) {
                String said = SentenceWords.said(comparator);
                int bound = word(compared, said, Text.same(comparator.sign()));
                if (bound >= 0) {
                    own = null;
                    for (Got got : or(bound, Wanted.ANY)) {
                        read.add(new Got(
                                new Saying.Require(subject, quantity, comparator, got.said(), line0()), got.at()));
                    }
                }
            }
        }
    }

    private List<Got> element(int at) {
        return joined(at, "或者", "or", this::both);
    }

    private List<Got> both(int at) {
        return joined(at, "并且", "and", this::one);
    }

    private interface Reading {
        List<Got> at(int at);
    }

    private List<Got> joined(int at, String word, String sign, Reading part) {
        List<Part> open = new ArrayList<>();
        for (Got got : part.at(at)) {
            open.add(new Part(List.of(got.said()), List.of(), got.at()));
        }
        List<Got> read = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Part so = open.get(i);
            read.add(new Got(
                    so.said().size() == 1 ? so.said().get(0) : new Saying.Joined(sign, so.said(), so.lines()),
                    so.at()));
            int next = word(so.at(), word, Text.same(sign));
            if (next >= 0) {
                for (Got got : part.at(next)) {
                    open.add(new Part(with(so.said(), got.said()), with(so.lines(), lineOf(skip(so.at()))), got.at()));
                }
            }
        }
        return read;
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    private List<Got> one(int at) {
        if (tooMuch(at)) {
            return List.of();
        }
        List<Got> read = new ArrayList<>();
        int from = skip(at);
        prefixed(at, "没有", "not", what("没有这样的事实", "there is no such fact"), read);
        prefixed(at, "存在", "exists", what("至少有一个这样的事实", "there is such a fact"), read);
        int open = mark(at, "（", "(");
        if (open >= 0) {
            depth++;
            for (Got inner : element(open)) {
                int close = mark(inner.at(), "）", ")");
                if (close >= 0) {
                    read.add(new Got(new Saying.Bracket(inner.said(), lineOf(from)), close));
                }
            }
            depth--;
        }
        for (FactType type : words.types().values()) {
            if (!type.isRow()) {
                int head = word(at, type.label().zh(), type.label());
                if (head >= 0) {
                    pattern(type, List.of(), from, head, read);
                }
            }
        }
        rows(at, from, read);
        return read;
    }

    private void prefixed(int at, String word, String sign, Text what, List<Got> read) {
        int inner = word(at, word, what);
        if (inner >= 0) {
            depth++;
            one(inner)
                    .forEach(got ->
                            read.add(new Got(new Saying.Prefixed(sign, got.said(), lineOf(skip(at))), got.at())));
            depth--;
        }
    }

    /** Rows of tables and parameters. */
    private void rows(int at, int from, List<Got> read) {
        int table = word(at, SentenceWords.TABLE + "〔", what("表", "table"));
        if (table >= 0) {
            words.tables().forEach((type, name) -> {
                int close = word(table, name + "〕", Text.same(name));
                if (close >= 0) {
                    pattern(words.type(type), List.of(), from, close, read);
                }
            });
            if (text.indexOf("〕", table) > 0) {
                String named = text.substring(table, text.indexOf("〕", table)).strip();
                if (!words.tables().containsValue(named)) {
                    because(table, new Text("没有表“" + named + "”", "there is no table " + named));
                }
            }
        }
        int parameter = word(at, "参数〔", what("参数", "parameter"));
        if (parameter >= 0) {
            if (text.indexOf('〕', parameter) < 0) {
                words.parameters().forEach((name, title) -> expect(parameter, words.parameter(name) + "〕", title));
            }
            parameter(parameter, from, read);
        }
    }

    private void parameter(int at, int from, List<Got> read) {
        int close = text.indexOf("〕", at);
        Matcher named =
                PARAMETER.matcher(close < 0 ? "" : text.substring(at, close).strip());
        if (!named.matches()) {
            because(at, new Text("〔〕里要写参数的名称:规则包/参数", "write the parameter's name, pack/name"));
            return;
        }
        Text title = words.parameters().get(named.group(2));
        if (title == null) {
            because(at, new Text("没有参数“" + named.group(2) + "”", "there is no parameter " + named.group(2)));
        } else if (named.group(1) != null && !named.group(1).strip().equals(title.zh())) {
            because(
                    at,
                    new Text(
                            "参数 " + named.group(2) + " 的名称是“" + title.zh() + "”",
                            "the parameter " + named.group(2) + " is called " + title.zh()));
        } else {
            int line = lineOf(from);
            Saying key = new Saying.Relation(
                    Operator.EQUAL, new Saying.Own("name", line), new Saying.Words(named.group(2), line), line);
            pattern(words.type(PublishedFacts.PARAMETER), List.of(key), from, close + 1, read);
        }
    }

    private void pattern(FactType type, List<Saying> first, int from, int at, List<Got> read) {
        int named = skip(at);
        String name = text.startsWith("「", named) ? slot(named, "「", "」", null) : null;
        if (text.startsWith("「", named) && name == null) {
            return;
        }
        int end = name == null ? at : text.indexOf("」", named) + 1;
        read.add(new Got(new Saying.Pattern(type.name(), name, first, lineOf(from)), end));
        int colon = mark(end, "：", ":");
        if (colon < 0) {
            return;
        }
        List<Part> open = new ArrayList<>(List.of(new Part(first, List.of(), colon)));
        for (int i = 0; i < open.size(); i++) {
            Part so = open.get(i);
            int next = i == 0 ? colon : mark(so.at(), "，", ",");
            if (next >= 0 && !tooMuch(next)) {
                own = type;
                clause = Math.max(clause, next);
                for (Got got : constraint(next)) {
                    List<Saying> all = with(so.said(), got.said());
                    open.add(new Part(all, List.of(), got.at()));
                    read.add(new Got(new Saying.Pattern(type.name(), name, all, lineOf(from)), got.at()));
                }
            }
        }
    }

    private List<Got> constraint(int at) {
        List<Got> read = new ArrayList<>();
        for (FactType.Property property : own.properties()) {
            int bind = label(at, property, Wanted.ANY);
            int name = bind < 0 ? -1 : word(bind, "记为", what("称呼", "gives a name"));
            String named = name < 0 ? null : slot(name, "「", "」", null);
            if (named != null) {
                read.add(new Got(
                        new Saying.Bind(named, property.name(), lineOf(skip(at))), text.indexOf("」", skip(name)) + 1));
            }
        }
        read.addAll(or(at, Wanted.ANY));
        return read;
    }

    private int label(int at, FactType.Property property, Wanted wanted) {
        boolean picks = SentenceWords.isParameter(own) && property.name().equals("name");
        if (picks || !wanted.fits(property.kind())) {
            return picks ? -1 : quietly(at, words.label(own, property.name()));
        }
        return word(at, words.label(own, property.name()), property.kind().title());
    }

    private List<Got> or(int at, Wanted wanted) {
        return joined(at, "或", "||", each -> and(each, wanted));
    }

    private List<Got> and(int at, Wanted wanted) {
        return joined(at, "且", "&&", each -> not(each, wanted));
    }

    private List<Got> not(int at, Wanted wanted) {
        int inner = word(at, "并非", what("并非(……)", "not ( … )"));
        if (inner < 0) {
            return relation(at, wanted);
        }
        List<Got> read = new ArrayList<>();
        if (!tooMuch(inner)) {
            depth++;
            for (Got got : not(inner, Wanted.ANY)) {
                read.add(new Got(new Saying.Prefixed("!", got.said(), lineOf(skip(at))), got.at()));
            }
            depth--;
        }
        return read;
    }

    private List<Got> relation(int at, Wanted wanted) {
        List<Got> read = new ArrayList<>();
        for (Got left : sum(at, wanted)) {
            read.add(left);
            SayingScope.Meant meant = meant(left.said());
            Wanted other = new Wanted(meant == null ? null : meant.kind(), meant);
            for (Operator operator : Operator.values()) {
                boolean order = operator != Operator.EQUAL && operator != Operator.DIFFERENT;
                boolean fits = !order || other.fits(FactType.Kind.NUMBER);
                int right =
                        fits ? word(left.at(), operator.zh, Text.same(operator.sign)) : quietly(left.at(), operator.zh);
                if (right >= 0) {
                    for (Got got : sum(right, other)) {
                        int line = lineOf(skip(left.at()));
                        read.add(new Got(new Saying.Relation(operator, left.said(), got.said(), line), got.at()));
                    }
                }
            }
            among(left, other, "属于", false, read);
            among(left, other, "不属于", true, read);
        }
        return read;
    }

    private void among(Got left, Wanted other, String word, boolean not, List<Got> read) {
        int first = word(left.at(), word, what("几个中的一个", "one of several"));
        if (first < 0) {
            return;
        }
        int line = lineOf(skip(left.at()));
        List<Part> open = new ArrayList<>(List.of(new Part(List.of(), List.of(), first)));
        for (int i = 0; i < open.size(); i++) {
            Part so = open.get(i);
            int next = i == 0 ? first : word(so.at(), "、", what("再一个", "one more"));
            if (next >= 0 && !tooMuch(next)) {
                for (Got got : sum(next, other)) {
                    List<Saying> all = with(so.said(), got.said());
                    open.add(new Part(all, List.of(), got.at()));
                    read.add(new Got(new Saying.Among(not, left.said(), all, line), got.at()));
                }
            }
        }
    }

    private SayingScope.Meant meant(Saying said) {
        if (said instanceof Saying.Name name) {
            return bound.get(name.name());
        }
        if (said instanceof Saying.Own property && own != null) {
            int index = own.indexOf(property.property());
            return new SayingScope.Meant(own, own.properties().get(index));
        }
        return null;
    }

    private List<Got> sum(int at, Wanted wanted) {
        return calculated(at, List.of("+", "-"), each -> product(each, wanted));
    }

    private List<Got> product(int at, Wanted wanted) {
        return calculated(at, List.of("×"), each -> factor(each, wanted));
    }

    private List<Got> calculated(int at, List<String> signs, Reading part) {
        List<Got> read = new ArrayList<>(part.at(at));
        for (int i = 0; i < read.size(); i++) {
            Got left = read.get(i);
            for (String sign : signs) {
                int right = word(left.at(), sign, what("计算", "calculates"));
                if (right >= 0) {
                    String drl = sign.equals("×") ? "*" : sign;
                    for (Got got : part.at(right)) {
                        int line = lineOf(skip(left.at()));
                        read.add(new Got(new Saying.Calculation(drl, left.said(), got.said(), line), got.at()));
                    }
                }
            }
        }
        return read;
    }

    private List<Got> factor(int at, Wanted wanted) {
        if (tooMuch(at)) {
            return List.of();
        }
        List<Got> read = new ArrayList<>();
        int from = skip(at);
        int line = lineOf(from);
        reached(from);
        constants(from, wanted, read);
        named(from, wanted, read);
        if (own != null) {
            for (FactType.Property property : own.properties()) {
                int end = label(from, property, wanted);
                if (end >= 0) {
                    read.add(new Got(new Saying.Own(property.name(), line), end));
                }
            }
        }
        int open = mark(from, "（", "(");
        if (open >= 0) {
            depth++;
            for (Got inner : or(open, Wanted.ANY)) {
                int close = mark(inner.at(), "）", ")");
                if (close >= 0) {
                    read.add(new Got(new Saying.Bracket(inner.said(), line), close));
                }
            }
            depth--;
        }
        return read;
    }

    private void constants(int from, Wanted wanted, List<Got> read) {
        int line = lineOf(from);
        Matcher number = NUMBER.matcher(text).region(from, text.length());
        if (number.lookingAt()) {
            if (number.group().equals("0") || number.group().equals("1")) {
                read.add(new Got(new Saying.Number(number.group(), line), number.end()));
            } else if (own == null || !startsLabel(from)) {
                because(
                        from,
                        new Text(
                                "规则里不能写数值 " + number.group() + ";写进参数或表",
                                "a rule may not hold the number " + number.group()
                                        + "; make it a parameter or a table cell"));
            }
        } else if (wanted.kind() == FactType.Kind.NUMBER) {
            expect(from, "0", FactType.Kind.NUMBER.title());
            expect(from, "1", FactType.Kind.NUMBER.title());
        }
        for (boolean yes : new boolean[] {true, false}) {
            String said = yes ? "是" : "否";
            boolean offered = wanted.kind() == FactType.Kind.BOOLEAN;
            int end = offered ? word(from, said, FactType.Kind.BOOLEAN.title()) : quietly(from, said);
            if (end >= 0) {
                read.add(new Got(new Saying.Truth(yes, line), end));
            }
        }
        SayingScope.Meant meant = wanted.meant();
        boolean texts = meant != null && meant.property() != null && meant.kind() == FactType.Kind.STRING;
        if (texts && text.indexOf('”', from) < 0) {
            for (String code : words.codes(meant.type(), meant.property())) {
                String said = words.said(meant.type(), meant.property(), code);
                expect(from, "“" + said + "”", CodeWords.of(meant.property().name(), code));
            }
        }
        if (text.startsWith("“", from)) {
            String inside = slot(from, "“", "”", SentenceText.Slot.WORD);
            if (inside != null) {
                read.add(new Got(new Saying.Words(inside, line), text.indexOf("”", from) + 1));
            }
        }
    }

    private boolean startsLabel(int from) {
        return own.properties().stream().anyMatch(each -> text.startsWith(words.label(own, each.name()), from));
    }

    private void named(int from, Wanted wanted, List<Got> read) {
        offerNames(from, meant -> meant.property() != null && wanted.fits(meant.kind()));
        if (!text.startsWith("「", from)) {
            return;
        }
        String name = slot(from, "「", "」", null);
        if (name == null) {
            return;
        }
        int end = text.indexOf("」", from) + 1;
        SayingScope.Meant fact = bound.get(name);
        boolean isFact = fact != null && fact.property() == null;
        if (!isFact) {
            read.add(new Got(new Saying.Name(name, lineOf(from)), end));
            return;
        }
        int of = word(end, "的", what("属性", "property"));
        if (of >= 0) {
            for (FactType.Property property : fact.type().properties()) {
                int after = word(
                        of,
                        words.label(fact.type(), property.name()),
                        property.kind().title());
                if (after >= 0) {
                    read.add(new Got(new Saying.Of(name, property.name(), lineOf(from)), after));
                }
            }
        }
    }

    private interface Fitting {
        boolean fits(SayingScope.Meant meant);
    }

    private void offerNames(int at, Fitting fitting) {
        bound.forEach((name, meant) -> {
            if (fitting.fits(meant)) {
                String label = meant.property() == null
                        ? meant.type().label().zh()
                        : words.label(meant.type(), meant.property().name());
                expect(skip(at), "「" + name + "」", Text.same(label));
            }
        });
    }

    /** What stands between quotes, null with the reason where it cannot stand there; {@code kind} null: a name. */
    private String slot(int at, String open, String close, SentenceText.Slot kind) {
        int from = skip(at);
        if (!text.startsWith(open, from)) {
            reached(from);
            return null;
        }
        int line = text.indexOf('\n', from);
        int end = text.indexOf(close, from + 1);
        if (end < 0 || line >= 0 && line < end) {
            because(
                    from,
                    new Text(
                            "引号 " + open + close + " 没有在同一行配对",
                            "the quotes " + open + close + " do not close on the same line"));
            return null;
        }
        String inside = text.substring(from + 1, end);
        Text refused = kind != null
                ? SentenceText.refused(kind, inside)
                : SentenceText.isName(inside)
                        ? null
                        : new Text(
                                "「」里的称呼只用汉字、字母、数字,最多 40 字:" + inside,
                                "a name is made of characters, letters and digits, 40 at most: " + inside);
        if (refused != null) {
            because(from, refused);
            return null;
        }
        return inside;
    }

    private boolean tooMuch(int at) {
        if (++steps > MOST_STEPS || depth > DEEPEST) {
            because(at, new Text("句子过于复杂或括号嵌套过深", "the sentence is too complex, or its brackets nest too deep"));
            furthest = Math.max(furthest, at);
            return true;
        }
        return false;
    }

    /** Where the word ends, −1 where another one stands. */
    private int word(int at, String word, Text what) {
        if (at < 0) {
            return -1;
        }
        int from = skip(at);
        if (text.startsWith(word, from)) {
            return from + word.length();
        }
        expect(from, word, what);
        return -1;
    }

    private int quietly(int at, String word) {
        int from = skip(at);
        return text.startsWith(word, from) ? from + word.length() : -1;
    }

    /** Chinese or ASCII punctuation. */
    private int mark(int at, String chinese, String ascii) {
        int end = word(at, chinese, Text.same(ascii));
        return end >= 0 ? end : quietly(at, ascii);
    }

    private void expect(int at, String word, Text what) {
        reached(at);
        int rest = text.length() - at;
        if (word.length() > rest && word.regionMatches(0, text, at, rest)) {
            unfinished.add(new Expected(at, word, what));
        }
    }

    private void reached(int at) {
        furthest = Math.max(furthest, at);
    }

    private void because(int at, Text why) {
        int from = skip(at);
        if (from >= reasonAt) {
            reasonAt = from;
            reason = why;
        }
    }

    private int skip(int at) {
        int from = at;
        while (from < text.length() && " \t\n\u3000".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return from;
    }

    private static Text what(String zh, String en) {
        return new Text(zh, en);
    }
}
