package redline.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import redline.quantity.Text;

/** What is known while one file is read: its complaints, its CRS, the ids met so far. */
final class Session {
    /** Told of the keys of each table that was read; the test of the published schema listens. */
    interface Vocabulary {
        /** {@code kinds}: what each key holds, by its name in the schema; {@code required}: the keys that must be there. */
        void table(String type, Map<String, String> kinds, Set<String> required);
    }

    /** What an id may name. Parcels and zones share their ids, as do buildings and surroundings, and sunlit dwellings and rooms. */
    enum Named {
        PARCEL("地块", "parcel"),
        ZONE("分区", "zone"),
        ROAD("道路", "road"),
        BUILDING("建筑", "building"),
        SIDE("用地界线", "boundary side"),
        ACCESS("出入口", "access"),
        DWELLING_TYPE("户型", "dwelling type"),
        SUNLIT("日照户或房间", "sunlit dwelling or room");

        final Text title;

        Named(String zh, String en) {
            this.title = new Text(zh, en);
        }
    }

    final Complaints complaints;
    private final Map<Named, Set<String>> ids = new EnumMap<>(Named.class);
    private final Vocabulary vocabulary;
    private final List<Runnable> checks = new ArrayList<>();

    CoordinateSystem crs;

    /** Whether anything is drawn, and so the CRS is obligatory. */
    boolean drawn;

    private int corners;

    Session(Complaints complaints, Vocabulary vocabulary) {
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

    /** Puts off a check until the whole file is read. */
    void later(Runnable check) {
        checks.add(check);
    }

    /** The whole file is read. */
    void check() {
        checks.forEach(Runnable::run);
        checks.clear();
    }

    /** Counts the corners of all shapes. */
    void draw(int more) throws Malformed {
        corners += more;
        if (corners > Limits.ELEMENTS) {
            throw new Malformed(
                    new Text(
                            "全部图形超过 " + Limits.ELEMENTS + " 个顶点",
                            "All shapes together have more than " + Limits.ELEMENTS + " corners"),
                    new Text("请简化图形", "Simplify them"));
        }
    }

    void vocabulary(String type, Map<String, String> kinds, Set<String> required) {
        vocabulary.table(type, kinds, required);
    }
}
