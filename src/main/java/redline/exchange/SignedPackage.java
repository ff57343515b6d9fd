package redline.exchange;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import redline.exchange.ManifestFields.NotOurs;
import redline.exchange.Refused.Why;
import redline.intake.Hash;
import redline.intake.file.Unpacked;
import redline.intake.file.Upload;
import redline.quantity.Text;
import tools.jackson.core.JacksonException;

/**
 * A package that was opened and holds what it says: signed by a key that is known, every file there with its hash, and no other. Its files lie
 * unpacked until it is closed. Nothing of the manifest is believed before its signature was found good.
 */
public final class SignedPackage implements AutoCloseable {
    /** Bytes of a manifest. */
    private static final long LARGEST = 4L * 1024 * 1024;
    /** Of the first entry of a zip up to its name. */
    private static final int HEAD = 30;

    private final Unpacked unpacked;
    private final Installation signer;
    private final byte[] json;
    private final byte[] signature;
    private final Manifest manifest;
    private final Map<String, Upload> files;

    private SignedPackage(
            Unpacked unpacked,
            Installation signer,
            byte[] json,
            byte[] signature,
            Manifest manifest,
            Map<String, Upload> files) {
        this.unpacked = unpacked;
        this.signer = signer;
        this.json = json;
        this.signature = signature;
        this.manifest = manifest;
        this.files = files;
    }

    /** Whether a file wants to be taken for a package, sound or not: what is none is handled as any other file. */
    public static boolean claimed(Upload file) throws IOException {
        Set<String> names = new HashSet<>();
        for (Kind kind : Kind.values()) {
            names.add(kind.manifest());
            names.add(kind.signature());
        }
        return claims(file.path(), names);
    }

    private static boolean claims(Path file, Set<String> names) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return names.stream().anyMatch(name -> zip.getEntry(name) != null);
        } catch (ZipException | EOFException | IllegalArgumentException damaged) {
            try (InputStream in = Files.newInputStream(file)) {
                String start = new String(in.readNBytes(HEAD + 20), StandardCharsets.ISO_8859_1);
                return start.startsWith("PK") && names.stream().anyMatch(name -> start.startsWith(name, HEAD));
            }
        }
    }

    /**
     * Opens a package and looks at all of it.
     *
     * @throws Refused where anything is not as it says
     * @throws IOException where the file cannot be read at all
     */
    public static SignedPackage open(Upload zip, Exchange exchange) throws IOException, Refused {
        Unpacked unpacked = Unpacked.withArchives(zip);
        try {
            return open(unpacked, exchange);
        } catch (IOException | Refused | RuntimeException none) {
            unpacked.close();
            throw none;
        }
    }

    private static SignedPackage open(Unpacked unpacked, Exchange exchange) throws IOException, Refused {
        if (unpacked.refusal() != null) {
            throw new Refused(
                    Why.ZIP, "", unpacked.refusal().what(), unpacked.refusal().remedy());
        }
        Map<String, Upload> files = new LinkedHashMap<>();
        unpacked.files().forEach(file -> files.put(file.name(), file));
        List<Kind> kinds = Arrays.stream(Kind.values())
                .filter(kind -> files.containsKey(kind.manifest()) || files.containsKey(kind.signature()))
                .toList();
        if (kinds.size() != 1) {
            throw incomplete();
        }
        Kind kind = kinds.get(0);
        Upload manifestFile = files.remove(kind.manifest());
        Upload signatureFile = files.remove(kind.signature());
        if (manifestFile == null || signatureFile == null) {
            throw incomplete();
        }
        if (manifestFile.size() > LARGEST) {
            throw format("");
        }
        byte[] json = manifestFile.bytes();
        byte[] signature = signatureFile.size() == Installation.SIGNATURE ? signatureFile.bytes() : new byte[0];
        Installation signer = exchange.signer(json, signature).orElse(null);
        if (signer == null) {
            throw unsigned(stated(json), exchange);
        }
        Manifest manifest = manifest(kind, json, signer);
        compare(manifest, files, signer);
        return new SignedPackage(unpacked, signer, json, signature, manifest, files);
    }

    private static Manifest manifest(Kind kind, byte[] json, Installation signer) throws Refused {
        try {
            Manifest manifest = switch (kind) {
                case SUBMISSION -> SubmissionManifest.read(json);
                case ANSWER -> AnswerManifest.read(json);
                case RULE_PACK -> RulePackManifest.read(json);
            };
            if (!manifest.fingerprint().equals(signer.fingerprint())) {
                throw format(signer.fingerprint());
            }
            return manifest;
        } catch (NotOurs other) {
            throw (Refused) format(signer.fingerprint()).initCause(other);
        }
    }

    private static void compare(Manifest manifest, Map<String, Upload> files, Installation signer)
            throws IOException, Refused {
        Set<String> listed = new HashSet<>();
        for (PackedFile file : manifest.files()) {
            listed.add(file.path());
            Upload there = files.get(file.path());
            if (there == null) {
                throw file(Why.FILE_MISSING, signer, file.path(), "缺少文件：", "a file is missing: ");
            }
            if (there.size() != file.size() || !hash(there).equals(file.sha256())) {
                throw file(Why.FILE_CHANGED, signer, file.path(), "文件被改过：", "a file was changed: ");
            }
        }
        for (String path : files.keySet()) {
            if (!listed.contains(path)) {
                throw file(Why.FILE_ADDED, signer, path, "多出文件：", "there is a file too many: ");
            }
        }
    }

    private static String hash(Upload file) throws IOException {
        try (InputStream in = file.open()) {
            return Hash.of(in);
        }
    }

    /** The fingerprint that a manifest states, which nothing vouches for; empty where it states none. */
    private static String stated(byte[] json) {
        try {
            String stated =
                    ManifestFields.JSON.readTree(json).path("fingerprint").asString("");
            return stated.matches("[0-9a-f]{64}") ? stated : "";
        } catch (JacksonException none) {
            return "";
        }
    }

    private static Refused unsigned(String stated, Exchange exchange) {
        return exchange.known(stated).isPresent() || stated.isEmpty()
                ? new Refused(
                        Why.BROKEN_SIGNATURE,
                        stated,
                        new Text("签名与内容对不上", "the signature does not belong to the contents"),
                        new Text(
                                "请从原处重新下载，不要解开后再压缩，也不要改里面的文件",
                                "Download it again from where it came; do not unpack it and zip it anew, and change nothing in it"))
                : new Refused(
                        Why.UNKNOWN_KEY,
                        stated,
                        new Text(
                                "签名的密钥不受本站信任，指纹 " + Installation.grouped(stated),
                                "the key that signed is not trusted here; its fingerprint: "
                                        + Installation.grouped(stated)),
                        new Text(
                                "请核对来源；确实是约定的对方的，请管理员收下它的公钥",
                                "Make sure where it comes from; where it is the other side agreed on, ask the administrator to"
                                        + " put its public key in place"));
    }

    private static Refused incomplete() {
        return new Refused(
                Why.INCOMPLETE,
                "",
                new Text("清单和签名应各有一份", "there has to be one manifest and one signature"),
                new Text("请从原处重新下载原件", "Download it again from where it came"));
    }

    private static Refused format(String fingerprint) {
        return new Refused(
                Why.FORMAT,
                fingerprint,
                new Text("清单不是本程序认识的格式", "the manifest is of no format that this program knows"),
                new Text(
                        "两边的程序请用同一个版本，再重新下载",
                        "Use the same version of the program on both sides and download it again"));
    }

    private static Refused file(Why why, Installation signer, String path, String zh, String en) {
        String shown = path.replaceAll("\\p{Cntrl}", "_");
        String named = shown.length() > 120 ? shown.substring(0, 120) + "…" : shown;
        return new Refused(
                why,
                signer.fingerprint(),
                new Text(zh + named, en + named),
                new Text(
                        "请从原处重新下载，不要解开后再压缩，也不要改里面的文件",
                        "Download it again from where it came; do not unpack it and zip it anew, and change nothing in it"));
    }

    /** Who signed it, as this installation knows it. */
    public Installation signer() {
        return signer;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** @throws Refused where it is another kind of package */
    public RulePackManifest rulePack() throws Refused {
        if (manifest instanceof RulePackManifest pack) {
            return pack;
        }
        throw new Refused(
                Why.OTHER_KIND,
                signer.fingerprint(),
                new Text("这是送审包或回执包，不是规则包", "this is a submission or an answer, not a pack of rules"),
                new Text("请交对方“导出规则包”得到的文件", "Hand in what the other office exported as a pack of rules"));
    }

    /** @throws Refused where it is another kind of package */
    public SubmissionManifest submission() throws Refused {
        if (manifest instanceof SubmissionManifest submission) {
            return submission;
        }
        if (manifest instanceof RulePackManifest) {
            throw new Refused(
                    Why.OTHER_KIND,
                    signer.fingerprint(),
                    new Text("这是规则包，不是送审包", "this is a pack of rules, not a submission"),
                    new Text(
                            "规则包由政策人员在“规则草稿”里取入",
                            "Packs of rules are imported by policy staff, into a draft of rules"));
        }
        throw new Refused(
                Why.OTHER_KIND,
                signer.fingerprint(),
                new Text("这是审查机关的回执包，不是送审包", "this is the answer of an office, not a submission"),
                new Text("请交自查站的送审包，或直接交方案文件", "Hand in the package of a self-check, or the files themselves"));
    }

    /** The signed bytes. */
    public byte[] json() {
        return json.clone();
    }

    public byte[] signature() {
        return signature.clone();
    }

    /** The contents of a file of the manifest. */
    public Upload file(PackedFile file) {
        return files.get(file.path());
    }

    @Override
    public void close() {
        unpacked.close();
    }
}
