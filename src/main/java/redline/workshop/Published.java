package redline.workshop;

import java.util.Optional;
import redline.casefile.DraftFile;
import redline.intake.Hash;
import redline.proof.CaseFolder;
import redline.rulepack.RuleBook;

/** What is in force: the rules and their cases, as they were at one moment. */
public record Published(RuleBook book, CaseFolder cases) {
    /** A file by its path in a draft. */
    public Optional<byte[]> file(String path) {
        return path.startsWith(DraftPaths.RULES)
                ? book.file(path.substring(DraftPaths.RULES.length()))
                : Optional.ofNullable(cases.files().get(path.substring(DraftPaths.CASES.length())));
    }

    /** SHA-256 of a file, null where there is none. */
    public String sha256(String path) {
        return file(path).map(Hash::of).orElse(null);
    }

    /**
     * A file for a draft, taken up from what is in force.
     *
     * @param content null where it would go
     */
    public DraftFile taken(String path, String content) {
        return new DraftFile(path, content, sha256(path));
    }
}
