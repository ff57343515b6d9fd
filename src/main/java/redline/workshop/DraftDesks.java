package redline.workshop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleDesk;

/** The rules as drafts have them, ready for editors: made once for each state of a draft over each state of the rules. */
final class DraftDesks {
    private static final int KEPT = 8;

    private final Map<String, RuleDesk> desks = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleDesk> eldest) {
            return size() > KEPT;
        }
    };

    synchronized RuleDesk of(Draft draft, RuleBook inForce, Supplier<List<DraftFile>> files) {
        String state = draft.id() + "@" + draft.revision() + "@" + inForce.sha256();
        RuleDesk desk = desks.get(state);
        if (desk == null) {
            desk = RuleDesk.of(inForce, DraftPaths.below(DraftPaths.RULES, files.get()));
            desks.put(state, desk);
        }
        return desk;
    }
}
