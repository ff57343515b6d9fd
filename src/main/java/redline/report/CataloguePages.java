package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redline.check.Program;
import redline.report.ReportPage.Fact;
import redline.rulepack.Catalogue;

/** From a catalogue and the cases of its rules to what the template prints. */
final class CataloguePages {
    private final Catalogue catalogue;
    private final Map<String, List<CaseExample>> cases;
    private final Words words;
    private final RuleSection rules;

    CataloguePages(Catalogue catalogue, Map<String, List<CaseExample>> cases, Words words) {
        this.catalogue = catalogue;
        this.cases = cases;
        this.words = words;
        this.rules = new RuleSection(words);
    }

    CataloguePage page() {
        return new CataloguePage(
                words,
                words.get("catalogue.title"),
                scope(),
                words.get("catalogue.short", catalogue.sha256().substring(0, 12)),
                facts(),
                catalogue.packs().stream().map(this::count).toList(),
                settings(),
                catalogue.packs().stream().map(this::part).toList());
    }

    private String scope() {
        Catalogue.ProfileEntry profile = catalogue.profile();
        return profile == null
                ? words.get("catalogue.all-packs")
                : words.of(profile.title()) + words.get("bracketed", profile.name());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.get("log.profile"), scope()));
        Catalogue.ProfileEntry profile = catalogue.profile();
        if (profile != null) {
            facts.add(new Fact(words.get("catalogue.authority"), words.term(profile.authority())));
            facts.add(new Fact(words.get("catalogue.stage"), words.term(profile.stage())));
        }
        facts.add(new Fact(
                words.get("catalogue.on"),
                catalogue.on() == null
                        ? words.get("catalogue.all-dates")
                        : catalogue.on().toString()));
        int all = catalogue.packs().stream().mapToInt(this::cases).sum();
        facts.add(new Fact(
                words.get("catalogue.count"),
                words.get("catalogue.count-text", catalogue.packs().size(), catalogue.ruleCount(), all)));
        facts.add(new Fact(words.get("log.program"), "Redline " + Program.VERSION));
        facts.add(new Fact(words.get("catalogue.sha256"), catalogue.sha256()));
        return facts;
    }

    private int cases(Catalogue.PackEntry pack) {
        return pack.rules().stream()
                .flatMap(rule -> of(rule.page().id()).stream())
                .mapToInt(CaseExample::runs)
                .sum();
    }

    private List<CaseExample> of(String rule) {
        return cases.getOrDefault(rule, List.of());
    }

    private CataloguePage.PackCount count(Catalogue.PackEntry pack) {
        return new CataloguePage.PackCount(
                words.of(pack.title()),
                pack.documentNumber(),
                String.valueOf(pack.rules().size()),
                String.valueOf(cases(pack)),
                pack.id() + " " + pack.version(),
                pack.sha256());
    }

    private List<CataloguePage.SettingRow> settings() {
        return catalogue.profile() == null
                ? List.of()
                : catalogue.profile().settings().stream().map(this::setting).toList();
    }

    private CataloguePage.SettingRow setting(Catalogue.Setting setting) {
        String note = setting.note().isEmpty() ? "" : words.get("semicolon") + setting.note();
        return new CataloguePage.SettingRow(
                setting.name(),
                setting.value(),
                setting.source()
                        + words.get("bracketed", words.of(setting.grade().title()))
                        + note);
    }

    private CataloguePage.PackPart part(Catalogue.PackEntry pack) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.get("basis.number"),
                pack.documentNumber().isEmpty() ? words.get("none") : pack.documentNumber()));
        facts.add(new Fact(words.get("basis.layer"), words.term("layer." + pack.layer())));
        facts.add(new Fact(words.get("catalogue.jurisdiction"), words.term(pack.jurisdiction())));
        facts.add(new Fact(words.get("catalogue.dated-by"), words.get("catalogue.dated-by." + pack.datedBy())));
        facts.add(new Fact(
                words.get("catalogue.in-force"),
                rules.dates(pack.from(), pack.to())
                        + (pack.inForce() ? "" : words.get("catalogue.not-in-force", catalogue.on()))));
        facts.add(new Fact(words.get("log.pack"), pack.id() + " " + pack.version()));
        facts.add(new Fact("SHA-256", pack.sha256()));
        return new CataloguePage.PackPart(
                "pack-" + pack.id(),
                words.of(pack.title()),
                rules.other(pack.title()),
                facts,
                pack.notEncoded().stream()
                        .map(topic -> new Fact(words.of(topic.title()), words.of(topic.why())))
                        .toList(),
                pack.rules().stream()
                        .map(rule -> rules.rule(rule, of(rule.page().id())))
                        .toList());
    }
}
