package redline.check;

import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.fact.Terms;
import redline.measure.Evidence;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Provenance;
import redline.measure.Reading;
import redline.measure.Spread;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Dates;
import redline.scheme.Letter;
import redline.scheme.Subject;

/**
 * A scheme record in a form that is read fast and in part: what rules and judgement see of it, without what only reports show
 * (lines and articles of letters, formulas, outlines, declared indicators); of a geometry that shows a value one point is left. It
 * is made from the record as stored ({@link SchemeRecordJson}), never the other way round, and thrown away and made again at will: a
 * form of another version or one that is damaged is refused.
 */
public final class CompactRecord {
    private static final int MAGIC = 0x524C4352;
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final Subject.Kind[] KINDS = Subject.Kind.values();
    private static final Provenance[] PROVENANCES = Provenance.values();
    private static final Missing.Kind[] MISSING = Missing.Kind.values();
    private static final int START = Integer.BYTES + Long.BYTES + Integer.BYTES;

    private final ByteBuffer bytes;
    private final String[] strings;
    private final int stringEnds;
    private final int stringBytes;
    private final String source;
    private final String name;
    private final String crs;
    private final Dates dates;
    private final List<Letter> letters;
    private final SchemeRecord.Reach reach;
    /** Where it is told where the facts of each type, the measures of each quantity, the absences of each type begin. */
    private final int facts;

    private final int measures;
    private final int absences;

    private CompactRecord(byte[] whole) {
        this.bytes = ByteBuffer.wrap(whole);
        bytes.position(START);
        int count = bytes.getInt();
        this.strings = new String[count];
        this.stringEnds = bytes.position();
        this.stringBytes = stringEnds + count * Integer.BYTES;
        int end = count == 0 ? 0 : bytes.getInt(stringBytes - Integer.BYTES);
        bytes.position(stringBytes + end);
        this.source = string();
        this.name = string();
        this.crs = string();
        this.dates = new Dates(day(), day(), day());
        this.letters = list(this::letter);
        BigDecimal distance = decimal();
        int beyond = bytes.getInt();
        this.reach = distance == null ? null : new SchemeRecord.Reach(distance, beyond);
        this.facts = bytes.position();
        this.measures = facts + CompactFacts.TYPES * Integer.BYTES;
        this.absences = measures + Quantity.values().length * Integer.BYTES;
    }

    /**
     * The form of a record.
     *
     * @param source hash of the bytes that the record is stored as
     */
    public static byte[] write(SchemeRecord record, String source) {
        return new CompactWriter(source).whole(record, MAGIC, CompactFacts.FORM);
    }

    /** @throws IllegalArgumentException where the bytes are not such a form, are of another version, or are damaged */
    public static CompactRecord of(byte[] whole) {
        if (whole.length < START) {
            throw new IllegalArgumentException("too short for a compact record");
        }
        ByteBuffer head = ByteBuffer.wrap(whole);
        if (head.getInt() != MAGIC || head.getLong() != CompactFacts.FORM) {
            throw new IllegalArgumentException("no compact record of this version");
        }
        if (head.getInt() != checksum(whole)) {
            throw new IllegalArgumentException("a damaged compact record");
        }
        try {
            return new CompactRecord(whole);
        } catch (BufferUnderflowException | IndexOutOfBoundsException damaged) {
            throw new IllegalArgumentException("a damaged compact record", damaged);
        }
    }

    /** Of everything after the head. */
    static int checksum(byte[] whole) {
        CRC32C sum = new CRC32C();
        sum.update(whole, START, whole.length - START);
        return (int) sum.getValue();
    }

    /** Hash of the bytes that the record is stored as. */
    public String source() {
        return source;
    }

    /** Null where the scheme states none. */
    public String crs() {
        return crs;
    }

    public Dates dates() {
        return dates;
    }

    /**
     * The record with the facts and measures of these kinds alone; what the facts lack is read when it is asked for. Order of facts
     * and measures is not kept.
     */
    public SchemeRecord cut(Set<Class<? extends Fact>> types, Set<Quantity> quantities) {
        List<Fact> found = new ArrayList<>();
        for (Class<? extends Fact> type : types) {
            CompactFacts shape = CompactFacts.of(type);
            if (found(facts, shape.number())) {
                facts(shape, found);
            }
        }
        List<Measure> measured = new ArrayList<>();
        for (Quantity quantity : quantities) {
            if (found(measures, quantity.ordinal())) {
                measures(quantity, measured);
            }
        }
        Map<String, List<Missing>> lacks = new Lazy<>(() -> absences(types));
        return new SchemeRecord(
                name, source, crs, dates, null, letters, found, lacks, measured, null, List.of(), reach);
    }

    /** A map that is made when it is first asked. */
    private static final class Lazy<V> extends AbstractMap<String, V> {
        private final Supplier<Map<String, V>> made;
        private Map<String, V> known;

        Lazy(Supplier<Map<String, V>> made) {
            this.made = made;
        }

        private Map<String, V> known() {
            if (known == null) {
                known = made.get();
            }
            return known;
        }

        @Override
        public V get(Object key) {
            return known().get(key);
        }

        @Override
        public boolean containsKey(Object key) {
            return known().containsKey(key);
        }

        @Override
        public Set<Entry<String, V>> entrySet() {
            return known().entrySet();
        }
    }

    /** Goes to the beginning of a section; false where there is none. */
    private boolean found(int directory, int number) {
        int at = bytes.getInt(directory + number * Integer.BYTES);
        if (at != 0) {
            bytes.position(at);
        }
        return at != 0;
    }

    private void facts(CompactFacts shape, List<Fact> found) {
        int count = bytes.getInt();
        for (int i = 0; i < count; i++) {
            Object[] values = new Object[shape.components().length];
            for (int c = 0; c < values.length; c++) {
                values[c] = value(shape.components()[c]);
            }
            found.add(shape.make(values));
        }
    }

    private Object value(CompactFacts.Component component) {
        return switch (component) {
            case STRING -> string();
            case DOUBLE -> bytes.get() == 0 ? null : (Double) bytes.getDouble();
            case BOOLEAN -> {
                byte said = bytes.get();
                yield said == 0 ? null : (Boolean) (said == 1);
            }
            case SUBJECT -> subject();
            case TERMS -> {
                List<String> codes = list(this::string);
                yield codes == null ? null : new Terms(codes);
            }
        };
    }

    private void measures(Quantity quantity, List<Measure> found) {
        int count = bytes.getInt();
        for (int i = 0; i < count; i++) {
            Subject subject = subject();
            Reading reading = switch (bytes.get()) {
                case 0 -> new Reading.Unknown(list(this::missing));
                case 1 -> new Reading.Known(value(), PROVENANCES[bytes.get()]);
                default -> new Reading.Known(value(), PROVENANCES[bytes.get()], list(this::spread));
            };
            Evidence evidence = bytes.get() == 0
                    ? Evidence.NONE
                    : new Evidence(
                            GEOMETRY.createPoint(new Coordinate(bytes.getDouble(), bytes.getDouble())), List.of());
            found.add(new Measure(quantity, subject, reading, evidence));
        }
    }

    private Spread spread() {
        return new Spread(missing(), decimal(), decimal());
    }

    private Value value() {
        return switch (bytes.get()) {
            case 0 -> new Value.Amount(decimal());
            case 1 -> new Value.Ratio(decimal(), decimal());
            default -> new Value.Terms(list(this::string));
        };
    }

    private Map<String, List<Missing>> absences(Set<Class<? extends Fact>> types) {
        Map<String, List<Missing>> found = new HashMap<>();
        for (Class<? extends Fact> type : types) {
            if (found(absences, CompactFacts.of(type).number())) {
                int count = bytes.getInt();
                for (int i = 0; i < count; i++) {
                    found.put(string(), list(this::missing));
                }
            }
        }
        return found;
    }

    private Missing missing() {
        return new Missing(string(), new Text(string(), string()), MISSING[bytes.get()]);
    }

    private Letter letter() {
        String id = string();
        String parcel = string();
        String number = string();
        LocalDate issued = day();
        String grade = string();
        byte complete = bytes.get();
        List<Letter.Incorporation> incorporates = list(() -> new Letter.Incorporation(string(), string()));
        return new Letter(
                id, parcel, number, issued, grade, complete == 0 ? null : complete == 1, incorporates, null, null);
    }

    private Subject subject() {
        byte kind = bytes.get();
        return kind < 0 ? null : new Subject(KINDS[kind], string(), new Text(string(), string()));
    }

    /** Null where the list is. */
    private <T> List<T> list(Supplier<T> one) {
        int count = bytes.getInt();
        if (count < 0) {
            return null;
        }
        List<T> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(one.get());
        }
        return all;
    }

    private LocalDate day() {
        long day = bytes.getLong();
        return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    private BigDecimal decimal() {
        String written = string();
        return written == null ? null : new BigDecimal(written);
    }

    private String string() {
        int number = bytes.getInt();
        if (number < 0) {
            return null;
        }
        String known = strings[number];
        if (known == null) {
            int from = number == 0 ? 0 : bytes.getInt(stringEnds + (number - 1) * Integer.BYTES);
            int to = bytes.getInt(stringEnds + number * Integer.BYTES);
            known = new String(bytes.array(), stringBytes + from, to - from, StandardCharsets.UTF_8);
            strings[number] = known;
        }
        return known;
    }

    /** The point that stands for a geometry: within an area, in the middle of a line. */
    static Coordinate pointOf(Geometry geometry) {
        return geometry.getDimension() == 2
                ? geometry.getInteriorPoint().getCoordinate()
                : geometry.getCentroid().getCoordinate();
    }
}
