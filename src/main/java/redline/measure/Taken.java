package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Subject;

/** A reading with its evidence, before it is known of whom it is said. */
record Taken(Reading reading, Evidence evidence) {
    static Taken unknown(List<Missing> missing) {
        return new Taken(new Reading.Unknown(missing), Evidence.NONE);
    }

    static Taken unknown(Missing missing) {
        return unknown(List.of(missing));
    }

    static Taken known(Value value, Provenance provenance, Geometry geometry, List<String> formula) {
        return new Taken(new Reading.Known(value, provenance), new Evidence(geometry, formula));
    }

    static Taken amount(BigDecimal number, Provenance provenance, Geometry geometry, List<String> formula) {
        return known(new Value.Amount(number), provenance, geometry, formula);
    }

    /** A number of the declared table, or that it is missing there. */
    static Taken declared(Trace<BigDecimal> number) {
        return number.isKnown()
                ? amount(number.value(), Provenance.DECLARED, null, List.of())
                : unknown(number.missing());
    }

    /** This area over the site area, not divided. */
    Taken over(Trace<BigDecimal> siteArea) {
        Lacking lacking = new Lacking();
        lacking.need(siteArea);
        if (reading instanceof Reading.Unknown unknown) {
            lacking.addAll(unknown.missing());
        }
        if (lacking.isAny()) {
            return unknown(lacking.list());
        }
        Reading.Known known = (Reading.Known) reading;
        BigDecimal numerator = ((Value.Amount) known.value()).number();
        List<String> formula = new ArrayList<>(evidence.formula());
        formula.add(Numbers.squareMetres(numerator) + " ÷ " + Numbers.squareMetres(siteArea.value()));
        return known(new Value.Ratio(numerator, siteArea.value()), known.provenance(), evidence.geometry(), formula);
    }

    Trace<BigDecimal> number() {
        return reading instanceof Reading.Known known
                ? Trace.known(((Value.Amount) known.value()).number())
                : Trace.unknown(((Reading.Unknown) reading).missing());
    }

    /** The number, of a ratio its quotient: for choosing a limit, never for judging. */
    Trace<BigDecimal> rational() {
        return reading instanceof Reading.Known known && known.value() instanceof Value.Ratio ratio
                ? Trace.known(ratio.quotient())
                : number();
    }

    Measure of(Quantity quantity, Subject subject) {
        return new Measure(quantity, subject, reading, evidence);
    }
}
