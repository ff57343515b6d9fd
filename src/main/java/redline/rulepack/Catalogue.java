package redline.rulepack;

import java.time.LocalDate;
import java.util.List;
import redline.quantity.Text;
import redline.requirement.Grade;
import redline.requirement.NotChecked;
import redline.scheme.Dates;

/**
 * The rules as a book: packs in order, with all that people read of each rule. Nothing in it depends on a scheme or on a clock.
 *
 * @param profile whose packs these are, null for the packs of the whole folder
 * @param on the day whose values stand in it, null for all values with their dates
 * @param sha256 over all files of the rules folder
 */
public record Catalogue(ProfileEntry profile, LocalDate on, String sha256, List<PackEntry> packs) {
    public int ruleCount() {
        return packs.stream().mapToInt(pack -> pack.rules().size()).sum();
    }

    /** Whose review, at which stage, and where each setting comes from. */
    public record ProfileEntry(String name, Text title, String authority, String stage, List<Setting> settings) {}

    public record Setting(String name, String value, String source, Grade grade, String note) {}

    /**
     * One normative document with its rules.
     *
     * @param documentNumber empty where it has none
     * @param layer parcel | mandatory | local-default | practice
     * @param from first day in force, null = open
     * @param to last day in force, null = open
     * @param inForce false where {@link Catalogue#on()} lies outside
     */
    public record PackEntry(
            String id,
            Text title,
            String documentNumber,
            String jurisdiction,
            String layer,
            Dates.Kind datedBy,
            LocalDate from,
            LocalDate to,
            boolean inForce,
            String version,
            String sha256,
            List<NotChecked> notEncoded,
            List<RuleEntry> rules) {}
}
