package redline.intake.dxf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One entity as it stands in the file.
 *
 * @param from first tag after its type
 * @param to tag after its last
 * @param children VERTEX entities of a POLYLINE, ATTRIB entities of an INSERT
 */
public record Entity(
        String type, String layer, boolean paperSpace, Tags tags, int from, int to, List<Entity> children) {
    private static final Set<String> WITH_CHILDREN = Set.of("POLYLINE", "INSERT");
    private static final Set<String> CHILDREN = Set.of("VERTEX", "ATTRIB");

    /** The one that begins at a tag, with its children. */
    static Entity at(Tags tags, int start) throws DxfFault, IOException {
        Entity alone = alone(tags, start);
        if (!WITH_CHILDREN.contains(alone.type)) {
            return alone;
        }
        List<Entity> children = new ArrayList<>();
        int at = alone.to;
        while (tags.has(at) && tags.code(at) == 0 && CHILDREN.contains(tags.word(at))) {
            Entity child = alone(tags, at);
            children.add(child);
            at = child.to;
        }
        return new Entity(alone.type, alone.layer, alone.paperSpace, tags, alone.from, alone.to, children);
    }

    private static Entity alone(Tags tags, int start) throws DxfFault, IOException {
        String layer = "0";
        boolean paperSpace = false;
        int at = start + 1;
        for (; tags.has(at) && tags.code(at) != 0; at++) {
            if (tags.code(at) == 8) {
                layer = tags.text(at);
            } else if (tags.code(at) == 67) {
                paperSpace = tags.is(at, "1");
            }
        }
        return new Entity(tags.word(start), layer, paperSpace, tags, start + 1, at, List.of());
    }

    /** Tag after the last of its children, or after its own. */
    int end() {
        return children.isEmpty() ? to : children.get(children.size() - 1).to;
    }

    /** The value of the first tag with the code, else {@code otherwise}. */
    double number(int code, double otherwise) throws DxfFault {
        for (int i = from; i < to; i++) {
            if (tags.code(i) == code) {
                return tags.number(i);
            }
        }
        return otherwise;
    }

    double number(int code) throws DxfFault {
        return number(code, 0);
    }

    private int flags() throws DxfFault {
        return (int) number(70);
    }

    /**
     * The outline of a polyline in its own plane; null for another entity, for a mesh, and where it has no two vertices.
     *
     * @throws DxfFault where a coordinate is no number
     */
    public Outline polyline() throws DxfFault {
        return switch (type) {
            case "LWPOLYLINE" -> light();
            case "POLYLINE" -> heavy();
            default -> null;
        };
    }

    private Outline light() throws DxfFault {
        Corners corners = new Corners();
        for (int i = from; i < to; i++) {
            switch (tags.code(i)) {
                case 10 -> corners.begin(tags.number(i));
                case 20 -> corners.y(tags.number(i));
                case 42 -> corners.bulge(tags.number(i));
                default -> {}
            }
        }
        return corners.outline((flags() & 1) != 0);
    }

    private Outline heavy() throws DxfFault {
        int flags = flags();
        if ((flags & (16 | 64)) != 0) {
            return null;
        }
        Corners corners = new Corners();
        for (Entity vertex : children) {
            if ((vertex.flags() & 16) == 0) {
                corners.begin(vertex.number(10));
                corners.y(vertex.number(20));
                corners.bulge(vertex.number(42));
            }
        }
        return corners.outline((flags & 1) != 0);
    }

    /** Length of a line, circle or arc in units; 0 for other entities, polylines have their outline. */
    public double length() throws DxfFault {
        return switch (type) {
            case "LINE" -> Math.hypot(number(11) - number(10), number(21) - number(20));
            case "CIRCLE" -> 2 * Math.PI * Math.max(0, number(40));
            case "ARC" -> Path.sweep(Math.toRadians(number(50)), Math.toRadians(number(51))) * Math.max(0, number(40));
            default -> 0;
        };
    }
}
