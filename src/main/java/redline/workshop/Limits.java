package redline.workshop;

import java.math.BigDecimal;
import redline.rulepack.ValuePlace;

/** Limits as they are spoken of: with as many decimals as their step has. */
final class Limits {
    private Limits() {}

    static String shown(ValuePlace place) {
        boolean metric = place.unit().equals("m") || place.unit().equals("m²");
        String number = metric && place.written().matches("-?[0-9]+(\\.[0-9]+)?")
                ? padded(new BigDecimal(place.written())).toPlainString()
                : place.written();
        return place.unit().isEmpty() ? number : number + " " + place.unit();
    }

    private static BigDecimal padded(BigDecimal number) {
        return number.scale() < 2 ? number.setScale(2) : number;
    }
}
