package redline.review;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import redline.casefile.CaseForm;
import redline.casefile.Choice;
import redline.casefile.Office;
import redline.scheme.Dates;

/** The form that opens a case, as its fields came. */
record NewCaseForm(Map<String, String> fields) {
    private String text(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    String applicant() {
        return text("account");
    }

    /** A number, name or code of the conditions in the register; empty where they come with the scheme. */
    String letter() {
        return text("letter");
    }

    /**
     * @param letter id of the conditions in the register, null where they come with the scheme
     * @param projectOtherwise what the project is called where nothing was typed
     */
    CaseForm read(Office office, String letter, String profileOtherwise, String projectOtherwise) {
        Map<String, String> application = new LinkedHashMap<>();
        for (Choice field : office.tables().list("form")) {
            application.put(field.id(), text(field.id()));
        }
        String profile = text("profile");
        return new CaseForm(
                text("kind"),
                text("business"),
                text("project").isEmpty() ? projectOtherwise : text("project"),
                text("project-code"),
                text("parcel-code"),
                letter,
                profile.isEmpty() ? profileOtherwise : profile,
                new Dates(day("conditions-issued"), day("contract-signed"), day("application-received")),
                application,
                text("inherits"),
                text("approved"));
    }

    private LocalDate day(String name) {
        return CaseWords.day(text(name)).orElse(null);
    }
}
