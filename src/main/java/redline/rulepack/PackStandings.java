package redline.rulepack;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import redline.quantity.Text;
import redline.requirement.PackUse;
import redline.requirement.RuleInfo.PackStanding;
import redline.scheme.Dates;
import redline.scheme.Letter;

/** Whether a pack is in force on a scheme's dates, and whether it binds there. */
final class PackStandings {
    private PackStandings() {}

    /**
     * @param others all packs of the profile
     * @throws IllegalArgumentException where the scheme does not state the date that dates the pack
     */
    static PackUse use(Pack pack, Dates dates, List<Letter> letters, Collection<Pack> others) {
        LocalDate on = dating(pack, dates);
        Text which = named(pack.datedBy());
        Standing standing = standing(pack, letters);
        boolean inForce = pack.inForce().on(on);
        Text whyNot = inForce
                ? null
                : new Text(
                        pack.title().zh() + "施行期为 " + pack.inForce() + "," + which.zh() + " " + on + " 不在其中",
                        pack.title().en() + " is in force " + pack.inForce() + "; the " + which.en() + ", " + on
                                + ", is not within");
        return new PackUse(
                pack.id(),
                pack.title(),
                pack.documentNumber(),
                pack.version(),
                pack.sha256(),
                pack.layer().code,
                standing.standing(),
                standing.because(),
                on,
                inForce,
                whyNot,
                !inForce && !covered(pack, on, others));
    }

    /**
     * The day whose version of a pack applies.
     *
     * @throws IllegalArgumentException where the scheme does not state it
     */
    static LocalDate dating(Pack pack, Dates dates) {
        LocalDate on = dates.of(pack.datedBy());
        if (on == null) {
            Text which = named(pack.datedBy());
            throw new IllegalArgumentException("缺少" + which.zh() + ":规则包 " + pack.id() + " 按它确定适用版本 / the " + which.en()
                    + " is not stated; it dates the pack " + pack.id());
        }
        return on;
    }

    /** Before its first day a document is no gap where the one that it succeeds was in force. */
    private static boolean covered(Pack pack, LocalDate on, Collection<Pack> others) {
        boolean before =
                pack.inForce().from() != null && on.isBefore(pack.inForce().from());
        return before
                && others.stream()
                        .anyMatch(other -> other.id().equals(pack.succeeds())
                                && other.inForce().on(on));
    }

    private record Standing(PackStanding standing, String because) {}

    /** A local pack binds where a letter incorporates it; where no letter says anything of it, its standing is open. */
    private static Standing standing(Pack pack, List<Letter> letters) {
        if (pack.layer() != Pack.Layer.LOCAL_DEFAULT) {
            return new Standing(PackStanding.BINDING, "");
        }
        boolean open = letters == null;
        for (Letter letter : letters == null ? List.<Letter>of() : letters) {
            if (letter.incorporates() == null) {
                open = true;
                continue;
            }
            for (Letter.Incorporation incorporation : letter.incorporates()) {
                open |= incorporation.pack() == null;
                if (pack.id().equals(incorporation.pack())) {
                    return new Standing(PackStanding.BINDING, incorporation.sentence());
                }
            }
        }
        return open ? new Standing(PackStanding.OPEN, "规划条件未写明是否引用") : new Standing(PackStanding.REFERENCE, "规划条件未引用");
    }

    private static Text named(Dates.Kind kind) {
        return switch (kind) {
            case CONDITIONS_ISSUED -> new Text("规划条件出具日", "date of the conditions letter");
            case CONTRACT_SIGNED -> new Text("出让合同签订日", "date of the land contract");
            case APPLICATION_RECEIVED -> new Text("报审日", "date of the application");
        };
    }
}
