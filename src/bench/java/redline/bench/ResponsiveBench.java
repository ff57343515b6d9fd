package redline.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Office;
import redline.casefile.OfficeTables;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.casefile.StoreSettings;
import redline.rulepack.HostileTexts;
import redline.workshop.StoredExamples;

/**
 * Ordinary pages of an office's server while it is quiet, and while drafts are handed in without a pause: one person puts one hostile
 * file after the other into a draft and looks at it, another one changes a value that many cases hang on, again as soon as it was
 * checked. Quiet and handed-in rounds take turns, so that other work on the machine disturbs both.
 */
final class ResponsiveBench {
    private static final String PASSWORD = "somebody-of-the-bench";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int PAUSE = 25;
    private static final String TABLE = "jiaxing-2018/tables/jiaxing-road.csv";
    private static final String VALUE = "SECONDARY,yes,12,5,,,";

    private final Path folder;
    private final AtomicLong hostile = new AtomicLong();
    private final AtomicLong checked = new AtomicLong();
    private volatile boolean handingIn;

    ResponsiveBench(Path folder) {
        this.folder = folder;
    }

    /** @param asks of each page, a round */
    void run(int rounds, int asks, Table table) throws Exception {
        Path rules = copied(Path.of("rules"));
        Path cases = copied(Path.of("test-cases"));
        Path place = folder.resolve("responsive");
        String number = office(place);
        try (OfficeServer server =
                OfficeServer.start(place, "--rules", rules.toString(), "--cases", cases.toString())) {
            OfficeVisitor reviewer = OfficeVisitor.in(server.port(), "reviewer", PASSWORD);
            List<String> pages =
                    List.of("/office", "/office/rules/" + StoredExamples.ROAD_RULE, "/office/cases/" + number);
            List<HandingIn> people = List.of(
                    new HandingIn(OfficeVisitor.in(server.port(), "qian", PASSWORD), "敌意文件") {
                        @Override
                        void some() throws Exception {
                            everyHostileFile(this);
                        }
                    },
                    new HandingIn(OfficeVisitor.in(server.port(), "sun", PASSWORD), "费时的草稿") {
                        @Override
                        void some() throws Exception {
                            changedValue(this);
                        }
                    });
            people.forEach(Thread::start);
            times(reviewer, pages, 2 * asks); // the machine learns
            Map<String, List<Double>> quiet = new TreeMap<>();
            Map<String, List<Double>> busy = new TreeMap<>();
            for (int i = 0; i < rounds; i++) {
                add(quiet, times(reviewer, pages, asks));
                handingIn = true;
                Thread.sleep(5_000); // until the first draft is being checked
                add(busy, times(reviewer, pages, asks));
                handingIn = false;
                for (HandingIn one : people) {
                    one.awaitQuiet();
                }
            }
            for (HandingIn one : people) {
                one.end();
            }
            for (String page : pages) {
                String title = page.equals(pages.get(2)) ? "a case" : page;
                compare(
                        table,
                        title + ", median while drafts are handed in : quiet",
                        busy.get(page),
                        quiet.get(page),
                        50);
                compare(table, title + ", p95 while drafts are handed in : quiet", busy.get(page), quiet.get(page), 95);
            }
            table.note("hostile files handed in meanwhile", new Figure(List.of((double) hostile.get())));
            table.note("expensive drafts checked meanwhile", new Figure(List.of((double) checked.get())));
        }
    }

    private static void compare(Table table, String what, List<Double> ours, List<Double> quiet, int percent) {
        table.compare(what, new Figure(List.of(at(ours, percent))), new Figure(List.of(at(quiet, percent))), 2);
    }

    private static double at(List<Double> times, int percent) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    private static void add(Map<String, List<Double>> all, Map<String, List<Double>> more) {
        more.forEach((page, times) ->
                all.computeIfAbsent(page, p -> new ArrayList<>()).addAll(times));
    }

    /** Milliseconds of each request, pages in turn, with a pause after each. */
    private static Map<String, List<Double>> times(OfficeVisitor visitor, List<String> pages, int asks)
            throws Exception {
        Map<String, List<Double>> times = new TreeMap<>();
        for (int i = 0; i < asks; i++) {
            for (String page : pages) {
                long began = System.nanoTime();
                HttpResponse<String> answer = visitor.get(page);
                double took = (System.nanoTime() - began) / 1e6;
                if (answer.statusCode() != 200 || answer.uri().getPath().endsWith("/login")) {
                    throw new IllegalStateException(page + " " + answer.statusCode() + " " + answer.uri());
                }
                times.computeIfAbsent(page, p -> new ArrayList<>()).add(took);
                Thread.sleep(PAUSE);
            }
        }
        return times;
    }

    /** One person with a draft, who hands in while {@link #handingIn}. */
    private abstract class HandingIn extends Thread {
        private final OfficeVisitor visitor;
        private final String draft;
        private volatile boolean ending;
        private volatile boolean resting = true;
        private volatile Exception broken;

        HandingIn(OfficeVisitor visitor, String title) throws Exception {
            super(title);
            setDaemon(true);
            this.visitor = visitor;
            this.draft = visitor.submit("/office/drafts", "/office/drafts", "title", title, "reason", "试验")
                    .uri()
                    .getPath();
        }

        abstract void some() throws Exception;

        void put(String path, String text) throws Exception {
            HttpResponse<String> answer = visitor.submit(draft, draft + "/file", "path", "rules/" + path, "text", text);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.uri());
            }
        }

        boolean isBeingChecked() throws Exception {
            return visitor.get(draft + "/progress").body().contains("hx-trigger");
        }

        @Override
        public void run() {
            try {
                while (!ending) {
                    resting = !handingIn;
                    if (resting) {
                        Thread.sleep(50);
                    } else {
                        some();
                    }
                }
            } catch (Exception failure) {
                broken = failure;
            }
        }

        void awaitQuiet() throws Exception {
            while (!resting || isBeingChecked()) {
                if (broken != null) {
                    throw broken;
                }
                Thread.sleep(100);
            }
        }

        void end() throws InterruptedException {
            ending = true;
            join();
        }
    }

    private void everyHostileFile(HandingIn by) throws Exception {
        for (Map.Entry<String, String> file : HostileTexts.pack().entrySet()) {
            by.put(file.getKey(), file.getValue());
        }
        for (Map<String, String> attack : HostileTexts.all()) {
            for (Map.Entry<String, String> file : attack.entrySet()) {
                if (!handingIn) {
                    return;
                }
                if (file.getKey().matches("[a-z0-9-]+/(rules|tables|parameters)/[a-z0-9-]+\\.[a-z]+")) {
                    by.put(file.getKey(), file.getValue());
                    hostile.incrementAndGet();
                }
            }
        }
    }

    private void changedValue(HandingIn by) throws Exception {
        String text = Files.readString(Path.of("rules").resolve(TABLE));
        long metres = 13 + checked.get() % 5;
        by.put(
                TABLE,
                text.replace(VALUE, "SECONDARY,yes,12,5,,2026-12-31,") + "SECONDARY,yes," + metres
                        + ",5,2027-01-01,,表3-2 次干路,secondary\n");
        while (by.isBeingChecked()) {
            Thread.sleep(200);
        }
        checked.incrementAndGet();
    }

    private Path copied(Path from) throws IOException {
        Path to = folder.resolve("responsive-" + from);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    /** Number of a case that can be looked at. */
    private static String office(Path place) throws IOException {
        try (Store store = Store.open(StoreSettings.in(place), CLOCK)) {
            Accounts accounts = new Accounts(store, CLOCK);
            for (Map.Entry<String, Role> one : Map.of(
                            "reviewer", Role.REVIEWER, "qian", Role.POLICY, "sun", Role.POLICY)
                    .entrySet()) {
                accounts.change(
                        accounts.make("bench", one.getKey(), one.getKey(), "", one.getValue())
                                .account(),
                        PASSWORD);
            }
            Account applicant = accounts.make("bench", "applicant", "申请人", "", Role.APPLICANT)
                    .account();
            return BenchCase.open(new Office(store, OfficeTables.read(), CLOCK), applicant)
                    .number();
        }
    }
}
