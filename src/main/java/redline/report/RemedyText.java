package redline.report;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import redline.finding.Finding;
import redline.quantity.Unit;
import redline.remedy.Change;
import redline.remedy.Remedy;

/** What to change, in a sentence. */
public final class RemedyText {
    private final Words words;
    private final Shown shown;
    private final IdentityHashMap<Finding, Remedy> remedies = new IdentityHashMap<>();

    /** @param remedies of findings of the result that is shown */
    public RemedyText(Words words, List<Remedy> remedies) {
        this.words = words;
        this.shown = new Shown(words);
        remedies.forEach(remedy -> this.remedies.put(remedy.violation(), remedy));
    }

    /** Empty where nothing is known: of what is no violation, and where nobody looked for remedies. */
    public String of(Finding finding) {
        Remedy remedy = remedies.get(finding);
        if (remedy == null) {
            return "";
        }
        if (!remedy.tried()) {
            return words.get("remedy.untried");
        }
        if (remedy.change() == null) {
            return words.get("remedy.in-vain");
        }
        String change = change(remedy.change());
        if (remedy.isEnough()) {
            boolean alone = remedy.change() instanceof Change.Amount;
            return words.get(alone ? "remedy.amount-enough" : "remedy.enough", change);
        }
        return words.get("remedy.breaks", change, broken(remedy.broken()));
    }

    private String change(Change change) {
        if (change instanceof Change.Move move) {
            return move(move);
        }
        if (change instanceof Change.Lower lower) {
            String metres = shown.difference(lower.metres(), Unit.METRE);
            return lower.storeys() == null
                    ? words.get("remedy.lower", words.of(lower.name()), metres)
                    : words.get("remedy.lower-storeys", words.of(lower.name()), metres, lower.storeys());
        }
        Change.Amount amount = (Change.Amount) change;
        return words.get(
                amount.amount().signum() < 0 ? "remedy.less" : "remedy.more",
                amount.unit() == Unit.SQUARE_METRE && amount.quantity().unit() != Unit.SQUARE_METRE
                        ? words.get("numerator." + amount.quantity())
                        : words.of(amount.quantity().title()),
                shown.difference(amount.amount(), amount.unit()));
    }

    private String move(Change.Move move) {
        String east = towards(move.east(), "remedy.east", "remedy.west");
        String north = towards(move.north(), "remedy.north", "remedy.south");
        String there = north.isEmpty() || east.isEmpty()
                ? north + east
                : words.get(
                        "remedy.both", north, east, shown.difference(BigDecimal.valueOf(move.distance()), Unit.METRE));
        return words.get("remedy.move", words.of(move.name()), there);
    }

    private String towards(BigDecimal metres, String positive, String negative) {
        return metres.signum() == 0
                ? ""
                : words.get(metres.signum() > 0 ? positive : negative, shown.difference(metres, Unit.METRE));
    }

    /** The first few, then how many more. */
    private String broken(List<Remedy.Broken> broken) {
        int shownOnes = Math.min(3, broken.size());
        String first = broken.subList(0, shownOnes).stream()
                .map(other -> words.get(
                        "remedy.broken",
                        words.of(other.title()),
                        words.of(other.subject().name()),
                        words.of(other.verdict().title())))
                .collect(Collectors.joining(words.get("list")));
        return broken.size() == shownOnes ? first : words.get("remedy.and-more", first, broken.size() - shownOnes);
    }
}
