package redline.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redline.requirement.Comparator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two results in JSON, finding by finding. */
final class ResultComparison {
    private static final int LONGEST = 120;
    /** Of one finding. */
    private static final int MOST = 40;

    private static final JsonMapper JSON = new JsonMapper();

    private ResultComparison() {}

    private record Key(String rule, String kind, String id) {
        static Key of(JsonNode finding) {
            JsonNode subject = finding.path("subject");
            return new Key(
                    finding.path("rule").asString(""),
                    subject.path("kind").asString(""),
                    subject.path("id").asString(""));
        }
    }

    /**
     * Everything in which they differ: what is about the whole first, then findings in the order of {@code is}, then those that only
     * {@code was} has.
     *
     * @throws tools.jackson.core.JacksonException where one of them is no JSON
     */
    static List<Difference> of(byte[] was, byte[] is) {
        JsonNode before = JSON.readTree(was);
        JsonNode now = JSON.readTree(is);
        List<Difference> all = new ArrayList<>();
        List<Difference.Change> whole = changes(before, now, Set.of("findings", "packs"));
        if (!whole.isEmpty()) {
            all.add(new Difference("", "", whole));
        }
        packs(before, now, all);
        Map<Key, JsonNode> old = new LinkedHashMap<>();
        before.path("findings").forEach(finding -> old.put(Key.of(finding), finding));
        for (JsonNode finding : now.path("findings")) {
            JsonNode other = old.remove(Key.of(finding));
            List<Difference.Change> changes = other == null
                    ? List.of(new Difference.Change("verdict", "", text(finding.path("verdict"))))
                    : changes(other, finding, Set.of());
            if (!changes.isEmpty()) {
                all.add(difference(finding, changes));
            }
        }
        old.values()
                .forEach(finding -> all.add(difference(
                        finding, List.of(new Difference.Change("verdict", text(finding.path("verdict")), "")))));
        return List.copyOf(all);
    }

    private static Difference difference(JsonNode finding, List<Difference.Change> changes) {
        return new Difference(
                finding.path("rule").asString(""),
                finding.path("subject").path("name").asString(""),
                changes);
    }

    private static void packs(JsonNode before, JsonNode now, List<Difference> all) {
        Map<String, JsonNode> old = new LinkedHashMap<>();
        before.path("packs").forEach(pack -> old.put(pack.path("id").asString(""), pack));
        for (JsonNode pack : now.path("packs")) {
            String id = pack.path("id").asString("");
            JsonNode other = old.remove(id);
            if (!pack.equals(other)) {
                all.add(new Difference(
                        "",
                        id,
                        List.of(new Difference.Change(
                                "packs",
                                other == null ? "" : other.path("sha256").asString(""),
                                pack.path("sha256").asString("")))));
            }
        }
        old.forEach((id, pack) -> all.add(new Difference(
                "",
                id,
                List.of(new Difference.Change("packs", pack.path("sha256").asString(""), "")))));
    }

    private static List<Difference.Change> changes(JsonNode before, JsonNode now, Set<String> apart) {
        List<Difference.Change> changes = new ArrayList<>();
        entries("", before, now, apart, changes);
        return changes;
    }

    private static void entries(
            String path, JsonNode before, JsonNode now, Set<String> apart, List<Difference.Change> changes) {
        Set<String> keys = new LinkedHashSet<>(now.propertyNames());
        keys.addAll(before.propertyNames());
        keys.removeAll(apart);
        for (String key : keys) {
            compare(path.isEmpty() ? key : path + "." + key, before.path(key), now.path(key), changes);
        }
    }

    /** Down to the smallest things that differ; bounds, measures and shapes are one thing each. */
    private static void compare(String path, JsonNode before, JsonNode now, List<Difference.Change> changes) {
        if (before.equals(now) || changes.size() == MOST) {
            return;
        }
        boolean told = !text(before).equals(text(now));
        if (before.isObject() && now.isObject() && !(told && now.has("unit")) && !now.has("coordinates")) {
            entries(path, before, now, Set.of(), changes);
        } else if (before.isArray() && now.isArray()) {
            for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
                compare(path + "[" + i + "]", before.path(i), now.path(i), changes);
            }
        } else {
            changes.add(new Difference.Change(path, text(before), text(now)));
        }
    }

    /** A bound or a measure as people write it, anything else as it stands. */
    private static String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return "";
        }
        if (node.isObject() && node.hasNonNull("value") && node.has("unit")) {
            String sign = node.has("comparator")
                    ? Comparator.valueOf(node.path("comparator").asString()).sign() + " "
                    : "";
            String unit = node.path("unit").asString("");
            return sign + plain(node.path("value")) + (unit.isEmpty() ? "" : " " + unit);
        }
        String text = plain(node);
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private static String plain(JsonNode node) {
        return node.isString() ? node.asString() : node.toString();
    }
}
