package redline.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import redline.check.CheckResult;
import redline.check.SchemeRecordJson;
import redline.quantity.Language;
import redline.remedy.Remedy;
import redline.remedy.RemedyJson;
import redline.rulepack.RuleBook;

/**
 * The files of one report. Equal results by equal rules give equal bytes.
 *
 * @param parts all of them
 */
record Attachments(Contents contents, Map<Part, Packed> parts) {
    /**
     * A file, deflated unless it is packed in itself: the result of a large scheme takes twenty times as much as that.
     *
     * @param size unpacked, bytes
     * @param sha256 of the file, not of these bytes
     */
    record Packed(byte[] bytes, long size, String sha256) {
        private interface File {
            void to(OutputStream out) throws IOException;
        }

        private static Packed of(Part part, File file) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            MessageDigest digest = digest();
            Deflater deflater = new Deflater();
            try {
                try (OutputStream out = new DigestOutputStream(
                        part.packed() ? bytes : new DeflaterOutputStream(bytes, deflater), digest)) {
                    file.to(out);
                }
                long size = part.packed() ? bytes.size() : deflater.getBytesRead();
                return new Packed(bytes.toByteArray(), size, HexFormat.of().formatHex(digest.digest()));
            } catch (IOException memory) {
                throw new UncheckedIOException(memory);
            } finally {
                deflater.end();
            }
        }
    }

    /**
     * @param remedies of the violations
     * @param book that gave the result
     * @param address of the office, as {@link Contents} has it
     */
    static Attachments of(CheckResult result, List<Remedy> remedies, RuleBook book, Language language, String address) {
        String profile = result.ruling().profile();
        Map<Part, Packed> parts = new EnumMap<>(Part.class);
        put(parts, Part.RECORD, SchemeRecordJson.write(result.record()));
        put(parts, Part.CONDITIONS, SchemeRecordJson.conditions(result.record()));
        put(parts, Part.PROFILE, book.file("profiles/" + profile + ".yaml").orElseThrow());
        put(parts, Part.RULES, book.archive());
        parts.put(Part.RESULT, Packed.of(Part.RESULT, out -> ResultJson.write(result, language, out)));
        put(parts, Part.REMEDIES, RemedyJson.write(remedies));
        Contents contents = new Contents(
                result.program(),
                language,
                profile,
                book.settled(profile),
                book.sha256(),
                Templates.sha256(),
                entries(parts),
                address);
        put(parts, Part.CONTENTS, contents.json());
        return new Attachments(contents, parts);
    }

    private static void put(Map<Part, Packed> parts, Part part, byte[] file) {
        parts.put(part, Packed.of(part, out -> out.write(file)));
    }

    /** Each part with its hash and size, in their order. */
    List<Contents.Entry> entries() {
        return entries(parts);
    }

    private static List<Contents.Entry> entries(Map<Part, Packed> parts) {
        List<Contents.Entry> entries = new ArrayList<>();
        parts.forEach((part, one) -> entries.add(new Contents.Entry(part.file(), one.sha256(), one.size())));
        return List.copyOf(entries);
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
