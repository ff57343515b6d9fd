package redline.workshop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redline.check.Program;
import redline.exchange.Content;
import redline.exchange.Exchange;
import redline.exchange.Installation;
import redline.exchange.PackageWriter;
import redline.exchange.PackedFile;
import redline.exchange.Refused;
import redline.exchange.RulePackManifest;
import redline.exchange.SignedPackage;
import redline.exchange.SigningKey;
import redline.intake.file.Upload;
import redline.proof.CaseFolder;
import redline.proof.RuleCase;
import redline.proof.RuleCases;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RulePage;

/**
 * A pack of rules as one signed archive: its files with its documents, the cases of its rules, and the base schemes that they begin from.
 * What comes in goes into a draft, never in force.
 *
 * @param signer as this installation knows it
 * @param files by their paths in a draft
 */
public record PackArchive(Installation signer, RulePackManifest manifest, Map<String, String> files) {
    private static final String BASES = "bases/";

    /**
     * Packs up a pack; equal rules give equal bytes.
     *
     * @throws IllegalArgumentException for a pack that is not there
     */
    public static PackageWriter.Ready export(Published published, String pack, SigningKey key) throws IOException {
        RuleBook book = published.book();
        if (book.standing(pack) == null) {
            throw new IllegalArgumentException(pack);
        }
        PackageWriter writer = new PackageWriter();
        for (Map.Entry<String, byte[]> file : filesOf(published, pack).entrySet()) {
            writer.place(file.getKey(), PackedFile.Role.RULES, Content.of(file.getValue()));
        }
        Installation own = key.installation();
        return writer.signed(
                key,
                files -> new RulePackManifest(
                        own.name(),
                        own.fingerprint(),
                        pack,
                        book.standing(pack).title().zh(),
                        Program.VERSION,
                        book.sha256(),
                        files));
    }

    /** Files of a pack and of its cases that a draft may hold, by their paths in it. */
    private static TreeMap<String, byte[]> filesOf(Published published, String pack) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        RuleBook book = published.book();
        book.paths().stream()
                .filter(path -> path.startsWith(pack + "/"))
                .forEach(path ->
                        files.put(DraftPaths.RULES + path, book.file(path).orElseThrow()));
        Set<String> rules = rulesOf(book, pack);
        TreeMap<String, byte[]> cases = new TreeMap<>();
        TreeMap<String, byte[]> read = new TreeMap<>();
        published.cases().files().forEach((path, bytes) -> {
            boolean own = path.equals("equivalent-mutants/" + pack + ".yaml")
                    || path.startsWith("rules/") && rules.contains(path.split("/", -1)[1]);
            if (own) {
                cases.put(path, bytes);
            }
            if (own || path.startsWith(BASES)) {
                read.put(path, bytes);
            }
        });
        for (RuleCase one : RuleCases.of(new CaseFolder(read)).all()) {
            String base = BASES + one.base() + ".yaml";
            if (read.containsKey(base)) {
                cases.put(base, read.get(base));
            }
        }
        cases.forEach((path, bytes) -> files.put(DraftPaths.CASES + path, bytes));
        files.keySet().removeIf(path -> !DraftPaths.fits(path));
        return files;
    }

    private static Set<String> rulesOf(RuleBook book, String pack) {
        return book.pages().stream()
                .filter(page -> page.packId().equals(pack))
                .map(RulePage::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Opens an archive and looks at all of it but what its rules say.
     *
     * @throws Refused where its signature or its files are not as they say
     * @throws PackFault where a file has a path that no pack has, or is no text
     * @throws IOException where the file cannot be read at all
     */
    public static PackArchive open(Upload upload, Exchange exchange) throws IOException, Refused {
        try (SignedPackage opened = SignedPackage.open(upload, exchange)) {
            RulePackManifest manifest = opened.rulePack();
            Map<String, String> files = new LinkedHashMap<>();
            List<Fault> faults = new ArrayList<>();
            for (PackedFile file : manifest.files()) {
                String path = file.path();
                boolean fits = DraftPaths.fits(path)
                        && (path.startsWith(DraftPaths.RULES + manifest.pack() + "/")
                                || path.startsWith(DraftPaths.CASES));
                if (!fits) {
                    faults.add(fault(path, "规则包里不该有这个文件", "No pack of rules holds such a file"));
                } else {
                    try {
                        files.put(path, text(opened.file(file).bytes()));
                    } catch (CharacterCodingException binary) {
                        faults.add(fault(path, "文件不是 UTF-8 编码", "The file is not UTF-8"));
                    }
                }
            }
            if (!faults.isEmpty()) {
                throw new PackFault(faults);
            }
            return new PackArchive(opened.signer(), manifest, files);
        }
    }

    private static Fault fault(String path, String zh, String en) {
        String shown = path.replaceAll("\\p{Cntrl}", "_");
        return new Fault(
                shown.length() > 120 ? shown.substring(0, 120) + "…" : shown,
                0,
                "",
                new Text(zh, en),
                new Text("请对方用“导出规则包”重新导出", "Ask the other office to export the pack again"));
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /**
     * What a draft has to hold so that the pack is as in the archive.
     *
     * @param files contents by path, null where a file goes
     * @param kept base schemes that this office has under the same name and otherwise; they stay, others' cases begin from them
     */
    public record Taken(Map<String, String> files, List<String> kept) {}

    /** Over what is in force. */
    public Taken over(Published now) {
        Map<String, String> taken = new TreeMap<>();
        List<String> kept = new ArrayList<>();
        files.forEach((path, text) -> {
            byte[] is = now.file(path).orElse(null);
            boolean base = path.startsWith(DraftPaths.CASES + BASES);
            if (base && is != null && !Arrays.equals(is, text.getBytes(StandardCharsets.UTF_8))) {
                kept.add(path);
            } else if (!Arrays.equals(is, text.getBytes(StandardCharsets.UTF_8))) {
                taken.put(path, text);
            }
        });
        if (now.book().standing(manifest.pack()) != null) {
            filesOf(now, manifest.pack()).keySet().stream()
                    .filter(path -> !files.containsKey(path) && !path.startsWith(DraftPaths.CASES + BASES))
                    .forEach(path -> taken.put(path, null));
        }
        return new Taken(taken, List.copyOf(kept));
    }

    /**
     * The rules of this office with the pack as the other has it.
     *
     * @throws PackFault with all faults that the lint finds
     */
    public RuleBook beside(RuleBook own) {
        Map<String, byte[]> others = new TreeMap<>();
        own.paths().stream()
                .filter(path -> path.startsWith(manifest.pack() + "/"))
                .forEach(path -> others.put(path, null));
        files.forEach((path, text) -> {
            if (path.startsWith(DraftPaths.RULES)) {
                others.put(path.substring(DraftPaths.RULES.length()), text.getBytes(StandardCharsets.UTF_8));
            }
        });
        return own.with(others);
    }
}
