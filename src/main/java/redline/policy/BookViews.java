package redline.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import redline.quantity.Language;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleSentences;
import redline.upload.RuleShelf;

/** The rules in force as they read; made anew when the rules change, or for a day that nobody asked for of late. */
@Component
class BookViews {
    private static final int KEPT = 8;

    private final RuleShelf rules;
    private final Map<Asked, BookView> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, BookView> eldest) {
            return size() > KEPT;
        }
    };

    private volatile Said said;

    private record Said(String sha256, RuleSentences sentences) {}

    private record Asked(String sha256, LocalDate on, Language language) {}

    BookViews(RuleShelf rules) {
        this.rules = rules;
    }

    /** A rule file in force as sentences, by line; none where they have no form for it. */
    List<String> sentences(String file, String drl) {
        RuleBook book = rules.book();
        Said now = said;
        if (now == null || !now.sha256().equals(book.sha256())) {
            now = new Said(book.sha256(), RuleSentences.of(book));
            said = now;
        }
        String text = now.sentences().sentences(file, drl).text();
        return text == null ? List.of() : text.lines().toList();
    }

    /** @param on null for all values with their dates */
    BookView on(LocalDate on, Language language) {
        RuleBook book = rules.book();
        Asked asked = new Asked(book.sha256(), on, language);
        synchronized (kept) {
            return kept.computeIfAbsent(asked, key -> BookView.of(book.catalogue(null, Set.of(), on), language));
        }
    }
}
