package redline.rulepack;

import java.util.ArrayList;
import java.util.List;

/**
 * Every small change of a book that a case should notice: each value one step up and one down, each comparison turned, each branch,
 * condition and group left out.
 */
public final class Variants {
    private Variants() {}

    /** Of one pack, in the order of its parameters, tables and rules. */
    public static List<Variant> of(RuleBook book, String packId) {
        Pack pack = book.packs().get(packId);
        List<Variant> variants = new ArrayList<>();
        ParameterVariants.add(book, pack, variants);
        pack.tables().forEach(table -> new TableVariants(book, pack, table).add(variants));
        pack.texts().forEach(text -> new TextVariants(book, pack, text).add(variants));
        return List.copyOf(variants);
    }

    /** Ids of all packs, sorted. */
    public static List<String> packs(RuleBook book) {
        return List.copyOf(book.packs().keySet());
    }
}
