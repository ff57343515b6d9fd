package redline.review;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import redline.casefile.Account;
import redline.casefile.Decisions;
import redline.casefile.Decisions.Decision;
import redline.casefile.FindingKey;
import redline.casefile.JobQueue;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.intake.Complaint;
import redline.quantity.Language;
import redline.requirement.RuleInfo;

/** Rounds for programs: handed in, waited for, read, decided on. */
@RestController
@SecurityRequirement(name = "key")
@Tag(name = "rounds", description = "各轮方案 / rounds")
class RoundsInterface {
    private static final String CASES = CasesInterface.PLACE + "/cases/{number}/rounds";
    private static final String OFFICE_PRACTICE = RuleInfo.Force.OFFICE_PRACTICE.name();
    private static final String ROUND = CasesInterface.PLACE + "/rounds/{id}";

    private final Office office;
    private final RoundDoor door;
    private final Rounds rounds;
    private final JobQueue jobs;
    private final Judgings judgings;
    private final Decisions decisions;
    private final RoundEvents events;
    private final HandingIn handing;

    RoundsInterface(
            Office office,
            RoundDoor door,
            Rounds rounds,
            JobQueue jobs,
            Judgings judgings,
            Decisions decisions,
            RoundEvents events,
            HandingIn handing) {
        this.handing = handing;
        this.office = office;
        this.door = door;
        this.rounds = rounds;
        this.jobs = jobs;
        this.judgings = judgings;
        this.decisions = decisions;
        this.events = events;
    }

    /**
     * How far a round is.
     *
     * @param step that is at work, empty while it waits
     * @param page of the report being written, of {@code pages}, which is 0 until the end of a long one has been laid out; 0 in other steps
     * @param before how many are judged before it
     * @param verdict of the machine, null while there is none
     */
    record Standing(
            String id,
            String caseId,
            int number,
            Round.State state,
            String step,
            int page,
            int pages,
            long before,
            String verdict,
            List<ComplaintAnswer> complaints) {}

    record ComplaintAnswer(String file, int line, String element, String what, String remedy) {
        static ComplaintAnswer of(Complaint complaint, Language language) {
            return new ComplaintAnswer(
                    complaint.file(),
                    complaint.line(),
                    complaint.element(),
                    complaint.what().in(language),
                    complaint.remedy().in(language));
        }
    }

    /** @param kind ACCEPT, CORRECT, EXCEPT or DEMAND */
    record NewDecision(
            String rule,
            String subjectKind,
            String subject,
            Decisions.Kind kind,
            String verdict,
            String reason,
            String sentence,
            Decisions.Document document) {}

    @GetMapping(CASES)
    @Operation(summary = "Rounds of a case, first to last")
    List<Standing> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String number,
            Locale locale) {
        OfficeCase kase = door.kase(account, number);
        return rounds.of(kase.id()).stream()
                .map(round -> standing(round, locale))
                .toList();
    }

    @PostMapping(path = CASES, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Hand in a scheme, or one signed package of a self-check; kept and certain to be judged once this"
                    + " answers")
    @ApiResponse(responseCode = "202", description = "received; poll Location, or its /events")
    ResponseEntity<Standing> submit(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String number,
            @RequestParam List<MultipartFile> file,
            @RequestParam(required = false) LocalDate on,
            @RequestParam(defaultValue = "") String crs,
            @RequestParam(defaultValue = "") String basis,
            @RequestPart(required = false) AskedChoices choices,
            Locale locale)
            throws IOException {
        OfficeCase kase = door.kase(account, number);
        LocalDate day = on == null ? office.today() : on;
        AskedChoices asked = choices == null ? AskedChoices.none() : choices;
        return accepted(
                handing.submit(
                        account,
                        kase,
                        SentFiles.chosen(file),
                        day,
                        () -> asked.or(crs, basis).choices()),
                locale);
    }

    private ResponseEntity<Standing> accepted(Round round, Locale locale) {
        return ResponseEntity.status(HttpStatus.ACCEPTED)
                .location(URI.create(CasesInterface.PLACE + "/rounds/" + round.id()))
                .body(standing(round, locale));
    }

    @PostMapping(ROUND + "/choices")
    @Operation(
            summary = "Hand in the files of a round once more, as the next one, with other choices",
            description =
                    "The choices take the place of those of the round. `POST /api/read` tells files and layers by name.")
    @ApiResponse(responseCode = "202", description = "received; poll Location, or its /events")
    ResponseEntity<Standing> choose(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestBody AskedChoices choices,
            Locale locale) {
        Round before = round(account, id);
        return accepted(
                rounds.submitAgain(
                        account, before, HandingIn.asHeMay(account, choices.choices(), RoundChoices.of(before))),
                locale);
    }

    @GetMapping(ROUND)
    @Operation(summary = "How far a round is: 202 while it waits or is judged, 200 once it has ended")
    ResponseEntity<Standing> standing(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            Locale locale) {
        Round round = round(account, id);
        return ResponseEntity.status(round.state().ended() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(standing(round, locale));
    }

    private Standing standing(Round round, Locale locale) {
        Language language = Spoken.in(locale);
        JobQueue.Standing job = jobs.standing(round.id()).orElse(new JobQueue.Standing("", 0, 0, 0));
        return new Standing(
                round.id(),
                round.caseId(),
                round.number(),
                round.state(),
                job.step(),
                job.page(),
                job.pages(),
                job.before(),
                judgings.of(round).map(Judging::verdict).orElse(null),
                Rounds.complaints(round).stream()
                        .map(complaint -> ComplaintAnswer.of(complaint, language))
                        .toList());
    }

    @GetMapping(path = ROUND + "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            summary =
                    "Progress as server-sent events: \"standing\" as it changes, the last one once the round has ended")
    SseEmitter events(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            Locale locale) {
        round(account, id);
        return events.follow(
                () -> rounds.byId(id).map(round -> standing(round, locale)).orElseThrow(),
                standing -> standing.state().ended());
    }

    @GetMapping(path = ROUND + "/result", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The result, the bytes of `redline check --json -`; not for applicants")
    ResponseEntity<byte[]> result(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String id)
            throws IOException {
        return bytes(judging(account, id).resultSha(), MediaType.APPLICATION_JSON);
    }

    @GetMapping(path = ROUND + "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The technical report; not for applicants")
    ResponseEntity<byte[]> report(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String id)
            throws IOException {
        return bytes(judging(account, id).reportSha(), MediaType.APPLICATION_PDF);
    }

    private ResponseEntity<byte[]> bytes(String sha256, MediaType type) throws IOException {
        try (InputStream in = office.store().originals().open(sha256)) {
            return ResponseEntity.ok().contentType(type).eTag(sha256).body(in.readAllBytes());
        }
    }

    @GetMapping(ROUND + "/findings")
    @Operation(summary = "Findings of a round, in their order; an applicant's without the office's own practice")
    List<KeptFinding> findings(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String id) {
        return judgings.findings(round(account, id)).stream()
                .filter(finding ->
                        account.role() != Role.APPLICANT || !finding.force().equals(OFFICE_PRACTICE))
                .toList();
    }

    @GetMapping(ROUND + "/decisions")
    @Operation(summary = "What people decided on the findings; not for applicants")
    List<Decision> decisions(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account, @PathVariable String id) {
        Round round = round(account, id);
        return List.copyOf(decisions.latest(round).values());
    }

    @PostMapping(ROUND + "/decisions")
    @Operation(summary = "Decide on a finding: 认可, 更正, 例外认定, 要求补正")
    @ApiResponse(responseCode = "204", description = "on record")
    ResponseEntity<Void> decide(
            @Parameter(hidden = true) @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestBody NewDecision given) {
        RoundSeen seen = door.round(account, id);
        decisions.decide(
                account,
                seen.kase(),
                seen.round(),
                new FindingKey(given.rule(), given.subjectKind(), given.subject()),
                new Decisions.Act(
                        given.kind(),
                        given.verdict() == null ? "" : given.verdict(),
                        given.reason(),
                        given.sentence(),
                        given.document()));
        return ResponseEntity.noContent().build();
    }

    private Round round(Account account, String id) {
        return door.round(account, id).round();
    }

    private Judging judging(Account account, String id) {
        return judgings.of(round(account, id)).orElseThrow(RoundDoor::none);
    }
}
