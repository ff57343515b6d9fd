package redline.review;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Letters;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.upload.RuleShelf;

/** Opening a case: by its form, or by a zip that holds all that there is of it. */
@Controller
class NewCasePage {
    private final Office office;
    private final Cases cases;
    private final Accounts accounts;
    private final RuleShelf rules;
    private final Letters letters;
    private final BundleDesk bundles;
    private final String profile;

    NewCasePage(
            Office office,
            Cases cases,
            Accounts accounts,
            RuleShelf rules,
            Letters letters,
            BundleDesk bundles,
            @Value("${redline.selfcheck.profile:tongxiang}") String profile) {
        this.office = office;
        this.cases = cases;
        this.accounts = accounts;
        this.rules = rules;
        this.letters = letters;
        this.bundles = bundles;
        this.profile = profile;
    }

    @GetMapping("/office/cases/new")
    String show(@AuthenticationPrincipal Account me, Model model) {
        Roles.only(me, Role.APPLICANT, Role.REVIEWER);
        model.addAttribute("kinds", office.tables().list("kind"));
        model.addAttribute("businesses", office.tables().list("business"));
        model.addAttribute("fields", office.tables().list("form"));
        model.addAttribute("profiles", rules.profiles());
        model.addAttribute("profile", profile);
        model.addAttribute("forOthers", me.role() == Role.REVIEWER);
        model.addAttribute("applicants", me.role() == Role.REVIEWER ? applicants() : List.of());
        return "web/review/case-new";
    }

    private List<Account> applicants() {
        return accounts.all().stream()
                .filter(account -> account.role() == Role.APPLICANT && !account.disabled())
                .toList();
    }

    @PostMapping("/office/cases/new")
    String open(
            @AuthenticationPrincipal Account me,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) MultipartFile bundle,
            RedirectAttributes told)
            throws IOException {
        Roles.only(me, Role.APPLICANT, Role.REVIEWER);
        NewCaseForm form = new NewCaseForm(fields);
        Account applicant = me.role() == Role.APPLICANT ? me : applicant(form.applicant());
        String known = fields.getOrDefault("profile", "");
        if (!known.isEmpty() && !known.equals(profile) && !rules.profiles().contains(known)) {
            throw new Untaken("PROFILE", known);
        }
        String letter = letter(form.letter());
        if (!SentFiles.something(bundle)) {
            OfficeCase kase = cases.open(me, applicant, form.read(office, letter, profile, ""));
            told.addFlashAttribute("done", "case.opened");
            return "redirect:/office/cases/" + kase.number() + "/materials";
        }
        CaseForm read = form.read(office, letter, profile, BundleDesk.project(bundle.getOriginalFilename()));
        BundleDesk.Taken taken = bundles.open(me, applicant, read, bundle);
        told.addFlashAttribute("taken", taken);
        return "redirect:/office/cases/" + taken.number() + "/materials";
    }

    /** The one confirmed letter that is called so. */
    private String letter(String called) {
        if (called.isEmpty()) {
            return null;
        }
        List<Letters.Listed> found = letters.findExactly(called);
        if (found.size() != 1) {
            throw new Untaken(found.isEmpty() ? "LETTER" : "LETTERS", called);
        }
        return found.get(0).id();
    }

    private Account applicant(String login) {
        return accounts.byLogin(login.toLowerCase(java.util.Locale.ROOT))
                .filter(account -> account.role() == Role.APPLICANT && !account.disabled())
                .orElseThrow(() -> new Untaken("APPLICANT", login));
    }
}
