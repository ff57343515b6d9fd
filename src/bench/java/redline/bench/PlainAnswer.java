package redline.bench;

import java.util.Map;
import redline.finding.Cause;
import redline.finding.Verdict;
import redline.measure.Missing;
import redline.requirement.Bound;
import redline.scheme.Subject;

/**
 * What a hand-written review answers for one rule and subject: as much of a finding as is decided, without the reasons and
 * sources that Redline gives.
 *
 * @param cause null where nothing is undetermined
 * @param required the bound that governs, null where there is none
 */
record PlainAnswer(
        String rule, Subject subject, Verdict verdict, Cause cause, Map<String, Missing> missing, Bound required) {}
