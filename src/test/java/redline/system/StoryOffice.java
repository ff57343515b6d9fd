package redline.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Databases;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.casefile.Steps;
import redline.exchange.SigningKey;
import redline.scheme.Dates;
import redline.seal.Authority;

/** An office with the reviewer's story of practice §7 in it: two rounds, really judged, and the people of the story. */
final class StoryOffice implements AutoCloseable {
    static final String OWN = "乌镇 二〇二六 春天来了";
    private static final Path ROUNDS = Path.of("test-cases/schemes/story-wuzhen");
    /** Issued the certificate that the office seals with. */
    static final Authority AUTHORITY = Authority.named("示例电子认证中心");

    private static final long PATIENCE = 180_000;

    final MovableClock clock = new MovableClock("2026-03-02T01:30:00Z");
    /** Signs what the office gives out. */
    final SigningKey key;

    final Server server;
    final Account applicant;
    final Account stranger;
    final Account reviewer;
    final Account head;
    final Account policy;
    private final Accounts accounts;
    final Cases cases;
    final Rounds rounds;

    StoryOffice(Path folder) throws IOException {
        Path keys = folder.resolveSibling(folder.getFileName() + "-keys");
        key = SigningKey.make(keys, "桐乡审查");
        Path seal = Files.write(keys.resolve("seal.p12"), AUTHORITY.key("桐乡市自然资源和规划局"));
        Path password = Files.writeString(keys.resolve("seal-password"), new String(Authority.PASSWORD));
        Path trusted = Files.write(keys.resolve("authorities.pem"), AUTHORITY.pem());
        server = TestOffice.start(ServerOptions.of(0, Path.of("rules"))
                .with(Databases.chosenOr(Databases.H2).in(folder))
                .with("redline.exchange.folder", keys.toString())
                .with("redline.cases", "test-cases")
                .with("redline.seal.key", seal.toString())
                .with("redline.seal.password-file", password.toString())
                .with("redline.seal.trust", trusted.toString())
                .at(clock));
        accounts = server.part(Accounts.class);
        cases = server.part(Cases.class);
        rounds = server.part(Rounds.class);
        applicant = person("shen", "示例建设单位", Role.APPLICANT);
        stranger = person("lu", "另一单位", Role.APPLICANT);
        reviewer = person("wang", "王工", Role.REVIEWER);
        head = person("zhao", "赵科长", Role.SECTION_HEAD);
        policy = person("qian", "钱工", Role.POLICY);
    }

    Account person(String login, String name, Role role) {
        Accounts.Made made = accounts.make("system", login, name, "", role);
        accounts.change(made.account(), OWN);
        return accounts.byId(made.account().id()).orElseThrow();
    }

    Visitor enter(Account account) {
        Visitor visitor = new Visitor(server.port());
        visitor.login(account.login(), OWN);
        return visitor;
    }

    /** A formal case of the story, received; its reviewer is the one of the story. */
    OfficeCase open(String project) {
        CaseForm form = new CaseForm(
                "FORMAL",
                "NEW",
                project,
                "",
                "",
                null,
                "tongxiang",
                new Dates(LocalDate.of(2019, 10, 10), LocalDate.of(2019, 12, 2), LocalDate.of(2026, 3, 2)),
                Map.of(),
                "",
                "");
        OfficeCase kase = cases.open(reviewer, applicant, form);
        return server.part(Steps.class).take(reviewer, kase.id(), "submit", LocalDate.of(2026, 3, 2), "");
    }

    /** Hands in a round of the story and waits until it is judged. */
    Round submit(OfficeCase kase, String file) throws IOException {
        return submit(kase, new Sent(file, Files.readAllBytes(ROUNDS.resolve(file))));
    }

    Round submit(OfficeCase kase, Sent file) throws IOException {
        Round round = rounds.submit(applicant, kase.id(), List.of(file), LocalDate.of(2026, 3, 2), RoundChoices.NONE);
        return judged(round);
    }

    Round judged(Round round) {
        return judged(rounds, round);
    }

    /** The round, once its judging has ended. */
    static Round judged(Rounds rounds, Round round) {
        long until = System.nanoTime() + PATIENCE * 1_000_000;
        while (!rounds.byId(round.id()).orElseThrow().state().ended()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("not judged in time");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new AssertionError(stopped);
            }
        }
        return rounds.byId(round.id()).orElseThrow();
    }

    record Sent(String name, byte[] bytes) implements CaseFiles.Arriving {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
