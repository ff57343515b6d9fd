package redline.requirement;

import java.time.LocalDate;
import redline.quantity.Text;

/**
 * A pack that the profile names, as used in one check. {@code on} is the date that dates it; {@code gap}: it is not in force and
 * no document before it was, which makes one undetermined finding of its own.
 */
public record PackUse(
        String id,
        Text title,
        String documentNumber,
        String version,
        String sha256,
        String layer,
        RuleInfo.PackStanding standing,
        String standingBecause,
        LocalDate on,
        boolean inForce,
        Text whyNot,
        boolean gap) {}
