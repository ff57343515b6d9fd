package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.measure.Missing;
import redline.measure.Reading;
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
        return answer.required() == null
                ? shown.value(known.value(), answer.measure().quantity())
                : shown.pair(known.value(), answer.required(), answer.measure().quantity())
                        .measured();
    }

    public String required(Finding finding) {
        Answer answer = Answer.of(finding);
        if (answer.required() == null) {
            return open(finding);
        }
        return answer.measure() != null && answer.measure().reading() instanceof Reading.Known known
                ? shown.pair(known.value(), answer.required(), finding.rule().quantity())
                        .limit()
                : shown.bound(answer.required(), finding.rule().quantity());
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
            said.add(shown.margin(judged));
        } else if (finding instanceof Finding.Undetermined open) {
            said.add(words.of(open.cause().title()) + words.get("colon") + words.of(open.ask()));
        } else if (finding instanceof Finding.NotApplicable none) {
            said.add(words.of(none.because()));
        }
        finding.notes().forEach(note -> said.add(words.of(note)));
        said.removeIf(String::isBlank);
        return String.join(words.get("semicolon"), said);
    }

    /** Only the margin; empty where there is none. */
    public String margin(Finding finding) {
        return finding instanceof Finding.Judged judged ? shown.margin(judged) : "";
    }

    public String missing(Finding finding) {
        return Answer.of(finding).missing().stream()
                .map(Missing::label)
                .map(words::of)
                .distinct()
                .collect(Collectors.joining(words.get("list")));
    }

    /** Clause and grade, after {@code before}; empty where no clause is cited. */
    public String source(Finding finding, String before) {
        List<Citation> citations = Answer.of(finding).citations();
        return citations.isEmpty() ? "" : before + clause(finding) + words.get("bracketed", grade(finding));
    }

    public String clause(Finding finding) {
        return Answer.clause(Answer.of(finding).citations());
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
