package redline.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Letters.Listed;
import redline.casefile.RegisteredLetter.Origin;
import redline.casefile.RegisteredLetter.Scan;
import redline.casefile.RegisteredLetter.State;

/** Letters of the register as rows. What may be done is decided by {@link Letters}; a row that is no draft is not changed here either. */
final class LetterRows {
    private static final String LETTER = "select l.*, e.name as entered_name, c.name as confirmed_name from letter l"
            + " join account e on e.id = l.entered_by left join account c on c.id = l.confirmed_by";
    private static final String LISTED =
            "select l.id, l.state, l.source as origin, l.title, l.number, l.announcement_no,"
                    + " l.reserve_no, l.parcel_name, l.parcel_code, l.project, e.name as entered_by, c.name as confirmed_by"
                    + " from letter l join account e on e.id = l.entered_by left join account c on c.id = l.confirmed_by";
    private static final String ORDER = " order by case l.state when 'CONFIRMED' then 0 when 'DRAFT' then 1 else 2 end,"
            + " l.entered_at desc, l.id limit :most";

    private final JdbcClient database;

    LetterRows(JdbcClient database) {
        this.database = database;
    }

    void insert(
            String id,
            Origin origin,
            String supersedes,
            String changeNo,
            String changedOn,
            String by,
            OffsetDateTime at) {
        database.sql("insert into letter (id, state, version, title, number, announcement_no, reserve_no, parcel_name,"
                        + " parcel_code, project, issued_on, grade, complete_sentence, incorporates_known, source,"
                        + " supersedes, change_no, changed_on, entered_by, entered_at)"
                        + " values (:id, 'DRAFT', 0, '', '', '', '', '', '', '', '', 'UNCONFIRMED', '', false, :source,"
                        + " :supersedes, :changeNo, :changedOn, :by, :at)")
                .param("id", id)
                .param("source", origin.name())
                .param("supersedes", supersedes)
                .param("changeNo", changeNo)
                .param("changedOn", changedOn)
                .param("by", by)
                .param("at", at)
                .update();
    }

    /** The whole text anew. */
    void write(String id, LetterEntry entry, String by, OffsetDateTime at) {
        int changed = database.sql("update letter set version = version + 1, title = :title, number = :number,"
                        + " announcement_no = :announcement, reserve_no = :reserve, parcel_name = :parcelName,"
                        + " parcel_code = :parcelCode, project = :project, issued_on = :issued, grade = :grade,"
                        + " complete = :complete, complete_sentence = :sentence, incorporates_known = :known,"
                        + " entered_by = :by, entered_at = :at where id = :id and state = 'DRAFT'")
                .param("id", id)
                .param("title", entry.title())
                .param("number", entry.number())
                .param("announcement", entry.announcementNo())
                .param("reserve", entry.reserveNo())
                .param("parcelName", entry.parcelName())
                .param("parcelCode", entry.parcelCode())
                .param("project", entry.project())
                .param("issued", entry.issued())
                .param("grade", entry.grade())
                .param("complete", entry.complete(), java.sql.Types.BOOLEAN)
                .param("sentence", entry.completeSentence())
                .param("known", entry.incorporatesKnown())
                .param("by", by)
                .param("at", at)
                .update();
        oneOf(changed);
        for (String table : List.of("letter_key", "letter_incorporates", "letter_value", "letter_article")) {
            database.sql("delete from " + table + " where letter = :id")
                    .param("id", id)
                    .update();
        }
        keys(entry)
                .forEach((kind, key) -> database.sql(
                                "insert into letter_key (letter, kind, search_key) values (:id, :kind, :key)")
                        .param("id", id)
                        .param("kind", kind)
                        .param("key", key)
                        .update());
        for (int i = 0; i < entry.incorporates().size(); i++) {
            LetterEntry.Incorporated one = entry.incorporates().get(i);
            database.sql("insert into letter_incorporates (letter, position, pack, sentence)"
                            + " values (:id, :position, :pack, :sentence)")
                    .param("id", id)
                    .param("position", i + 1)
                    .param("pack", one.pack())
                    .param("sentence", one.sentence())
                    .update();
        }
        for (int i = 0; i < entry.articles().size(); i++) {
            article(id, i + 1, entry.articles().get(i));
        }
    }

    private static Map<String, String> keys(LetterEntry entry) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("number", SearchKey.of(entry.number()));
        keys.put("announcement", SearchKey.of(entry.announcementNo()));
        keys.put("reserve", SearchKey.of(entry.reserveNo()));
        keys.put("parcel", SearchKey.of(entry.parcelName()));
        keys.put("code", SearchKey.of(entry.parcelCode()));
        keys.put("project", SearchKey.of(entry.project()));
        keys.put("title", SearchKey.of(entry.title()));
        keys.values().removeIf(String::isEmpty);
        return keys;
    }

    private void article(String id, int position, LetterEntry.Article article) {
        database.sql(
                        "insert into letter_article (letter, position, number, text) values (:id, :position, :number, :text)")
                .param("id", id)
                .param("position", position)
                .param("number", article.number())
                .param("text", article.text())
                .update();
        for (int i = 0; i < article.values().size(); i++) {
            LetterEntry.Value value = article.values().get(i);
            database.sql("insert into letter_value (letter, article, position, item, comparator, value_text, unit,"
                            + " where_zone, side, beyond, height_class, used_for, facility) values (:id, :article,"
                            + " :position, :item, :comparator, :value, :unit, :zone, :side, :beyond, :heightClass, :use,"
                            + " :facility)")
                    .param("id", id)
                    .param("article", position)
                    .param("position", i + 1)
                    .param("item", value.item())
                    .param("comparator", value.comparator())
                    .param("value", value.value())
                    .param("unit", LetterFile.unit(value.item()))
                    .param("zone", value.zone())
                    .param("side", value.side())
                    .param("beyond", value.beyond())
                    .param("heightClass", value.heightClass())
                    .param("use", value.use())
                    .param("facility", value.facility())
                    .update();
        }
    }

    void hand(String id, String account) {
        if (!hands(id).contains(account)) {
            database.sql("insert into letter_hand (letter, account) values (:id, :account)")
                    .param("id", id)
                    .param("account", account)
                    .update();
        }
    }

    List<String> hands(String id) {
        return database.sql("select account from letter_hand where letter = :id")
                .param("id", id)
                .query(String.class)
                .list();
    }

    void scan(String id, String sha256, String name, int pages) {
        oneOf(database.sql("update letter set version = version + 1, scan = :scan, scan_name = :name,"
                        + " scan_pages = :pages where id = :id and state = 'DRAFT'")
                .param("id", id)
                .param("scan", sha256)
                .param("name", name)
                .param("pages", pages)
                .update());
    }

    void confirm(String id, String by, OffsetDateTime at) {
        oneOf(database.sql("update letter set version = version + 1, state = 'CONFIRMED', confirmed_by = :by,"
                        + " confirmed_at = :at where id = :id and state = 'DRAFT'")
                .param("id", id)
                .param("by", by)
                .param("at", at)
                .update());
    }

    void supersede(String id) {
        oneOf(database.sql("update letter set version = version + 1, state = 'SUPERSEDED'"
                        + " where id = :id and state = 'CONFIRMED'")
                .param("id", id)
                .update());
    }

    private static void oneOf(int changed) {
        if (changed != 1) {
            throw new Letters.Refused(Letters.Refusal.LOCKED);
        }
    }

    Optional<RegisteredLetter> locked(String id) {
        boolean there = database.sql("select id from letter where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .isPresent();
        return there ? byId(id) : Optional.empty();
    }

    Optional<String> openChange(String id) {
        return database.sql("select id from letter where supersedes = :id and state = 'DRAFT'")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<String> changeOf(String id) {
        return database.sql("select id from letter where supersedes = :id order by entered_at desc, id limit 1")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    Optional<RegisteredLetter> byId(String id) {
        return database.sql(LETTER + " where l.id = :id")
                .param("id", id)
                .query((row, number) -> letter(row))
                .optional();
    }

    private RegisteredLetter letter(ResultSet row) throws SQLException {
        String id = row.getString("id");
        boolean complete = row.getBoolean("complete");
        Boolean stated = row.wasNull() ? null : complete;
        LetterEntry entry = new LetterEntry(
                row.getString("title"),
                row.getString("number"),
                row.getString("announcement_no"),
                row.getString("reserve_no"),
                row.getString("parcel_name"),
                row.getString("parcel_code"),
                row.getString("project"),
                row.getString("issued_on"),
                row.getString("grade"),
                stated,
                row.getString("complete_sentence"),
                row.getBoolean("incorporates_known"),
                incorporates(id),
                articles(id));
        String scan = row.getString("scan");
        return new RegisteredLetter(
                id,
                State.valueOf(row.getString("state")),
                row.getInt("version"),
                entry,
                Origin.valueOf(row.getString("source")),
                scan == null ? null : new Scan(scan, row.getString("scan_name"), row.getInt("scan_pages")),
                row.getString("supersedes"),
                row.getString("change_no"),
                row.getString("changed_on"),
                row.getString("entered_name"),
                at(row, "entered_at"),
                row.getString("confirmed_name"),
                at(row, "confirmed_at"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private List<LetterEntry.Incorporated> incorporates(String id) {
        return database.sql("select pack, sentence from letter_incorporates where letter = :id order by position")
                .param("id", id)
                .query((row, number) -> new LetterEntry.Incorporated(row.getString(1), row.getString(2)))
                .list();
    }

    private List<LetterEntry.Article> articles(String id) {
        Map<Integer, List<LetterEntry.Value>> values = new LinkedHashMap<>();
        database.sql("select article, item, comparator, value_text, where_zone, side, beyond, height_class, used_for,"
                        + " facility from letter_value where letter = :id order by article, position")
                .param("id", id)
                .query(row -> {
                    values.computeIfAbsent(row.getInt(1), article -> new ArrayList<>())
                            .add(new LetterEntry.Value(
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getString(8),
                                    row.getString(9),
                                    row.getString(10)));
                });
        return database.sql("select position, number, text from letter_article where letter = :id order by position")
                .param("id", id)
                .query((row, number) -> new LetterEntry.Article(
                        row.getString(2), row.getString(3), List.copyOf(values.getOrDefault(row.getInt(1), List.of()))))
                .list();
    }

    List<Listed> find(String key, int most) {
        String where = key.isEmpty()
                ? ""
                : " where exists (select 1 from letter_key k where k.letter = l.id and k.search_key like :key escape '!')";
        JdbcClient.StatementSpec query = database.sql(LISTED + where + ORDER).param("most", most);
        return (key.isEmpty() ? query : query.param("key", SearchKey.anywhere(key)))
                .query(Listed.class)
                .list();
    }

    List<Listed> findExactly(String key) {
        return database.sql(LISTED + " where l.state = 'CONFIRMED' and l.source = 'OFFICER' and exists (select 1 from"
                        + " letter_key k where k.letter = l.id and k.kind <> 'title' and k.kind <> 'project'"
                        + " and k.search_key in (:key, :withSign))" + ORDER)
                .param("key", key)
                .param("withSign", key + "号")
                .param("most", 20)
                .query(Listed.class)
                .list();
    }

    Map<State, Long> counts() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0L);
        }
        database.sql("select state, count(*) from letter group by state").query(row -> {
            counts.put(State.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }
}
