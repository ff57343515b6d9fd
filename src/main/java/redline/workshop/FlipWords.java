package redline.workshop;

import java.math.BigDecimal;
import redline.quantity.Language;
import redline.report.Shown;
import redline.report.Words;
import redline.requirement.Bound;

/**
 * A flip in words and numbers as pages show them; what is not known is empty.
 *
 * @param required the bound before and after
 */
public record FlipWords(String before, String after, String measured, String required, String margin) {
    public static FlipWords of(Flip flip, Language language) {
        Shown shown = new Shown(Words.of(language));
        String was = bound(flip.boundBefore(), flip, shown);
        String is = bound(flip.boundAfter(), flip, shown);
        return new FlipWords(
                FlipMap.said(flip.before()).in(language),
                FlipMap.said(flip.after()).in(language),
                flip.measured() == null ? "" : shown.value(flip.measured(), flip.quantity()),
                was.equals(is) ? is : was + " → " + is,
                flip.margin() == null
                        ? ""
                        : shown(flip.margin())
                                + (flip.marginUnit() == null
                                        ? ""
                                        : " " + flip.marginUnit().symbol()));
    }

    /** With two decimals at least, as the limits beside it. */
    private static String shown(BigDecimal margin) {
        BigDecimal bare = margin.stripTrailingZeros();
        return (bare.scale() < 2 ? bare.setScale(2) : bare).toPlainString();
    }

    private static String bound(Bound bound, Flip flip, Shown shown) {
        return bound == null ? "" : shown.bound(bound, flip.quantity());
    }
}
