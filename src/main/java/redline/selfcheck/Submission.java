package redline.selfcheck;

import redline.intake.Source;
import redline.quantity.Language;
import redline.scheme.Dates;

/**
 * What somebody hands in.
 *
 * @param conditions null where the scheme holds its own
 * @param dates each replaces the scheme's own where it is not null
 * @param report whether the PDF is made along with the check
 * @param form what was typed where the scheme file was made from the indicator form, else null
 */
record Submission(
        Source scheme,
        Source conditions,
        String profile,
        Dates dates,
        Language language,
        boolean report,
        IndicatorForm form) {}
