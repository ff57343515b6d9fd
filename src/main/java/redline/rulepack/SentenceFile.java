package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.quantity.Text;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.SentenceParser.Kind;

/** Reads a file of sentences from the top, line by line; a line that ends in a comma, or begins with 且 or 或, goes on. */
final class SentenceFile {
    private static final List<String> GOES_ON = List.of("，", ",", "（", "(", "、", "或", "且", "或者", "并且");
    private static final List<String> GOES_ON_FROM = List.of("或", "且", "并且", "）", ")");

    /** Reading ends after so many sentences that are none. */
    private static final int MOST_REFUSED = 50;

    /** One sentence: its text over all its lines, and the first of them. */
    record Sentence(String text, int line) {}

    /** Where in a branch reading stands. */
    enum Place {
        OUTSIDE(Kind.HEADER),
        NAMED(Kind.WHEN),
        LEFT(Kind.ELEMENT, Kind.THEN),
        RIGHT(Kind.VERB),
        SAID(Kind.END);

        final List<Kind> kinds;

        Place(Kind... kinds) {
            this.kinds = List.of(kinds);
        }
    }

    private final SentenceWords words;
    private final List<SentenceNames> base;
    private final List<String> baseHeaders;
    private final NearestSentences nearest;
    private final Faults faults;
    private final List<Saying> said = new ArrayList<>();
    private Place place = Place.OUTSIDE;
    private SentenceMeaning meaning;
    private int branch;
    private int refused;

    /** {@code base}: what the branches of the text that the sentences come from call their names, with their headers. */
    SentenceFile(
            SentenceWords words,
            NearestSentences nearest,
            List<SentenceNames> base,
            List<String> baseHeaders,
            Faults faults) {
        this.words = words;
        this.nearest = nearest;
        this.base = base;
        this.baseHeaders = baseHeaders;
        this.faults = faults;
        this.meaning = new SentenceMeaning(words, SentenceNames.none());
    }

    Place place() {
        return place;
    }

    SentenceMeaning meaning() {
        return meaning;
    }

    List<Saying> read(List<SourceLine> lines) {
        for (Sentence sentence : sentences(lines)) {
            try {
                read(sentence);
            } catch (Refusal refusal) {
                faults.add(refusal);
                meaning.overlook(sentence.text());
                goOn(sentence);
                if (++refused == MOST_REFUSED) {
                    return said;
                }
            }
        }
        return said;
    }

    /** {@code lines} cut into sentences; lines without words belong to none. */
    static List<Sentence> sentences(List<SourceLine> lines) {
        List<Sentence> sentences = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int from = 0;
        int blank = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).words().strip();
            if (line.isEmpty()) {
                blank++;
                continue;
            }
            String so = open.toString();
            boolean on = !so.isEmpty() && (goesOn(so) || GOES_ON_FROM.stream().anyMatch(line::startsWith));
            if (on) {
                open.append("\n".repeat(blank + 1)).append(line);
            } else {
                if (!so.isEmpty()) {
                    sentences.add(new Sentence(so, from));
                }
                open = new StringBuilder(line);
                from = i + 1;
            }
            blank = 0;
        }
        if (!open.isEmpty()) {
            sentences.add(new Sentence(open.toString(), from));
        }
        return sentences;
    }

    /** Whether a line of this text is no whole sentence by how it ends. */
    static boolean goesOn(String text) {
        return GOES_ON.stream().anyMatch(text::endsWith);
    }

    private void read(Sentence sentence) throws Refusal {
        speakable(sentence);
        Saying only = null;
        Kind kind = null;
        int readings = 0;
        for (Kind each : Kind.values()) {
            SentenceParser parser = parser(sentence);
            Set<Saying> read = parser.read(each);
            readings += read.size();
            if (!read.isEmpty()) {
                only = read.iterator().next();
                kind = each;
            }
        }
        if (readings == 0) {
            throw unknown(sentence);
        }
        if (readings > 1) {
            throw new Refusal(
                    sentence.line(),
                    sentence.text(),
                    new Text("这一句有 " + readings + " 种读法", "this sentence can be read in " + readings + " ways"),
                    new Text("加括号,或分成两句", "add brackets, or make it two sentences"));
        }
        if (!place.kinds.contains(kind)) {
            throw misplaced(sentence);
        }
        if (kind == Kind.HEADER) {
            meaning = new SentenceMeaning(words, names(((Saying.Header) only).name()));
        }
        place = kind == Kind.ELEMENT ? Place.LEFT : next(kind);
        said.add(meaning.of(only));
    }

    /** A sentence that was meant for its place does not make the next ones strangers. */
    private void goOn(Sentence sentence) {
        if (place == Place.OUTSIDE && sentence.text().startsWith("规则")) {
            meaning = new SentenceMeaning(words, SentenceNames.none());
            place = Place.NAMED;
        } else if (place == Place.NAMED && sentence.text().startsWith("当")) {
            place = Place.LEFT;
        } else if (place == Place.RIGHT) {
            place = Place.SAID;
        }
    }

    private static Place next(Kind kind) {
        return switch (kind) {
            case HEADER -> Place.NAMED;
            case WHEN, ELEMENT -> Place.LEFT;
            case THEN -> Place.RIGHT;
            case VERB -> Place.SAID;
            case END -> Place.OUTSIDE;
        };
    }

    /** The branch of the same name, else the one at the same place. */
    private SentenceNames names(String header) {
        int same = baseHeaders.indexOf(header);
        int index = same >= 0 ? same : branch < base.size() && !baseHeaders.contains(header) ? branch : -1;
        branch++;
        return index < 0 ? SentenceNames.none() : base.get(index).copy();
    }

    private SentenceParser parser(Sentence sentence) {
        return new SentenceParser(sentence.text(), sentence.line(), words, meaning.bound());
    }

    private static void speakable(Sentence sentence) throws Refusal {
        if (sentence.text().length() > SentenceText.LONGEST_SENTENCE) {
            throw new Refusal(
                    sentence.line(),
                    "",
                    new Text(
                            "这一句过长(" + sentence.text().length() + " 字)",
                            "this sentence is too long (" + sentence.text().length() + ")"),
                    new Text("分成几句", "make it several sentences"));
        }
        String[] lines = sentence.text().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Text refused = lines[i].length() > SentenceText.LONGEST_LINE
                    ? new Text(
                            "这一行过长(" + lines[i].length() + " 字)", "this line is too long (" + lines[i].length() + ")")
                    : SentenceText.unspeakable(lines[i]);
            if (refused != null) {
                throw new Refusal(
                        sentence.line() + i,
                        lines[i].substring(0, Math.min(40, lines[i].length())),
                        refused,
                        new Text("删去它;句子的写法见 docs/SENTENCES.md", "delete it; docs/SENTENCES.md shows the sentences"));
            }
        }
    }

    private Refusal misplaced(Sentence sentence) {
        Text should = switch (place) {
            case OUTSIDE -> new Text("先写 规则“……”", "begin with 规则“…”");
            case NAMED -> new Text("规则名下面写 当", "write 当 below the rule's name");
            case LEFT -> new Text("写事实的句子,或 则", "write a sentence of a fact, or 则");
            case RIGHT -> new Text("则 下面写 要求、免除、请……核定 或 附注", "write 要求, 免除, 请 … 核定 or 附注 below 则");
            case SAID -> new Text("动词下面写 完;一个分支只写一个动词", "write 完; a branch has one verb");
        };
        return new Refusal(
                sentence.line(), sentence.text(), new Text("这一句不写在这里", "this sentence does not belong here"), should);
    }

    /** Where the kind of sentence that came furthest stopped, why, and the nearest sentences. */
    private Refusal unknown(Sentence sentence) {
        SentenceParser furthest = null;
        for (Kind kind : Kind.values()) {
            SentenceParser parser = parser(sentence);
            parser.read(kind);
            if (furthest == null || parser.stopped() > furthest.stopped()) {
                furthest = parser;
            }
        }
        int at = furthest.stopped();
        String text = sentence.text();
        int end = text.indexOf('\n', at);
        String rest = text.substring(Math.min(at, text.length()), end < 0 ? text.length() : end);
        String shown = rest.substring(0, Math.min(rest.length(), 30));
        Text what = furthest.reason() != null
                ? furthest.reason()
                : rest.isBlank()
                        ? new Text("这一句没有写完", "this sentence is not finished")
                        : new Text("从“" + shown + "”起没有这样的句子", "from “" + shown + "” on there is no such sentence");
        List<String> near = nearest.to(text, furthest, place);
        return new Refusal(
                furthest.lineOf(at),
                shown,
                what,
                near.isEmpty()
                        ? new Text("句子的写法见 docs/SENTENCES.md", "docs/SENTENCES.md shows the sentences")
                        : new Text("相近的句子:" + String.join(" | ", near), "near sentences: " + String.join(" | ", near)));
    }

    /** After the last line: a branch that is not finished. */
    void finish(int line) {
        if (place != Place.OUTSIDE && !faults.any()) {
            faults.add(
                    line,
                    "",
                    new Text("最后一个分支没有写完", "the last branch is not finished"),
                    new Text("补上 当、则、动词和 完", "add 当, 则, the verb and 完"));
        }
    }

    /** Names that may be used where reading stands, by their word. */
    Map<String, SayingScope.Meant> bound() {
        return meaning.bound();
    }
}
