package redline.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import redline.rulepack.Fault;

/** The files of {@code templates/report}: texts, and what is wrong with one. Nothing is filled in here. */
public final class ReportTemplates {
    /** Where they stand in a bundle of files, and before the name of one in a fault. */
    public static final String FOLDER = "templates/report/";

    private ReportTemplates() {}

    /** The wordings and layouts that reports are written with here, by file name: an office's own win over those of the program. */
    public static Map<String, String> all() {
        return Templates.all();
    }

    /** Hash over {@link #all}, as {@link Contents} has it. */
    public static String sha256() {
        return Templates.sha256();
    }

    /** Every file that an office may have its own of. */
    public static List<String> files() {
        return Templates.CHECKED;
    }

    /** As it is in use here. */
    public static String text(String file) {
        return Templates.text(file);
    }

    /** As the program has it. */
    public static String shipped(String file) {
        return Templates.shipped(file);
    }

    /** Those in use here that differ from the program's, by name. */
    public static Map<String, String> own() {
        return Templates.own();
    }

    /** Why those in use here cannot be; empty where they can. What a written report lacks is told when it is written. */
    public static List<Fault> faults() {
        return TemplateCheck.of(Templates.own());
    }

    /** Why a text could not be used as this file; it is read, and nothing in it is run. */
    public static List<Fault> faults(String file, String text) {
        return text.equals(shipped(file)) ? List.of() : TemplateCheck.of(Map.of(file, text));
    }

    /**
     * Puts one where reports look first: into the folder that a worker stands in.
     *
     * @param path {@link #FOLDER} and the name of one of {@link #files}
     */
    public static void put(String path, byte[] bytes) throws IOException {
        if (files().stream().noneMatch(file -> path.equals(FOLDER + file))) {
            throw new IllegalArgumentException(path);
        }
        Path template = Path.of(path);
        Files.createDirectories(template.getParent());
        Files.write(template, bytes);
    }
}
