package redline.finding;

import java.math.BigDecimal;
import java.util.List;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.requirement.Bound;
import redline.requirement.Citation;
import redline.requirement.Grade;
import redline.requirement.Requirement;
import redline.requirement.RuleInfo;
import redline.scheme.Subject;

/** The answer of one rule for one subject. */
public sealed interface Finding {
    RuleInfo rule();

    Subject subject();

    Verdict verdict();

    /** All that was demanded, strictest first; empty where nothing was. */
    List<Requirement> requirements();

    /** Remarks of the rule for the reader (取位敏感, by way of the exception, notes). */
    List<Text> notes();

    /**
     * PASS or VIOLATION. {@code governing} is the strictest bound that decided, null where every bound was lifted by an exception;
     * {@code margin} is ≥ 0 for PASS and < 0 for VIOLATION, in the quantity's own unit ({@code marginUnit}: m² for a ratio of
     * areas), null for terms.
     */
    record Judged(
            RuleInfo rule,
            Subject subject,
            Verdict verdict,
            Measure measure,
            Bound governing,
            BigDecimal margin,
            Unit marginUnit,
            List<Requirement> requirements,
            List<Citation> citations,
            Grade grade,
            List<Text> notes)
            implements Finding {}

    /** 待核实; {@code measure} and {@code governing} are null where not known. {@code ask} is the question or what to supply. */
    record Undetermined(
            RuleInfo rule,
            Subject subject,
            Cause cause,
            List<Missing> missing,
            Text ask,
            Measure measure,
            Bound governing,
            List<Requirement> requirements,
            List<Citation> citations,
            Grade grade,
            List<Text> notes)
            implements Finding {
        @Override
        public Verdict verdict() {
            return Verdict.UNDETERMINED;
        }

        /** Of a missing fact the applicant, unless the reviewing authority alone has what is missing. */
        public Asked asked() {
            return switch (cause) {
                case MISSING_FACT -> lacks(Missing.Kind.FACT) ? Asked.APPLICANT : Asked.AUTHORITY;
                case BASIS_OPEN -> Asked.POLICY_STAFF;
                case NEEDS_JUDGEMENT -> Asked.REVIEWER;
                case BORDERLINE -> Asked.DESIGNER;
            };
        }

        private boolean lacks(Missing.Kind kind) {
            return missing.stream().anyMatch(one -> one.kind() == kind);
        }
    }

    /** 不涉及, because. */
    record NotApplicable(RuleInfo rule, Subject subject, Text because, List<Requirement> requirements, List<Text> notes)
            implements Finding {
        @Override
        public Verdict verdict() {
            return Verdict.NOT_APPLICABLE;
        }
    }
}
