package redline.scheme;

import java.time.LocalDate;

/** The dates of a scheme; each pack says which of them dates it. Null where not stated; one as-of may stand for all. */
public record Dates(LocalDate conditionsIssued, LocalDate contractSigned, LocalDate applicationReceived) {
    /** Which date a pack is dated by. */
    public enum Kind {
        CONDITIONS_ISSUED,
        CONTRACT_SIGNED,
        APPLICATION_RECEIVED
    }

    public static Dates allOn(LocalDate asOf) {
        return new Dates(asOf, asOf, asOf);
    }

    /** No date stated. */
    public static Dates unknown() {
        return new Dates(null, null, null);
    }

    /** These dates, and where one is not stated that of {@code other}. */
    public Dates or(Dates other) {
        return new Dates(
                conditionsIssued != null ? conditionsIssued : other.conditionsIssued,
                contractSigned != null ? contractSigned : other.contractSigned,
                applicationReceived != null ? applicationReceived : other.applicationReceived);
    }

    public LocalDate of(Kind kind) {
        return switch (kind) {
            case CONDITIONS_ISSUED -> conditionsIssued;
            case CONTRACT_SIGNED -> contractSigned;
            case APPLICATION_RECEIVED -> applicationReceived;
        };
    }
}
