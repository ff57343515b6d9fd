package redline.measure;

import redline.quantity.Text;

/** Where something stands in the scheme file, and what people call it: {@code buildings[3#]}, 3#楼. */
public record Place(String path, Text name) {
    /** What is missing when {@code attribute} of this place is not stated. */
    public Missing lacks(String attribute, String zh, String en) {
        return Missing.fact(path + "." + attribute, name.zh() + " " + zh, name.en() + " " + en);
    }

    /** What is missing when this place itself is not there. */
    public Missing missing() {
        return new Missing(path, name, Missing.Kind.FACT);
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
