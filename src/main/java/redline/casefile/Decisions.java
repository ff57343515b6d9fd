package redline.casefile;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import redline.casefile.Declined.Why;

/**
 * What people decide on findings. A decision stands beside its finding, never over it, and is never changed: a later one takes its
 * place. Correcting and excepting what a condition or a mandatory clause says needs a second person (practice §2).
 */
public final class Decisions {
    private final Office office;
    private final Store store;
    private final JdbcClient database;
    private final RoundRows rounds;

    public Decisions(Office office) {
        this.office = office;
        this.store = office.store();
        this.database = store.database();
        this.rounds = new RoundRows(database);
    }

    /** 认可 · 更正 · 例外认定 · 要求补正. */
    public enum Kind {
        ACCEPT,
        CORRECT,
        EXCEPT,
        DEMAND
    }

    /** Whether a second person is needed, and what that one said. */
    public enum Second {
        NONE,
        WAITING,
        AGREED,
        RETURNED
    }

    /**
     * A document that a decision rests on.
     *
     * @param kind id of the list
     * @param sha256 of its file, null where there is none
     */
    public record Document(String kind, String number, LocalDate date, String sha256) {}

    /**
     * What is decided.
     *
     * @param verdict that holds from now on where it is corrected: PASS, VIOLATION or NOT_APPLICABLE; else empty
     * @param sentence for the letter, empty for the rule's own
     * @param document null where none
     */
    public record Act(Kind kind, String verdict, String reason, String sentence, Document document) {}

    /**
     * A decision as it was made.
     *
     * @param round number of the round it was made in
     * @param verdict that holds after it
     * @param document null where it rests on none
     * @param secondBy name, empty where none
     */
    public record Decision(
            String id,
            int round,
            String rule,
            String subjectKind,
            String subject,
            Kind kind,
            String verdict,
            String reason,
            String sentence,
            Document document,
            String byAccount,
            String by,
            OffsetDateTime at,
            Second second,
            String secondBy) {
        public FindingKey key() {
            return new FindingKey(rule, subjectKind, subject);
        }

        /** It holds: no second person is needed, or that one agreed. */
        public boolean holds() {
            return second == Second.NONE || second == Second.AGREED;
        }
    }

    /** Decides on a finding of the round's present judging. */
    public void decide(Account by, OfficeCase kase, Round round, FindingKey key, Act act) {
        KeptFinding finding =
                new Judgings(office).finding(round, key).orElseThrow(() -> new Declined(Why.NO_SUCH_FINDING));
        Act checked = new DecisionRules(office).checked(finding, act);
        store.together(() -> {
            working(by, kase, round);
            write(by, kase, round, finding, checked);
            return null;
        });
    }

    private void working(Account by, OfficeCase kase, Round round) {
        if (!Cases.mayWork(by, kase)) {
            throw new Declined(Why.NOT_YOURS);
        }
        if (!underWay(kase, round)) {
            throw office.otherState(kase);
        }
    }

    /** Whether one may decide on findings of a round now: it is the last one, and the case is being worked. */
    public boolean mayDecide(Account by, OfficeCase kase, Round round) {
        return Cases.mayWork(by, kase) && underWay(kase, round);
    }

    private boolean underWay(OfficeCase kase, Round round) {
        boolean latest = database.sql("select count(*) from case_round where case_id = :id and number > :number")
                        .param("id", kase.id())
                        .param("number", round.number())
                        .query(Long.class)
                        .single()
                == 0;
        CaseState state = office.tables().course().state(kase.state());
        boolean worked = state.clock() != CaseState.ClockRun.OFF || kase.state().equals("RECEIVED");
        return latest && worked && !state.ended();
    }

    private void write(Account by, OfficeCase kase, Round round, KeptFinding finding, Act act) {
        boolean second = DecisionRules.needsSecond(finding, act.kind());
        retire(round, finding.key());
        insert(by, round, finding.key(), act, second);
        store.audit()
                .append(
                        by.name(),
                        "finding-" + act.kind().name().toLowerCase(java.util.Locale.ROOT),
                        kase.number(),
                        told(round, finding, act));
    }

    private static Map<String, Object> told(Round round, KeptFinding finding, Act act) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("round", round.number());
        told.put("rule", finding.rule());
        told.put("subject", finding.subject());
        told.put("found", finding.verdict());
        told.put("verdict", act.verdict());
        told.put("reason", act.reason());
        if (act.document() != null) {
            told.put(
                    "document",
                    act.document().kind() + " " + act.document().number() + " "
                            + act.document().date());
        }
        return told;
    }

    private void retire(Round round, FindingKey key) {
        database.sql("update decision set latest = false where round_id = :round and latest and rule = :rule"
                        + " and subject_kind = :kind and subject = :subject")
                .param("round", round.id())
                .param("rule", key.rule())
                .param("kind", key.subjectKind())
                .param("subject", key.subject())
                .update();
    }

    private void insert(Account by, Round round, FindingKey key, Act act, boolean second) {
        Document document = act.document();
        database.sql("insert into decision (id, round_id, rule, subject_kind, subject, kind, verdict, reason, sentence,"
                        + " document_kind, document_number, document_date, document_sha, by_account, at_time, number,"
                        + " second_word, latest) values (:id, :round, :rule, :subjectKind, :subject, :kind, :verdict, :reason,"
                        + " :sentence, :documentKind, :documentNumber, :documentDate, :documentSha, :by, :now, :number,"
                        + " :second, true)")
                .param("id", Office.newId())
                .param("round", round.id())
                .param("rule", key.rule())
                .param("subjectKind", key.subjectKind())
                .param("subject", key.subject())
                .param("kind", act.kind().name())
                .param("verdict", act.verdict())
                .param("reason", act.reason())
                .param("sentence", act.sentence())
                .param("documentKind", document == null ? "" : document.kind())
                .param("documentNumber", document == null ? "" : document.number())
                .param("documentDate", document == null ? null : document.date())
                .param("documentSha", document == null ? null : document.sha256())
                .param("by", by.id())
                .param("now", office.now())
                .param("number", office.next("decision"))
                .param("second", second ? Second.WAITING.name() : Second.NONE.name())
                .update();
    }

    /** Which findings are settled together. */
    public enum Rest {
        /** Those that comply, and those that do not apply: 认可. */
        PASSES,
        /** Those that lack what the applicant has to supply: 要求补正. */
        MISSING_FACTS
    }

    /**
     * Settles together what nobody has decided on yet.
     *
     * @return how many
     */
    public int settleRest(Account by, OfficeCase kase, Round round, Rest rest, String reason) {
        List<KeptFinding> open = undecided(round).stream()
                .filter(finding -> rest == Rest.PASSES
                        ? finding.part().equals("PASS")
                        : finding.cause().equals("MISSING_FACT")
                                && finding.part().equals("UNDETERMINED"))
                .toList();
        return store.together(() -> {
            working(by, kase, round);
            Kind kind = rest == Rest.PASSES ? Kind.ACCEPT : Kind.DEMAND;
            for (KeptFinding finding : open) {
                insert(by, round, finding.key(), new Act(kind, finding.verdict(), reason, "", null), false);
            }
            if (!open.isEmpty()) {
                store.audit()
                        .append(
                                by.name(),
                                "findings-" + kind.name().toLowerCase(java.util.Locale.ROOT),
                                kase.number(),
                                Map.of("round", round.number(), "findings", open.size(), "reason", reason));
            }
            return open.size();
        });
    }

    /** The second person's word on a decision. */
    public void second(Account by, OfficeCase kase, String decisionId, boolean agrees) {
        if (!seconds(by)) {
            throw new Declined(Why.NOT_YOURS);
        }
        store.together(() -> {
            Decision decision = of(kase.id(), "d.id = :id", Map.of("id", decisionId)).stream()
                    .findFirst()
                    .filter(one -> one.second() == Second.WAITING)
                    .orElseThrow(() -> new Declined(Why.NOTHING_TO_CONFIRM));
            if (decision.byAccount().equals(by.id())) {
                throw new Declined(Why.SAME_PERSON);
            }
            database.sql("update decision set second_word = :second, second_by = :by, second_at = :now where id = :id")
                    .param("second", agrees ? Second.AGREED.name() : Second.RETURNED.name())
                    .param("by", by.id())
                    .param("now", office.now())
                    .param("id", decisionId)
                    .update();
            store.audit()
                    .append(
                            by.name(),
                            agrees ? "decision-agreed" : "decision-returned",
                            kase.number(),
                            Map.of("rule", decision.rule(), "subject", decision.subject(), "by", decision.by()));
            return null;
        });
    }

    private static boolean seconds(Account by) {
        return by.role() == Role.SECTION_HEAD || by.role() == Role.APPROVER || by.role() == Role.REVIEWER;
    }

    /** Whether a decision waits for the word of just this person. */
    public static boolean maySecond(Account by, Decision decision) {
        return seconds(by)
                && decision.second() == Second.WAITING
                && !decision.byAccount().equals(by.id());
    }

    /**
     * A decision that waits for a second person, and where it stands.
     *
     * @param finding null where the round was judged again since and there is no such finding any longer
     */
    public record Waiting(Decision decision, String caseNumber, String project, Round round, KeptFinding finding) {}

    /** All decisions of cases that go on which wait for a second person, those that wait longest first. */
    public List<Waiting> waiting() {
        List<Waiting> waiting = new ArrayList<>();
        Judgings judgings = new Judgings(office);
        for (OfficeCase kase : new Cases(office).withDecisionsWaiting()) {
            of(kase.id(), "d.latest and d.second_word = 'WAITING'", Map.of())
                    .forEach(decision -> rounds.byNumber(kase.id(), decision.round())
                            .ifPresent(round -> waiting.add(new Waiting(
                                    decision,
                                    kase.number(),
                                    kase.project(),
                                    round,
                                    judgings.finding(round, decision.key()).orElse(null)))));
        }
        waiting.sort(java.util.Comparator.comparing(one -> one.decision().at()));
        return List.copyOf(waiting);
    }

    /** The latest decisions of a round by what they are on. */
    public Map<FindingKey, Decision> latest(Round round) {
        Map<FindingKey, Decision> latest = new LinkedHashMap<>();
        of(round.caseId(), "d.round_id = :round and d.latest", Map.of("round", round.id()))
                .forEach(decision -> latest.put(decision.key(), decision));
        return latest;
    }

    /** All decisions on a finding, first to last, of all rounds. */
    public List<Decision> history(String caseId, FindingKey key) {
        return of(
                caseId,
                "d.rule = :rule and d.subject_kind = :kind and d.subject = :subject",
                Map.of("rule", key.rule(), "kind", key.subjectKind(), "subject", key.subject()));
    }

    private List<Decision> of(String caseId, String where, Map<String, ?> params) {
        return database.sql(
                        "select d.*, r.number as round_number, a.name as by_name, s.name as second_name from decision d"
                                + " join case_round r on r.id = d.round_id join account a on a.id = d.by_account"
                                + " left join account s on s.id = d.second_by where r.case_id = :caseId and " + where
                                + " order by d.number")
                .params(params)
                .param("caseId", caseId)
                .query((row, n) -> new Decision(
                        row.getString("id"),
                        row.getInt("round_number"),
                        row.getString("rule"),
                        row.getString("subject_kind"),
                        row.getString("subject"),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("verdict"),
                        row.getString("reason"),
                        row.getString("sentence"),
                        row.getString("document_kind").isEmpty()
                                ? null
                                : new Document(
                                        row.getString("document_kind"),
                                        row.getString("document_number"),
                                        row.getObject("document_date", LocalDate.class),
                                        row.getString("document_sha")),
                        row.getString("by_account"),
                        row.getString("by_name"),
                        row.getObject("at_time", OffsetDateTime.class),
                        Second.valueOf(row.getString("second_word")),
                        row.getString("second_name") == null ? "" : row.getString("second_name")))
                .list();
    }

    /**
     * How far a round is worked.
     *
     * @param all findings that ask for a word: what is broken, open, or complies
     * @param unconfirmed decisions that wait for a second person, or that one returned
     */
    public record Progress(int all, int handled, int unconfirmed) {}

    /** Of the latest round of a case that was judged; nothing at all where there is none. */
    public Progress progress(String caseId) {
        return rounds.judged(caseId).map(this::progress).orElse(new Progress(0, 0, 0));
    }

    public Progress progress(Round round) {
        Map<FindingKey, Decision> latest = latest(round);
        int all = 0;
        int handled = 0;
        int unconfirmed = 0;
        for (KeptFinding finding : new Judgings(office).findings(round)) {
            if (!finding.wantsWord()) {
                continue;
            }
            all++;
            Decision decision = latest.get(finding.key());
            handled += decision == null ? 0 : 1;
            unconfirmed += decision == null || decision.holds() ? 0 : 1;
        }
        return new Progress(all, handled, unconfirmed);
    }

    private List<KeptFinding> undecided(Round round) {
        Map<FindingKey, Decision> latest = latest(round);
        List<KeptFinding> open = new ArrayList<>(new Judgings(office).findings(round));
        open.removeIf(finding -> latest.containsKey(finding.key()));
        return open;
    }

    /** Keeps the file of a document; it is recorded with the decision that rests on it. */
    public String keep(CaseFiles.Arriving file) throws IOException {
        try (java.io.InputStream in = file.open()) {
            Original kept = store.originals().keep(in);
            store.together(() -> {
                store.record(kept);
                return null;
            });
            return kept.sha256();
        }
    }
}
