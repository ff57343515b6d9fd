package redline.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.check.CheckResult;
import redline.fact.Outline;
import redline.fact.Outline.Kind;

/** What of a plan can be shown and hidden as one; the names of the constants are the last part of their keys among the words. */
public enum Layer {
    PARCEL,
    ROAD,
    CONTROL_LINE,
    BUILDING,
    NEIGHBOUR,
    BASEMENT,
    GREEN,
    PARKING,
    ACCESS,
    /** Outlines of an earlier round. */
    EARLIER,
    /** Distances with their values, and the numbers of findings. */
    FINDINGS;

    static Layer of(Kind kind) {
        return switch (kind) {
            case PARCEL, ZONE, SIDE -> PARCEL;
            case ROAD -> ROAD;
            case CONTROL_LINE -> CONTROL_LINE;
            case BUILDING -> BUILDING;
            case BASEMENT -> BASEMENT;
            case NEIGHBOUR -> NEIGHBOUR;
            case GREEN -> GREEN;
            case PARKING -> PARKING;
            case ACCESS -> ACCESS;
        };
    }

    /** Those that the plan of a result has, in the order of the constants. */
    public static List<Layer> of(CheckResult result, boolean earlier) {
        Set<Layer> drawn = result.record().outlines().stream()
                .map(Outline::kind)
                .map(Layer::of)
                .collect(Collectors.toSet());
        return Stream.of(values())
                .filter(layer -> layer == FINDINGS || (layer == EARLIER ? earlier : drawn.contains(layer)))
                .toList();
    }

    /** As shapes and texts of the plan bear it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title(Words words) {
        return words.get("plan." + this);
    }

    String marks() {
        return " data-layer=\"" + code() + "\"";
    }
}
