package redline.rulepack;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.measure.Settings;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.Demand;
import redline.requirement.Grade;
import redline.requirement.NotChecked;
import redline.requirement.PackUse;
import redline.requirement.RuleInfo;
import redline.requirement.Ruling;
import redline.scheme.Dates;
import redline.scheme.Letter;

/** One good state of all packs: immutable, safe for use by many threads. */
public final class RuleBook {
    private static final int ROW_LISTS_KEPT = 256;

    private final String sha256;
    private final RuleFiles files;
    private final Map<String, Pack> packs;
    private final Map<String, Profile> profiles;
    private final Map<String, RulePage> pages;
    private final RuleProgram program;
    private final Influence influence;
    /** By profile. */
    private final Map<String, Map<String, String>> settled = new HashMap<>();

    /** By pack: which of its rows are in force from when to when. */
    private final Map<String, Spans> spans = new HashMap<>();

    /** The rows in force by profile and spans, so that the program meets the same list again. */
    private final Map<RowsKey, List<Row>> rows =
            Collections.synchronizedMap(new LinkedHashMap<RowsKey, List<Row>>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<RowsKey, List<Row>> eldest) {
                    return size() > ROW_LISTS_KEPT;
                }
            });

    /** @param spans of each pack of the profile, −1 where it is not in force */
    private record RowsKey(String profile, List<Integer> spans, Map<String, String> chosen) {}

    /** @param files that it was read from */
    RuleBook(
            String sha256,
            RuleFiles files,
            Map<String, Pack> packs,
            Map<String, Profile> profiles,
            Map<String, RulePage> pages,
            RuleProgram program) {
        this.sha256 = sha256;
        this.files = files;
        this.packs = packs;
        this.profiles = profiles;
        this.pages = pages;
        this.program = program;
        this.influence = new Influence(program.ruleKinds(), packs);
        packs.forEach((id, pack) -> spans.put(id, Spans.of(pack, program)));
    }

    /**
     * Reads, lints and compiles a rules folder.
     *
     * @throws PackFault with all faults found
     */
    public static RuleBook read(Path rulesFolder) {
        return RuleBookReader.read(RuleFiles.read(rulesFolder));
    }

    /**
     * The rules once more from what {@link #archive} gave, with the same hash.
     *
     * @throws PackFault with all faults found, also where it is no such archive
     */
    public static RuleBook ofArchive(byte[] zip) {
        return RuleBookReader.read(RuleFiles.unzip(zip));
    }

    /**
     * The files of what {@link #archive} gave, by path relative to the rules folder, whatever they hold.
     *
     * @throws PackFault where it is no such archive
     */
    public static Map<String, byte[]> filesOf(byte[] zip) {
        return RuleFiles.unzip(zip).byPath();
    }

    /**
     * The rules with some files replaced, read, linted and compiled anew; this book stays as it is.
     *
     * @param others by path relative to the rules folder; a null value takes the file away
     * @throws PackFault with all faults found
     */
    public RuleBook with(Map<String, byte[]> others) {
        return RuleBookReader.read(files.with(others));
    }

    /** One of the files that the rules were read from, by its path relative to the rules folder. */
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.byPath().get(path)).map(byte[]::clone);
    }

    /** Ids of all packs, sorted. */
    public List<String> packIds() {
        return List.copyOf(packs.keySet());
    }

    /** Paths of all files, sorted. */
    public List<String> paths() {
        return List.copyOf(files.byPath().keySet());
    }

    /** Everything that another state of the rules says otherwise, in the order of the files. */
    public List<RuleChange> changesTo(RuleBook other) {
        return RuleChanges.between(this, other);
    }

    /** Documents that changed values of a pack; none for a pack that is not there. */
    public List<PackDocument> documents(String packId) {
        Pack pack = packs.get(packId);
        return pack == null ? List.of() : pack.documents();
    }

    /** What the values of a pack rest on; null for a pack that is not there. */
    public PackStanding standing(String packId) {
        Pack pack = packs.get(packId);
        return pack == null
                ? null
                : new PackStanding(
                        pack.title(),
                        pack.layer() == Pack.Layer.LOCAL_DEFAULT || pack.layer() == Pack.Layer.PRACTICE,
                        pack.layer() == Pack.Layer.LOCAL_DEFAULT,
                        pack.datedBy());
    }

    /**
     * All values of a pack as they are written, parameters first; none for a pack that is not there.
     */
    public List<ValuePlace> values(String packId) {
        Pack pack = packs.get(packId);
        return pack == null ? List.of() : ValuePlaces.of(pack, files.byPath(), path -> true);
    }

    /**
     * The values that a rule reads, in any pack.
     *
     * @throws IllegalArgumentException for an unknown rule
     */
    public List<ValuePlace> valuesOf(String ruleId) {
        RuleKind kind = program.ruleKinds().get(ruleId);
        if (kind == null) {
            throw new IllegalArgumentException("没有规则“" + ruleId + "” / no rule \"" + ruleId + "\"");
        }
        return packs.values().stream()
                .flatMap(pack ->
                        ValuePlaces.of(
                                pack, files.byPath(), path -> readers(path, "").contains(ruleId))
                                .stream())
                .toList();
    }

    /** Rules that read a parameter's or table's file; of a table only those that read a column, where one is named. */
    Set<String> readers(String path, String column) {
        String pack = path.substring(0, path.indexOf('/'));
        String name = path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
        boolean table = path.contains("/tables/");
        return program.ruleKinds().values().stream()
                .filter(kind -> table
                        ? column.isEmpty()
                                ? kind.readsTable(TableReader.typeName(name))
                                : kind.readsColumn(TableReader.typeName(name), column)
                        : kind.parameters().contains(pack + "/" + name))
                .map(RuleKind::ruleId)
                .collect(Collectors.toUnmodifiableSet());
    }

    RuleFiles files() {
        return files;
    }

    /** All files that the rules were read from, as one zip; equal rules give equal bytes. */
    public byte[] archive() {
        return files.zip();
    }

    /** Compiles every pack now; otherwise a pack is compiled when a check first needs it. */
    public void compile() {
        program.compileAll();
    }

    /** SHA-256 over all files of the rules folder, lower-case hex. */
    public String sha256() {
        return sha256;
    }

    /** Names of the profiles, sorted. */
    public List<String> profiles() {
        return List.copyOf(profiles.keySet());
    }

    /** All rules, by pack and id. */
    public List<RulePage> pages() {
        return List.copyOf(pages.values());
    }

    /** @throws IllegalArgumentException for an unknown profile */
    public Settings settings(String profile) {
        return profile(profile).settings().reading(OldCodes.counterparts(packsOf(profile(profile))));
    }

    /**
     * Settings of a profile that are not settled, in its order.
     *
     * @throws IllegalArgumentException for an unknown profile
     */
    public List<OpenSetting> openSettings(String profile) {
        return profile(profile).options().stream()
                .filter(option -> option.value() == null && !option.candidates().isEmpty())
                .map(option -> new OpenSetting(
                        option.name(),
                        option.title(),
                        option.candidates(),
                        option.words(),
                        option.source(),
                        option.grade(),
                        option.note()))
                .toList();
    }

    /**
     * The same rules with settings of a profile settled, to see what each choice does.
     *
     * @param values by name of the setting
     * @throws IllegalArgumentException for an unknown profile or setting, or a value that is no candidate
     */
    public RuleBook settled(String profile, Map<String, String> values) {
        Map<String, Profile> others = new LinkedHashMap<>(profiles);
        others.put(profile, profile(profile).settled(values));
        Map<String, String> all = new TreeMap<>(settled(profile));
        all.putAll(values);
        RuleBook book = new RuleBook(sha256, files, packs, others, pages, program);
        book.settled.putAll(settled);
        book.settled.put(profile, Map.copyOf(all));
        return book;
    }

    /** What {@link #settled(String, Map)} settled of a profile, by name of the setting; empty where nothing was. */
    public Map<String, String> settled(String profile) {
        return settled.getOrDefault(profile, Map.of());
    }

    /**
     * What people read of one rule.
     *
     * @param on the day whose values are given, or null for all with their dates
     * @throws IllegalArgumentException for an unknown rule
     */
    public RuleEntry entry(String ruleId, LocalDate on) {
        RulePage page = pages.get(ruleId);
        if (page == null) {
            throw new IllegalArgumentException(
                    "没有规则“" + ruleId + "” / no rule \"" + ruleId + "\"; known: " + String.join(", ", pages.keySet()));
        }
        return new RuleEntries(packs, pages, program, on).entry(page, packs.values());
    }

    /**
     * The rules as a book.
     *
     * @param profileName the packs of this profile in its order, or null for all packs
     * @param packIds of these packs only, or all where it is empty
     * @param on the day whose values are given, or null for all with their dates
     * @throws IllegalArgumentException for an unknown profile
     */
    public Catalogue catalogue(String profileName, Set<String> packIds, LocalDate on) {
        Profile profile = profileName == null ? null : profile(profileName);
        List<Pack> among = profile == null
                ? List.copyOf(packs.values())
                : profile.packs().stream().map(packs::get).toList();
        RuleEntries entries = new RuleEntries(packs, pages, program, on);
        return new Catalogue(
                profile == null ? null : profile.entry(),
                on,
                sha256,
                among.stream()
                        .filter(pack -> packIds.isEmpty() || packIds.contains(pack.id()))
                        .map(pack -> pack.entry(
                                on,
                                pack.pages().stream()
                                        .map(page -> entries.entry(page, among))
                                        .toList()))
                        .toList());
    }

    /**
     * A profile in words, with the source of each setting.
     *
     * @throws IllegalArgumentException for an unknown profile
     */
    public String describeProfile(String profile) {
        return ProfileDescription.of(profile(profile));
    }

    /**
     * What the packs of a profile demand of one scheme.
     *
     * @throws IllegalArgumentException for an unknown profile, or where the date that dates a pack is not stated
     * @throws PackFault where a limit of work is exceeded
     * @throws IllegalStateException where the two readings of a rule differ (a bug: no verdict)
     */
    public Ruling rule(SchemeRecord record, String profileName, Dates dates) {
        return rule(record, profileName, dates, pages.keySet());
    }

    /**
     * What one rule demands of one scheme: the same as {@link #rule(SchemeRecord, String, Dates)} says of it. Only those rules run
     * that can change its answer: those that exempt from it, and those that it steps back for.
     *
     * @throws IllegalArgumentException for an unknown profile, or where the date that dates a pack is not stated
     * @throws PackFault where a limit of work is exceeded
     * @throws IllegalStateException where the two readings of a rule differ (a bug: no verdict)
     */
    public Ruling ruleOf(String ruleId, SchemeRecord record, String profileName, Dates dates) {
        return rule(record, profileName, dates, influence.on(ruleId)).only(Set.of(ruleId));
    }

    private Ruling rule(SchemeRecord record, String profileName, Dates dates, Set<String> wanted) {
        Profile profile = profile(profileName);
        Ruling demanded = demanded(record, profile, dates, wanted);
        List<NotChecked> notChecked = new ArrayList<>();
        demanded.packs().stream()
                .filter(PackUse::inForce)
                .forEach(use -> notChecked.addAll(packs.get(use.id()).notEncoded()));
        beyondReach(record.reach()).ifPresent(notChecked::add);
        notChecked.addAll(OldCodes.said(record, packsOf(profile)));
        return new Ruling(
                profileName, demanded.packs(), demanded.demands(), List.copyOf(notChecked), demanded.alternatives());
    }

    /** What some rules demand of one scheme, without what was not checked. */
    private Ruling demanded(SchemeRecord record, Profile profile, Dates dates, Set<String> wanted) {
        List<PackUse> uses = uses(profile, dates, record.letters());
        return demanded(new SchemeFacts(record), profile, dates, uses, asked(profile, uses, wanted));
    }

    /** How the packs of a profile stand for a scheme with these dates and letters. */
    List<PackUse> uses(Profile profile, Dates dates, List<Letter> letters) {
        List<Pack> among = packsOf(profile);
        List<PackUse> uses = new ArrayList<>(among.size());
        among.forEach(pack -> uses.add(PackStandings.use(pack, dates, letters, among)));
        return List.copyOf(uses);
    }

    /**
     * What is asked of the rules of a profile, whatever the scheme.
     *
     * @param rules those in force, by pack and id
     * @param open with the rules that have to run for each
     */
    record Asked(
            Map<String, RuleInfo> rules,
            Map<OpenChoice, Map<String, RuleInfo>> open,
            Set<String> localDefaultPacks,
            Set<String> parcelPacks) {}

    /** Hangs on which packs are in force and how they stand, on nothing else of their uses. */
    Asked asked(Profile profile, List<PackUse> uses, Set<String> wanted) {
        Map<String, RuleInfo> rules = new LinkedHashMap<>();
        for (PackUse use : uses) {
            for (RulePage page : use.inForce() ? packs.get(use.id()).pages() : List.<RulePage>of()) {
                if (wanted.contains(page.id())) {
                    rules.put(page.id(), info(page, profile, use));
                }
            }
        }
        Map<OpenChoice, Map<String, RuleInfo>> open = new LinkedHashMap<>();
        for (OpenChoice choice : OpenChoice.of(profile, rules.keySet(), program.ruleKinds())) {
            Map<String, RuleInfo> running = new LinkedHashMap<>(rules);
            running.keySet().retainAll(influence.onAll(choice.rules()));
            open.put(choice, running);
        }
        return new Asked(rules, open, ids(profile, Pack.Layer.LOCAL_DEFAULT), ids(profile, Pack.Layer.PARCEL));
    }

    /** What is asked, of one scheme. */
    Ruling demanded(SchemeFacts facts, Profile profile, Dates dates, List<PackUse> uses, Asked asked) {
        List<Row> inForce = inForce(profile, dates, Map.of());
        return new Ruling(
                profile.name(),
                uses,
                demands(facts, inForce, asked.rules(), asked),
                List.of(),
                alternatives(facts, dates, profile, asked));
    }

    private List<Demand> demands(SchemeFacts facts, List<Row> inForce, Map<String, RuleInfo> rules, Asked asked) {
        return program.demands(
                facts,
                inForce,
                rules,
                asked.localDefaultPacks(),
                asked.parcelPacks(),
                fact -> citation(fact, facts.letters()),
                (rule, key) -> pages.get(rule).wordings().get(key));
    }

    private List<Pack> packsOf(Profile profile) {
        return profile.packs().stream().map(packs::get).toList();
    }

    /**
     * What rules can see of tables and parameters. The same list where the same rows are in force, and the same is chosen: it is
     * prepared once.
     *
     * @throws IllegalArgumentException where the date that dates a pack is not stated
     */
    List<Row> inForce(Profile profile, Dates dates, Map<String, String> chosen) {
        List<Pack> among = packsOf(profile);
        List<Integer> spansOf = new ArrayList<>(among.size());
        for (Pack pack : among) {
            LocalDate on = PackStandings.dating(pack, dates);
            spansOf.add(pack.inForce().on(on) ? spans.get(pack.id()).at(on) : -1);
        }
        return rows.computeIfAbsent(new RowsKey(profile.name(), List.copyOf(spansOf), chosen), key -> {
            List<Row> inForce = new ArrayList<>();
            for (Pack pack : among) {
                LocalDate on = PackStandings.dating(pack, dates);
                if (pack.inForce().on(on)) {
                    pack.rowsOn(on).stream().filter(program::reads).forEach(inForce::add);
                }
            }
            return with(inForce, profile, chosen);
        });
    }

    private static List<Row> with(List<Row> rows, Profile profile, Map<String, String> chosen) {
        List<Row> all = new ArrayList<>(rows);
        for (Profile.Option option : profile.options()) {
            all.add(option.row(chosen.getOrDefault(option.name(), option.value())));
        }
        return List.copyOf(all);
    }

    /** For each choice of candidates the demands of the rules that read the settings chosen; rules of one choice together. */
    private List<Ruling.Alternative> alternatives(SchemeFacts facts, Dates dates, Profile profile, Asked asked) {
        List<Ruling.Alternative> alternatives = new ArrayList<>();
        asked.open().forEach((open, running) -> {
            for (Map<String, String> chosen : open.combinations()) {
                List<Row> inForce = inForce(profile, dates, chosen);
                List<Demand> demands = demands(facts, inForce, running, asked).stream()
                        .filter(demand -> open.rules().contains(demand.rule().id()))
                        .toList();
                alternatives.add(new Ruling.Alternative(open.said(chosen), demands));
            }
        });
        return List.copyOf(alternatives);
    }

    /** The page of a rule; empty where there is no such rule. */
    public Optional<RulePage> page(String ruleId) {
        return Optional.ofNullable(pages.get(ruleId));
    }

    /** By id. */
    Map<String, Pack> packs() {
        return packs;
    }

    /** The branches of all rules, by rule id. */
    Map<String, List<Branch>> branches() {
        return program.branches();
    }

    /** By name. */
    Map<String, Profile> profilesByName() {
        return profiles;
    }

    RuleProgram program() {
        return program;
    }

    Influence influence() {
        return influence;
    }

    /** Some of the rules with those that have a say in them, by the interpreter alone; rules that are not there are left out. */
    RuleSelection select(Set<String> ruleIds) {
        Set<String> known = new TreeSet<>(ruleIds);
        known.retainAll(pages.keySet());
        RuleProgram some = program.trial(influence.onAll(known));
        return new RuleSelection(new RuleBook(sha256, files, packs, profiles, pages, some), known);
    }

    /** The same book with another state of one pack, or other rules; only for {@link #ruleOf}. */
    RuleBook trial(Pack changed, RuleProgram other) {
        Map<String, Pack> all = new TreeMap<>(packs);
        all.put(changed.id(), changed);
        return new RuleBook(sha256, files, all, profiles, pages, other);
    }

    /** The rows of tables and parameters that rules see of one record, for those who hold them against something else. */
    List<Row> rowsInForce(String profileName, SchemeRecord record) {
        Profile profile = profile(profileName);
        return with(
                rowsOn(profile.packs().stream()
                        .map(id -> PackStandings.use(packs.get(id), record.dates(), record.letters(), List.of()))
                        .toList()),
                profile,
                Map.of());
    }

    /** Pairs that were not looked at are one stated line, never silence. */
    private static Optional<NotChecked> beyondReach(SchemeRecord.Reach reach) {
        if (reach == null || reach.beyond() == 0) {
            return Optional.empty();
        }
        String metres = reach.distance().toPlainString();
        return Optional.of(new NotChecked(
                "pairs-beyond-reach",
                new Text("相距较远的建筑", "Buildings far apart"),
                new Text(
                        reach.beyond() + " 对建筑相距超过 " + metres + " m,大于任何间距要求,未逐对核对",
                        reach.beyond() + " pairs lie more than " + metres
                                + " m apart, farther than any spacing demanded, and were not looked at")));
    }

    /** @throws IllegalArgumentException for an unknown profile */
    Profile profile(String name) {
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw new IllegalArgumentException("没有审查配置“" + name + "” / no profile \"" + name + "\"; known: "
                    + String.join(", ", profiles.keySet()));
        }
        return profile;
    }

    private RuleInfo info(RulePage page, Profile profile, PackUse use) {
        RuleKind kind = program.ruleKinds().get(page.id());
        return new RuleInfo(
                page.id(),
                page.packId(),
                page.title(),
                kind.quantity(),
                kind.about(),
                page.force(),
                page.authority(),
                page.stage(),
                use.standing(),
                profile.apart(page, use.standing()),
                page.letterSentence());
    }

    private List<Row> rowsOn(List<PackUse> uses) {
        return uses.stream()
                .filter(PackUse::inForce)
                .flatMap(use -> packs.get(use.id()).rowsOn(use.on()).stream())
                .toList();
    }

    private Set<String> ids(Profile profile, Pack.Layer layer) {
        return profile.packs().stream()
                .filter(id -> packs.get(id).layer() == layer)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The id of a condition is {@code letter id/line id…}, that of an article {@code letter id/number}; a letter whose grade is not
     * stated counts as unconfirmed.
     */
    private static Citation citation(Fact fact, List<Letter> letters) {
        String named = fact instanceof Fact.Condition condition
                ? condition.article()
                : fact instanceof Fact.Article article ? article.number() : null;
        String article = named == null ? "" : named;
        for (Letter letter : letters == null ? List.<Letter>of() : letters) {
            if (fact.id() != null && fact.id().startsWith(letter.id() + "/")) {
                Text source = letter.number() == null
                        ? new Text("规划条件(未注文号)", "planning conditions (no number stated)")
                        : new Text("规划条件 " + letter.number(), "planning conditions " + letter.number());
                Grade grade = letter.grade() == null ? Grade.UNCONFIRMED : Grade.valueOf(letter.grade());
                return new Citation(letter.id(), source, article, grade);
            }
        }
        return new Citation("conditions", new Text("规划条件", "planning conditions"), article, Grade.UNCONFIRMED);
    }
}
