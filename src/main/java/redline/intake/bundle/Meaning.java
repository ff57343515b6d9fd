package redline.intake.bundle;

import java.util.Arrays;
import java.util.Optional;
import redline.quantity.Text;

/**
 * What a layer holds.
 *
 * @param detail narrows it: the standing of neighbours, the kind of a control line, {@code named} where the layer's name says the rest;
 *     empty where nothing does
 */
public record Meaning(Kind kind, String detail) {
    public static final Meaning UNKNOWN = new Meaning(Kind.UNKNOWN, "");

    /** {@code controlLine/RIVER}, as forms, programs and the store write it. */
    public String code() {
        return kind.word() + (detail.isEmpty() ? "" : "/" + detail);
    }

    /** Empty where there is no such kind; whether its detail is any is not looked at. */
    public static Optional<Meaning> ofCode(String code) {
        int cut = code.indexOf('/');
        return Kind.of(cut < 0 ? code : code.substring(0, cut))
                .map(kind -> new Meaning(kind, cut < 0 ? "" : code.substring(cut + 1)));
    }

    public enum Kind {
        PARCEL("parcel", "用地红线", "site boundary"),
        ZONE("zone", "分区", "zones"),
        ROAD("road", "道路红线", "road red lines"),
        BUILDING("building", "建筑轮廓", "building outlines"),
        PODIUM("podium", "裙房轮廓", "podiums"),
        TOWER("tower", "主楼轮廓", "towers"),
        BASEMENT("basement", "地下室轮廓", "basements"),
        NEIGHBOUR("neighbour", "周边建筑", "neighbouring buildings"),
        ELEMENT("element", "面积构件", "area frames"),
        GREEN("green", "绿地", "greens"),
        PARKING_SPACE("parkingSpace", "车位", "parking spaces"),
        CONTROL_LINE("controlLine", "控制线", "control lines"),
        ACCESS("access", "出入口", "accesses"),
        NOTE("note", "标注", "annotation"),
        TERRAIN("terrain", "地形(略去)", "terrain (left out)"),
        IGNORED("ignored", "不用", "not used"),
        UNKNOWN("unknown", "未识别", "not understood");

        private final String word;
        private final Text title;

        Kind(String word, String zh, String en) {
            this.word = word;
            this.title = new Text(zh, en);
        }

        /** As the table of layers writes it. */
        public String word() {
            return word;
        }

        public Text title() {
            return title;
        }

        /** Whether what is drawn on such a layer goes into a scheme. */
        boolean used() {
            return switch (this) {
                case NOTE, TERRAIN, IGNORED, UNKNOWN -> false;
                default -> true;
            };
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }
    }
}
