package redline.requirement;

import java.util.List;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.scheme.Subject;

/**
 * All that one rule says of one subject; for each rule in force and each subject of its kind there is exactly one. Empty lists:
 * the rule does not apply, {@code because} says why.
 *
 * @param subjectMissing what is missing of a subject that was not supplied, else empty
 * @param yielding null where the rule does not step back
 * @param because never null where nothing is demanded or asked
 */
public record Demand(
        RuleInfo rule,
        Subject subject,
        List<Requirement> requirements,
        List<Question> questions,
        List<Text> notes,
        Yielding yielding,
        Text because,
        List<Missing> subjectMissing) {}
