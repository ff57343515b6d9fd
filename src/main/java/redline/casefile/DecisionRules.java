package redline.casefile;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import redline.casefile.Decisions.Act;
import redline.casefile.Decisions.Document;
import redline.casefile.Decisions.Kind;
import redline.casefile.Declined.Why;

/** Which decisions fit a finding, and what each needs (practice §2). */
public final class DecisionRules {
    private static final int LONGEST = 4000;
    private static final List<String> VERDICTS = List.of("PASS", "VIOLATION", "NOT_APPLICABLE");
    private static final Set<String> WEIGHTY = Set.of("CONDITION", "MANDATORY");

    private final Office office;

    public DecisionRules(Office office) {
        this.office = office;
    }

    /** Whether a decision of the kind can be made on the finding. */
    public static boolean fits(KeptFinding finding, Kind kind) {
        return switch (kind) {
            case ACCEPT, CORRECT -> true;
            case EXCEPT -> finding.verdict().equals("VIOLATION");
            case DEMAND ->
                finding.verdict().equals("VIOLATION")
                        || finding.verdict().equals("UNDETERMINED")
                                && !finding.cause().equals("BASIS_OPEN");
        };
    }

    /** In the order of the constants. */
    public static List<Kind> fitting(KeptFinding finding) {
        return Stream.of(Kind.values()).filter(kind -> fits(finding, kind)).toList();
    }

    /** Names of the verdicts to which the finding can be corrected. */
    public static List<String> corrections(KeptFinding finding) {
        return VERDICTS.stream()
                .filter(verdict -> !verdict.equals(finding.verdict()))
                .toList();
    }

    /** Kinds of document on which an exception from the finding can rest. */
    public List<Choice> documents(KeptFinding finding) {
        return office.tables().list("document").stream()
                .filter(choice -> rests(finding, choice.id()))
                .toList();
    }

    private static boolean rests(KeptFinding finding, String document) {
        return !finding.force().equals("CONDITION") || document.equals("CONDITION_CHANGE");
    }

    /** Whether somebody else has to agree. */
    public static boolean needsSecond(KeptFinding finding, Kind kind) {
        return WEIGHTY.contains(finding.force()) && (kind == Kind.CORRECT || kind == Kind.EXCEPT);
    }

    /** @throws Declined where it does not fit, or something is lacking */
    Act checked(KeptFinding finding, Act act) {
        if (act.kind() == null || !fits(finding, act.kind())) {
            throw new Declined(Why.NOT_FOR_THIS_FINDING);
        }
        String reason = Office.optional("reason", act.reason(), LONGEST);
        if (act.kind() != Kind.ACCEPT && reason.isEmpty()) {
            throw new Declined(Why.REASON_MISSING, "");
        }
        String sentence = Office.optional("sentence", act.sentence(), LONGEST);
        return switch (act.kind()) {
            case ACCEPT, DEMAND -> new Act(act.kind(), finding.verdict(), reason, sentence, null);
            case CORRECT -> {
                if (!corrections(finding).contains(act.verdict())) {
                    throw new Declined(Why.NO_SUCH_CHOICE, "verdict", act.verdict());
                }
                yield new Act(Kind.CORRECT, act.verdict(), reason, sentence, document(act.document()));
            }
            case EXCEPT -> {
                Document document = document(act.document());
                if (document == null) {
                    throw new Declined(Why.DOCUMENT_MISSING);
                }
                if (!rests(finding, document.kind())) {
                    throw new Declined(Why.ONLY_CONDITION_CHANGE);
                }
                yield new Act(Kind.EXCEPT, "PASS", reason, sentence, document);
            }
        };
    }

    private Document document(Document given) {
        if (given == null || given.kind() == null || given.kind().isBlank()) {
            return null;
        }
        office.choice("document", given.kind());
        if (given.number() == null || given.number().isBlank() || given.date() == null) {
            throw new Declined(Why.DOCUMENT_MISSING);
        }
        return new Document(
                given.kind(), Office.field("document-number", given.number(), 100), given.date(), given.sha256());
    }
}
