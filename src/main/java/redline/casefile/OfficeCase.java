package redline.casefile;

import java.time.LocalDate;

/**
 * A case, as its row says.
 *
 * @param kind, business ids of the lists of {@code templates/office/lists.csv}
 * @param state id of {@code states.csv}
 * @param since day of the step that led into the state
 * @param applicant, handler, outside ids of accounts; the last two null where nobody is assigned
 * @param letter id of the planning conditions in the register, null where they come with the scheme
 * @param period working days, null where the office set none or no clock runs
 * @param dueOn null where no clock runs or its end is not known
 * @param inherits id of the pre-review whose rounds go before its own, or null
 * @param approved id of the case whose scheme was approved and is being changed, or null
 * @param conclusion id of the list, empty while there is none
 * @param verdict of the machine for the latest round, empty while there is none
 */
public record OfficeCase(
        String id,
        String number,
        String kind,
        String business,
        String state,
        LocalDate since,
        boolean closed,
        String project,
        String projectCode,
        String parcelCode,
        String applicant,
        String handler,
        String outside,
        String letter,
        String profile,
        LocalDate conditionsIssued,
        LocalDate contractSigned,
        LocalDate applicationReceived,
        Integer period,
        LocalDate acceptedOn,
        LocalDate dueOn,
        String inherits,
        String approved,
        String conclusion,
        String verdict,
        int violations,
        int openItems) {}
