package redline.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.ApiKeys;
import redline.casefile.Office;
import redline.casefile.OfficeTables;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.casefile.StoreSettings;

/**
 * An office under load, each in a server of its own as people start it: the list of 100 000 cases beside that of an empty office,
 * page by page in turns; and 50 uploads at once to a server with 512 MB.
 */
final class OfficeBench {
    private static final int CASES = 100_000;
    private static final int UPLOADS = 50;
    private static final String PASSWORD = "reviewer-of-the-bench";
    private static final Clock CLOCK = Clock.systemUTC();

    private final Path folder;

    OfficeBench(Path folder) {
        this.folder = folder;
    }

    void run(int rounds, Table table) throws Exception {
        Path few = folder.resolve("few");
        Path many = folder.resolve("many");
        String key = office(few);
        office(many);
        fill(many);
        try (OfficeServer empty = OfficeServer.start(few);
                OfficeServer full = OfficeServer.start(many)) {
            OfficeVisitor toEmpty = OfficeVisitor.in(empty.port(), "reviewer", PASSWORD);
            OfficeVisitor toFull = OfficeVisitor.in(full.port(), "reviewer", PASSWORD);
            for (String page : List.of(
                    "/office/cases",
                    "/office/cases?state=REVIEW",
                    "/office/cases?text=99999",
                    "/office/cases?whose=all",
                    "/office/cases?whose=all&state=REVISION",
                    "/office/cases?whose=all&text=%E9%A1%B9%E7%9B%AE",
                    "/office/cases?page=1000")) {
                table.compare(
                        "list of 100 000 cases, " + page + " : of none",
                        toFull.times(page, rounds),
                        toEmpty.times(page, rounds),
                        3);
            }
        }
        try (OfficeServer server = OfficeServer.start(few)) {
            uploads(server, key, table);
        }
    }

    /** An office with a reviewer, and an applicant with a case and a key. */
    private static String office(Path place) throws IOException {
        try (Store store = Store.open(StoreSettings.in(place), CLOCK)) {
            Office office = new Office(store, OfficeTables.read(), CLOCK);
            Accounts accounts = new Accounts(store, CLOCK);
            accounts.change(
                    accounts.make("bench", "reviewer", "经办人", "", Role.REVIEWER).account(), PASSWORD);
            accounts.change(
                    accounts.make("bench", "applicant", "申请人", "", Role.APPLICANT)
                            .account(),
                    PASSWORD + "-2");
            Account applicant = accounts.byLogin("applicant").orElseThrow();
            BenchCase.open(office, applicant);
            return new ApiKeys(office).make(applicant, "bench").secret();
        }
    }

    /** Cases in all states, as rows: opening them one by one would log each, and is not what is measured. */
    private static void fill(Path place) throws SQLException {
        String url = "jdbc:h2:file:" + place.resolve("redline").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;DEFAULT_NULL_ORDERING=HIGH";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into office_case (id, number, kind, business, state, since, closed, project,"
                    + " project_code, parcel_code, applicant, handler, profile, conclusion, form, search, verdict, violations,"
                    + " open_items, changed_at, period, accepted_on, due_on)"
                    + " select lpad(cast(x as varchar), 32, '0'), '2025-' || x, 'FORMAL', 'NEW',"
                    + " case when mod(x, 10) = 0 then 'REVIEW' else 'REVISION' end, date '2025-01-01', false,"
                    + " '项目 ' || x, '', '', (select id from account where login = 'applicant'),"
                    + " (select id from account where login = 'reviewer'), 'tongxiang', '', '{}', '2025' || x || ' 项目' || x,"
                    + " 'VIOLATION', 2, 5, current_timestamp, 20, date '2025-01-01',"
                    + " dateadd(day, mod(x * 7919, 365), date '2025-01-01') from system_range(1, " + CASES + ")");
            statement.execute(
                    "merge into case_tally (state, handler, cases) key (state, handler)"
                            + " select state, coalesce(handler, ''), count(*) from office_case group by state, coalesce(handler, '')");
            // The server writes what these are searched by, as for an office that is older than searching.
            statement.execute("delete from flyway_schema_history where version = '7'");
            statement.execute("delete from case_tail");
            statement.execute("analyze");
        }
    }

    private void uploads(OfficeServer server, String key, Table table) throws Exception {
        byte[] scheme = Files.readAllBytes(Programs.HOME.resolve("test-cases/schemes/story-wuzhen/round-1.yaml"));
        ExecutorService senders = Executors.newFixedThreadPool(UPLOADS);
        HttpClient client = HttpClient.newHttpClient();
        URI place = URI.create("http://localhost:" + server.port() + "/api/office/v1/cases/"
                + caseNumber(client, server.port(), key) + "/rounds");
        List<Callable<String>> sending = new ArrayList<>();
        for (int i = 0; i < UPLOADS; i++) {
            // A drawing's worth of bytes beside the scheme, unlike for each.
            byte[] file = (new String(scheme, StandardCharsets.UTF_8) + "# " + i + "\n" + "# filler\n".repeat(400_000))
                    .getBytes(StandardCharsets.UTF_8);
            HttpRequest request = upload(place, key, file);
            sending.add(() -> {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                if (answer.statusCode() != 202) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                return answer.headers().firstValue("Location").orElseThrow();
            });
        }
        long began = System.nanoTime();
        List<String> rounds = new ArrayList<>();
        for (Future<String> sent : senders.invokeAll(sending)) {
            rounds.add(sent.get());
        }
        senders.shutdown();
        table.note(
                "50 uploads of 4 MB at once, until all are acknowledged",
                new Figure(List.of((System.nanoTime() - began) / 1e6)));
        for (String round : rounds) {
            await(client, URI.create("http://localhost:" + server.port() + round), key);
        }
        table.note("50 uploads, until all are judged", new Figure(List.of((System.nanoTime() - began) / 1e6)));
        table.note("50 uploads, peak memory of the server, MB", new Figure(List.of(server.peakMegabytes())));
    }

    private static String caseNumber(HttpClient client, int port, String key) throws Exception {
        String answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/office/v1/cases"))
                                .header("Authorization", "Bearer " + key)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher number = Pattern.compile("\"number\":\"([^\"]+)\"").matcher(answer);
        if (!number.find()) {
            throw new IllegalStateException(answer);
        }
        return number.group(1);
    }

    private static HttpRequest upload(URI place, String key, byte[] file) {
        String boundary = "redline-bench-4f1c09";
        return HttpRequest.newBuilder(place)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.yaml\"\r\n"
                                        + "Content-Type: application/octet-stream\r\n\r\n")
                                .getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                .build();
    }

    private static void await(HttpClient client, URI round, String key) throws Exception {
        while (true) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(round)
                            .header("Authorization", "Bearer " + key)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                if (!answer.body().contains("\"JUDGED\"")) {
                    throw new IllegalStateException(answer.body());
                }
                return;
            }
            Thread.sleep(200);
        }
    }
}
