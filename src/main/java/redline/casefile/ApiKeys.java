package redline.casefile;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;
import redline.intake.Hash;

/** Keys with which programs work for an account: they may what it may. A key is told once and kept as its hash. */
public final class ApiKeys {
    private static final String PREFIX = "rl_";
    private static final int BYTES = 32;

    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final SecureRandom random = new SecureRandom();

    public ApiKeys(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /** @param label what the program is called */
    public record ApiKey(String id, String label, OffsetDateTime madeAt, boolean withdrawn) {}

    /** A key just made, with what is told once. */
    public record Made(ApiKey key, String secret) {}

    public Made make(Account owner, String label) {
        String called = Office.field("label", label, 100);
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String secret = PREFIX + HexFormat.of().formatHex(bits);
        String id = Office.newId();
        return store.together(() -> {
            database.sql("insert into api_key (id, account, label, secret_sha, made_at, withdrawn)"
                            + " values (:id, :account, :label, :sha, :now, false)")
                    .param("id", id)
                    .param("account", owner.id())
                    .param("label", called)
                    .param("sha", sha(secret))
                    .param("now", office.now())
                    .update();
            store.audit().append(owner.name(), "key-made", owner.login(), Map.of("label", called));
            return new Made(
                    of(owner).stream()
                            .filter(key -> key.id().equals(id))
                            .findFirst()
                            .orElseThrow(),
                    secret);
        });
    }

    /** It opens nothing from now on. */
    public void withdraw(Account owner, String id) {
        store.together(() -> {
            int known = database.sql("update api_key set withdrawn = true where id = :id and account = :account"
                            + " and not withdrawn")
                    .param("id", id)
                    .param("account", owner.id())
                    .update();
            if (known == 0) {
                throw new Declined(Why.NOT_YOURS);
            }
            store.audit().append(owner.name(), "key-withdrawn", owner.login(), Map.of("key", id));
            return null;
        });
    }

    /** In the order they were made. */
    public List<ApiKey> of(Account owner) {
        return database.sql(
                        "select id, label, made_at, withdrawn from api_key where account = :account order by made_at, id")
                .param("account", owner.id())
                .query(ApiKey.class)
                .list();
    }

    /** Id of the account that a key works for; empty where it is no key, or was withdrawn. */
    public Optional<String> account(String secret) {
        return database.sql("select account from api_key where secret_sha = :sha and not withdrawn")
                .param("sha", sha(secret))
                .query(String.class)
                .optional();
    }

    private static String sha(String secret) {
        return Hash.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
