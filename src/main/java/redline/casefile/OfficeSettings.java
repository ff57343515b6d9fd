package redline.casefile;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Settings of a profile that the rules leave open and policy staff settle, each with the document that says so. */
public final class OfficeSettings {
    private static final JsonMapper JSON = new JsonMapper();

    private final Office office;
    private final Store store;
    private final JdbcClient database;

    public OfficeSettings(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
    }

    /**
     * A setting as it was settled.
     *
     * @param name in the profile, {@code parking-level}
     * @param chosen one of the profile's candidates
     * @param document title and number of what says so
     */
    public record Setting(String name, String chosen, String document, LocalDate documentDate) {}

    /** Who settled what, and when. */
    public record Entry(long number, Setting setting, String by, OffsetDateTime at) {}

    /** In force now, by name. */
    public List<Setting> inForce(String profile) {
        Map<String, Setting> latest = new LinkedHashMap<>();
        history(profile).forEach(entry -> latest.put(entry.setting().name(), entry.setting()));
        return List.copyOf(latest.values());
    }

    /** First to last. */
    public List<Entry> history(String profile) {
        return database.sql(
                        "select s.number, s.name, s.chosen, s.document, s.document_date, a.name as by_name, s.at_time"
                                + " from office_setting s join account a on a.id = s.by_account where s.profile = :profile"
                                + " order by s.number")
                .param("profile", profile)
                .query((row, n) -> new Entry(
                        row.getLong("number"),
                        new Setting(
                                row.getString("name"),
                                row.getString("chosen"),
                                row.getString("document"),
                                row.getObject("document_date", LocalDate.class)),
                        row.getString("by_name"),
                        row.getObject("at_time", OffsetDateTime.class)))
                .list();
    }

    /**
     * Settles a setting; what was settled before stays on record. Within a transaction.
     *
     * @param sha256 of the document's file, null where there is none
     */
    void settle(Account by, String profile, Setting setting, String sha256) {
        if (by.role() != Role.POLICY) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (setting.documentDate() == null) {
            throw new Declined(Why.DOCUMENT_MISSING);
        }
        String document = Office.field("document", setting.document(), 300);
        database.sql("insert into office_setting (number, profile, name, chosen, document, document_date, document_sha,"
                        + " by_account, at_time) values (:number, :profile, :name, :chosen, :document, :date, :sha, :by,"
                        + " :now)")
                .param("number", office.next("setting"))
                .param("profile", profile)
                .param("name", setting.name())
                .param("chosen", setting.chosen())
                .param("document", document)
                .param("date", setting.documentDate())
                .param("sha", sha256)
                .param("by", by.id())
                .param("now", office.now())
                .update();
        store.audit()
                .append(
                        by.name(),
                        "setting-settled",
                        profile + "/" + setting.name(),
                        Map.of(
                                "chosen", setting.chosen(),
                                "document", document,
                                "date", setting.documentDate().toString()));
    }

    public static Map<String, String> chosen(List<Setting> settings) {
        Map<String, String> chosen = new LinkedHashMap<>();
        settings.forEach(setting -> chosen.put(setting.name(), setting.chosen()));
        return chosen;
    }

    static String json(List<Setting> settings) {
        List<List<String>> rows = new ArrayList<>();
        settings.forEach(one -> rows.add(List.of(
                one.name(), one.chosen(), one.document(), one.documentDate().toString())));
        return JSON.writeValueAsString(rows);
    }

    static List<Setting> read(String json) {
        return JSON.readValue(json, new TypeReference<List<List<String>>>() {}).stream()
                .map(row -> new Setting(row.get(0), row.get(1), row.get(2), LocalDate.parse(row.get(3))))
                .toList();
    }
}
