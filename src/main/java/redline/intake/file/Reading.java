package redline.intake.file;

import java.util.List;

/** A file as read: what is told of it, and what a scheme can be made of; nothing of the latter where it was refused. */
public record Reading(FileContents contents, List<Feature> features, List<Sheet> sheets) {

    public static Reading refused(FileContents contents) {
        return new Reading(contents, List.of(), List.of());
    }
}
