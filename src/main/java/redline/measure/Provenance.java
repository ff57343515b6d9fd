package redline.measure;

import redline.quantity.Text;

/** How a value was obtained (取值方式). */
public enum Provenance {
    COMPUTED("图上量算", "measured on the drawing"),
    RECOMPUTED("表内复算", "re-added from the table"),
    DECLARED("申报", "declared"),
    SURVEYED("实测", "surveyed");

    private final Text title;

    Provenance(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }
}
