package redline.paper;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redline.finding.Finding;
import redline.finding.Verdict;
import redline.quantity.Language;
import redline.report.Reader;
import redline.report.Words;
import redline.requirement.Citation;
import redline.requirement.Grade;

/** Puts findings into the words of a paper; the officer's sentence replaces the rule's own. */
final class ItemWriter {
    private final Words words = Words.of(Language.ZH);
    private final Reader reader = new Reader(words);
    private final Set<String> lookedUp;

    /** @param lookedUp names of the values that were looked up in their source */
    ItemWriter(Set<String> lookedUp) {
        this.lookedUp = lookedUp;
    }

    Set<String> lookedUp() {
        return lookedUp;
    }

    /** @param decision null where none was made */
    Item item(Finding finding, Settled decision) {
        String edited = decision == null ? null : decision.sentence();
        boolean broken = finding.verdict() == Verdict.VIOLATION;
        String ours = broken ? reader.sentence(finding) : asking(reader.missing(finding), List.of(finding));
        String margin = broken ? reader.margin(finding) : ours;
        return new Item(
                finding.rule().id(),
                finding.subject().kind(),
                finding.subject().id(),
                words.of(finding.rule().title()),
                reader.subject(finding),
                reader.measured(finding),
                reader.required(finding),
                reader.clause(finding),
                edited != null ? edited : margin.isEmpty() ? ours : margin,
                edited != null ? edited : ours,
                unverified(finding, lookedUp));
    }

    /** A missing fact in the officer's sentence; what it is held against is said only where that was looked up. */
    Item supplement(Finding finding, Settled decision) {
        Item item = item(finding, decision);
        return Held.toLookUp(finding, lookedUp).isEmpty() ? item : item.withoutBasis();
    }

    String missing(Finding finding) {
        return reader.missing(finding);
    }

    /** One point for all findings that lack the same; it is known by the first. */
    Item supplement(List<Finding> alike) {
        Finding first = alike.get(0);
        String missing = missing(first);
        String sentence = asking(missing, alike);
        return new Item(
                first.rule().id(),
                first.subject().kind(),
                first.subject().id(),
                missing,
                alike.stream().map(reader::subject).distinct().collect(Collectors.joining(words.get("list"))),
                words.get("not-supplied"),
                "",
                "",
                sentence,
                sentence,
                false);
    }

    private String asking(String missing, List<Finding> alike) {
        String titles = alike.stream()
                .map(finding -> words.of(finding.rule().title()))
                .distinct()
                .collect(Collectors.joining(words.get("list")));
        return "请补充" + missing + "(用于核查:" + titles + ")。";
    }

    /** Whether something that the finding rests on was not compared with its original. */
    static boolean unverified(Finding finding, Set<String> lookedUp) {
        return citations(finding).stream()
                .anyMatch(citation -> citation.grade() != Grade.OFFICIAL && !lookedUp.contains(citation.value()));
    }

    static List<Citation> citations(Finding finding) {
        if (finding instanceof Finding.Judged judged) {
            return judged.citations();
        }
        return finding instanceof Finding.Undetermined open ? open.citations() : List.of();
    }
}
