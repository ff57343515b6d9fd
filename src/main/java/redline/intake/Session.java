package redline.intake;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import redline.quantity.Text;

/** What is known while one file is read: its complaints, its CRS, the ids met so far. */
final class Session {
    /** What an id may name. Parcels and zones share their ids, as do buildings and surroundings. */
    enum Named {
        PARCEL("地块", "parcel"),
        ZONE("分区", "zone"),
        ROAD("道路", "road"),
        BUILDING("建筑", "building");

        final Text title;

        Named(String zh, String en) {
            this.title = new Text(zh, en);
        }
    }

    final Complaints complaints;
    private final Map<Named, Set<String>> ids = new EnumMap<>(Named.class);
    /** Told of the keys that each type of table may hold; for the test that compares them with the published schema. */
    private final BiConsumer<String, Map<String, String>> vocabulary;

    CoordinateSystem crs;

    /** Whether anything is drawn, and so the CRS is obligatory. */
    boolean drawn;

    private int corners;

    Session(Complaints complaints, BiConsumer<String, Map<String, String>> vocabulary) {
        this.complaints = complaints;
        this.vocabulary = vocabulary;
        for (Named named : Named.values()) {
            ids.put(named, new HashSet<>());
        }
    }

    /** The same ids and CRS for a second file. */
    Session forFile(Complaints other) {
        Session session = new Session(other, vocabulary);
        session.ids.putAll(ids);
        session.crs = crs;
        return session;
    }

    void name(Named named, String id) {
        ids.get(named).add(id);
    }

    boolean names(Named named, String id) {
        return ids.get(named).contains(id);
    }

    Set<String> all(Named named) {
        return new TreeSet<>(ids.get(named));
    }

    /** False when the file holds more corners than a scheme may have. */
    boolean mayDraw(int more) {
        corners += more;
        return corners <= Limits.ELEMENTS;
    }

    void vocabulary(String type, Map<String, String> kinds) {
        vocabulary.accept(type, kinds);
    }
}
