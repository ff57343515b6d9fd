package redline.rulepack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redline.quantity.Text;
import redline.rulepack.Faults.Refusal;
import redline.rulepack.Lexer.Token;
import redline.rulepack.SentenceParser.Kind;

/**
 * Rules as controlled Chinese sentences: one line of DRL is one line of sentences and back. The words are those of one state of the
 * packs; a line that is exactly one sentence of the table is read, and any other refused. What comes out as DRL is linted like
 * every other rule text. Immutable, safe for use by many threads.
 */
public final class RuleSentences {
    private static final String DRL_QUOTES = "\"\"";
    private static final String QUOTES = "“”";
    private static final int MOST_COMPLETIONS = 200;

    private final SentenceWords words;
    private final NearestSentences nearest;

    RuleSentences(SentenceWords words) {
        this.words = words;
        this.nearest = new NearestSentences(words);
    }

    /** In the words of the packs and profiles of this book. */
    public static RuleSentences of(RuleBook book) {
        return new RuleSentences(
                new SentenceWords(book.packs().values(), book.profilesByName().values()));
    }

    /** In the words of a rules folder that may have faults: what can be read of it counts. */
    public static RuleSentences read(Path rulesFolder) {
        RuleFiles files = RuleFiles.read(rulesFolder);
        List<Fault> passedOver = new ArrayList<>();
        List<Pack> packs = new ArrayList<>();
        for (String folder : files.folders()) {
            Pack pack =
                    folder.equals("profiles") ? null : new PackReader(folder, files.under(folder), passedOver).read();
            if (pack != null) {
                packs.add(pack);
            }
        }
        List<Profile> profiles = new ArrayList<>();
        files.under("profiles").forEach((path, bytes) -> {
            String text = RuleFiles.text(path, bytes, passedOver);
            Profile profile = text == null ? null : Profile.read(path, text, passedOver);
            if (profile != null) {
                profiles.add(profile);
            }
        });
        return new RuleSentences(new SentenceWords(packs, profiles));
    }

    /** A text in its other form; {@code text} is null where faults kept it from being written. */
    public record Written(String text, List<Fault> faults) {}

    /** What may come next: {@code word} in place of what is written from {@code from} on in the last line. */
    public record Completion(int from, String word, Text what) {}

    /**
     * A rule file as sentences, line for line; comments stay.
     *
     * @param file its path, for faults; its name is the rule id
     */
    public Written sentences(String file, String drl) {
        Faults faults = new Faults(file);
        String unix = drl.replace("\r\n", "\n");
        RuleReader.read(new RuleText(ruleId(file), "", file, unix), words.types(), faults);
        if (faults.any()) {
            return new Written(null, faults.inOrder());
        }
        List<Token> tokens = Lexer.tokens(unix, 1, faults);
        try {
            List<Saying> said = DrlSayings.read(tokens);
            String text =
                    SentenceWriter.write(said, SourceLine.of(unix, DRL_QUOTES), words, SentenceNames.of(said, words));
            Written back = drl(file, text, unix);
            if (back.text() == null || !Lexer.tokens(back.text(), 1, faults).equals(tokens)) {
                throw new Refusal(
                        firstOther(tokens, back),
                        "",
                        new Text("这一行的写法没有对应的句子", "sentences have no form for this line"),
                        new Text("照别的规则改写,或继续用 DRL 编辑", "write it as other rules do, or go on editing the DRL"));
            }
            return new Written(text, List.of());
        } catch (Refusal refusal) {
            faults.add(refusal);
            return new Written(null, faults.inOrder());
        }
    }

    private static int firstOther(List<Token> tokens, Written back) {
        if (back.text() == null) {
            return back.faults().get(0).line();
        }
        List<Token> others = Lexer.tokens(back.text(), 1, new Faults(""));
        for (int i = 0; i < tokens.size(); i++) {
            if (i >= others.size() || !tokens.get(i).equals(others.get(i))) {
                return tokens.get(i).line();
            }
        }
        return 0;
    }

    /**
     * Sentences as DRL, line for line, with the faults of both.
     *
     * @param file path of the rule file, for faults; its name is the rule id
     * @param from the DRL that the sentences were made from, so that names stay; null where there is none
     */
    public Written drl(String file, String sentences, String from) {
        Faults faults = new Faults(file);
        if (sentences.length() > Lexer.LONGEST) {
            faults.add(
                    0,
                    "",
                    new Text(
                            "文件过大(" + sentences.length() + " 字符)",
                            "the file is too large (" + sentences.length() + " characters)"),
                    new Text("拆成多个文件", "split it into several files"));
            return new Written(null, faults.inOrder());
        }
        List<SourceLine> lines = SourceLine.of(sentences, QUOTES);
        SentenceFile read = file(from, faults);
        List<Saying> said = read.read(lines);
        read.finish(lines.size());
        if (faults.any()) {
            return new Written(null, faults.inOrder());
        }
        String drl = DrlWriter.write(said, lines).replace('\u3000', ' ');
        RuleReader.read(new RuleText(ruleId(file), "", file, drl), words.types(), faults);
        return new Written(drl, faults.inOrder());
    }

    private SentenceFile file(String from, Faults faults) {
        List<Saying> base = new ArrayList<>();
        if (from != null) {
            Faults unread = new Faults("");
            List<Token> tokens = Lexer.tokens(from.replace("\r\n", "\n"), 1, unread);
            try {
                base.addAll(unread.any() ? List.of() : DrlSayings.read(tokens));
            } catch (Refusal | IllegalArgumentException notSaid) {
                base.clear();
            }
        }
        List<String> headers = base.stream()
                .filter(Saying.Header.class::isInstance)
                .map(header -> ((Saying.Header) header).name())
                .collect(Collectors.toList());
        boolean known = base.stream().allMatch(each -> knowsTypes(each));
        return new SentenceFile(
                words, nearest, known ? SentenceNames.of(base, words) : List.of(), known ? headers : List.of(), faults);
    }

    private boolean knowsTypes(Saying said) {
        if (said instanceof Saying.Pattern pattern) {
            return words.type(pattern.type()) != null;
        }
        if (said instanceof Saying.Joined joined) {
            return joined.parts().stream().allMatch(this::knowsTypes);
        }
        if (said instanceof Saying.Prefixed prefixed) {
            return knowsTypes(prefixed.inner());
        }
        return !(said instanceof Saying.Bracket bracket) || knowsTypes(bracket.inner());
    }

    /**
     * What may follow at the end of an unfinished text: the last line up to the cursor, with all lines above it.
     *
     * @param from as for {@link #drl}
     */
    public List<Completion> complete(String textBefore, String from) {
        List<SourceLine> lines = SourceLine.of(textBefore, QUOTES);
        String last = textBefore.substring(textBefore.lastIndexOf('\n') + 1);
        List<SentenceFile.Sentence> sentences = SentenceFile.sentences(lines);
        SourceLine open = lines.get(lines.size() - 1);
        if (!open.comment().isEmpty()) {
            return List.of();
        }
        boolean begun = !open.words().isEmpty() || !sentences.isEmpty() && goesOn(sentences);
        SentenceFile.Sentence unfinished =
                begun ? sentences.get(sentences.size() - 1) : new SentenceFile.Sentence("", lines.size());
        SentenceFile above = file(from, new Faults(""));
        above.read(lines.subList(0, unfinished.line() - 1));
        Map<String, Completion> completions = new LinkedHashMap<>();
        for (Kind kind : above.place().kinds) {
            SentenceParser parser = new SentenceParser(unfinished.text(), unfinished.line(), words, above.bound());
            parser.read(kind);
            for (SentenceParser.Expected expected : parser.unfinished()) {
                int back = unfinished.text().length() - expected.at();
                int begin = Math.max(0, last.stripTrailing().length() - back);
                completions.putIfAbsent(
                        expected.word(),
                        new Completion(back == 0 ? last.length() : begin, expected.word(), expected.what()));
            }
        }
        return completions.values().stream()
                .sorted(Comparator.comparing(Completion::from))
                .limit(MOST_COMPLETIONS)
                .toList();
    }

    /** Whether a new line under these sentences goes on with the last of them. */
    private static boolean goesOn(List<SentenceFile.Sentence> sentences) {
        return SentenceFile.goesOn(sentences.get(sentences.size() - 1).text());
    }

    static String ruleId(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".drl") ? name.substring(0, name.length() - ".drl".length()) : name;
    }

    SentenceWords words() {
        return words;
    }
}
