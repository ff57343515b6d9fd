package redline.casefile;

/**
 * One who may enter.
 *
 * @param login in lower case
 * @param name as it stands in papers and in the log
 * @param unit the office, institute or company
 * @param mustChange whether the password was given by another and has to be changed first
 */
public record Account(
        String id, String login, String name, String unit, Role role, boolean mustChange, boolean disabled) {}
