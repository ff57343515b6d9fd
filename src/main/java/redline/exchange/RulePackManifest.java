package redline.exchange;

import java.util.List;
import redline.exchange.ManifestFields.NotOurs;
import tools.jackson.databind.node.ObjectNode;

/**
 * Of a pack of rules with its cases (规则包). Its files lie under the paths that drafts know them by.
 *
 * @param pack id
 * @param title Chinese
 * @param rules hash of all rules that the pack is out of
 */
public record RulePackManifest(
        String installation,
        String fingerprint,
        String pack,
        String title,
        String program,
        String rules,
        List<PackedFile> files)
        implements Manifest {
    private static final String PACK = "[a-z0-9][a-z0-9-]{0,79}";

    @Override
    public Kind kind() {
        return Kind.RULE_PACK;
    }

    @Override
    public byte[] json() {
        ObjectNode root = ManifestFields.begun(Kind.RULE_PACK)
                .put("installation", installation)
                .put("fingerprint", fingerprint)
                .put("pack", pack)
                .put("title", title)
                .put("program", program)
                .put("rules", rules);
        ManifestFields.put(root, "files", files);
        return ManifestFields.bytes(root);
    }

    /** @throws NotOurs where it is none */
    public static RulePackManifest read(byte[] json) {
        ManifestFields fields = ManifestFields.parse(json);
        fields.begin(Kind.RULE_PACK);
        RulePackManifest read = new RulePackManifest(
                fields.text("installation"),
                fields.text("fingerprint"),
                fields.matching("pack", PACK),
                fields.text("title"),
                fields.text("program"),
                fields.text("rules"),
                fields.files("files"));
        fields.end();
        if (read.files.isEmpty() || read.files.stream().anyMatch(file -> file.role() != PackedFile.Role.RULES)) {
            throw new NotOurs("not the files of a pack");
        }
        return read;
    }
}
