package redline.rulepack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hostile rule files as somebody would type them into forms, for tests and benches of the whole server. */
public final class HostileTexts {
    /** What a form takes; a browser cannot send more either. */
    private static final int MOST = 1_000_000;

    private HostileTexts() {}

    /** A small pack that the hostile files stand in, by path relative to the rules folder. */
    public static Map<String, String> pack() {
        return texts(new MiniRules().byPath());
    }

    /** Of each attack the files that it writes, by path relative to the rules folder; archives are none. */
    public static List<Map<String, String>> all() {
        Map<String, String> pack = pack();
        return HostileCase.all().stream()
                .filter(hostile -> !hostile.read().containsKey("archive"))
                .map(hostile -> texts(hostile.files(text -> text).byPath()))
                .map(texts -> {
                    texts.entrySet().removeIf(file -> file.getValue().equals(pack.get(file.getKey())));
                    return texts;
                })
                .toList();
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new TreeMap<>();
        files.forEach((path, bytes) -> {
            if (bytes.length <= MOST) {
                texts.put(path, new String(bytes, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }
}
