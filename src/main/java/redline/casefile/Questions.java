package redline.casefile;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;
import redline.check.CheckResult;
import redline.finding.Cause;
import redline.finding.Finding;
import redline.measure.Missing;

/** What policy staff are asked: settings that are not settled and bases in doubt (依据存疑), by the cases that wait for them. */
public final class Questions {
    private static final String SETTINGS = "settings/";

    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final Rounds rounds;

    public Questions(Office office, Rounds rounds) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
        this.rounds = rounds;
    }

    /**
     * A question of one case.
     *
     * @param path of what is not settled; {@code settings/NAME} for a setting of the profile
     * @param answeredBy name, empty while it is open
     */
    public record Question(
            String id,
            String caseId,
            String caseNumber,
            String project,
            String profile,
            String roundId,
            String path,
            String label,
            OffsetDateTime askedAt,
            boolean answered,
            String answer,
            String answeredBy,
            OffsetDateTime answeredAt) {
        /** Name of the setting it is about, empty where it is about none. */
        public String setting() {
            return path.startsWith(SETTINGS) ? path.substring(SETTINGS.length()) : "";
        }
    }

    /**
     * Asks what a judging leaves open: every basis on which nothing but policy staff can say a word, once a case. What is not open
     * any longer counts as answered. Within a transaction.
     */
    static void ask(Office office, Round round, CheckResult result) {
        Map<String, String> open = new LinkedHashMap<>();
        for (Finding finding : result.findings()) {
            if (finding instanceof Finding.Undetermined undetermined
                    && undetermined.cause() == Cause.BASIS_OPEN
                    && finding.rule().decides()) {
                for (Missing missing : undetermined.missing()) {
                    if (missing.kind() == Missing.Kind.BASIS) {
                        open.putIfAbsent(missing.path(), missing.label().zh());
                    }
                }
            }
        }
        JdbcClient database = office.store().database();
        List<String> known = database.sql("select path from question where case_id = :id")
                .param("id", round.caseId())
                .query(String.class)
                .list();
        open.forEach((path, label) -> {
            if (known.contains(path)) {
                return;
            }
            database.sql("insert into question (id, case_id, round_id, path, label, asked_at, answered, answer)"
                            + " values (:id, :case, :round, :path, :label, :now, false, '')")
                    .param("id", Office.newId())
                    .param("case", round.caseId())
                    .param("round", round.id())
                    .param("path", path)
                    .param("label", label.length() > 500 ? label.substring(0, 499) + "…" : label)
                    .param("now", office.now())
                    .update();
        });
        known.stream()
                .filter(path -> !open.containsKey(path))
                .forEach(path -> database.sql("update question set answered = true, answered_at = :now"
                                + " where case_id = :id and path = :path and not answered")
                        .param("now", office.now())
                        .param("id", round.caseId())
                        .param("path", path)
                        .update());
    }

    private static final String COLUMNS = "select q.id, q.case_id, c.number as case_number, c.project, c.profile,"
            + " q.round_id, q.path, q.label, q.asked_at, q.answered, q.answer, coalesce(a.name, '') as answered_by,"
            + " q.answered_at from question q join office_case c on c.id = q.case_id"
            + " left join account a on a.id = q.answered_by";

    /** Open ones of cases that have not ended, those that most cases wait for first. */
    public List<Question> open() {
        return database.sql(COLUMNS + " where not q.answered and not c.closed"
                        + " order by (select count(*) from question o where o.path = q.path and not o.answered) desc,"
                        + " q.path, q.asked_at")
                .query(Question.class)
                .list();
    }

    public List<Question> of(String caseId) {
        return database.sql(COLUMNS + " where q.case_id = :id order by q.answered, q.asked_at, q.path")
                .param("id", caseId)
                .query(Question.class)
                .list();
    }

    public Optional<Question> byId(String id) {
        return database.sql(COLUMNS + " where q.id = :id")
                .param("id", id)
                .query(Question.class)
                .optional();
    }

    /**
     * Settles a setting for all cases that wait for it; they are judged again with it.
     *
     * @param sha256 of the document's file, null where there is none
     * @return how many rounds are judged again
     */
    public int settle(Account by, String profile, OfficeSettings.Setting setting, String sha256) {
        int again = store.together(() -> {
            new OfficeSettings(office).settle(by, profile, setting, sha256);
            List<Question> waiting = open().stream()
                    .filter(question -> question.profile().equals(profile)
                            && question.setting().equals(setting.name()))
                    .toList();
            int judged = 0;
            for (Question question : waiting) {
                close(by, question, setting.chosen() + "（" + setting.document() + "，" + setting.documentDate() + "）");
                Optional<Round> round = rounds.judged(question.caseId());
                if (round.isPresent() && round.get().state().ended()) {
                    rounds.again(round.get());
                    judged++;
                }
            }
            return judged;
        });
        rounds.wake();
        return again;
    }

    /** Answers one question in words; its findings stay open for the reviewer, who decides on them with the answer at hand. */
    public void answer(Account by, String questionId, String answer) {
        if (by.role() != Role.POLICY) {
            throw new Declined(Why.NOT_YOURS);
        }
        String words = Office.field("answer", answer, 4000);
        store.together(() -> {
            Question question = byId(questionId)
                    .filter(one -> !one.answered())
                    .orElseThrow(() -> new Declined(Why.ALREADY_ANSWERED));
            close(by, question, words);
            return null;
        });
    }

    private void close(Account by, Question question, String answer) {
        database.sql("update question set answered = true, answer = :answer, answered_by = :by, answered_at = :now"
                        + " where id = :id")
                .param("answer", answer)
                .param("by", by.id())
                .param("now", office.now())
                .param("id", question.id())
                .update();
        store.audit()
                .append(
                        by.name(),
                        "question-answered",
                        question.caseNumber(),
                        Map.of("path", question.path(), "answer", answer));
    }
}
