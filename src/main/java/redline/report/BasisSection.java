package redline.report;

import java.util.List;
import redline.check.CheckResult;
import redline.requirement.Grade;
import redline.requirement.PackUse;
import redline.requirement.RuleInfo.PackStanding;
import redline.scheme.Letter;

/** What the check stands on: the packs with their documents, and the conditions letters. */
public final class BasisSection {
    private final CheckResult result;
    private final Words words;

    public BasisSection(CheckResult result, Words words) {
        this.result = result;
        this.words = words;
    }

    public List<ReportPage.BasisRow> packs() {
        return result.ruling().packs().stream().map(this::pack).toList();
    }

    private ReportPage.BasisRow pack(PackUse pack) {
        boolean quoted = pack.standing() == PackStanding.BINDING
                && pack.standingBecause() != null
                && !pack.standingBecause().isBlank();
        String standing = words.get("standing." + pack.standing())
                + (quoted ? words.get("bracketed", pack.standingBecause()) : "");
        return new ReportPage.BasisRow(
                words.of(pack.title()),
                stated(pack.documentNumber()),
                words.term("layer." + pack.layer()),
                standing,
                pack.on() == null ? words.get("not-supplied") : pack.on().toString(),
                pack.inForce() ? words.get("in-force") : words.get("not-in-force", words.of(pack.whyNot())),
                !pack.inForce() || pack.standing() == PackStanding.OPEN,
                pack.version());
    }

    List<ReportPage.LetterRow> letters() {
        List<Letter> letters = result.record().letters();
        return letters == null ? List.of() : letters.stream().map(this::letter).toList();
    }

    private ReportPage.LetterRow letter(Letter letter) {
        return new ReportPage.LetterRow(
                stated(letter.number()),
                letter.issued() == null
                        ? words.get("not-supplied")
                        : letter.issued().toString(),
                words.of(grade(letter).title()),
                letter.complete() == null
                        ? words.get("letter.complete-unknown")
                        : words.get(letter.complete() ? "letter.complete" : "letter.incomplete"),
                incorporates(letter));
    }

    private static Grade grade(Letter letter) {
        for (Grade grade : Grade.values()) {
            if (grade.name().equals(letter.grade())) {
                return grade;
            }
        }
        return Grade.UNCONFIRMED;
    }

    private String incorporates(Letter letter) {
        if (letter.incorporates() == null) {
            return words.get("letter.incorporates-unknown");
        }
        if (letter.incorporates().isEmpty()) {
            return words.get("letter.incorporates-none");
        }
        List<String> all = letter.incorporates().stream()
                .map(one -> one.pack() + words.get("bracketed", stated(one.sentence())))
                .toList();
        return String.join(words.get("list"), all);
    }

    private String stated(String text) {
        return text == null || text.isBlank() ? words.get("not-supplied") : text;
    }
}
