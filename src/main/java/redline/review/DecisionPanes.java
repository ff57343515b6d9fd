package redline.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;
import redline.casefile.Choice;
import redline.casefile.Conversation;
import redline.casefile.DecisionRules;
import redline.casefile.Decisions;
import redline.casefile.Decisions.Decision;
import redline.casefile.Decisions.Kind;
import redline.casefile.FindingKey;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.KeptFinding;
import redline.casefile.Office;
import redline.casefile.Precedents;
import redline.casefile.SourceChecks;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.paper.Held;
import redline.quantity.Language;
import redline.report.Reader;
import redline.report.Words;

/** Puts together what stands below the evidence. */
@Component
class DecisionPanes {
    private static final int YEARS = 3;

    private final Office office;
    private final Judgings judgings;
    private final Decisions decisions;
    private final Precedents precedents;
    private final Conversation conversation;
    private final SourceChecks sources;
    private final CaseWords words;

    DecisionPanes(
            Office office,
            Judgings judgings,
            Decisions decisions,
            Precedents precedents,
            Conversation conversation,
            SourceChecks sources,
            CaseWords words) {
        this.office = office;
        this.judgings = judgings;
        this.decisions = decisions;
        this.precedents = precedents;
        this.conversation = conversation;
        this.sources = sources;
        this.words = words;
    }

    static FindingKey key(Finding finding) {
        return new FindingKey(
                finding.rule().id(),
                finding.subject().kind().name(),
                finding.subject().id());
    }

    DecisionPane of(RoundSeen seen, Judging judging, Finding finding, int index, DecisionForm typed) {
        Language language = CaseWords.language();
        FindingKey key = key(finding);
        // None where another version of the program says otherwise than what was kept: then there is nothing to decide
        // on.
        KeptFinding kept = judgings.finding(seen.round(), key).orElse(null);
        boolean deciding = kept != null && decisions.mayDecide(seen.who(), seen.kase(), seen.round());
        List<Decision> history = new ArrayList<>(decisions.history(seen.kase().id(), key));
        if (seen.applicant()) {
            history.removeIf(decision -> !decision.holds());
        }
        Decision now = history.isEmpty()
                        || history.get(history.size() - 1).round()
                                != seen.round().number()
                ? null
                : history.remove(history.size() - 1);
        List<Kind> kinds = deciding ? DecisionRules.fitting(kept) : List.of();
        return new DecisionPane(
                index,
                judging.id(),
                kinds,
                kept == null ? List.of() : corrections(kept, language),
                kept == null ? List.of() : documents(kept, language),
                kept != null && kept.force().equals("CONDITION"),
                kept != null && DecisionRules.needsSecond(kept, Kind.CORRECT),
                now != null && !now.sentence().isEmpty() ? now.sentence() : sentence(finding),
                now != null && Decisions.maySecond(seen.who(), now) ? now.id() : "",
                now == null ? null : made(now, seen, language),
                newestFirst(history).stream()
                        .map(decision -> made(decision, seen, language))
                        .toList(),
                seen.applicant() ? null : precedents.of(key.rule(), YEARS),
                remarks(seen, key, language),
                toLookUp(seen, finding, now, language),
                typed);
    }

    /** Nothing where no paper says the finding, and nothing for applicants. */
    private List<String> toLookUp(RoundSeen seen, Finding finding, Decision now, Language language) {
        boolean lifted = now != null && now.holds() && (now.kind() == Kind.CORRECT || now.kind() == Kind.EXCEPT);
        return seen.applicant() || lifted
                ? List.of()
                : Held.of(finding, sources.lookedUp())
                        .map(held -> HeldLine.of(held, language).values())
                        .orElse(List.of());
    }

    private static List<Decision> newestFirst(List<Decision> history) {
        List<Decision> turned = new ArrayList<>(history);
        Collections.reverse(turned);
        return turned;
    }

    /** The rule's own; empty for what is not broken. */
    static String sentence(Finding finding) {
        return new Reader(Words.of(Language.ZH)).sentence(finding);
    }

    private static List<DecisionPane.Worded> corrections(KeptFinding kept, Language language) {
        return DecisionRules.corrections(kept).stream()
                .map(code -> new DecisionPane.Worded(
                        code, Verdict.valueOf(code).title().in(language)))
                .toList();
    }

    private List<DecisionPane.Worded> documents(KeptFinding kept, Language language) {
        return new DecisionRules(office)
                .documents(kept).stream()
                        .map(choice -> new DecisionPane.Worded(
                                choice.id(), choice.title().in(language)))
                        .toList();
    }

    private DecisionPane.Made made(Decision decision, RoundSeen seen, Language language) {
        Verdict verdict = Verdict.valueOf(decision.verdict());
        // Reasons are for the file; of what has to be supplied the reason is what the applicant has to read.
        boolean reasoned = !seen.applicant() || decision.kind() == Kind.DEMAND;
        return new DecisionPane.Made(
                decision.id(),
                decision.round(),
                decision.kind(),
                style(verdict),
                verdict.icon() + " " + verdict.title().in(language),
                reasoned ? decision.reason() : "",
                decision.sentence(),
                decision.document() == null ? "" : document(decision.document(), language),
                decision.by(),
                words.time(decision.at()),
                decision.second().name(),
                decision.secondBy());
    }

    static String style(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> "violation";
            case UNDETERMINED -> "undetermined";
            case PASS -> "pass";
            case NOT_APPLICABLE -> "none";
        };
    }

    private String document(Decisions.Document document, Language language) {
        String kind = office.tables()
                .choice("document", document.kind())
                .map(Choice::title)
                .map(title -> title.in(language))
                .orElse(document.kind());
        return kind + " " + document.number() + " · " + document.date();
    }

    private List<DecisionPane.Said> remarks(RoundSeen seen, FindingKey key, Language language) {
        return conversation.of(seen.who(), seen.kase()).stream()
                .filter(remark -> remark.key().equals(key))
                .map(remark -> new DecisionPane.Said(
                        remark.by(),
                        remark.role().title().in(language),
                        words.time(remark.at()),
                        remark.words(),
                        remark.shown()))
                .toList();
    }
}
