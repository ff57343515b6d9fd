package redline.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.CaseFilter;
import redline.casefile.CaseForm;
import redline.casefile.CaseList;
import redline.casefile.CaseStep;
import redline.casefile.Cases;
import redline.casefile.ClockReading;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Steps;
import redline.scheme.Dates;
import redline.upload.RuleShelf;

/** Cases for programs. */
@RestController
@SecurityRequirement(name = "key")
@Tag(name = "cases", description = "案件 / cases")
class CasesInterface {
    static final String PLACE = "/api/office/v1";

    private final Office office;
    private final RoundDoor door;
    private final Cases cases;
    private final Steps steps;
    private final Accounts accounts;
    private final RuleShelf rules;
    private final String profile;

    CasesInterface(
            Office office,
            RoundDoor door,
            Cases cases,
            Steps steps,
            Accounts accounts,
            RuleShelf rules,
            @Value("${redline.selfcheck.profile:tongxiang}") String profile) {
        this.office = office;
        this.door = door;
        this.cases = cases;
        this.steps = steps;
        this.accounts = accounts;
        this.rules = rules;
        this.profile = profile;
    }

    /**
     * A case to be opened; what is null is not known yet.
     *
     * @param kind PRELIMINARY or FORMAL
     * @param profile null for that of the office
     * @param applicant login of the account it is opened for; null for the caller's own, where he is an applicant
     */
    record NewCase(
            String kind,
            String business,
            String project,
            String projectCode,
            String parcelCode,
            String letter,
            String profile,
            LocalDate conditionsIssued,
            LocalDate contractSigned,
            LocalDate applicationReceived,
            Map<String, String> fields,
            String inherits,
            String approved,
            String applicant) {}

    record CaseAnswer(OfficeCase data, ClockReading clock) {}

    /** @param on null for today */
    record TakenStep(String step, LocalDate on, String note) {}

    record Page(List<CaseAnswer> cases, boolean more, Map<String, Long> byState) {}

    @GetMapping(PLACE + "/cases")
    @Operation(summary = "List cases, those due first; an applicant's own only")
    Page list(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "0") int page) {
        CaseList found = cases.list(account, new CaseFilter(text, state, mine, closed, page));
        return new Page(
                found.lines().stream()
                        .map(line -> new CaseAnswer(line.kase(), line.clock()))
                        .toList(),
                found.more(),
                found.byState());
    }

    @PostMapping(PLACE + "/cases")
    @Operation(summary = "Open a case")
    @ApiResponse(responseCode = "201", description = "opened; Location names it")
    ResponseEntity<CaseAnswer> open(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @RequestBody NewCase given) {
        Account applicant = given.applicant() == null && account.role() == Role.APPLICANT
                ? account
                : applicant(text(given.applicant()));
        OfficeCase opened = cases.open(account, applicant, form(given));
        return ResponseEntity.created(URI.create(PLACE + "/cases/" + opened.number()))
                .body(answer(opened));
    }

    private Account applicant(String login) {
        return accounts.byLogin(login.toLowerCase(Locale.ROOT))
                .filter(found -> found.role() == Role.APPLICANT && !found.disabled())
                .orElseThrow(() -> new Untaken("APPLICANT", login));
    }

    private CaseForm form(NewCase given) {
        String asked = given.profile() == null ? profile : given.profile();
        if (!rules.book().profiles().contains(asked)) {
            throw new Untaken("PROFILE", asked);
        }
        return new CaseForm(
                given.kind(),
                given.business(),
                given.project(),
                text(given.projectCode()),
                text(given.parcelCode()),
                given.letter(),
                asked,
                new Dates(given.conditionsIssued(), given.contractSigned(), given.applicationReceived()),
                given.fields() == null ? Map.of() : given.fields(),
                text(given.inherits()),
                text(given.approved()));
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }

    @GetMapping(PLACE + "/cases/{number}")
    @Operation(summary = "One case with its clock")
    CaseAnswer one(@Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String number) {
        return answer(door.kase(account, number));
    }

    @GetMapping(PLACE + "/cases/{number}/steps")
    @Operation(summary = "Steps that a case took, first to last")
    List<Steps.Taken> steps(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String number) {
        return steps.taken(account, door.kase(account, number));
    }

    @PostMapping(PLACE + "/cases/{number}/steps")
    @Operation(summary = "Take a step; 409 names what it lacks")
    CaseAnswer take(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestBody TakenStep given) {
        CaseStep step = steps.step(account, given.step()).orElseThrow(() -> new Untaken("STEP", text(given.step())));
        OfficeCase kase = door.kase(account, number);
        LocalDate on = given.on() == null ? office.today() : given.on();
        return answer(steps.take(account, kase.id(), step.id(), on, given.note()));
    }

    private CaseAnswer answer(OfficeCase kase) {
        return new CaseAnswer(kase, cases.clock(kase));
    }
}
