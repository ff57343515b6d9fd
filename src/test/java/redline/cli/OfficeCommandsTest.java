package redline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.casefile.Store;
import redline.casefile.StoreSettings;

/** The commands for an office: audit, backup, restore. */
class OfficeCommandsTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private StoreSettings settings;

    @BeforeEach
    void an_office_with_three_entries() throws IOException {
        settings = StoreSettings.in(folder.resolve("office"));
        try (Store store = Store.open(settings, MONDAY)) {
            for (String about : new String[] {"a", "b", "c"}) {
                store.audit().note("王工", "login", about, Map.of());
            }
        }
    }

    private CommandLineRun run(String... arguments) {
        return CommandLineRun.in(folder, arguments);
    }

    @Test
    void a_whole_log_is_told_with_its_last_hash() {
        CommandLineRun run = run("audit", "verify", "--office", "office");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).matches("日志完整：3 条。最后一条的校验值：[0-9a-f]{64}\\R");
    }

    @Test
    void one_letter_changed_in_the_database_is_found_at_its_entry() throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve("office/redline").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection database = DriverManager.getConnection(url);
                Statement change = database.createStatement()) {
            change.executeUpdate("update audit_entry set who = '李工' where number = 2");
        }

        CommandLineRun run = run("audit", "verify", "--office", "office");

        assertThat(run.exit()).isEqualTo(Exit.BROKEN);
        assertThat(run.err()).startsWith("日志第 2 条被改过，从这一条起不可信。");
        assertThat(run("audit", "verify", "--office", "office", "--lang", "en").err())
                .startsWith("Entry 2 of the log was changed");
    }

    @Test
    void the_log_is_exported_line_by_line() throws IOException {
        assertThat(run("audit", "export", "log.jsonl", "--office", "office").exit())
                .isZero();

        assertThat(Files.readAllLines(folder.resolve("log.jsonl")))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("{\"number\":1,\"at\":\"2026-03-02T01:30:00.000000Z\",\"who\":\"王工\",\"act\":\"login\","
                        + "\"about\":\"a\",\"details\":\"{}\",\"hash\":\"");
        assertThat(run("audit", "export", "--office", "office").out().lines()).hasSize(3);
    }

    @Test
    void a_backup_is_restored_into_an_empty_folder_and_into_no_other() {
        assertThat(run("backup", "office.zip", "--office", "office").out()).contains("已备份到", "0 个文件", "日志完整：3 条");
        CommandLineRun restored = run("restore", "office.zip", "--office", "other");
        assertThat(restored.exit()).isZero();
        assertThat(restored.out()).contains("已恢复", "日志完整：3 条");

        CommandLineRun again = run("restore", "office.zip", "--office", "office");
        assertThat(again.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(again.err()).contains("已有审查办公的数据，没有改动");
    }

    @Test
    void what_is_no_backup_or_no_office_is_told_and_nothing_is_made() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "no zip");

        assertThat(run("restore", "letter.txt", "--office", "new").err()).contains("不是红线的备份文件");
        assertThat(run("restore", "none.zip", "--office", "new").err()).contains("没有这个备份文件");
        assertThat(run("audit", "verify", "--office", "offise").err()).contains("没有审查办公的数据：offise");
        assertThat(run("audit", "verify").err()).contains("请用 --office");
        assertThat(run("audit", "verify", "--database", "jdbc:postgresql://x/y").err())
                .contains("还要用 --office");
        assertThat(run("audit", "verify", "--office", "office", "--database", "jdbc:h2:mem:x")
                        .err())
                .contains("应以 jdbc:postgresql: 开头");
        assertThat(folder.resolve("new")).doesNotExist();
        assertThat(folder.resolve("offise")).doesNotExist();
    }
}
