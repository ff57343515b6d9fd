package redline.rulepack;

import java.util.List;
import redline.fact.SchemeRecord;
import redline.measure.Settings;
import redline.requirement.Ruling;
import redline.scheme.Dates;

/** One good state of all packs: immutable, safe for use by many threads. */
public interface RuleBook {
    List<String> profiles();

    List<RulePage> pages();

    /** @throws IllegalArgumentException for an unknown profile */
    Settings settings(String profile);

    /**
     * @throws PackFault where a value in force contradicts itself, or a limit of work is exceeded
     * @throws IllegalStateException where the two readings of a rule differ (a bug: no verdict)
     */
    Ruling rule(SchemeRecord record, String profile, Dates dates);
}
