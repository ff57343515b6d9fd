package redline.workshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
import redline.proof.CaseFolder;
import redline.rulepack.RuleLibrary;
import redline.system.FewRules;
import redline.upload.RuleShelf;

/** 200 publications in a row, each with a rule whose text has to be compiled anew, leave neither classes nor objects behind. */
@Tag("soak")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ManyPublicationsTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-12-07T01:30:00Z"), ZoneOffset.UTC);
    private static final String RULE = "rules/parcel-conditions/rules/far.drl";
    private static final int PUBLICATIONS = 200;
    /** By then everything that is loaded once is loaded. */
    private static final int SETTLED = 40;

    @TempDir
    private Path folder;

    @Test
    void heap_and_metaspace_do_not_grow() throws IOException {
        RuleHome home = new RuleHome(
                FewRules.in(folder.resolve("home/rules")),
                java.nio.file.Files.createDirectories(folder.resolve("home/test-cases")));
        try (Store store = Store.open(Databases.H2.in(folder.resolve("office")), MONDAY)) {
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
            long heap = 0;
            long metaspace = 0;
            for (int i = 1; i <= PUBLICATIONS; i++) {
                Published now = new Published(shelf.book(), new CaseFolder(new TreeMap<>()));
                String text = new String(now.file(RULE).orElseThrow(), StandardCharsets.UTF_8)
                        .replaceAll("\\$limit[0-9]*", "\\$limit" + i);
                Draft draft = drafts.begin(author, "第 " + i + " 次", "换一个名称");
                draft = drafts.put(author, draft, List.of(now.taken(RULE, text)));
                drafts.checked(draft, now.book().sha256(), 0, "{}");
                publishing.publish(
                        second, drafts.submit(author, draft, now.book().sha256()), now);
                shelf.book().compile();
                if (i == SETTLED || i == PUBLICATIONS) {
                    long heapNow = heap();
                    long metaspaceNow = metaspace();
                    System.out.printf("after %d publications: heap %d KB, metaspace %d KB%n", i, heapNow, metaspaceNow);
                    if (i == PUBLICATIONS) {
                        assertThat(heapNow).isLessThan(heap + heap / 10);
                        assertThat(metaspaceNow).isLessThan(metaspace + metaspace / 20);
                    }
                    heap = heapNow;
                    metaspace = metaspaceNow;
                }
            }
            assertThat(publications.last(1).get(0).number()).isEqualTo(PUBLICATIONS);
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .map(MemoryPoolMXBean::getUsage)
                .mapToLong(usage -> usage.getUsed() / 1024)
                .sum();
    }
}
