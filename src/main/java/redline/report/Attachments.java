package redline.report;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import redline.check.CheckResult;
import redline.check.SchemeRecordJson;
import redline.quantity.Language;
import redline.remedy.Remedy;
import redline.remedy.RemedyJson;
import redline.rulepack.RuleBook;

/**
 * The files of one report. Equal results by equal rules give equal bytes.
 *
 * @param bytes of every part
 */
record Attachments(Contents contents, Map<Part, byte[]> bytes) {
    /**
     * @param remedies of the violations
     * @param book that gave the result
     * @param address of the office, as {@link Contents} has it
     */
    static Attachments of(CheckResult result, List<Remedy> remedies, RuleBook book, Language language, String address) {
        String profile = result.ruling().profile();
        Map<Part, byte[]> bytes = new EnumMap<>(Part.class);
        bytes.put(Part.RECORD, SchemeRecordJson.write(result.record()));
        bytes.put(Part.CONDITIONS, SchemeRecordJson.conditions(result.record()));
        bytes.put(Part.PROFILE, book.file("profiles/" + profile + ".yaml").orElseThrow());
        bytes.put(Part.RULES, book.archive());
        bytes.put(Part.RESULT, ResultJson.write(result, language));
        bytes.put(Part.REMEDIES, RemedyJson.write(remedies));
        List<Contents.Entry> files = new ArrayList<>();
        bytes.forEach((part, one) -> files.add(entry(part, one)));
        Contents contents = new Contents(
                result.program(),
                language,
                profile,
                book.settled(profile),
                book.sha256(),
                Templates.sha256(),
                List.copyOf(files),
                address);
        bytes.put(Part.CONTENTS, contents.json());
        return new Attachments(contents, bytes);
    }

    /** Each part with its hash and size, in their order. */
    List<Contents.Entry> entries() {
        List<Contents.Entry> entries = new ArrayList<>();
        bytes.forEach((part, one) -> entries.add(entry(part, one)));
        return entries;
    }

    private static Contents.Entry entry(Part part, byte[] bytes) {
        return new Contents.Entry(part.file(), sha256(bytes), bytes.length);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
