package redline.casefile;

import java.util.List;
import redline.intake.Intake;
import redline.scheme.Parcel;

/** The id that a scheme gives its parcel, where it has one alone: a letter of the register does not know it. */
final class OnlyParcel {
    private OnlyParcel() {}

    /** Empty where there is none, or several, or the files make no scheme. */
    static String of(Intake intake) {
        if (!(intake instanceof Intake.Accepted accepted) || accepted.scheme().parcels() == null) {
            return "";
        }
        List<Parcel> parcels = accepted.scheme().parcels();
        return parcels.size() == 1 && parcels.get(0).id() != null
                ? parcels.get(0).id()
                : "";
    }
}
