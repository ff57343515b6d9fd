package redline.casefile;

import java.util.Map;
import redline.scheme.Dates;

/**
 * What a case is opened with; texts as they were typed.
 *
 * @param kind, business ids of the lists
 * @param projectCode, parcelCode empty where not known yet
 * @param letter id of the planning conditions in the register, null where they come with the scheme
 * @param dates null where not known yet; a case without its dates cannot be judged
 * @param fields of the application form by their ids
 * @param inherits number of the pre-review whose rounds it goes on with, empty where none
 * @param approved number of the case whose scheme is being changed, empty where none
 */
public record CaseForm(
        String kind,
        String business,
        String project,
        String projectCode,
        String parcelCode,
        String letter,
        String profile,
        Dates dates,
        Map<String, String> fields,
        String inherits,
        String approved) {}
