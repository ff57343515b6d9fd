package redline.casefile;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;
import redline.intake.Hash;

/**
 * Who may enter. Accounts are never deleted, only disabled: the log and the papers name them. Passwords are kept as PBKDF2-SHA-256,
 * 600 000 rounds (OWASP Password Storage Cheat Sheet).
 */
public final class Accounts {
    public static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 200;
    private static final int SALT = 16;
    private static final int ROUNDS = 600_000;
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");
    /** Without those that are taken for one another: 0 O, 1 l I. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    /** 57¹⁶ is more than 93 bits. */
    private static final int GIVEN_PASSWORD = 16;

    private static final String COLUMNS = "select id, login, name, unit, role, must_change, disabled from account";

    private final Store store;
    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder passwords;
    /** Checked where there is no such account, so that the answer takes as long. */
    private final String nobody;

    public Accounts(Store store, Clock clock) {
        this(store, clock, ROUNDS);
    }

    /** @param rounds of the hash, for tests fewer */
    Accounts(Store store, Clock clock, int rounds) {
        this.store = store;
        this.database = store.database();
        this.clock = clock;
        this.passwords = new Pbkdf2PasswordEncoder("", SALT, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
        this.nobody = passwords.encode("nobody");
    }

    /** Why an account or a password is not taken. */
    public enum Refusal {
        LOGIN_FORM,
        LOGIN_TAKEN,
        NAME_MISSING,
        PASSWORD_SHORT,
        PASSWORD_LONG,
        PASSWORD_SAME,
        LAST_ADMINISTRATOR
    }

    /** Nothing was changed. */
    public static final class Refused extends RuntimeException {
        private final Refusal why;

        Refused(Refusal why) {
            super(why.name());
            this.why = why;
        }

        public Refusal why() {
            return why;
        }
    }

    /** An account just made, with the password that its owner has to change; it is told once and kept nowhere. */
    public record Made(Account account, String password) {}

    /** Makes the first administrator where there is no account yet. */
    public Optional<Made> first() {
        return store.together(() ->
                database.sql("select count(*) from account").query(Long.class).single() == 0
                        ? Optional.of(make("system", "admin", "管理员", "", Role.ADMINISTRATOR))
                        : Optional.empty());
    }

    /**
     * @param by who makes it
     * @throws Refused where login or name will not do
     */
    public Made make(String by, String login, String name, String unit, Role role) {
        String lower = login.strip().toLowerCase(Locale.ROOT);
        if (!LOGIN.matcher(lower).matches()) {
            throw new Refused(Refusal.LOGIN_FORM);
        }
        if (name.isBlank() || name.strip().length() > 100 || unit.strip().length() > 200) {
            throw new Refused(Refusal.NAME_MISSING);
        }
        String password = given();
        return store.together(() -> {
            if (byLogin(lower).isPresent()) {
                throw new Refused(Refusal.LOGIN_TAKEN);
            }
            Account account = new Account(Office.newId(), lower, name.strip(), unit.strip(), role, true, false);
            database.sql(
                            "insert into account (id, login, name, unit, role, password, must_change, disabled, created_at)"
                                    + " values (:id, :login, :name, :unit, :role, :password, true, false, :at)")
                    .param("id", account.id())
                    .param("login", account.login())
                    .param("name", account.name())
                    .param("unit", account.unit())
                    .param("role", role.name())
                    .param("password", passwords.encode(password))
                    .param("at", OffsetDateTime.now(clock))
                    .update();
            store.audit().append(by, "account-made", lower, Map.of("name", account.name(), "role", role.name()));
            return new Made(account, password);
        });
    }

    private String given() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GIVEN_PASSWORD; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** The account, where login and password are right and it is not disabled. It takes as long either way. */
    public Optional<Account> enter(String login, String password) {
        Optional<Account> known = byLogin(login.strip().toLowerCase(Locale.ROOT));
        boolean right = password.length() <= LONGEST_PASSWORD
                && passwords.matches(password, known.map(this::kept).orElse(nobody));
        return known.filter(account -> right && !account.disabled());
    }

    private String kept(Account account) {
        return database.sql("select password from account where id = :id")
                .param("id", account.id())
                .query(String.class)
                .single();
    }

    /** @throws Refused where the new one is too short, too long, or the old one */
    public void change(Account account, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new Refused(Refusal.PASSWORD_SHORT);
        }
        if (password.length() > LONGEST_PASSWORD) {
            throw new Refused(Refusal.PASSWORD_LONG);
        }
        if (passwords.matches(password, kept(account))) {
            throw new Refused(Refusal.PASSWORD_SAME);
        }
        store.together(() -> {
            set(account, password, false);
            store.audit().append(account.name(), "password-changed", account.login(), Map.of());
            return null;
        });
    }

    /** A new password for one who lost it; told once. */
    public Made reset(String by, Account account) {
        String password = given();
        return store.together(() -> {
            set(account, password, true);
            store.audit().append(by, "password-reset", account.login(), Map.of());
            return new Made(byId(account.id()).orElseThrow(), password);
        });
    }

    private void set(Account account, String password, boolean mustChange) {
        database.sql("update account set password = :password, must_change = :must where id = :id")
                .param("password", passwords.encode(password))
                .param("must", mustChange)
                .param("id", account.id())
                .update();
    }

    /** @throws Refused where it is the last administrator who could enter */
    public Account disable(String by, Account account, boolean disabled) {
        return store.together(() -> {
            // Locked, so that two administrators cannot disable one another at once.
            List<String> administrators = database.sql("select id from account where role = 'ADMINISTRATOR'"
                            + " and not disabled order by id for update")
                    .query(String.class)
                    .list();
            if (disabled && administrators.equals(List.of(account.id()))) {
                throw new Refused(Refusal.LAST_ADMINISTRATOR);
            }
            database.sql("update account set disabled = :disabled where id = :id")
                    .param("disabled", disabled)
                    .param("id", account.id())
                    .update();
            store.audit().append(by, disabled ? "account-disabled" : "account-enabled", account.login(), Map.of());
            return byId(account.id()).orElseThrow();
        });
    }

    /**
     * An account as it stands now.
     *
     * @param seal another one after every change of the password
     */
    public record Standing(Account account, String seal) {}

    public Optional<Standing> standing(String id) {
        return byId(id).map(account -> {
            byte[] kept = kept(account).getBytes(StandardCharsets.UTF_8);
            return new Standing(account, Hash.of(kept));
        });
    }

    public Optional<Account> byLogin(String login) {
        return database.sql(COLUMNS + " where login = :login")
                .param("login", login)
                .query(Account.class)
                .optional();
    }

    public Optional<Account> byId(String id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Account.class)
                .optional();
    }

    /** By login. */
    public List<Account> all() {
        return database.sql(COLUMNS + " order by login").query(Account.class).list();
    }
}
