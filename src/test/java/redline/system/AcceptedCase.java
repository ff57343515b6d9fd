package redline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.casefile.Account;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Materials;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.OfficeTables;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.casefile.Steps;
import redline.scheme.Dates;

/** The first round of the reviewer's story (practice §7), judged, and its case accepted and under review: its papers can be drawn up. */
record AcceptedCase(OfficeCase kase, Round round) {
    private static final Path ROUND = Path.of("test-cases/schemes/story-wuzhen/round-1.yaml");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    static AcceptedCase open(Server server, Account applicant, Account reviewer) throws IOException {
        Cases cases = server.part(Cases.class);
        Steps steps = server.part(Steps.class);
        CaseForm form = new CaseForm(
                "FORMAL",
                "NEW",
                "乌镇 43 号地块",
                "",
                "",
                null,
                "tongxiang",
                new Dates(LocalDate.of(2019, 10, 10), LocalDate.of(2019, 12, 2), DAY),
                Map.of(),
                "",
                "");
        OfficeCase kase = cases.open(reviewer, applicant, form);
        kase = steps.take(reviewer, kase.id(), "submit", DAY, "");
        Rounds rounds = server.part(Rounds.class);
        Round round = StoryOffice.judged(
                rounds,
                rounds.submit(
                        applicant,
                        kase.id(),
                        List.of(new StoryOffice.Sent("round-1.yaml", Files.readAllBytes(ROUND))),
                        DAY,
                        RoundChoices.NONE));
        Map<String, Materials.State> stands = new LinkedHashMap<>();
        server.part(Office.class).tables().items().stream()
                .filter(OfficeTables.Item::necessary)
                .forEach(item -> stands.put(item.id(), Materials.State.PRESENT));
        server.part(Materials.class).note(reviewer, kase, stands, Map.of());
        CaseOfOne.issue(server, reviewer, kase, null, "acceptance");
        steps.take(reviewer, kase.id(), "accept", DAY, "");
        return new AcceptedCase(steps.take(reviewer, kase.id(), "review", DAY, ""), round);
    }
}
