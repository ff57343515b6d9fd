package redline.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.CaseStep;
import redline.casefile.Cases;
import redline.casefile.Declined;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Rounds;
import redline.casefile.Steps;

/** A case: what may be done next, by whom, and its fields to be copied into other programs. */
@Controller
class CasePage {
    private final Office office;
    private final RoundDoor door;
    private final Cases cases;
    private final Steps steps;
    private final Rounds rounds;
    private final Accounts accounts;
    private final CaseWords words;

    CasePage(
            Office office,
            RoundDoor door,
            Cases cases,
            Steps steps,
            Rounds rounds,
            Accounts accounts,
            CaseWords words) {
        this.office = office;
        this.door = door;
        this.cases = cases;
        this.steps = steps;
        this.rounds = rounds;
        this.accounts = accounts;
        this.words = words;
    }

    /**
     * A step that may come next.
     *
     * @param lacks what is still missing, in sentences
     * @param paper whether a paper has to be issued first
     * @param ends whether it ends the case
     */
    record StepLine(String id, String title, List<String> lacks, boolean paper, boolean ends) {}

    /** A field to be copied. */
    record Field(String id, String label, String value) {}

    @GetMapping("/office/cases/{number}")
    String show(@AuthenticationPrincipal Account me, @PathVariable String number, Model model) {
        OfficeCase kase = door.kase(me, number);
        model.addAttribute("kase", kase);
        model.addAttribute("today", office.today());
        model.addAttribute(
                "steps", steps.open(me, kase).stream().map(this::line).toList());
        model.addAttribute("fields", fields(kase));
        model.addAttribute("judged", rounds.judged(kase.id()).orElse(null));
        boolean assigns = mayAssign(me, kase);
        model.addAttribute("assigns", assigns);
        model.addAttribute("reviewers", assigns ? of(Role.REVIEWER) : List.of());
        model.addAttribute("institutes", assigns ? of(Role.OUTSIDE_REVIEWER) : List.of());
        model.addAttribute("concludes", mayConclude(me, kase));
        model.addAttribute("conclusions", office.tables().list("conclusion"));
        model.addAttribute("ofOffice", me.role() != Role.APPLICANT);
        return "web/review/case-page";
    }

    private StepLine line(Steps.Open open) {
        CaseStep step = open.step();
        boolean paper = open.lacks().stream().anyMatch(lack -> lack.why() == Declined.Why.PAPER_MISSING);
        return new StepLine(
                step.id(),
                words.of(step.title()),
                open.lacks().stream().map(words::sentence).toList(),
                paper,
                office.tables().course().state(step.to()).ended());
    }

    private List<Account> of(Role role) {
        return accounts.all().stream()
                .filter(account -> account.role() == role && !account.disabled())
                .toList();
    }

    private static boolean mayAssign(Account me, OfficeCase kase) {
        return !kase.closed()
                && (me.role() == Role.SECTION_HEAD || me.role() == Role.REVIEWER && Cases.mayWork(me, kase));
    }

    private static boolean mayConclude(Account me, OfficeCase kase) {
        return !kase.closed()
                && (me.role() == Role.SECTION_HEAD
                        || me.role() == Role.APPROVER
                        || me.role() == Role.REVIEWER && Cases.mayWork(me, kase));
    }

    private List<Field> fields(OfficeCase kase) {
        List<Field> fields = new ArrayList<>();
        add(fields, "number", kase.number());
        add(fields, "project", kase.project());
        add(fields, "project-code", kase.projectCode());
        add(fields, "parcel-code", kase.parcelCode());
        add(fields, "conditions-issued", text(kase.conditionsIssued()));
        add(fields, "contract-signed", text(kase.contractSigned()));
        add(fields, "application-received", text(kase.applicationReceived()));
        Map<String, String> form = cases.form(kase);
        office.tables().list("form").forEach(field -> add(fields, field.id(), form.get(field.id())));
        return fields;
    }

    private void add(List<Field> fields, String id, String value) {
        fields.add(new Field(id, words.field(id), value == null ? "" : value));
    }

    private static String text(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @PostMapping("/office/cases/{number}/steps/{step}")
    String step(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @PathVariable String step,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes told) {
        if (steps.step(me, step).isEmpty()) {
            throw RoundDoor.none();
        }
        OfficeCase kase = door.kase(me, number);
        LocalDate day = CaseWords.day(on).orElse(office.today());
        OfficeCase after = steps.take(me, kase.id(), step, day, note);
        told.addFlashAttribute("stepped", words.say("case.stepped", words.step(step), words.state(after.state())));
        return "redirect:/office/cases/" + number;
    }

    @PostMapping("/office/cases/{number}/assignment")
    String assign(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String handler,
            @RequestParam(defaultValue = "") String outside,
            RedirectAttributes told) {
        Roles.only(me, Role.REVIEWER, Role.SECTION_HEAD);
        OfficeCase kase = door.kase(me, number);
        Account reviewer = accounts.byId(handler).orElseThrow(() -> new Untaken("HANDLER"));
        Account institute = outside.isEmpty() ? null : accounts.byId(outside).orElseThrow(() -> new Untaken("HANDLER"));
        cases.assign(me, kase.id(), reviewer, institute);
        told.addFlashAttribute("done", "case.assigned");
        return "redirect:/office/cases/" + number;
    }

    @PostMapping("/office/cases/{number}/conclusion")
    String conclude(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @RequestParam(defaultValue = "") String conclusion,
            RedirectAttributes told) {
        Roles.only(me, Role.REVIEWER, Role.SECTION_HEAD, Role.APPROVER);
        OfficeCase kase = door.kase(me, number);
        steps.conclude(me, kase.id(), conclusion);
        told.addFlashAttribute("done", "case.concluded");
        return "redirect:/office/cases/" + number;
    }
}
