package redline.rulepack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redline.quantity.Text;

/**
 * One state of the rules while a file of it is being written: what is wrong with a text for that file, and what may be written next.
 * Texts are read and linted, never compiled. What cannot be read of the other files is passed over. Immutable, safe for use by many
 * threads.
 */
public final class RuleDesk {
    private static final String PROFILES = "profiles";

    private final RuleFiles files;
    private final Map<String, Pack> packs;
    private final Map<String, List<Branch>> branches;
    private final SentenceWords words;
    private final RuleSentences sentences;

    private RuleDesk(
            RuleFiles files, Map<String, Pack> packs, Map<String, List<Branch>> branches, SentenceWords words) {
        this.files = files;
        this.packs = packs;
        this.branches = branches;
        this.words = words;
        this.sentences = new RuleSentences(words);
    }

    /**
     * The rules with some files replaced; only the packs of these files are read anew.
     *
     * @param replaced by path relative to the rules folder; a null value takes the file away
     */
    public static RuleDesk of(RuleBook book, Map<String, byte[]> replaced) {
        Map<String, byte[]> others = new LinkedHashMap<>(replaced);
        others.values().removeIf(bytes -> bytes != null && bytes.length > RuleFiles.LARGEST);
        RuleFiles files = book.files().with(others);
        Set<String> touched = others.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .collect(Collectors.toSet());
        List<Fault> passedOver = new ArrayList<>();
        Map<String, Pack> packs = new TreeMap<>(book.packs());
        for (String folder : touched) {
            Pack pack = folder.equals(PROFILES) ? null : new PackReader(folder, files.under(folder), passedOver).read();
            if (pack != null) {
                packs.put(folder, pack);
            }
        }
        Map<String, Profile> profiles = new TreeMap<>(book.profilesByName());
        if (touched.contains(PROFILES)) {
            files.under(PROFILES).forEach((path, bytes) -> {
                String text = RuleFiles.text(path, bytes, passedOver);
                Profile profile = text == null ? null : Profile.read(path, text, passedOver);
                if (profile != null) {
                    profiles.put(profile.name(), profile);
                }
            });
        }
        SentenceWords words = new SentenceWords(packs.values(), profiles.values());
        Map<String, List<Branch>> branches = new LinkedHashMap<>(book.branches());
        for (String folder : touched) {
            for (RuleText text : packs.containsKey(folder) ? packs.get(folder).texts() : List.<RuleText>of()) {
                if (others.containsKey(text.file())) {
                    List<Branch> read = RuleReader.read(text, words.types(), new Faults(text.file()));
                    branches.remove(text.ruleId());
                    if (!read.isEmpty()) {
                        branches.put(text.ruleId(), read);
                    }
                }
            }
        }
        return new RuleDesk(files, packs, branches, words);
    }

    /** The sentences of this state. */
    public RuleSentences sentences() {
        return sentences;
    }

    /** The title of a rule; none where there is no page of it that can be read. */
    public Optional<Text> title(String ruleId) {
        return page(ruleId).map(RulePage::title);
    }

    /** The pack of a rule; none where there is no page of it that can be read. */
    public Optional<String> packOf(String ruleId) {
        return page(ruleId).map(RulePage::packId);
    }

    private Optional<RulePage> page(String ruleId) {
        return packs.values().stream()
                .flatMap(pack -> pack.pages().stream())
                .filter(page -> page.id().equals(ruleId))
                .findFirst();
    }

    /** Whether a rule file of this name is there, in any pack. */
    public boolean isThere(String ruleId) {
        return packs.values().stream()
                .flatMap(pack -> pack.texts().stream())
                .anyMatch(text -> text.ruleId().equals(ruleId));
    }

    /** Facts that rules can be about, by their names. */
    public Map<String, Text> subjects() {
        Map<String, Text> subjects = new LinkedHashMap<>();
        words.types().forEach((name, type) -> {
            if (type.about() != null) {
                subjects.put(name, type.label());
            }
        });
        return subjects;
    }

    /** Words of the stage of a rule. */
    public static List<String> stages() {
        return PageReader.STAGES;
    }

    /**
     * What is wrong with a text for a file, by line.
     *
     * @param path relative to the rules folder
     */
    public List<Fault> faults(String path, String text) {
        List<Fault> faults = new FirstFaults();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String plain = RuleFiles.text(path, bytes, faults);
        if (plain != null && path.endsWith(".drl")) {
            faults.addAll(ofRule(path, plain));
        } else if (plain != null && path.startsWith(PROFILES + "/")) {
            Profile.read(path, plain, faults);
        } else if (plain != null) {
            String folder = path.substring(0, path.indexOf('/'));
            SortedMap<String, byte[]> pack = new TreeMap<>(files.under(folder));
            pack.put(path, bytes);
            new PackReader(folder, needed(path, pack), faults).read();
        }
        return faults.stream()
                .filter(fault -> fault.file().equals(path))
                .distinct()
                .sorted(Comparator.comparing(Fault::line))
                .toList();
    }

    /** A table or a page is judged by itself: the other files of its kind do not have to be read with every key. */
    private static SortedMap<String, byte[]> needed(String path, SortedMap<String, byte[]> pack) {
        String twin = path.endsWith(".md") ? path.replace(".md", ".drl") : path;
        TreeMap<String, byte[]> needed = new TreeMap<>();
        pack.forEach((name, bytes) -> {
            if (name.equals(path) || name.equals(twin) || name.indexOf('/') == name.lastIndexOf('/')) {
                needed.put(name, bytes);
            }
        });
        return needed;
    }

    private List<Fault> ofRule(String path, String drl) {
        RuleText text = new RuleText(RuleSentences.ruleId(path), "", path, drl);
        Faults found = new Faults(path);
        List<Branch> read = RuleReader.read(text, words.types(), found);
        if (found.any() || read.isEmpty()) {
            return found.inOrder();
        }
        Map<String, List<Branch>> all = new LinkedHashMap<>(branches);
        all.put(text.ruleId(), read);
        List<Fault> faults = new ArrayList<>(Exemptions.faults(all));
        RuleKind kind = RuleFile.kind(text.ruleId(), read);
        kind.parameters().stream()
                .filter(name -> !words.parameters().containsKey(name))
                .forEach(name -> faults.add(RuleBookReader.noParameter(path, drl, name)));
        Set<String> worded = new HashSet<>();
        packs.values()
                .forEach(pack -> pack.pages().stream()
                        .filter(page -> page.id().equals(text.ruleId()))
                        .forEach(page -> worded.addAll(page.wordings().keySet())));
        kind.wordings().stream()
                .filter(key -> !worded.contains(key))
                .forEach(key -> faults.add(new Fault(
                        path,
                        RuleBookReader.lineOf(key, drl),
                        key,
                        new Text("说明页里没有“" + key + "”的文字", "The page has no sentence of \"" + key + "\""),
                        new Text(
                                "在说明页页首 wordings 下补上 {zh, en}",
                                "Add {zh, en} under wordings in the front matter of the page"))));
        return faults;
    }

    /**
     * What may follow at the end of an unfinished rule file.
     *
     * @param path relative to the rules folder; the file's name is the rule id
     * @param textBefore all that stands before the cursor
     */
    public List<RuleSentences.Completion> completeDrl(String path, String textBefore) {
        return new DrlCompletion(words, branches.keySet()).of(RuleSentences.ruleId(path), textBefore);
    }
}
