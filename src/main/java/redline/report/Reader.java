package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import redline.finding.Asked;
import redline.finding.Cause;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.quantity.Quantity;
import redline.requirement.Citation;
import redline.requirement.RuleInfo;

/** A finding put into words: subject, measured, required, what to say of it, and where that stands. Empty means none. */
public final class Reader {
    private final Words words;
    private final Shown shown;

    public Reader(Words words) {
        this.words = words;
        this.shown = new Shown(words);
    }

    public String subject(Finding finding) {
        return words.of(finding.subject().name());
    }

    public String measured(Finding finding) {
        Answer answer = Answer.of(finding);
        if (answer.measure() == null || !(answer.measure().reading() instanceof Reading.Known known)) {
            return open(finding);
        }
        Quantity quantity = Answer.unitOf(finding);
        if (isDifference(finding)) {
            return Shown.number(known.value()).signum() == 0
                    ? words.get("no-difference")
                    : words.get("differs", difference(finding));
        }
        return answer.required() == null
                ? shown.value(known.value(), quantity)
                : shown.pair(known.value(), answer.required(), quantity).measured();
    }

    public String required(Finding finding) {
        Answer answer = Answer.of(finding);
        if (isDifference(finding)) {
            return words.get("as-declared");
        }
        if (answer.required() == null) {
            return open(finding);
        }
        return answer.measure() != null && answer.measure().reading() instanceof Reading.Known known
                ? shown.pair(known.value(), answer.required(), finding.rule().quantity())
                        .limit()
                : shown.bound(answer.required(), finding.rule().quantity());
    }

    private String difference(Finding finding) {
        Answer answer = Answer.of(finding);
        return answer.measure().reading() instanceof Reading.Known known
                ? shown.value(known.value(), Answer.unitOf(finding))
                : open(finding);
    }

    private static boolean isDifference(Finding finding) {
        return finding.rule().quantity() == Quantity.DECLARED_DIFFERENCE;
    }

    /**
     * The rule's own sentence with the numbers of a violation put in ({@code subject}, {@code measured}, {@code required},
     * {@code source}, {@code margin} in braces); empty for what is not broken.
     */
    public String sentence(Finding finding) {
        if (finding.verdict() != Verdict.VIOLATION) {
            return "";
        }
        return words.of(finding.rule().letterSentence())
                .replace("{subject}", subject(finding))
                .replace("{measured}", isDifference(finding) ? difference(finding) : measured(finding))
                .replace("{required}", required(finding))
                .replace("{source}", clause(finding))
                .replace("{margin}", margin(finding));
    }

    private String open(Finding finding) {
        boolean measurable = finding.rule().quantity() != null && finding.verdict() == Verdict.UNDETERMINED;
        return words.get(measurable ? "not-known" : "none");
    }

    /** 取值方式, empty where nothing was measured. */
    public String provenance(Finding finding) {
        Answer answer = Answer.of(finding);
        return answer.measure() != null && answer.measure().reading() instanceof Reading.Known known
                ? words.of(known.provenance().title())
                : "";
    }

    public List<String> formula(Finding finding) {
        Answer answer = Answer.of(finding);
        return answer.measure() == null
                ? List.of()
                : answer.measure().evidence().formula();
    }

    /** The margin of what was judged, the question of what is open, the because of what does not apply; then the notes. */
    public String say(Finding finding) {
        List<String> said = new ArrayList<>();
        if (finding instanceof Finding.Judged judged) {
            said.add(margin(judged));
        } else if (finding instanceof Finding.Undetermined open) {
            if (open.asked() != Asked.AUTHORITY) {
                said.add(words.of(open.cause().title())
                        + words.get("colon")
                        + (open.cause() == Cause.NEEDS_JUDGEMENT ? words.of(open.ask()) : missing(open)));
            }
            said.add(heldBy(held(open)));
        } else if (finding instanceof Finding.NotApplicable none) {
            said.add(words.of(none.because()));
        }
        finding.notes().forEach(note -> said.add(words.of(note)));
        said.removeIf(String::isBlank);
        return String.join(words.get("semicolon"), said);
    }

    /** Only the margin; empty where there is none. */
    public String margin(Finding finding) {
        return finding instanceof Finding.Judged judged && !isDifference(finding) ? shown.margin(judged) : "";
    }

    /** Why it is open, in a word or two; that it is the authority's to check, where nobody else can. */
    String cause(Finding.Undetermined open) {
        return open.asked() == Asked.AUTHORITY
                ? words.get("for-authority")
                : words.of(open.cause().title());
    }

    /** What the reviewing authority alone has, by its labels. */
    List<String> held(Finding finding) {
        return Answer.of(finding).missing().stream()
                .filter(missing -> missing.kind() == Missing.Kind.HELD)
                .map(Missing::label)
                .map(words::of)
                .distinct()
                .toList();
    }

    /** 由审查机关核对：控制线; empty where there is nothing. */
    String heldBy(List<String> held) {
        return held.isEmpty()
                ? ""
                : words.get("for-authority") + words.get("colon") + String.join(words.get("list"), held);
    }

    /** What the applicant lacks, by its labels, where there is some; else what of the basis is open. */
    public String missing(Finding finding) {
        return String.join(words.get("list"), missingLabels(finding));
    }

    /** What the applicant lacks where there is some, else what of the basis is open, else what is not exact enough. */
    List<String> missingLabels(Finding finding) {
        List<Missing> all = Answer.of(finding).missing();
        Missing.Kind first = Stream.of(Missing.Kind.FACT, Missing.Kind.BASIS, Missing.Kind.ACCURACY)
                .filter(kind -> all.stream().anyMatch(missing -> missing.kind() == kind))
                .findFirst()
                .orElse(Missing.Kind.FACT);
        return all.stream()
                .filter(missing -> missing.kind() == first)
                .map(Missing::label)
                .map(words::of)
                .distinct()
                .toList();
    }

    /** What of the basis is open beside missing facts; empty where no fact is missing. */
    List<String> alsoOpen(Finding finding) {
        List<String> first = missingLabels(finding);
        return Answer.of(finding).missing().stream()
                .filter(missing -> missing.kind() == Missing.Kind.BASIS)
                .map(Missing::label)
                .map(words::of)
                .distinct()
                .filter(label -> !first.contains(label))
                .toList();
    }

    /** Clause and grade, after {@code before}; empty where no clause is cited. */
    public String source(Finding finding, String before) {
        List<Citation> citations = Answer.of(finding).citations();
        return citations.isEmpty() ? "" : before + clause(finding) + words.get("bracketed", grade(finding));
    }

    public String clause(Finding finding) {
        return Answer.clause(Answer.of(finding).citations(), words.language());
    }

    public String grade(Finding finding) {
        Answer answer = Answer.of(finding);
        return answer.grade() == null ? "" : words.of(answer.grade().title());
    }

    /** {@code 规划条件 · 自然资源规划 · 方案}. */
    public String standing(RuleInfo rule) {
        return words.of(rule.force().title()) + " · " + words.term(rule.authority()) + " · " + words.term(rule.stage());
    }
}
