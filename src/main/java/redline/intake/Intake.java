package redline.intake;

import java.util.List;
import redline.scheme.Scheme;

/** The outcome of reading: a scheme with remarks that do not stand in the way, or complaints and no scheme. */
public sealed interface Intake {
    record Accepted(Scheme scheme, List<Complaint> remarks) implements Intake {}

    record Refused(List<Complaint> complaints) implements Intake {}
}
