package redline.rulepack;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redline.quantity.Text;

/** From the files of a rules folder to a rule book, or all faults at once. */
final class RuleBookReader {
    private static final String PROFILES = "profiles";

    private final RuleFiles files;
    private final List<Fault> faults = new FirstFaults();

    private RuleBookReader(RuleFiles files) {
        this.files = files;
    }

    /** @throws PackFault with all faults found */
    static RuleBook read(RuleFiles files) {
        return new RuleBookReader(files).read();
    }

    private RuleBook read() {
        Map<String, Pack> packs = packs();
        Map<String, Profile> profiles = profiles(packs);
        unique(packs);
        List<RuleText> texts =
                packs.values().stream().flatMap(p -> p.texts().stream()).toList();
        List<Row.Type> types = packs.values().stream()
                .flatMap(p -> p.tables().stream())
                .map(Pack.Table::type)
                .toList();
        RuleProgram program = null;
        boolean named = types.stream().map(Row.Type::name).noneMatch(RuleProgram::isTaken);
        // A table that cannot be read is one fault, not one more in every rule that reads it.
        boolean tables = faults.stream().noneMatch(fault -> fault.file().contains("/tables/"));
        try {
            program = named && tables ? RuleProgram.compile(texts, types) : null;
        } catch (PackFault broken) {
            faults.addAll(broken.faults());
        }
        Map<String, RulePage> pages = new LinkedHashMap<>();
        packs.values().forEach(pack -> pack.pages().forEach(page -> pages.put(page.id(), page)));
        if (program != null) {
            references(packs, profiles, pages, program);
        }
        if (!faults.isEmpty()) {
            throw new PackFault(faults.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Fault::file).thenComparing(Fault::line))
                    .toList());
        }
        return new RuleBook(RuleFiles.sha256(files.byPath()), files, packs, profiles, pages, program);
    }

    private Map<String, Pack> packs() {
        Map<String, Pack> packs = new TreeMap<>();
        for (String folder : files.folders()) {
            if (!folder.equals(PROFILES)) {
                Pack pack = new PackReader(folder, files.under(folder), faults).read();
                if (pack != null) {
                    packs.put(folder, pack);
                }
            }
        }
        if (packs.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(
                    "",
                    0,
                    "",
                    new Text("规则文件夹里没有规则包", "The rules folder holds no pack"),
                    new Text("检查 --rules 所指的文件夹", "Check the folder that --rules names")));
        }
        return packs;
    }

    private Map<String, Profile> profiles(Map<String, Pack> packs) {
        Map<String, Profile> profiles = new TreeMap<>();
        files.under(PROFILES).forEach((path, bytes) -> {
            if (!path.matches(PROFILES + "/[a-z0-9-]+\\.yaml")) {
                faults.add(new Fault(
                        path,
                        0,
                        "",
                        new Text("profiles 里不认识的文件", "A file that profiles does not have"),
                        new Text(
                                "写成 profiles/名称.yaml,名称用小写字母、数字和连字符",
                                "Write profiles/name.yaml, the name in lower-case letters, digits and hyphens")));
                return;
            }
            String text = RuleFiles.text(path, bytes, faults);
            Profile profile = text == null ? null : Profile.read(path, text, faults);
            if (profile == null) {
                return;
            }
            profiles.put(profile.name(), profile);
            for (String pack : profile.packs()) {
                if (!packs.containsKey(pack) && !files.folders().contains(pack)) {
                    faults.add(new Fault(
                            path,
                            0,
                            "packs",
                            new Text("没有规则包“" + pack + "”", "There is no pack \"" + pack + "\""),
                            new Text(
                                    "可选:" + String.join("、", packs.keySet()),
                                    "One of: " + String.join(", ", packs.keySet()))));
                }
            }
        });
        return profiles;
    }

    /** Rule ids and table names are unique in the whole folder: rules of one pack may read tables of another. */
    private void unique(Map<String, Pack> packs) {
        Map<String, String> rules = new HashMap<>();
        Map<String, String> tables = new HashMap<>();
        for (Pack pack : packs.values()) {
            for (RuleText rule : pack.texts()) {
                once(rules.put(rule.ruleId(), rule.file()), rule.file(), "规则", "rule");
            }
            for (Pack.Table table : pack.tables()) {
                String file = pack.id() + "/tables/" + table.name() + ".csv";
                once(tables.put(table.type().name(), file), file, "表", "table");
                if (RuleProgram.isTaken(table.type().name())) {
                    faults.add(new Fault(
                            file,
                            1,
                            table.name(),
                            new Text(
                                    "“" + table.name() + "”是已有的事实的名称",
                                    "\"" + table.name() + "\" is the name of a fact"),
                            new Text("给表改名", "Rename the table")));
                }
            }
        }
    }

    private void once(String earlier, String file, String zh, String en) {
        if (earlier != null) {
            faults.add(new Fault(
                    file,
                    0,
                    "",
                    new Text("与 " + earlier + " 同名", "There is another " + en + " of this name: " + earlier),
                    new Text(zh + "的名称在所有规则包中只用一次,请改名", "Names are unique over all packs; rename one")));
        }
    }

    /** The line of the first text of these words, 0 where there is none. */
    static int lineOf(String said, String drl) {
        return Lexer.tokens(drl, 1, new Faults("")).stream()
                .filter(token ->
                        token.kind() == Lexer.Kind.STRING && token.text().equals(said))
                .mapToInt(Lexer.Token::line)
                .findFirst()
                .orElse(0);
    }

    /** A rule file names a parameter that is not there. */
    static Fault noParameter(String file, String drl, String parameter) {
        return new Fault(
                file,
                lineOf(parameter, drl),
                parameter,
                new Text("没有参数“" + parameter + "”", "There is no parameter \"" + parameter + "\""),
                new Text(
                        "新建 " + parameter.replace("/", "/parameters/") + ".yaml,或改正名称(规则包/参数名)",
                        "Add " + parameter.replace("/", "/parameters/") + ".yaml, or mend the name (pack/parameter)"));
    }

    /** What a rule names must be there: its parameters, and the sentences of its questions and notes. */
    private void references(
            Map<String, Pack> packs, Map<String, Profile> profiles, Map<String, RulePage> pages, RuleProgram program) {
        List<String> parameters = packs.values().stream()
                .flatMap(pack -> pack.parameters().stream().map(pack::qualified))
                .toList();
        Set<String> settings = profiles.values().stream()
                .flatMap(profile -> profile.options().stream().map(Profile.Option::qualified))
                .collect(Collectors.toSet());
        profiles.forEach((name, profile) ->
                OpenChoice.of(profile, program.ruleKinds().keySet(), program.ruleKinds()).stream()
                        .filter(choice -> choice.size() > OpenChoice.MOST)
                        .forEach(choice -> faults.add(new Fault(
                                PROFILES + "/" + name + ".yaml",
                                1,
                                choice.options().get(0).name(),
                                new Text(
                                        "规则 " + choice.rules().iterator().next() + " 所读的未定设置有超过 " + OpenChoice.MOST
                                                + " 种组合",
                                        "The open settings that the rule "
                                                + choice.rules().iterator().next() + " reads have more than "
                                                + OpenChoice.MOST + " combinations"),
                                new Text("先定下其中几项", "Settle some of them")))));
        program.ruleKinds().forEach((id, kind) -> {
            RulePage page = pages.get(id);
            if (page == null) {
                return;
            }
            for (String parameter : kind.parameters()) {
                boolean setting = Profile.isSetting(parameter);
                if (setting ? !settings.contains(parameter) : !parameters.contains(parameter)) {
                    faults.add(noParameter(page.drlFile(), page.drl(), parameter));
                }
            }
            for (String key : kind.wordings()) {
                if (!page.wordings().containsKey(key)) {
                    faults.add(new Fault(
                            page.drlFile().replace(".drl", ".md"),
                            0,
                            "wordings",
                            new Text("缺少“" + key + "”的文字", "The sentence of \"" + key + "\" is missing"),
                            new Text("在页首 wordings 下补上 {zh, en}", "Add {zh, en} under wordings in the front matter")));
                }
            }
        });
    }
}
