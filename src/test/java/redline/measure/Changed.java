package redline.measure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import redline.scheme.Basis;
import redline.scheme.Dates;
import redline.scheme.Letter;
import redline.scheme.Scheme;

/** Schemes changed all through: moved, shuffled, or with one attribute or layer blanked. */
public final class Changed {
    private Changed() {}

    public static Scheme reversed(Scheme scheme) {
        return (Scheme) through(
                scheme,
                list -> {
                    List<Object> copy = new ArrayList<>(list);
                    Collections.reverse(copy);
                    return copy;
                },
                shape -> shape);
    }

    public static Scheme shuffled(Scheme scheme, long seed) {
        Random random = new Random(seed);
        return (Scheme) through(
                scheme,
                list -> {
                    List<Object> copy = new ArrayList<>(list);
                    Collections.shuffle(copy, random);
                    return copy;
                },
                shape -> shape);
    }

    /** Moved exactly: coordinates are taken as decimals of six places, added to, and turned back into doubles. */
    public static Scheme moved(Scheme scheme, String dx, String dy) {
        return (Scheme) through(scheme, list -> list, shape -> {
            Geometry copy = shape.copy();
            copy.apply((CoordinateFilter) at -> at.setCoordinate(new Coordinate(sum(at.x, dx), sum(at.y, dy))));
            copy.geometryChanged();
            return copy;
        });
    }

    private static double sum(double ordinate, String shift) {
        return BigDecimal.valueOf(ordinate).add(new BigDecimal(shift)).doubleValue();
    }

    /** How many attributes and layers are stated that may be blanked; ids, and the header, may not. */
    public static int blankable(Scheme scheme) {
        int[] count = {0};
        blank(scheme, -1, count, "");
        return count[0];
    }

    /** The scheme with the n-th stated attribute or layer unknown. */
    public static Scheme blanked(Scheme scheme, int n) {
        return (Scheme) blank(scheme, n, new int[] {0}, "");
    }

    private static Object blank(Object value, int n, int[] seen, String name) {
        if (value instanceof List<?> list) {
            return list.stream().map(item -> blank(item, n, seen, name)).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> left = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                if (seen[0]++ != n) {
                    left.put(key, blank(inner, n, seen, name));
                }
            });
            return left;
        }
        if (!(value instanceof Record record) || value instanceof Basis || value instanceof Dates) {
            return value;
        }
        return rebuilt(record, (component, inner) -> {
            boolean header = record instanceof Scheme
                    && List.of("name", "sha256", "crs", "basis", "dates", "project")
                            .contains(component.getName());
            // Whether the articles of a letter were typed in decides what is listed; it is no fact of the scheme.
            boolean decides = record instanceof Letter && component.getName().equals("articles");
            if (decides) {
                return blank(inner, n, seen, "articles");
            }
            if (inner == null || header || component.getName().equals("id")) {
                return inner;
            }
            if (inner instanceof Map) {
                return blank(inner, n, seen, component.getName());
            }
            return seen[0]++ == n ? null : blank(inner, n, seen, component.getName());
        });
    }

    private static Object through(Object value, UnaryOperator<List<?>> lists, UnaryOperator<Geometry> shapes) {
        if (value instanceof List<?> list) {
            return lists.apply(
                    list.stream().map(item -> through(item, lists, shapes)).toList());
        }
        if (value instanceof Geometry shape) {
            return shapes.apply(shape);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> changed = new LinkedHashMap<>();
            map.forEach((key, inner) -> changed.put(key, through(inner, lists, shapes)));
            return changed;
        }
        return value instanceof Record record
                ? rebuilt(record, (component, inner) -> through(inner, lists, shapes))
                : value;
    }

    private interface Change {
        Object of(RecordComponent component, Object value);
    }

    private static Object rebuilt(Record record, Change change) {
        try {
            RecordComponent[] components = record.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                values[i] = change.of(components[i], components[i].getAccessor().invoke(record));
            }
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
