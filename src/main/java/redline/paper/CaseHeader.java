package redline.paper;

import java.time.LocalDate;

/**
 * What every paper says of its case. Texts are empty and dates null where not known; both print as a blank line.
 *
 * @param office name of the office that issues the paper
 * @param number of the case
 * @param projectCode code of the project on the provincial platform
 * @param conditions number of the conditions letter
 * @param handler 经办人
 */
public record CaseHeader(
        String office,
        String number,
        String project,
        String projectCode,
        String applicant,
        String location,
        String parcel,
        String conditions,
        String designUnit,
        String handler,
        String phone,
        LocalDate received,
        LocalDate accepted) {}
