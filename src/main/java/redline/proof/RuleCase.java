package redline.proof;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redline.rulepack.RuleBook;

/**
 * One case of one rule.
 *
 * @param id {@code rule/folder}, for example {@code far/01-pass-within}
 * @param numberFrom 独立来源 | 手算 | 回归
 * @param settings of the profile that the case fixes, by name
 * @param base name of the base scheme under {@code test-cases/bases}
 * @param twin folder of a case that differs by one fact and does apply, or null
 * @param expected all findings of the rule
 */
public record RuleCase(
        String id,
        String title,
        String rule,
        LocalDate asOf,
        String why,
        String numberFrom,
        String profile,
        Map<String, String> settings,
        String base,
        List<Change> changes,
        String twin,
        List<Expected> expected) {
    /** One row of a grid as a case of its own. */
    RuleCase row(int number, List<Change> rowChanges, List<Expected> rowExpected) {
        return new RuleCase(
                id + "#" + number,
                title,
                rule,
                asOf,
                why,
                numberFrom,
                profile,
                settings,
                base,
                List.copyOf(rowChanges),
                null,
                rowExpected);
    }

    /** The rules with the settings that the case fixes. */
    RuleBook in(RuleBook book) {
        return settings.isEmpty() ? book : book.settled(profile, settings);
    }

    /** The folder of the case, without the row of a grid. */
    public String folder() {
        String path = id.substring(id.indexOf('/') + 1);
        return path.contains("#") ? path.substring(0, path.indexOf('#')) : path;
    }

    /** A value set at a path ({@code json} as text, {@code null} blanks it), or a building moved. */
    public sealed interface Change {
        record Put(String path, String json) implements Change {}

        record Move(String building, BigDecimal east, BigDecimal north) implements Change {}
    }

    /**
     * One expected finding; what is null is not asked. {@code missing}, {@code cites}: complete lists.
     *
     * @param margin in the unit of the comparison, ≥ 0 met, < 0 not met
     * @param note part of a remark that is there; 无 where none may be
     */
    public record Expected(
            int line,
            String about,
            String verdict,
            String measured,
            String required,
            String margin,
            List<String> cites,
            List<String> missing,
            String ask,
            String because,
            String note) {}
}
