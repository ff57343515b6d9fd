package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.Databases;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.casefile.Office;
import redline.casefile.OfficeTables;
import redline.casefile.Publications;
import redline.casefile.Role;
import redline.casefile.Store;
import redline.casefile.StoreSettings;
import redline.check.Check;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.measure.Settings;
import redline.proof.CaseFolder;
import redline.rulepack.RuleLibrary;
import redline.system.FewRules;
import redline.upload.RuleShelf;

/**
 * 200 publications in a row, each with a rule whose text has to be compiled anew and then judges a scheme, leave neither classes nor
 * objects behind.
 */
@Tag("soak")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ManyPublicationsTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-12-07T01:30:00Z"), ZoneOffset.UTC);
    private static final String RULE = "rules/parcel-conditions/rules/far.drl";
    private static final int PUBLICATIONS = 200;
    /** By then everything that is loaded once is loaded, and as many compiled rules are kept as ever will be. */
    private static final int SETTLED = 80;

    /** The least of so many looks, one after each publication: a database may just be writing. */
    private static final int LOOKS = 5;

    @TempDir
    private Path folder;

    @Test
    void heap_metaspace_and_classes_do_not_grow() throws IOException, SQLException {
        RuleHome home = new RuleHome(
                FewRules.in(folder.resolve("home/rules")), Files.createDirectories(folder.resolve("home/test-cases")));
        StoreSettings settings = Databases.H2.in(folder.resolve("office"));
        SchemeRecord scheme = scheme();
        try (Store store = Store.open(settings, MONDAY)) {
            keepLittleInMemory(settings);
            Office office = new Office(store, OfficeTables.read(), MONDAY);
            Drafts drafts = new Drafts(office);
            Publications publications = new Publications(office, drafts);
            RuleShelf shelf = new RuleShelf(() -> RuleLibrary.open(home.rules()));
            Publishing publishing = new Publishing(office, drafts, publications, shelf, home);
            Accounts accounts = new Accounts(store, MONDAY);
            Account author =
                    accounts.make("system", "qian", "钱工", "", Role.POLICY).account();
            Account second =
                    accounts.make("system", "sun", "孙工", "", Role.POLICY).account();
            List<Held> settled = new ArrayList<>();
            List<Held> last = new ArrayList<>();
            for (int i = 1; i <= PUBLICATIONS; i++) {
                Published now = new Published(shelf.book(), new CaseFolder(new TreeMap<>()));
                String text = new String(now.file(RULE).orElseThrow(), StandardCharsets.UTF_8)
                        .replaceAll("\\$limit[0-9]*", "\\$limit" + i);
                Draft draft = drafts.begin(author, "第 " + i + " 次", "换一个名称");
                draft = drafts.put(author, draft, List.of(now.taken(RULE, text)));
                drafts.checked(draft, now.book().sha256(), 0, "{}");
                publishing.publish(
                        second, drafts.submit(author, draft, now.book().sha256()), now);
                assertThat(Check.judge(scheme, shelf.book(), FewRules.PROFILE, null)
                                .findings())
                        .isNotEmpty();
                if (i > SETTLED - LOOKS && i <= SETTLED) {
                    settled.add(Held.now());
                } else if (i > PUBLICATIONS - LOOKS) {
                    last.add(Held.now());
                }
            }
            Held before = Held.least(settled);
            Held after = Held.least(last);
            System.out.println(
                    "after " + SETTLED + " publications " + before + ", after " + PUBLICATIONS + " " + after);
            assertThat(after.heap()).isLessThan(before.heap() + before.heap() / 50);
            assertThat(after.metaspace()).isLessThan(before.metaspace() + before.metaspace() / 33);
            assertThat(after.classes() - before.classes()).isLessThan((PUBLICATIONS - SETTLED) / 2);
            assertThat(publications.last(1).get(0).number()).isEqualTo(PUBLICATIONS);
        }
    }

    /** The pages that a database keeps of its file are not what is looked at; they grow up to a limit of their own. */
    private static void keepLittleInMemory(StoreSettings settings) throws SQLException {
        try (Connection connection = Databases.connect(settings);
                Statement statement = connection.createStatement()) {
            statement.execute("set cache_size 512");
        }
    }

    private static SchemeRecord scheme() throws IOException {
        Path file = Path.of("test-cases", "schemes", "office-2016", "scheme.yaml");
        Intake.Accepted read =
                (Intake.Accepted) SchemeReader.read(new Source("scheme.yaml", Files.readAllBytes(file)), null);
        return Projection.of(read.scheme(), new Settings(null, null));
    }

    /**
     * What is left after a collection. In the metaspace stand not classes alone but also what the Java machine counts of methods before
     * it compiles them; that goes on for hours and has nothing to do with publications.
     *
     * @param heap kB
     * @param metaspace kB
     */
    private record Held(long heap, long metaspace, int classes) {
        static Held least(List<Held> looks) {
            return new Held(
                    looks.stream().mapToLong(Held::heap).min().orElseThrow(),
                    looks.stream().mapToLong(Held::metaspace).min().orElseThrow(),
                    looks.stream().mapToInt(Held::classes).min().orElseThrow());
        }

        static Held now() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return new Held(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getName().equals("Metaspace"))
                            .map(MemoryPoolMXBean::getUsage)
                            .mapToLong(usage -> usage.getUsed() / 1024)
                            .sum(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }
    }
}
