package redline.intake;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.scheme.Element;
import redline.scheme.Figures;
import redline.scheme.Layer;
import redline.scheme.Stated;
import redline.scheme.SunObstacle;

/** The simple layers, read as their records say, and the figures of sites. */
final class ElementLayers {
    private static final int MOST = 1_000_000;

    private ElementLayers() {}

    /** Only the layers that the file holds. */
    static Map<Layer, List<Element>> layers(Fields root, Sites sites) {
        Map<Layer, List<Element>> layers = new EnumMap<>(Layer.class);
        Set<String> sunlit = new HashSet<>();
        for (Layer layer : Layer.values()) {
            Set<String> ids = layer == Layer.SUNLIT_DWELLINGS || layer == Layer.SUNLIT_ROOMS ? sunlit : new HashSet<>();
            List<Element> elements = root.list(layer.key(), name(layer), fields -> element(fields, layer, sites, ids));
            if (elements != null) {
                layers.put(layer, elements);
            }
        }
        return Collections.unmodifiableMap(layers);
    }

    /** The name of an element in the published schema. */
    private static String name(Layer layer) {
        String type = layer.element().getSimpleName();
        return type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    }

    private static Element element(Fields fields, Layer layer, Sites sites, Set<String> ids) {
        RecordComponent[] components = layer.element().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = switch (components[i].getName()) {
                case "id" -> layer.supplements() ? supplemented(fields, layer, ids) : id(fields, layer, ids);
                case "name" -> layer.supplements() ? null : fields.text("name");
                case "parcel" -> layer.supplements() ? null : sites.parcel(fields);
                default -> value(fields, components[i]);
            };
        }
        if (layer == Layer.SUN_OBSTACLES) {
            oneShape(fields);
        }
        try {
            return layer.element().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String id(Fields fields, Layer layer, Set<String> ids) {
        String id = fields.id(ids);
        if (layer == Layer.DWELLING_TYPES && id != null) {
            fields.session().name(Session.Named.DWELLING_TYPE, id);
        }
        if ((layer == Layer.SUNLIT_DWELLINGS || layer == Layer.SUNLIT_ROOMS) && id != null) {
            fields.session().name(Session.Named.SUNLIT, id);
        }
        return id;
    }

    private static String supplemented(Fields fields, Layer layer, Set<String> ids) {
        String id = fields.id(ids);
        List<Session.Named> named = switch (layer) {
            case BUILDING_DETAILS -> List.of(Session.Named.BUILDING);
            case SIDE_DETAILS -> List.of(Session.Named.SIDE);
            default -> List.of(Session.Named.PARCEL, Session.Named.ZONE);
        };
        if (id != null && named.stream().noneMatch(kind -> fields.session().names(kind, id))) {
            Text title = named.get(0).title;
            fields.complain(
                    "id",
                    new Text(
                            "没有编号为“" + Remedies.brief(id) + "”的" + title.zh(),
                            "There is no " + title.en() + " with the id \"" + Remedies.brief(id) + "\""),
                    new Text("id 写所补充的" + title.zh() + "的编号", "The id is that of the " + title.en() + " it speaks of"));
        }
        return id;
    }

    private static Object value(Fields fields, RecordComponent component) {
        String key = component.getName();
        Stated stated = component.getAnnotation(Stated.class);
        Class<?> type = component.getType();
        if (type == BigDecimal.class) {
            Unit unit = stated.measures().length > 0 ? stated.measures()[0].unit() : stated.unit();
            return fields.number(key, stated.signed() ? Magnitude.ELEVATION : magnitude(unit));
        }
        if (type == Integer.class) {
            return fields.whole(key, 0, MOST);
        }
        if (type == Boolean.class) {
            return fields.truth(key);
        }
        if (type == Point.class) {
            return fields.point(key);
        }
        if (type == Polygon.class) {
            return fields.polygon(key);
        }
        if (type == LineString.class) {
            LineString line = fields.lineString(key);
            straight(fields, key, line);
            return line;
        }
        if (type != String.class) {
            return fields.linesOrAreas(key);
        }
        if (stated.words().length > 0) {
            return fields.word(key, List.of(stated.words()));
        }
        return switch (key) {
            case "building" -> fields.reference(key, Session.Named.BUILDING);
            case "side" -> fields.reference(key, Session.Named.SIDE);
            case "dwelling" -> fields.reference(key, Session.Named.SUNLIT);
            case "access" -> fields.reference(key, Session.Named.ACCESS);
            default -> fields.text(key);
        };
    }

    /** An obstacle is a solid or a screen; only a face of a roof has an outline and the line of its eaves. */
    private static void oneShape(Fields fields) {
        boolean face = "ROOF_FACE".equals(fields.word("kind", SunObstacle.KINDS));
        if (!face && fields.written("outline") && fields.written("line")) {
            fields.complain(
                    "line",
                    new Text("轮廓和线都写了", "Both an outline and a line are written"),
                    new Text("实体只写 outline,立面片只写 line", "Write outline for a solid, line for a screen"));
        }
    }

    /** A sill lies between two ends. */
    private static void straight(Fields fields, String key, LineString line) {
        if (line != null && fields.has("sill") && line.getNumPoints() != 2) {
            fields.complain(
                    key,
                    new Text(
                            "窗台线有 " + line.getNumPoints() + " 个点",
                            "The sill line has " + line.getNumPoints() + " points"),
                    new Text(
                            "窗台线是两个端点之间的直线;转角窗每面写一行",
                            "A sill runs straight between two ends; of a corner window write a row for each side"));
        }
    }

    private static Magnitude magnitude(Unit unit) {
        return switch (unit) {
            case METRE -> Magnitude.LENGTH;
            case SQUARE_METRE -> Magnitude.AREA;
            case PERCENT -> Magnitude.SHARE;
            case COUNT -> Magnitude.COUNT;
            default -> Magnitude.NUMBER;
        };
    }

    /** One row for each site. */
    static List<Figures> figures(Fields root, Sites sites) {
        Set<String> used = new HashSet<>();
        return root.list("figures", "figures", fields -> {
            String site = sites.site(fields);
            Map<Quantity, BigDecimal> values = new LinkedHashMap<>();
            for (Quantity quantity : Figures.STATED) {
                BigDecimal value = fields.number(Figures.key(quantity), magnitude(quantity));
                if (value != null) {
                    values.put(quantity, value);
                }
            }
            if (site == null) {
                fields.require("site");
            } else if (!used.add(site)) {
                fields.complain(
                        "site",
                        new Text("“" + site + "”的专项指标写了两次", "The figures of \"" + site + "\" stand twice"),
                        new Text("每个地块或分区只写一次", "Write them once for each parcel or zone"));
            }
            return new Figures(site, Collections.unmodifiableMap(values));
        });
    }

    /** Ground may lie below a road or the flood level. */
    private static Magnitude magnitude(Quantity quantity) {
        return quantity == Quantity.GROUND_ABOVE_ROAD || quantity == Quantity.GROUND_ABOVE_FLOOD
                ? Magnitude.ELEVATION
                : magnitude(quantity.unit());
    }
}
