package redline.check;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.fact.Terms;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Reading;
import redline.measure.Spread;
import redline.quantity.Quantity;
import redline.quantity.Value;
import redline.scheme.Letter;
import redline.scheme.Subject;

/** Writes the form that {@link CompactRecord} reads. */
final class CompactWriter {
    private final String source;
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private ByteBuffer out = ByteBuffer.allocate(1 << 14);

    CompactWriter(String source) {
        this.source = source;
    }

    byte[] whole(SchemeRecord record, int magic, long form) {
        header(record);
        byte[] header = taken();
        byte[][] facts = new byte[CompactFacts.TYPES][];
        byType(record.facts())
                .forEach((type, all) -> facts[CompactFacts.of(type).number()] = section(all, this::fact));
        byte[][] measures = new byte[Quantity.values().length][];
        byQuantity(record.measures())
                .forEach((quantity, all) -> measures[quantity.ordinal()] = section(all, this::measure));
        byte[][] absences = new byte[CompactFacts.TYPES][];
        absencesByType(record.absences())
                .forEach((type, all) ->
                        absences[CompactFacts.numberOf(type)] = section(List.copyOf(all.entrySet()), this::absence));
        List<byte[]> sections = new ArrayList<>();
        Stream.of(facts, measures, absences).map(Arrays::asList).forEach(sections::addAll);

        putInt(magic);
        putLong(form);
        putInt(0);
        strings();
        put(header);
        int at = out.position() + sections.size() * Integer.BYTES;
        for (byte[] section : sections) {
            putInt(section == null ? 0 : at);
            at += section == null ? 0 : section.length;
        }
        sections.stream().filter(Objects::nonNull).forEach(this::put);
        byte[] whole = taken();
        ByteBuffer.wrap(whole).putInt(Integer.BYTES + Long.BYTES, CompactRecord.checksum(whole));
        return whole;
    }

    private void absence(Map.Entry<String, List<Missing>> entry) {
        string(entry.getKey());
        list(entry.getValue(), this::missing);
    }

    private void header(SchemeRecord record) {
        string(source);
        string(record.name());
        string(record.crs());
        day(record.dates().conditionsIssued());
        day(record.dates().contractSigned());
        day(record.dates().applicationReceived());
        list(record.letters(), this::letter);
        decimal(record.reach() == null ? null : record.reach().distance());
        putInt(record.reach() == null ? 0 : record.reach().beyond());
    }

    private static Map<Class<? extends Fact>, List<Fact>> byType(List<Fact> facts) {
        Map<Class<? extends Fact>, List<Fact>> byType = new LinkedHashMap<>();
        facts.forEach(fact -> byType.computeIfAbsent(fact.getClass(), type -> new ArrayList<>())
                .add(fact));
        return byType;
    }

    private static Map<Quantity, List<Measure>> byQuantity(List<Measure> measures) {
        Map<Quantity, List<Measure>> byQuantity = new EnumMap<>(Quantity.class);
        measures.forEach(measure -> byQuantity
                .computeIfAbsent(measure.quantity(), quantity -> new ArrayList<>())
                .add(measure));
        return byQuantity;
    }

    /** The key of an absence begins with the type of its fact. */
    private static Map<String, Map<String, List<Missing>>> absencesByType(Map<String, List<Missing>> absences) {
        Map<String, Map<String, List<Missing>>> byType = new TreeMap<>();
        new TreeMap<>(absences)
                .forEach((key, missing) -> byType.computeIfAbsent(
                                key.substring(0, key.indexOf('/')), type -> new LinkedHashMap<>())
                        .put(key, missing));
        return byType;
    }

    private <T> byte[] section(List<T> all, Consumer<T> one) {
        list(all, one);
        return taken();
    }

    private void fact(Fact fact) {
        CompactFacts shape = CompactFacts.of(fact.getClass());
        for (int i = 0; i < shape.components().length; i++) {
            Object value = shape.value(fact, i);
            switch (shape.components()[i]) {
                case STRING -> string((String) value);
                case DOUBLE -> {
                    putByte(value == null ? 0 : 1);
                    if (value != null) {
                        putDouble((Double) value);
                    }
                }
                case BOOLEAN -> bool((Boolean) value);
                case SUBJECT -> subject((Subject) value);
                case TERMS -> list(value == null ? null : ((Terms) value).codes(), this::string);
            }
        }
    }

    private void measure(Measure measure) {
        subject(measure.subject());
        if (measure.reading() instanceof Reading.Known known) {
            putByte(known.spreads().isEmpty() ? 1 : 2);
            value(known.value());
            putByte(known.provenance().ordinal());
            if (!known.spreads().isEmpty()) {
                list(known.spreads(), this::spread);
            }
        } else {
            putByte(0);
            list(((Reading.Unknown) measure.reading()).missing(), this::missing);
        }
        Geometry geometry =
                measure.evidence() == null ? null : measure.evidence().geometry();
        Coordinate point = geometry == null || geometry.isEmpty() ? null : CompactRecord.pointOf(geometry);
        putByte(point == null ? 0 : 1);
        if (point != null) {
            putDouble(point.x);
            putDouble(point.y);
        }
    }

    private void spread(Spread spread) {
        missing(spread.why());
        decimal(spread.low());
        decimal(spread.high());
    }

    private void value(Value value) {
        if (value instanceof Value.Amount amount) {
            putByte(0);
            decimal(amount.number());
        } else if (value instanceof Value.Ratio ratio) {
            putByte(1);
            decimal(ratio.numerator());
            decimal(ratio.denominator());
        } else {
            putByte(2);
            list(((Value.Terms) value).codes(), this::string);
        }
    }

    private void missing(Missing missing) {
        string(missing.path());
        string(missing.label().zh());
        string(missing.label().en());
        putByte(missing.kind().ordinal());
    }

    private void letter(Letter letter) {
        string(letter.id());
        string(letter.parcel());
        string(letter.number());
        day(letter.issued());
        string(letter.grade());
        bool(letter.complete());
        list(letter.incorporates(), one -> {
            string(one.pack());
            string(one.sentence());
        });
    }

    private void subject(Subject subject) {
        putByte(subject == null ? -1 : subject.kind().ordinal());
        if (subject != null) {
            string(subject.id());
            string(subject.name().zh());
            string(subject.name().en());
        }
    }

    private void bool(Boolean value) {
        putByte(value == null ? 0 : value ? 1 : 2);
    }

    private void day(LocalDate day) {
        putLong(day == null ? Long.MIN_VALUE : day.toEpochDay());
    }

    private void decimal(BigDecimal number) {
        string(number == null ? null : number.toString());
    }

    private <T> void list(List<T> all, Consumer<T> one) {
        putInt(all == null ? -1 : all.size());
        if (all != null) {
            all.forEach(one);
        }
    }

    private void string(String text) {
        putInt(text == null ? -1 : number(text));
    }

    private int number(String text) {
        return strings.computeIfAbsent(text, key -> strings.size());
    }

    /** All strings: how many, where each ends, their bytes. */
    private void strings() {
        List<byte[]> encoded = strings.keySet().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        putInt(encoded.size());
        int end = 0;
        for (byte[] each : encoded) {
            end += each.length;
            putInt(end);
        }
        encoded.forEach(this::put);
    }

    private byte[] taken() {
        byte[] taken = Arrays.copyOf(out.array(), out.position());
        out.clear();
        return taken;
    }

    private void room(int more) {
        if (out.remaining() < more) {
            byte[] wider = Arrays.copyOf(out.array(), Math.max(2 * out.capacity(), out.position() + more));
            out = ByteBuffer.wrap(wider).position(out.position());
        }
    }

    private void put(byte[] all) {
        room(all.length);
        out.put(all);
    }

    private void putByte(int value) {
        room(1);
        out.put((byte) value);
    }

    private void putInt(int value) {
        room(Integer.BYTES);
        out.putInt(value);
    }

    private void putLong(long value) {
        room(Long.BYTES);
        out.putLong(value);
    }

    private void putDouble(double value) {
        room(Double.BYTES);
        out.putDouble(value);
    }
}
