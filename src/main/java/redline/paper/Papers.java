package redline.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The papers of an office: contents → .docx. Files of the office's own folder win over those of the program, one by one. */
public final class Papers {
    private final Path folder;
    private final List<PaperKind> kinds;

    private Papers(Path folder, List<PaperKind> kinds) {
        this.folder = folder;
        this.kinds = kinds;
    }

    /**
     * @param templates the office's folder of templates with {@code papers/*.docx} and {@code office/papers.csv}, null for the
     *     program's own
     * @throws PaperFault where the table of papers cannot be used
     */
    public static Papers open(Path templates) {
        String csv = new String(bytes(templates, "office/" + PaperTable.FILE), StandardCharsets.UTF_8);
        return new Papers(templates, PaperTable.read(csv));
    }

    /** In the order of the table. */
    public List<PaperKind> kinds() {
        return kinds;
    }

    /** @throws PaperFault where the table has no such paper */
    public PaperKind kind(String id) {
        return kinds.stream()
                .filter(kind -> kind.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new PaperFault(
                        PaperTable.FILE,
                        "",
                        "没有文书 " + id + ",请补上这一行。已有:" + known(),
                        "there is no paper " + id + "; add its line. There are: " + known()));
    }

    private Set<String> known() {
        return kinds.stream().map(PaperKind::id).collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /**
     * A .docx of equal bytes for equal contents and template.
     *
     * @throws PaperFault where its template cannot be used; nothing is written then
     */
    public byte[] write(Contents contents) {
        PaperKind kind = kind(contents.paper());
        byte[] docx =
                new Template(kind.template(), bytes(folder, "papers/" + kind.template())).filled(Tags.of(contents));
        return FixedPackage.of(
                docx,
                kind.name().zh(),
                contents.header().office(),
                contents.issue().date());
    }

    private static byte[] bytes(Path folder, String name) {
        try {
            Path own = folder == null ? null : folder.resolve(name);
            if (own != null && Files.isRegularFile(own)) {
                return Files.readAllBytes(own);
            }
            try (InputStream shipped = Papers.class.getResourceAsStream("/templates/" + name)) {
                if (shipped == null) {
                    throw new PaperFault(
                            name,
                            "",
                            "找不到这个文件,请放到本局的 templates 文件夹。",
                            "this file is not there; put it into the office's folder of templates.");
                }
                return shipped.readAllBytes();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + name, unreadable);
        }
    }
}
