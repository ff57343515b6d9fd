package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BiConsumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redline.casefile.Accounts.Made;
import redline.casefile.Accounts.Refusal;

/** Who may enter, and who may not. */
class AccountsTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-03-02T01:30:00Z"), ZoneOffset.UTC);
    private static final int FEW_ROUNDS = 1000;

    @TempDir
    private Path folder;

    private void in(Databases kind, BiConsumer<Store, Accounts> test) throws IOException {
        try (Store store = Store.open(kind.in(folder), MONDAY)) {
            test.accept(store, new Accounts(store, MONDAY, FEW_ROUNDS));
        }
    }

    private static void refused(Refusal why, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Accounts.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @EnumSource
    void the_first_start_makes_one_administrator_who_has_to_change_the_password(Databases kind) throws IOException {
        in(kind, (store, accounts) -> {
            Made first = accounts.first().orElseThrow();

            assertThat(first.account().role()).isEqualTo(Role.ADMINISTRATOR);
            assertThat(first.account().mustChange()).isTrue();
            assertThat(accounts.enter("Admin ", first.password())).contains(first.account());
            assertThat(accounts.first()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_password_a_wrong_login_and_a_disabled_account_are_one_answer(Databases kind) throws IOException {
        in(kind, (store, accounts) -> {
            Made reviewer = accounts.make("admin", "wang", "王工", "规划科", Role.REVIEWER);

            assertThat(accounts.enter("wang", reviewer.password() + "x")).isEmpty();
            assertThat(accounts.enter("nobody", "nobody")).isEmpty();
            accounts.disable("admin", reviewer.account(), true);
            assertThat(accounts.enter("wang", reviewer.password())).isEmpty();

            accounts.disable("admin", reviewer.account(), false);
            assertThat(accounts.enter("wang", reviewer.password())).isPresent();
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_password_is_not_in_the_database_nor_in_the_log(Databases kind) throws IOException {
        in(kind, (store, accounts) -> {
            Made reviewer = accounts.make("admin", "wang", "王工", "规划科", Role.REVIEWER);

            assertThat(store.database()
                            .sql("select password from account")
                            .query(String.class)
                            .single())
                    .doesNotContain(reviewer.password());
            assertThat(store.audit().about("wang"))
                    .extracting(AuditEntry::details)
                    .containsExactly("{\"name\":\"王工\",\"role\":\"REVIEWER\"}");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_changed_password_is_the_only_one_that_opens(Databases kind) throws IOException {
        in(kind, (store, accounts) -> {
            Made reviewer = accounts.make("admin", "wang", "王工", "规划科", Role.REVIEWER);
            refused(Refusal.PASSWORD_SHORT, () -> accounts.change(reviewer.account(), "九个字还是太短了"));
            refused(Refusal.PASSWORD_SAME, () -> accounts.change(reviewer.account(), reviewer.password()));

            accounts.change(reviewer.account(), "乌镇 二〇二六 春天来了");

            assertThat(accounts.enter("wang", reviewer.password())).isEmpty();
            assertThat(accounts.enter("wang", "乌镇 二〇二六 春天来了"))
                    .hasValueSatisfying(
                            account -> assertThat(account.mustChange()).isFalse());

            Made again = accounts.reset("admin", reviewer.account());
            assertThat(accounts.enter("wang", "乌镇 二〇二六 春天来了")).isEmpty();
            assertThat(accounts.enter("wang", again.password()))
                    .hasValueSatisfying(
                            account -> assertThat(account.mustChange()).isTrue());
            assertThat(store.audit().about("wang"))
                    .extracting(AuditEntry::act)
                    .containsExactly("password-reset", "password-changed", "account-made");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_login_is_taken_once_and_in_a_form_that_can_be_told_on_the_telephone(Databases kind) throws IOException {
        in(kind, (store, accounts) -> {
            accounts.make("admin", "Wang", "王工", "规划科", Role.REVIEWER);

            refused(Refusal.LOGIN_TAKEN, () -> accounts.make("admin", "wang", "王二", "", Role.REVIEWER));
            refused(Refusal.LOGIN_FORM, () -> accounts.make("admin", "王工", "王工", "", Role.REVIEWER));
            refused(Refusal.LOGIN_FORM, () -> accounts.make("admin", "a/b", "王工", "", Role.REVIEWER));
            refused(Refusal.NAME_MISSING, () -> accounts.make("admin", "li", "  ", "", Role.REVIEWER));
            assertThat(accounts.all()).extracting(Account::login).containsExactly("wang");
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_last_administrator_cannot_be_locked_out(Databases kind) throws IOException {
        in(kind, (store, accounts) -> {
            Account first = accounts.first().orElseThrow().account();
            refused(Refusal.LAST_ADMINISTRATOR, () -> accounts.disable("admin", first, true));

            accounts.make("admin", "second", "李工", "", Role.ADMINISTRATOR);

            assertThat(accounts.disable("second", first, true).disabled()).isTrue();
        });
    }
}
