package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.Declined.Why;
import redline.casefile.SourceChecks.PageKind;
import redline.casefile.SourceChecks.SourceCheck;
import redline.casefile.SourceChecks.TakenBack;
import redline.system.MovableClock;

/** Values looked up in their source (核对原文), on each kind of database. */
class SourceChecksTest {
    private static final String VALUE = "pack/parameters/width.yaml@0123456789abcdef";
    private static final String SAYS = "《测试规范》1.2.3：宽度 4 m（转引，不限）";
    private static final byte[] PDF = "%PDF-1.4 页".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0};
    private static final byte[] JPG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock("2026-03-23T02:00:00Z");
    private Store store;
    private SourceChecks checks;
    private Account policy;
    private Account reviewer;

    private void begin(Store opened) {
        store = opened;
        checks = new SourceChecks(new Office(store, OfficeTables.read(), clock));
        Accounts accounts = new Accounts(store, clock, 1000);
        policy = accounts.make("system", "zhengce", "政策岗丁", "", Role.POLICY).account();
        reviewer = accounts.make("system", "jingban", "经办人甲", "", Role.REVIEWER).account();
    }

    private SourceCheck check(Account by, byte[] page, String note) throws IOException {
        return checks.check(by, VALUE, "pack", SAYS, new ByteArrayInputStream(page), note);
    }

    private void declined(Why why, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Declined.class, no -> assertThat(no.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @EnumSource
    void a_value_is_looked_up_with_its_page_by_somebody_at_a_time_and_the_log_has_both(Databases kind)
            throws IOException {
        try (Store opened = Store.open(kind.in(folder), clock)) {
            begin(opened);

            SourceCheck made = check(policy, PDF, "  第 12 页  ");

            assertThat(made)
                    .isEqualTo(new SourceCheck(
                            1,
                            VALUE,
                            "pack",
                            SAYS,
                            redline.intake.Hash.of(PDF),
                            PageKind.PDF,
                            "第 12 页",
                            "政策岗丁",
                            made.at(),
                            null));
            assertThat(made.at().toInstant()).isEqualTo(clock.instant());
            assertThat(store.originals().read(made.pageSha())).isEqualTo(PDF);
            assertThat(checks.lookedUp()).containsExactly(VALUE);
            assertThat(store.audit().about(VALUE))
                    .singleElement()
                    .satisfies(entry -> assertThat(List.of(entry.who(), entry.act(), entry.at()))
                            .containsExactly("政策岗丁", "source-checked", "2026-03-23T02:00:00.000000Z"))
                    .satisfies(entry -> assertThat(entry.details()).contains(SAYS, made.pageSha(), "第 12 页"));
            assertThat(store.audit().verify()).isInstanceOf(AuditLog.Finding.Whole.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void only_policy_staff_and_only_with_a_page_that_is_a_pdf_or_a_picture(Databases kind) throws IOException {
        try (Store opened = Store.open(kind.in(folder), clock)) {
            begin(opened);

            declined(Why.NOT_YOURS, () -> check(reviewer, PDF, ""));
            declined(Why.NOT_YOURS, () -> checks.withdraw(reviewer, 1, "x"));
            declined(Why.SOURCE_PAGE, () -> check(policy, new byte[0], ""));
            declined(Why.SOURCE_PAGE, () -> check(policy, "<html>%PDF-".getBytes(StandardCharsets.UTF_8), ""));
            declined(Why.SOURCE_PAGE, () -> check(policy, new byte[] {(byte) 0xff, (byte) 0xd8}, ""));
            assertThat(checks.all()).isEmpty();

            assertThat(check(policy, PNG, "").pageKind()).isEqualTo(PageKind.PNG);
            declined(Why.SOURCE_KNOWN, () -> check(policy, JPG, ""));
            checks.withdraw(policy, 1, "页不对");
            assertThat(check(policy, JPG, "").pageKind()).isEqualTo(PageKind.JPG);
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_is_taken_back_stays_on_record_with_the_reason_and_can_be_looked_up_anew(Databases kind)
            throws IOException {
        try (Store opened = Store.open(kind.in(folder), clock)) {
            begin(opened);
            OffsetDateTime first = check(policy, PDF, "").at();
            clock.set("2026-03-24T02:00:00Z");
            declined(Why.FIELD_MISSING, () -> checks.withdraw(policy, 1, " "));
            checks.withdraw(policy, 1, "看的是旧版");
            declined(Why.SOURCE_GONE, () -> checks.withdraw(policy, 1, "再撤一次"));
            declined(Why.SOURCE_GONE, () -> checks.withdraw(policy, 99, "没有"));
            OffsetDateTime back = first.plusDays(1);

            assertThat(checks.lookedUp()).isEmpty();
            assertThat(checks.all())
                    .singleElement()
                    .extracting(SourceCheck::takenBack)
                    .isEqualTo(new TakenBack(
                            "看的是旧版", "政策岗丁", checks.all().get(0).takenBack().at()));
            assertThat(store.audit().about(VALUE))
                    .extracting(AuditEntry::act)
                    .containsExactlyInAnyOrder("source-checked", "source-check-withdrawn");
            assertThat(store.audit().about(VALUE))
                    .anySatisfy(entry -> assertThat(entry.details()).contains("看的是旧版"));

            clock.set("2026-03-25T02:00:00Z");
            check(policy, PDF, "新版");
            assertThat(checks.all()).extracting(SourceCheck::note).containsExactly("新版", "");
            assertThat(checks.lookedUp(first.minusSeconds(1))).isEmpty();
            assertThat(checks.lookedUp(first)).isEqualTo(Set.of(VALUE));
            assertThat(checks.lookedUp(back.minusSeconds(1))).isEqualTo(Set.of(VALUE));
            assertThat(checks.lookedUp(back)).isEmpty();
            assertThat(checks.lookedUp(back.plusDays(1))).isEqualTo(Set.of(VALUE));
        }
    }
}
