package redline.intake.bundle;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the layers of a large institute say by their names (practice §3): {@code 住宅构件_飘窗_0.5_0.0_HT1_c3^9} = class, name, area
 * coefficient, floor-area-ratio coefficient, unit type, storeys; {@code 单体基底_1_1#_住宅_10}: footprint of building 1#, ten storeys; {@code
 * 屋顶构件_屋顶绿地_0.5}: a green with its coefficient.
 */
record NamedLayer(String group, List<String> parts) {
    private static final Pattern STOREYS = Pattern.compile("c(\\d{1,3})(?:\\^(\\d{1,3}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    static NamedLayer of(String layer) {
        List<String> all = List.of(layer.replaceAll("^.*(\\$\\d+\\$|\\|)", "").split("_"));
        return new NamedLayer(all.get(0), all.subList(1, all.size()));
    }

    /** Part {@code i}, counted from 0 after the class; null where there is none. */
    String part(int i) {
        return i < parts.size() && !parts.get(i).isBlank() ? parts.get(i).strip() : null;
    }

    /** The {@code i}th number, as written; null where there is none. */
    String coefficient(int i) {
        return parts.stream()
                .filter(part -> NUMBER.matcher(part).matches())
                .skip(i)
                .findFirst()
                .orElse(null);
    }

    /** {@code c3^9} is storeys 3 to 9. */
    Optional<int[]> storeys() {
        for (String part : parts) {
            Matcher storeys = STOREYS.matcher(part);
            if (storeys.matches()) {
                int from = Integer.parseInt(storeys.group(1));
                int to = storeys.group(2) == null ? from : Integer.parseInt(storeys.group(2));
                return to < from ? Optional.empty() : Optional.of(new int[] {from, to});
            }
        }
        return Optional.empty();
    }
}
