package redline.casefile;

import java.util.List;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.file.Upload;
import redline.scheme.Parcel;
import redline.upload.Examination;
import redline.upload.Material;
import redline.upload.TimeLimit;

/** The id that a scheme gives its parcel, where it has one alone: a letter of the register does not know it. */
final class OnlyParcel {
    private OnlyParcel() {}

    /** Empty where there is none, or several, or the files make no scheme. */
    static String of(List<Upload> files, Examination.Asked asked, Examination.Limits limits) {
        Examination reading = new Examination(
                asked,
                limits,
                () -> {
                    throw new IllegalStateException("nothing is judged here");
                },
                step -> {});
        try {
            return of(intake(reading, reading.read(files, null), asked));
        } catch (TimeLimit.Over tooLong) {
            // The examination that follows meets the same and says so.
            return "";
        }
    }

    private static Intake intake(Examination reading, Material read, Examination.Asked asked) throws TimeLimit.Over {
        if (read instanceof Material.Known known) {
            return reading.understand(known).intake();
        }
        Material.SchemeFile file = (Material.SchemeFile) read;
        return SchemeReader.readWith(file.scheme(), file.conditions(), asked.dates());
    }

    private static String of(Intake intake) {
        if (!(intake instanceof Intake.Accepted accepted) || accepted.scheme().parcels() == null) {
            return "";
        }
        List<Parcel> parcels = accepted.scheme().parcels();
        return parcels.size() == 1 && parcels.get(0).id() != null
                ? parcels.get(0).id()
                : "";
    }
}
