package redline.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.Draft;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.casefile.Role;
import redline.quantity.Text;
import redline.rulepack.RuleBook;
import redline.upload.RuleShelf;
import redline.workshop.DraftExamination;
import redline.workshop.DraftReport;
import redline.workshop.Publishing;
import redline.workshop.Workshop;

/**
 * An office with all rules, their cases, and two people of policy staff. The check of a draft is the same as in a worker process, in this
 * one, and only where {@link #examined} asks for it.
 */
final class PolicyOffice implements AutoCloseable {
    static final String PASSWORD = "乌镇 二〇二六 春天来了";
    static final String AUTHOR = "qian";
    static final String SECOND = "sun";
    private static final Path RULES = Path.of("rules");
    private static final Path CASES = Path.of("test-cases");
    private static final DraftReport NOT_LOOKED_AT = new DraftReport(
            List.of(),
            List.of(new DraftReport.Lack(
                    DraftReport.Kind.FAULT, "", 0, new Text("尚未检查", "not yet checked"), new Text("检查", "check"))),
            List.of(),
            0,
            0,
            0,
            0,
            0);

    final Server server;
    final Visitor author;
    final Visitor second;
    private final Path folder;
    /** Files as they were copied, by path. */
    private final Map<String, byte[]> untouched = new HashMap<>();

    private final Map<List<DraftFile>, DraftReport> reports = new ConcurrentHashMap<>();

    /** With all packs. */
    static PolicyOffice whole(Path folder) throws IOException {
        try (Stream<Path> packs = Files.list(RULES)) {
            return new PolicyOffice(
                    folder,
                    packs.filter(pack -> Files.exists(pack.resolve("pack.yaml")))
                            .map(pack -> pack.getFileName().toString())
                            .collect(Collectors.toSet()));
        }
    }

    /** @param packs those that there are; profiles leave out the others */
    PolicyOffice(Path folder, Set<String> packs) throws IOException {
        this.folder = folder;
        for (String pack : packs) {
            copy(RULES.resolve(pack));
            try (Stream<Path> rules = Files.list(RULES.resolve(pack).resolve("rules"))) {
                for (Path rule :
                        rules.filter(file -> file.toString().endsWith(".drl")).toList()) {
                    String name = rule.getFileName().toString().replaceFirst("[.]drl$", "");
                    copy(CASES.resolve("rules").resolve(name));
                }
            }
            Path equivalents = CASES.resolve("equivalent-mutants").resolve(pack + ".yaml");
            if (Files.exists(equivalents)) {
                copy(equivalents);
            }
        }
        copy(CASES.resolve("bases"));
        copy(RULES.resolve("profiles"));
        leaveOutOfProfiles(packs);
        server = TestOffice.start(
                ServerOptions.of(0, folder.resolve("rules"))
                        .with(Databases.H2.in(folder.resolve("office")))
                        .with("redline.cases", cases().toString())
                        .at(new MovableClock("2026-12-07T01:30:00Z")),
                context -> context.registerBean(
                        Workshop.class,
                        () -> new Workshop(
                                context.getBean(Drafts.class),
                                context.getBean(Publishing.class),
                                context.getBean(RuleShelf.class),
                                cases(),
                                (published, files) -> reports.getOrDefault(files, NOT_LOOKED_AT))));
        author = person(AUTHOR, "钱工");
        second = person(SECOND, "孙工");
    }

    private void leaveOutOfProfiles(Set<String> packs) throws IOException {
        Path profiles = folder.resolve(RULES).resolve("profiles");
        try (Stream<Path> files = Files.list(profiles)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file).stream()
                        .filter(line -> !line.matches("  - [a-z0-9-]+") || packs.contains(line.substring(4)))
                        .toList();
                Files.write(file, lines);
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                untouched.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
    }

    private void copy(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(file.toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private Visitor person(String login, String name) {
        Accounts accounts = server.part(Accounts.class);
        accounts.change(accounts.make("system", login, name, "", Role.POLICY).account(), PASSWORD);
        Visitor visitor = new Visitor(server.port());
        visitor.login(login, PASSWORD);
        return visitor;
    }

    Path cases() {
        return folder.resolve("test-cases");
    }

    RuleBook inForce() {
        return server.part(RuleShelf.class).book();
    }

    Workshop workshop() {
        return server.part(Workshop.class);
    }

    /** Null where there is none of this number. */
    Draft draft(long number) {
        return server.part(Drafts.class).byNumber(number).orElse(null);
    }

    List<DraftFile> files(Draft draft) {
        return server.part(Drafts.class).files(draft);
    }

    /** What a check of these files comes to, from now on also in the pages. */
    DraftReport examined(List<DraftFile> files) {
        return reports.computeIfAbsent(
                files, drafted -> DraftExamination.of(workshop().published(), drafted));
    }

    /** Rules and cases as they were before anything was published here. */
    void putBack() throws IOException {
        for (long number = 1; draft(number) != null; number++) {
            for (DraftFile file : files(draft(number))) {
                Path place = folder.resolve(file.path());
                Files.deleteIfExists(place);
                if (untouched.containsKey(file.path())) {
                    Files.createDirectories(place.getParent());
                    Files.write(place, untouched.get(file.path()));
                }
            }
        }
        reports.clear();
    }

    @Override
    public void close() {
        server.close();
    }
}
