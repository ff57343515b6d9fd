package redline.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.quantity.Language;
import redline.report.CataloguePage;
import redline.report.RuleSection;
import redline.report.Words;
import redline.rulepack.Catalogue;
import redline.rulepack.RuleEntry;

/**
 * All packs on one day as one language reads them.
 *
 * @param words of the printed catalogue, which says the same
 * @param rules by id, in the order of the book
 */
record BookView(Catalogue catalogue, Words words, Map<String, SeenRule> rules) {
    /** @param said the rule in words, without its cases */
    record SeenRule(Catalogue.PackEntry pack, RuleEntry entry, CataloguePage.Rule said) {}

    static BookView of(Catalogue catalogue, Language language) {
        Words words = Words.of(language);
        RuleSection section = new RuleSection(words);
        Map<String, SeenRule> rules = new LinkedHashMap<>();
        for (Catalogue.PackEntry pack : catalogue.packs()) {
            for (RuleEntry entry : pack.rules()) {
                rules.put(entry.page().id(), new SeenRule(pack, entry, section.rule(entry, List.of())));
            }
        }
        return new BookView(catalogue, words, rules);
    }
}
