package redline.workshop;

import java.util.List;
import redline.quantity.Text;
import tools.jackson.databind.json.JsonMapper;

/**
 * What checking a draft came to.
 *
 * @param changes what differs from the rules in force, in words
 * @param lacking what stands against submitting it
 * @param touched ids of the rules whose answers it can change
 * @param cases how many cases of these rules were run
 * @param mutants how many small changes of what was changed were tried
 * @param unnoticed how many of them no case noticed
 * @param blanks how many attributes of schemes were made unknown, one at a time
 * @param moved how many cases were shuffled and moved
 */
public record DraftReport(
        List<Change> changes,
        List<Lack> lacking,
        List<String> touched,
        int cases,
        int mutants,
        int unnoticed,
        int blanks,
        int moved) {
    private static final JsonMapper JSON = new JsonMapper();

    /** One change. {@code from}: its first day where it has one, else empty. */
    public record Change(String file, Text said, String from) {}

    /** Why a draft cannot be submitted. */
    public enum Kind {
        /** The draft changes nothing. */
        NOTHING,
        /** A file was changed in the rules in force since the draft took it up. */
        CONFLICT,
        /** It is no rule: lint or compiler refuse it. */
        FAULT,
        RED_CASE,
        DOCUMENT,
        LEGAL_REVIEW,
        PUBLISHED,
        PAIR,
        UNPROVEN,
        UNNOTICED,
        FREE_TEST,
        XRAY
    }

    /** @param line of the file, 0 for the whole; {@code file} empty where it is about none */
    public record Lack(Kind kind, String file, int line, Text what, Text remedy) {}

    public String json() {
        return JSON.writeValueAsString(this);
    }

    public static DraftReport of(String json) {
        return JSON.readValue(json, DraftReport.class);
    }
}
