package redline.measure;

import java.util.List;
import redline.quantity.Text;
import redline.scheme.LandUse;

/** Where something stands in the scheme file, and what people call it: {@code buildings[3#]}, 3#楼. */
public record Place(String path, Text name) {
    /** What is missing when {@code attribute} of this place is not stated. */
    public Missing lacks(String attribute, String zh, String en) {
        return Missing.fact(path + "." + attribute, name.zh() + " " + zh, name.en() + " " + en);
    }

    /** A land-use code of this place; unknown also where it is an old one that has no counterpart. */
    public Trace<String> use(String attribute, String code, String zh, String en) {
        Missing lacks = lacks(attribute, zh, en);
        if (!LandUse.isOld(code)) {
            return Trace.of(code, lacks);
        }
        Text named = lacks.label();
        Text unread = new Text(
                named.zh() + "(GB 50137-2011 代码 " + code + " 不在新旧用地代码对照表内)",
                named.en() + " (code " + code + " of GB 50137-2011 is not in the table of old and new codes)");
        return Trace.unknown(List.of(new Missing(lacks.path(), unread, Missing.Kind.BASIS)));
    }

    /** What is missing when this place itself is not there. */
    public Missing missing() {
        return Missing.fact(path, name);
    }

    /** An element of a list of this place. */
    Place item(String list, String id, Text itemName) {
        return new Place(
                path + "." + list + "[" + id + "]",
                new Text(name.zh() + " " + itemName.zh(), name.en() + " " + itemName.en()));
    }

    static Place of(String layer, String id, Text name) {
        return new Place(layer + "[" + id + "]", name);
    }

    /** A whole layer. */
    public static Place layer(String layer, String zh, String en) {
        return new Place(layer, new Text(zh, en));
    }
}
