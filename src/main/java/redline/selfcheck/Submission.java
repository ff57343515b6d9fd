package redline.selfcheck;

import redline.intake.Source;
import redline.intake.bundle.Choices;
import redline.quantity.Language;
import redline.scheme.Dates;
import redline.upload.Material;

/**
 * What somebody hands in.
 *
 * @param dates each replaces the scheme's own where it is not null
 * @param report whether the PDF is made along with the check
 * @param form what was typed where the scheme file was made from the indicator form, else null
 * @param from id of the data check that this one follows, else null
 */
record Submission(
        Material material,
        Purpose purpose,
        Choices choices,
        String profile,
        Dates dates,
        Language language,
        boolean report,
        IndicatorForm form,
        String from) {

    /** What it is handed in for. */
    enum Purpose {
        /** What stands in each file, and no more. */
        READ,
        /** What is understood of them; a scheme file alone is checked at once. */
        PREVIEW,
        CHECK
    }

    /** @param conditions null where the scheme holds its own */
    static Submission ofScheme(
            Source scheme, Source conditions, String profile, Dates dates, Language language, boolean report) {
        return new Submission(
                new Material.SchemeFile(scheme, conditions),
                Purpose.CHECK,
                Choices.none(),
                profile,
                dates,
                language,
                report,
                null,
                null);
    }

    Submission ofForm(IndicatorForm typed) {
        return new Submission(material, purpose, choices, profile, dates, language, report, typed, from);
    }

    /** The same files once more, under other choices and dates. */
    Submission again(
            Material.Known known, Purpose other, Choices chosen, Dates stated, String preview, Language spoken) {
        return new Submission(known, other, chosen, profile, stated, spoken, true, null, preview);
    }
}
