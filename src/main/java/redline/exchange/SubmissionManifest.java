package redline.exchange;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import redline.exchange.ManifestFields.NotOurs;
import redline.intake.bundle.Choices;
import redline.scheme.Dates;
import tools.jackson.databind.node.ObjectNode;

/**
 * Of a submission package (送审包).
 *
 * @param handedIn when the files came to the self-check
 * @param project what the scheme is called
 * @param dates that the rules were dated by
 */
public record SubmissionManifest(
        String installation,
        String fingerprint,
        Instant handedIn,
        String project,
        String profile,
        Dates dates,
        Choices choices,
        String verdict,
        String program,
        String rules,
        List<PackedFile> files)
        implements Manifest {
    private static final Set<PackedFile.Role> ROLES = EnumSet.of(
            PackedFile.Role.SCHEME, PackedFile.Role.CONDITIONS, PackedFile.Role.RESULT, PackedFile.Role.REPORT);

    @Override
    public Kind kind() {
        return Kind.SUBMISSION;
    }

    @Override
    public byte[] json() {
        ObjectNode root = ManifestFields.begun(Kind.SUBMISSION)
                .put("installation", installation)
                .put("fingerprint", fingerprint)
                .put("handedIn", handedIn.toString())
                .put("project", project)
                .put("profile", profile);
        ManifestFields.put(root, "dates", dates);
        ChoicesJson.put(root, "choices", choices);
        root.put("verdict", verdict).put("program", program).put("rules", rules);
        ManifestFields.put(root, "files", files);
        return ManifestFields.bytes(root);
    }

    /** @throws NotOurs where it is none */
    public static SubmissionManifest read(byte[] json) {
        ManifestFields fields = ManifestFields.parse(json);
        fields.begin(Kind.SUBMISSION);
        SubmissionManifest read = new SubmissionManifest(
                fields.text("installation"),
                fields.text("fingerprint"),
                fields.instant("handedIn"),
                fields.text("project"),
                fields.text("profile"),
                fields.dates("dates"),
                ChoicesJson.read(fields.object("choices")),
                fields.matching("verdict", Manifest.VERDICTS),
                fields.text("program"),
                fields.text("rules"),
                fields.files("files"));
        fields.end();
        boolean whole = read.one(PackedFile.Role.RESULT) && read.one(PackedFile.Role.REPORT);
        boolean own = read.files.stream().allMatch(file -> ROLES.contains(file.role()));
        if (!whole || !own || read.handedInFiles().isEmpty()) {
            throw new NotOurs("not the files of a submission");
        }
        return read;
    }

    private boolean one(PackedFile.Role role) {
        return files.stream().filter(file -> file.role() == role).count() == 1;
    }

    /** Those that somebody handed in. */
    public List<PackedFile> handedInFiles() {
        return files.stream()
                .filter(file -> file.role() == PackedFile.Role.SCHEME || file.role() == PackedFile.Role.CONDITIONS)
                .toList();
    }

    /** The result of the self-check. */
    public PackedFile result() {
        return files.stream()
                .filter(file -> file.role() == PackedFile.Role.RESULT)
                .findFirst()
                .orElseThrow();
    }
}
