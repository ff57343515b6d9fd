package redline.scheme;

import redline.quantity.Text;

/** Directions of boundary sides, accesses and neighbours. */
public enum Compass {
    N("北", "north"),
    E("东", "east"),
    S("南", "south"),
    W("西", "west"),
    NE("东北", "north-east"),
    SE("东南", "south-east"),
    SW("西南", "south-west"),
    NW("西北", "north-west");

    private final Text title;

    Compass(String zh, String en) {
        this.title = new Text(zh, en);
    }

    public Text title() {
        return title;
    }

    public Compass opposite() {
        return switch (this) {
            case N -> S;
            case E -> W;
            case S -> N;
            case W -> E;
            case NE -> SW;
            case SE -> NW;
            case SW -> NE;
            case NW -> SE;
        };
    }
}
