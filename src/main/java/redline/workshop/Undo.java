package redline.workshop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import redline.casefile.DraftFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a publication changed, file by file, so that it can be undone.
 *
 * @param files by their paths in drafts
 */
record Undo(Map<String, Change> files) {
    /** Changed nothing. */
    static final Undo NOTHING = new Undo(Map.of());

    private static final JsonMapper JSON = new JsonMapper();

    /** Null where there was, or is, no file. */
    record Change(String before, String after) {}

    /**
     * What puts things back.
     *
     * @param kept paths of files that were changed again since
     */
    record Back(List<DraftFile> files, List<String> kept) {}

    /** Of files that are about to be written over those that are there. */
    static Undo of(List<DraftFile> files, Function<String, Optional<byte[]>> there) {
        Map<String, Change> changes = new TreeMap<>();
        files.forEach(file -> changes.put(
                file.path(), new Change(there.apply(file.path()).map(Undo::text).orElse(null), file.content())));
        return new Undo(changes);
    }

    static Undo of(byte[] json) {
        Map<String, Change> changes = new TreeMap<>();
        JSON.readTree(json)
                .properties()
                .forEach(file -> changes.put(
                        file.getKey(),
                        new Change(
                                text(file.getValue().get("before")),
                                text(file.getValue().get("after")))));
        return new Undo(changes);
    }

    private static String text(JsonNode node) {
        return node.isNull() ? null : node.stringValue();
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    byte[] json() {
        ObjectNode root = JSON.createObjectNode();
        files.forEach((path, change) ->
                root.putObject(path).put("before", change.before()).put("after", change.after()));
        return JSON.writeValueAsBytes(root);
    }

    /** Over what is in force now: a file that is as before already needs nothing, one that is neither as before nor as after stays. */
    Back over(Published now) {
        List<DraftFile> back = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        files.forEach((path, change) -> {
            String is = now.file(path).map(Undo::text).orElse(null);
            if (Objects.equals(is, change.before())) {
                return;
            }
            if (Objects.equals(is, change.after()) && DraftPaths.fits(path)) {
                back.add(now.taken(path, change.before()));
            } else {
                kept.add(path);
            }
        });
        return new Back(List.copyOf(back), List.copyOf(kept));
    }
}
