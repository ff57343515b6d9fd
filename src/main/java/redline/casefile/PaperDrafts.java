package redline.casefile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import redline.check.CheckResult;
import redline.finding.Cause;
import redline.finding.Conclusion;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.paper.Acceptance;
import redline.paper.Added;
import redline.paper.Announcement;
import redline.paper.CaseHeader;
import redline.paper.ChangesDraft;
import redline.paper.Contents;
import redline.paper.DepartmentSheet;
import redline.paper.Display;
import redline.paper.Ending;
import redline.paper.Held;
import redline.paper.IndexRow;
import redline.paper.Issue;
import redline.paper.Item;
import redline.paper.LetterDraft;
import redline.paper.MaterialLine;
import redline.paper.MeetingSheet;
import redline.paper.Opinion;
import redline.paper.PermitAnnex;
import redline.paper.Picture;
import redline.paper.Receipt;
import redline.paper.ReplyLine;
import redline.paper.Settled;
import redline.paper.SupplementNotice;
import redline.quantity.Language;
import redline.report.PlanDrawing;
import redline.report.PlanPicture;
import redline.report.Reader;
import redline.report.Words;
import redline.scheme.Subject;

/** Contents of papers as they follow from a case; what people add is typed, and is empty where it is not. */
public final class PaperDrafts {
    private static final int PICTURE_WIDTH = 1000;
    private static final int PICTURE_HEIGHT = 700;
    private static final double PICTURE_SCALE = 2;

    private final Office office;
    private final Cases cases;
    private final Rounds rounds;
    private final Accounts accounts;
    private final Results results;
    private final SourceChecks sources;
    private final Function<String, String> letterNumber;
    private final Map<String, String> letterhead = new LinkedHashMap<>();

    /** @param letterNumber number of a letter of the register by its id, empty where it has none */
    public PaperDrafts(
            Office office,
            Cases cases,
            Rounds rounds,
            Accounts accounts,
            Results results,
            Function<String, String> letterNumber) {
        this.office = office;
        this.cases = cases;
        this.rounds = rounds;
        this.accounts = accounts;
        this.results = results;
        this.sources = new SourceChecks(office);
        this.letterNumber = letterNumber;
        OfficeTable.of("letterhead.csv").rows().forEach(row -> letterhead.put(row.get("key"), row.get("text")));
    }

    /** What people add to a paper; each a text or a day ({@code 2026-03-05}). */
    public static List<String> fields(String kind) {
        return switch (kind) {
            case "supplement-notice", "changes" -> List.of("by");
            case "opinion" -> List.of("outline", "validity", "next", "annexes");
            case "permit-annex" -> List.of("permit", "drawings");
            case "announcement" -> List.of("permit", "approved");
            default -> List.of();
        };
    }

    /** Papers that speak of a judged round. */
    public static boolean ofRound(String kind) {
        return List.of("changes", "opinion", "publicity", "replies", "permit-annex", "announcement", "meeting-sheet")
                .contains(kind);
    }

    /**
     * The contents of a paper.
     *
     * @param round judged; may be null where the paper speaks of none
     * @param number empty while it has none
     * @param typed by {@link #fields}
     * @throws Declined where it cannot be drawn up: no round was judged, or a day is none
     */
    public Contents contents(
            OfficeCase kase, Round round, String kind, String number, LocalDate on, Map<String, String> typed) {
        if (ofRound(kind) && (round == null || round.judging() == null)) {
            throw new Declined(Declined.Why.ROUND_MISSING);
        }
        CaseHeader header = header(kase);
        Issue issue = new Issue(number, addressee(kind, header), on);
        return switch (kind) {
            case "receipt" -> new Receipt(header, issue, materials(kase));
            case "supplement-notice" -> new SupplementNotice(header, issue, lacking(kase), day(typed, "by"));
            case "acceptance" -> new Acceptance(header, issue, kase.period(), due(kase, on));
            case "changes" ->
                changes(round, sources.lookedUp()).changes(header, issue, round.number(), day(typed, "by"));
            case "opinion" -> letter(kase, round, header, issue, typed);
            case "departments" -> new DepartmentSheet(header, issue, opinions(kase));
            case "publicity" ->
                new redline.paper.Publicity(
                        header,
                        issue,
                        display(kase),
                        letterhead.getOrDefault("contact", ""),
                        indices(round),
                        publicPlan(round));
            case "replies" -> replies(kase, round, header, issue);
            case "permit-annex" ->
                new PermitAnnex(
                        header,
                        issue,
                        typed.getOrDefault("permit", ""),
                        indices(round),
                        PermitAnnex.BuildingLine.of(result(round)),
                        lines(typed, "drawings"));
            case "announcement" ->
                new Announcement(
                        header,
                        issue,
                        typed.getOrDefault("permit", ""),
                        day(typed, "approved"),
                        indices(round),
                        publicPlan(round));
            case "meeting-sheet" ->
                new MeetingSheet(
                        header, issue, plan(round), indices(round), disputes(result(round), sources.lookedUp()));
            default -> throw new Declined(Declined.Why.NO_SUCH_CHOICE, "paper", kind);
        };
    }

    private List<IndexRow> indices(Round round) {
        return IndexRow.of(result(round), sources.lookedUp());
    }

    private CheckResult result(Round round) {
        return results.of(new Judgings(office).of(round).orElseThrow()).result();
    }

    private CaseHeader header(OfficeCase kase) {
        Map<String, String> form = cases.form(kase);
        String handler = kase.handler() == null
                ? ""
                : accounts.byId(kase.handler()).map(Account::name).orElse("");
        return new CaseHeader(
                letterhead.getOrDefault("name", ""),
                kase.number(),
                kase.project(),
                kase.projectCode(),
                applicant(kase, form),
                form.getOrDefault("location", ""),
                kase.parcelCode(),
                kase.letter() == null ? "" : letterNumber.apply(kase.letter()),
                form.getOrDefault("designer", ""),
                handler,
                letterhead.getOrDefault("phone", ""),
                received(kase),
                kase.acceptedOn());
    }

    private String applicant(OfficeCase kase, Map<String, String> form) {
        String stated = form.getOrDefault("applicant", "");
        return !stated.isEmpty()
                ? stated
                : accounts.byId(kase.applicant())
                        .map(account -> account.unit().isEmpty() ? account.name() : account.unit())
                        .orElse("");
    }

    /** The day on which the case was handed in. */
    private LocalDate received(OfficeCase kase) {
        return new Steps(office, cases)
                .taken(kase.id()).stream()
                        .filter(step -> step.toState().equals("RECEIVED"))
                        .map(Steps.Taken::on)
                        .findFirst()
                        .orElse(null);
    }

    private static String addressee(String kind, CaseHeader header) {
        return List.of("departments", "publicity", "announcement", "meeting-sheet")
                        .contains(kind)
                ? ""
                : header.applicant();
    }

    private List<MaterialLine> materials(OfficeCase kase) {
        return new Materials(office)
                .lines(kase.id()).stream().map(PaperDrafts::line).toList();
    }

    private static MaterialLine line(Materials.Line line) {
        return new MaterialLine(
                line.item().title().zh(),
                line.item().necessary(),
                line.state() == Materials.State.PRESENT || line.state() == Materials.State.FAULTY,
                line.remark());
    }

    private List<MaterialLine> lacking(OfficeCase kase) {
        return new Materials(office)
                .lines(kase.id()).stream()
                        .filter(line -> line.state() == Materials.State.FAULTY
                                || line.item().necessary() && !line.settled())
                        .map(PaperDrafts::line)
                        .toList();
    }

    private LocalDate due(OfficeCase kase, LocalDate on) {
        return kase.period() == null
                ? null
                : new CaseClock(on, List.of())
                        .due(kase.period(), on, office.tables().days());
    }

    /** Decisions that hold, as papers take them. */
    private List<Settled> settled(Round round) {
        return new Decisions(office)
                .latest(round).values().stream()
                        .filter(Decisions.Decision::holds)
                        .map(this::settled)
                        .toList();
    }

    private Settled settled(Decisions.Decision decision) {
        Decisions.Document document = decision.document();
        return new Settled(
                decision.rule(),
                Subject.Kind.valueOf(decision.subjectKind()),
                decision.subject(),
                switch (decision.kind()) {
                    case ACCEPT -> Settled.As.ACCEPTED;
                    case CORRECT -> Settled.As.CORRECTED;
                    case EXCEPT -> Settled.As.EXCEPTION;
                    case DEMAND -> Settled.As.DEMANDED;
                },
                decision.sentence().isEmpty() ? null : decision.sentence(),
                decision.reason(),
                document == null
                        ? ""
                        : office.tables()
                                        .choice("document", document.kind())
                                        .map(choice -> choice.title().zh())
                                        .orElse(document.kind())
                                + " " + document.number() + " " + document.date());
    }

    /** @param lookedUp names of the values that were looked up in their source */
    private ChangesDraft changes(Round round, Set<String> lookedUp) {
        return ChangesDraft.of(result(round), settled(round), lookedUp).with(added(round));
    }

    /**
     * Findings that stay out of a paper until policy staff looked up what they rest on; none of a paper that says no findings.
     *
     * @param round judged; may be null
     */
    public List<Held> held(Round round, String kind) {
        if (round == null || round.judging() == null) {
            return List.of();
        }
        return switch (kind) {
            case "changes" -> changes(round, sources.lookedUp()).held();
            case "opinion" ->
                LetterDraft.of(result(round), settled(round), sources.lookedUp())
                        .held();
            default -> List.of();
        };
    }

    private List<Added> added(Round round) {
        return new HandFindings(office)
                .of(round).stream()
                        .map(one -> new Added(
                                switch (one.part()) {
                                    case MUST_CHANGE -> Conclusion.Group.MUST_CHANGE;
                                    case OTHER_AUTHORITY -> Conclusion.Group.OTHER_AUTHORITY;
                                    case ADVICE -> Conclusion.Group.ADVICE;
                                },
                                Item.byHand(
                                        one.id(),
                                        one.title(),
                                        one.place(),
                                        one.actual(),
                                        one.required(),
                                        one.basis(),
                                        one.advice())))
                        .toList();
    }

    private Contents letter(OfficeCase kase, Round round, CaseHeader header, Issue issue, Map<String, String> typed) {
        return LetterDraft.of(result(round), settled(round), sources.lookedUp())
                .with(added(round))
                .letter(
                        header,
                        issue,
                        typed.getOrDefault("outline", ""),
                        ending(kase.conclusion()),
                        display(kase),
                        typed.getOrDefault("validity", ""),
                        typed.getOrDefault("next", ""),
                        lines(typed, "annexes"),
                        kase.number() + "-" + round.number());
    }

    private static Ending ending(String conclusion) {
        return switch (conclusion) {
            case "AGREED" -> Ending.AGREED;
            case "AGREED_AFTER_CHANGES" -> Ending.AGREED_IN_PRINCIPLE;
            case "SUBMIT_AGAIN" -> Ending.REVISE;
            case "NOT_AGREED" -> Ending.REFUSED;
            default -> null;
        };
    }

    private Display display(OfficeCase kase) {
        return new Publicity(office)
                .latest(kase.id())
                .map(shown -> new Display(
                        shown.from(),
                        shown.to(),
                        shown.place(),
                        shown.address(),
                        shown.responses().isEmpty()
                                ? List.of()
                                : List.of(new Display.Response(null, "", shown.responses(), shown.answers()))))
                .orElse(Display.NONE);
    }

    private List<Opinion> opinions(OfficeCase kase) {
        return new Opinions(office)
                .of(kase.id()).stream()
                        .map(one -> new Opinion(
                                office.tables()
                                        .choice("department", one.department())
                                        .map(choice -> choice.title().zh())
                                        .orElse(one.department()),
                                one.askedOn(),
                                one.answeredOn(),
                                one.words(),
                                one.adopted()))
                        .toList();
    }

    /** What the round before was asked to change, with the answers that came with this one. */
    private Contents replies(OfficeCase kase, Round round, CaseHeader header, Issue issue) {
        Round before = rounds.of(kase.id()).stream()
                .filter(one -> one.number() < round.number() && one.judging() != null)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new Declined(Declined.Why.ROUND_MISSING));
        Map<FindingKey, String> answers = new Replies(office).of(round);
        List<ReplyLine> lines = new ArrayList<>();
        for (Item item : changes(before, sources.lookedUpFor(before)).changes()) {
            FindingKey key = item.kind() == null
                    ? HandFindings.key(item.subject())
                    : new FindingKey(item.rule(), item.kind().name(), item.subject());
            lines.add(new ReplyLine(item, answers.getOrDefault(key, ""), ""));
        }
        return new redline.paper.Replies(header, issue, before.number(), lines);
    }

    /** What is open, and what is broken by a value that was not looked up: no letter says it. */
    private static List<MeetingSheet.Dispute> disputes(CheckResult result, Set<String> lookedUp) {
        Reader reader = new Reader(Words.of(Language.ZH));
        List<MeetingSheet.Dispute> disputes = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (finding instanceof Finding.Undetermined open
                    && open.cause() != Cause.MISSING_FACT
                    && finding.rule().decides()) {
                disputes.add(new MeetingSheet.Dispute(
                        finding.rule().title().zh() + "（" + reader.subject(finding) + "）",
                        reader.say(finding),
                        open.notes().stream().map(note -> note.zh()).toList()));
            } else if (finding.verdict() == Verdict.VIOLATION && finding.rule().decides()) {
                Held.of(finding, lookedUp)
                        .ifPresent(held -> disputes.add(new MeetingSheet.Dispute(
                                finding.rule().title().zh() + "（" + reader.subject(finding) + "）",
                                reader.say(finding) + "（依据未核对原文）",
                                List.of())));
            }
        }
        return disputes;
    }

    private Picture plan(Round round) {
        return Picture.of(PlanPicture.png(result(round), options(), PICTURE_SCALE), "总平面图");
    }

    private Picture publicPlan(Round round) {
        return Picture.of(PlanPicture.forThePublic(result(round), options(), PICTURE_SCALE), "总平面图");
    }

    private static PlanDrawing.Options options() {
        return new PlanDrawing.Options(Language.ZH, PICTURE_WIDTH, PICTURE_HEIGHT, true);
    }

    private static LocalDate day(Map<String, String> typed, String field) {
        String text = typed.getOrDefault(field, "").strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            throw new Declined(Declined.Why.NO_SUCH_CHOICE, field, text);
        }
    }

    private static List<String> lines(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
