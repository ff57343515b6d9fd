package redline.bench;

import java.util.Map;
import redline.casefile.Account;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.scheme.Dates;

/** A case with nothing in it, as an applicant opens it. */
final class BenchCase {
    private BenchCase() {}

    static OfficeCase open(Office office, Account applicant) {
        CaseForm form = new CaseForm(
                "PRELIMINARY", "NEW", "Bench", "", "", null, "tongxiang", Dates.unknown(), Map.of(), "", "");
        return new Cases(office).open(applicant, applicant, form);
    }
}
