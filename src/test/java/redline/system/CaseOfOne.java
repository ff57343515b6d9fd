package redline.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import redline.casefile.Account;
import redline.casefile.ApiKeys;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Conversation;
import redline.casefile.Decisions;
import redline.casefile.FindingKey;
import redline.casefile.HandFindings;
import redline.casefile.IssuedPapers;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Opinions;
import redline.casefile.PaperDrafts;
import redline.casefile.Publicity;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.casefile.Steps;
import redline.paper.PaperKind;
import redline.paper.Papers;
import redline.scheme.Dates;

/**
 * A case of one applicant with one of everything in it, and in every place where the office writes for itself the words {@link #INNER}.
 *
 * @param paper to the applicant, {@code innerPaper} for the office
 */
record CaseOfOne(
        Server server,
        OfficeCase kase,
        Round round,
        String file,
        IssuedPapers.Paper paper,
        IssuedPapers.Paper innerPaper,
        String sealed,
        String opinion,
        String handFinding) {
    static final String INNER = "只给本局看的话";
    private static final Path SCHEME = Path.of("test-cases/schemes/story-wuzhen/round-1.yaml");

    /** Who has to do with it. */
    record People(Account applicant, Account outside, Account reviewer, Account head) {}

    static CaseOfOne open(Server server, People people) throws IOException {
        Cases cases = server.part(Cases.class);
        Account reviewer = people.reviewer();
        CaseForm form = new CaseForm(
                "FORMAL", "NEW", "乌镇住宅小区", "", "", null, FewRules.PROFILE, Dates.unknown(), Map.of(), "", "");
        OfficeCase kase = cases.open(reviewer, people.applicant(), form);
        cases.assign(people.head(), kase.id(), reviewer, people.outside());
        CaseFiles files = server.part(CaseFiles.class);
        files.add(
                people.applicant(),
                kase,
                "application",
                List.of(sent("申请表.pdf", "x".getBytes(StandardCharsets.UTF_8))));
        Round round = judged(server, people.applicant(), kase);
        step(server, people.applicant(), kase, "submit", "");
        IssuedPapers.Paper paper = issue(server, reviewer, kase, round, "supplement-notice");
        step(server, reviewer, kase, "ask-supplement", INNER);
        step(server, people.applicant(), kase, "supplement", "都补齐了");
        decide(server, people, now(server, kase), round);
        Opinions opinions = server.part(Opinions.class);
        Office office = server.part(Office.class);
        opinions.ask(reviewer, kase, "FIRE", office.today(), "楼间距");
        server.part(Publicity.class)
                .note(
                        reviewer,
                        kase,
                        new Publicity.Display(
                                null, office.today(), office.today().plusDays(9), "工地围墙", "", "", ""));
        String sealed = server.part(IssuedPapers.class)
                .sealed(reviewer, kase, paper, "盖章.pdf", new ByteArrayInputStream(new byte[] {'%', 'P', 'D', 'F', '-'}))
                .sha256();
        return new CaseOfOne(
                server,
                now(server, kase),
                round,
                files.of(kase.id()).stream()
                        .filter(one -> one.purpose() == CaseFiles.Purpose.MATERIAL)
                        .findFirst()
                        .orElseThrow()
                        .id(),
                paper,
                issue(server, reviewer, now(server, kase), round, "meeting-sheet"),
                sealed,
                opinions.of(kase.id()).get(0).id(),
                server.part(HandFindings.class).of(round).get(0).id());
    }

    private static OfficeCase now(Server server, OfficeCase kase) {
        return server.part(Cases.class).byId(kase.id()).orElseThrow();
    }

    private static StoryOffice.Sent sent(String name, byte[] bytes) {
        return new StoryOffice.Sent(name, bytes);
    }

    private static Round judged(Server server, Account applicant, OfficeCase kase) throws IOException {
        Rounds rounds = server.part(Rounds.class);
        Round round = rounds.submit(
                applicant,
                kase.id(),
                List.of(sent("round-1.yaml", Files.readAllBytes(SCHEME))),
                server.part(Office.class).today(),
                RoundChoices.NONE);
        return StoryOffice.judged(rounds, round);
    }

    private static void step(Server server, Account by, OfficeCase kase, String step, String note) {
        server.part(Steps.class)
                .take(by, kase.id(), step, server.part(Office.class).today(), note);
    }

    /** One finding corrected by two persons, one remark, one finding by hand. */
    private static void decide(Server server, People people, OfficeCase kase, Round round) {
        Decisions decisions = server.part(Decisions.class);
        KeptFinding broken = server.part(Judgings.class).findings(round).stream()
                .filter(finding -> finding.part().equals("MUST_CHANGE"))
                .findFirst()
                .orElseThrow();
        FindingKey key = broken.key();
        decisions.decide(
                people.reviewer(),
                kase,
                round,
                key,
                new Decisions.Act(Decisions.Kind.CORRECT, "PASS", INNER, "", null));
        decisions.latest(round).values().stream()
                .filter(decision -> decision.second() == Decisions.Second.WAITING)
                .forEach(decision -> decisions.second(people.head(), kase, decision.id(), true));
        server.part(Conversation.class).say(people.reviewer(), kase, key, INNER, false);
        server.part(HandFindings.class)
                .add(
                        people.reviewer(),
                        kase,
                        round,
                        new HandFindings.HandFinding(
                                null, "出入口", "东侧", "", "", "规划条件", "", HandFindings.Part.ADVICE, ""));
    }

    /** @param round null where the paper is about none */
    static IssuedPapers.Paper issue(Server server, Account by, OfficeCase kase, Round round, String kind)
            throws IOException {
        Papers papers = server.part(Papers.class);
        PaperDrafts drafts = server.part(PaperDrafts.class);
        PaperKind paper = papers.kind(kind);
        var today = server.part(Office.class).today();
        return server.part(IssuedPapers.class)
                .issue(
                        by,
                        now(server, kase),
                        new IssuedPapers.Draft(
                                kind,
                                paper.name().zh(),
                                PaperDrafts.ofRound(kind) ? round : null,
                                paper.number(),
                                today),
                        number ->
                                papers.write(drafts.contents(now(server, kase), round, kind, number, today, Map.of())));
    }

    /** The pattern with what this case has in its places. */
    String address(String pattern) {
        String id = pattern.startsWith("/office/files")
                ? file
                : pattern.startsWith("/office/papers")
                        ? paper.id()
                        : pattern.startsWith("/api") ? round.id() : handFinding;
        return pattern.replace("{number}", kase.number())
                .replaceAll("\\{(n|round)}", "1")
                .replace("{finding}", "0")
                .replace("{step}", "submit")
                .replace("{item}", "application")
                .replace("{kind}", "changes")
                .replace("{ending}", "xlsx")
                .replace("{opinion}", opinion)
                .replace("{sha256}", sealed)
                .replace("{id}", id);
    }

    /** A key of the account for programs. */
    static ApiKeys.Made key(Server server, Account of) {
        return server.part(ApiKeys.class).make(of, "试验");
    }
}
