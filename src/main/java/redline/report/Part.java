package redline.report;

import java.util.Optional;
import java.util.stream.Stream;

/** The files that a report carries with it: all that it was made of, and what came of it. */
public enum Part {
    /** What rules saw of the scheme. */
    RECORD("record.json", "application/json", Relation.SOURCE),
    /** The planning conditions in it, by themselves. */
    CONDITIONS("conditions.json", "application/json", Relation.SOURCE),
    /** The profile that was asked for, as it is written; it is among the rules, too. */
    PROFILE("profile.yaml", "application/yaml", Relation.SUPPLEMENT),
    /** Every file of the rules that judged. */
    RULES("rules.zip", "application/zip", Relation.SUPPLEMENT),
    RESULT("result.json", "application/json", Relation.DATA),
    /** What cures the violations, as it was tried on the scheme. */
    REMEDIES("remedies.json", "application/json", Relation.DATA),
    /** What the others are, and by which program: {@link Contents}. */
    CONTENTS("contents.json", "application/json", Relation.SUPPLEMENT);

    /** What a file is to the document, in the words of PDF. */
    enum Relation {
        SOURCE("Source"),
        DATA("Data"),
        SUPPLEMENT("Supplement");

        private final String pdf;

        Relation(String pdf) {
            this.pdf = pdf;
        }

        String pdf() {
            return pdf;
        }
    }

    private final String file;
    private final String mediaType;
    private final Relation relation;

    Part(String file, String mediaType, Relation relation) {
        this.file = file;
        this.mediaType = mediaType;
        this.relation = relation;
    }

    /** Its name in the document. */
    public String file() {
        return file;
    }

    String mediaType() {
        return mediaType;
    }

    Relation relation() {
        return relation;
    }

    /** Packed already: it is not compressed again. */
    boolean packed() {
        return this == RULES;
    }

    static Optional<Part> called(String file) {
        return Stream.of(values()).filter(part -> part.file.equals(file)).findFirst();
    }
}
