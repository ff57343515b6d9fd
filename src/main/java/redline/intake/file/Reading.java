package redline.intake.file;

import java.util.List;

/**
 * A file as read: what is told of it, and what a scheme can be made of; nothing of the latter where it was refused.
 *
 * @param leftOut whether it has features that are not here, because they were not wanted
 */
public record Reading(FileContents contents, List<Feature> features, List<Sheet> sheets, boolean leftOut) {

    public Reading(FileContents contents, List<Feature> features, List<Sheet> sheets) {
        this(contents, features, sheets, false);
    }

    public static Reading refused(FileContents contents) {
        return new Reading(contents, List.of(), List.of());
    }
}
