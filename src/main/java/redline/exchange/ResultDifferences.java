package redline.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How two results of the same files differ, from the JSON that both were written as: there is no record of the one that came in a package, so that
 * {@code check.Comparison}, which finds subjects again by their place, cannot be asked; the files are the same, so that ids are enough.
 *
 * @param same byte for byte
 * @param profile whether other rules were asked: another profile
 * @param rules whether the rule packs are not of the same state
 * @param dates whether rules were dated otherwise
 * @param findings those that differ in verdict, number or limit, in the order of ours, then those that only theirs has
 */
public record ResultDifferences(
        boolean same, boolean profile, boolean rules, boolean dates, List<Difference> findings) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A finding that is not the same.
     *
     * @param rule id
     * @param subject its name
     * @param force of the rule, as the result has it
     * @param theirs verdict, empty where the rule did not answer for this subject
     * @param ours the same
     */
    public record Difference(String rule, String subject, String force, String theirs, String ours) {}

    private record Key(String rule, String kind, String id) {}

    /** @throws IllegalArgumentException where one of them is no result */
    public static ResultDifferences of(byte[] theirs, byte[] ours) {
        if (java.util.Arrays.equals(theirs, ours)) {
            return new ResultDifferences(true, false, false, false, List.of());
        }
        try {
            JsonNode left = JSON.readTree(theirs);
            JsonNode right = JSON.readTree(ours);
            return new ResultDifferences(
                    false,
                    !left.path("profile").equals(right.path("profile")),
                    !left.path("packs").equals(right.path("packs")),
                    !left.path("dates").equals(right.path("dates")),
                    findings(byKey(left), byKey(right)));
        } catch (JacksonException none) {
            throw new IllegalArgumentException("no result", none);
        }
    }

    private static Map<Key, JsonNode> byKey(JsonNode result) {
        Map<Key, JsonNode> byKey = new LinkedHashMap<>();
        for (JsonNode finding : result.path("findings")) {
            JsonNode subject = finding.path("subject");
            byKey.put(
                    new Key(
                            finding.path("rule").asString(""),
                            subject.path("kind").asString(""),
                            subject.path("id").asString("")),
                    finding);
        }
        return byKey;
    }

    private static List<Difference> findings(Map<Key, JsonNode> theirs, Map<Key, JsonNode> ours) {
        List<Difference> all = new ArrayList<>();
        ours.forEach((key, finding) -> {
            JsonNode other = theirs.remove(key);
            if (other == null || !says(other).equals(says(finding))) {
                all.add(difference(finding, other == null ? "" : verdict(other), verdict(finding)));
            }
        });
        theirs.values().forEach(finding -> all.add(difference(finding, verdict(finding), "")));
        return List.copyOf(all);
    }

    private static List<JsonNode> says(JsonNode finding) {
        return List.of(
                finding.path("verdict"), finding.path("cause"), finding.path("measured"), finding.path("required"));
    }

    private static String verdict(JsonNode finding) {
        return finding.path("verdict").asString("");
    }

    private static Difference difference(JsonNode finding, String theirs, String ours) {
        return new Difference(
                finding.path("rule").asString(""),
                finding.path("subject").path("name").asString(""),
                finding.path("force").asString(""),
                theirs,
                ours);
    }
}
