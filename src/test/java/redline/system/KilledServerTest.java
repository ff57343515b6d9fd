package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.ApiKeys;
import redline.casefile.AuditLog;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.ExaminerSettings;
import redline.casefile.JobQueue;
import redline.casefile.JobWorkers;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.OfficeTables;
import redline.casefile.Results;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.casefile.Store;
import redline.casefile.StoreSettings;
import redline.rulepack.RuleLibrary;
import redline.scheme.Dates;
import redline.upload.Examination;
import redline.upload.RuleShelf;

/**
 * A server that is killed at random moments, again and again, while schemes are handed in and judged: what it acknowledged is there,
 * whole; nothing is stuck, nothing half. {@code ./redline soak kill} does it 200 times.
 */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class KilledServerTest {
    private static final int KILLS = Integer.getInteger("redline.kills", 5);
    private static final long LONGEST_LIFE = 6_000;
    private static final int SENDERS = 3;
    private static final Path SCHEME = Path.of("test-cases", "schemes", "story-wuzhen", "round-1.yaml");
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private static Path folder;

    private static Path rules;
    private static String key;
    private static String caseNumber;

    /** Rounds that were acknowledged, with the hash of the file that was handed in. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    /** Answers that were neither an acknowledgement nor silence. */
    private final List<String> strange = new CopyOnWriteArrayList<>();

    private final Random random = new Random(20261126);
    private int refusedWhileDying;

    @BeforeAll
    static void an_office_with_one_case_and_few_rules() throws IOException {
        rules = FewRules.in(folder.resolve("rules"));
        try (Store store = Store.open(StoreSettings.in(folder.resolve("office")), CLOCK)) {
            Office office = new Office(store, OfficeTables.read(), CLOCK);
            Accounts accounts = new Accounts(store, CLOCK);
            Accounts.Made made = accounts.make("system", "shenqing", "申请人", "建设单位", Role.APPLICANT);
            accounts.change(made.account(), made.password() + "-2");
            Account applicant = accounts.byLogin("shenqing").orElseThrow();
            key = new ApiKeys(office).make(applicant, "test").secret();
            OfficeCase kase = new Cases(office).open(applicant, applicant, form());
            caseNumber = kase.number();
        }
    }

    private static CaseForm form() {
        return new CaseForm("PRELIMINARY", "NEW", "乌镇 43 号", "", "", null, "few", Dates.unknown(), Map.of(), "", "");
    }

    @Test
    void what_was_acknowledged_is_whole_however_often_the_server_is_killed() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            liveAndDie(kill);
        }
        System.out.println("killed " + KILLS + " times; " + acknowledged.size() + " uploads acknowledged, "
                + refusedWhileDying + " broken off unacknowledged");
        assertThat(strange).isEmpty();
        assertThat(acknowledged).isNotEmpty();
        everythingIsWhole();
        System.out.println("all of it is there, whole and judged, and so is the log");
    }

    private void liveAndDie(int number) throws Exception {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "redline.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--rules",
                        rules.toString(),
                        "--office",
                        folder.resolve("office").toString())
                .redirectErrorStream(true)
                .start();
        List<Thread> senders = new ArrayList<>();
        try {
            int port = ServedPort.of(server);
            for (int i = 0; i < SENDERS; i++) {
                int seed = number * SENDERS + i;
                Thread sender = new Thread(() -> send(port, seed), "sender");
                sender.start();
                senders.add(sender);
            }
            Thread.sleep(random.nextLong(LONGEST_LIFE));
            while (number == KILLS - 1 && acknowledged.isEmpty() && strange.isEmpty()) {
                Thread.sleep(100); // a slow machine: the last one lives until there is something to lose
            }
        } finally {
            server.destroyForcibly().waitFor();
            for (Thread sender : senders) {
                sender.join();
            }
        }
    }

    /** Hands in schemes, each unlike the others, until nobody answers any longer. */
    private void send(int port, int seed) {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        try {
            String scheme = Files.readString(SCHEME);
            for (int i = 0; i < 100; i++) {
                byte[] file = (scheme + "# " + seed + "-" + i + "\n").getBytes(StandardCharsets.UTF_8);
                HttpResponse<String> answer = client.send(request(port, file), HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() != 202) {
                    strange.add(answer.statusCode() + " " + answer.body());
                    return;
                }
                String place = answer.headers().firstValue("Location").orElseThrow();
                acknowledged.put(place.substring(place.lastIndexOf('/') + 1), sha256(file));
                // So many that uploads are under way all the time, so few that judging them ends.
                Thread.sleep(700);
            }
        } catch (IOException killed) {
            synchronized (this) {
                refusedWhileDying++;
            }
        } catch (InterruptedException never) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpRequest request(int port, byte[] file) {
        String boundary = "redline-4f1c09";
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"round.yaml\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/office/v1/cases/" + caseNumber + "/rounds"))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    private static String sha256(byte[] file) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(file));
        } catch (java.security.NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private void everythingIsWhole() throws Exception {
        try (Store store = Store.open(StoreSettings.in(folder.resolve("office")), CLOCK)) {
            Office office = new Office(store, OfficeTables.read(), CLOCK);
            Cases cases = new Cases(office);
            CaseFiles files = new CaseFiles(office);
            JobQueue jobs = new JobQueue(office);
            Rounds rounds = new Rounds(office, cases, files, jobs);
            OfficeCase kase = cases.byNumber(caseNumber).orElseThrow();
            ExaminerSettings settings = new ExaminerSettings(
                    new RuleShelf(() -> RuleLibrary.open(rules)),
                    (letter, parcel) -> null,
                    Examination.Limits.of(Duration.ofMinutes(1), Duration.ofMinutes(1), 2),
                    "EPSG:4549",
                    2,
                    "");
            Results results = new Results(office, settings.rules());
            try (JobWorkers workers = new JobWorkers(office, cases, rounds, files, jobs, results, settings)) {
                workers.start();
                await(rounds, kase);
            }
            List<Round> all = rounds.of(kase.id());
            assertThat(all).extracting(Round::id).containsAll(acknowledged.keySet());
            assertThat(all).extracting(Round::state).containsOnly(Round.State.JUDGED);
            assertThat(all)
                    .extracting(Round::number)
                    .isEqualTo(Stream.iterate(1, n -> n + 1).limit(all.size()).toList());
            for (Round round : all) {
                isWhole(store, files, new Judgings(office), round);
            }
            assertThat(store.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        }
    }

    private static void await(Rounds rounds, OfficeCase kase) throws InterruptedException {
        while (rounds.of(kase.id()).stream().anyMatch(round -> !round.state().ended())) {
            Thread.sleep(200);
        }
    }

    private void isWhole(Store store, CaseFiles files, Judgings judgings, Round round) {
        List<CaseFiles.Entry> handedIn = files.ofRound(round.id());
        assertThat(handedIn).hasSize(1);
        String known = acknowledged.get(round.id());
        if (known != null) {
            assertThat(handedIn.get(0).sha256()).isEqualTo(known);
        }
        Judging judging = judgings.of(round).orElseThrow();
        assertThat(judgings.findings(round)).isNotEmpty();
        for (String sha256 : List.of(
                handedIn.get(0).sha256(),
                judging.recordSha(),
                judging.resultSha(),
                judging.reportSha(),
                judging.rulesSha())) {
            try {
                assertThat(store.originals().sound(sha256)).as(sha256).isTrue();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
