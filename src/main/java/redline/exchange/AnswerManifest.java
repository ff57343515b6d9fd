package redline.exchange;

import java.time.LocalDate;
import java.util.List;
import redline.exchange.ManifestFields.NotOurs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Of an answer (回执包).
 *
 * @param number of the case
 * @param submittedOn the day that the round counts from
 * @param verdict of the program about the round
 * @param papers issued that whoever handed in may have
 */
public record AnswerManifest(
        String installation,
        String fingerprint,
        String number,
        String project,
        int round,
        LocalDate submittedOn,
        String verdict,
        String program,
        String rules,
        List<Paper> papers,
        List<PackedFile> files)
        implements Manifest {
    /**
     * An issued paper.
     *
     * @param issuedOn the day that stands on it
     * @param path of its file in the package
     */
    public record Paper(String title, String number, LocalDate issuedOn, String path) {}

    @Override
    public Kind kind() {
        return Kind.ANSWER;
    }

    @Override
    public byte[] json() {
        ObjectNode root = ManifestFields.begun(Kind.ANSWER)
                .put("installation", installation)
                .put("fingerprint", fingerprint)
                .put("case", number)
                .put("project", project)
                .put("round", round)
                .put("submittedOn", submittedOn.toString())
                .put("verdict", verdict)
                .put("program", program)
                .put("rules", rules);
        ArrayNode all = root.putArray("papers");
        papers.forEach(paper -> all.addObject()
                .put("title", paper.title())
                .put("number", paper.number())
                .put("issuedOn", paper.issuedOn().toString())
                .put("path", paper.path()));
        ManifestFields.put(root, "files", files);
        return ManifestFields.bytes(root);
    }

    /** @throws NotOurs where it is none */
    public static AnswerManifest read(byte[] json) {
        ManifestFields fields = ManifestFields.parse(json);
        fields.begin(Kind.ANSWER);
        AnswerManifest read = new AnswerManifest(
                fields.text("installation"),
                fields.text("fingerprint"),
                fields.text("case"),
                fields.text("project"),
                fields.number("round"),
                day(fields, "submittedOn"),
                fields.matching("verdict", Manifest.VERDICTS),
                fields.text("program"),
                fields.text("rules"),
                fields.list("papers", AnswerManifest::paper),
                fields.files("files"));
        fields.end();
        return read;
    }

    private static Paper paper(JsonNode node) {
        ManifestFields fields = new ManifestFields(node);
        Paper paper =
                new Paper(fields.text("title"), fields.text("number"), day(fields, "issuedOn"), fields.text("path"));
        fields.end();
        return paper;
    }

    private static LocalDate day(ManifestFields fields, String key) {
        LocalDate day = fields.dayOrNull(key);
        if (day == null) {
            throw new NotOurs(key + " is null");
        }
        return day;
    }
}
