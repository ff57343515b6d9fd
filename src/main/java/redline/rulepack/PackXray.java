package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import redline.quantity.Text;

/** What can be seen of packs without cases: their values, tables and profiles. */
public final class PackXray {
    /**
     * A branch of a rule.
     *
     * @param note the sentence that it adds, null where it says something else
     * @param exempts id of the rule that it exempts from, null where it exempts from none
     */
    public record BranchPlace(String fullName, String file, int line, Text note, String exempts) {}

    private PackXray() {}

    /** Of some packs and of the profiles that use them. */
    public static List<XrayFinding> of(RuleBook book, Set<String> packs) {
        List<XrayFinding> findings = new ArrayList<>();
        for (Pack pack : book.packs().values()) {
            if (packs.contains(pack.id())) {
                pack.parameters().forEach(parameter -> ParameterXray.look(book, pack, parameter, findings));
                pack.tables().forEach(table -> new TableXray(book, pack, table, findings).look());
            }
        }
        ReachXray.look(book, packs, findings);
        return findings;
    }

    /** The branches of a rule, in the order of its text. */
    public static List<BranchPlace> branches(RuleBook book, RulePage page) {
        return book.program().branches().get(page.id()).stream()
                .map(branch -> new BranchPlace(
                        branch.fullName(),
                        branch.file(),
                        branch.line(),
                        branch.verb() instanceof Branch.Verb.Note note
                                ? page.wordings().get(note.key())
                                : null,
                        branch.verb() instanceof Branch.Verb.Exempt exempt ? exempt.ruleId() : null))
                .toList();
    }
}
