package redline.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.measure.Reading;
import redline.measure.Spread;
import redline.quantity.Value;
import redline.scheme.Letter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * A scheme record as JSON, to be stored beside its result and judged again without the drawing. Equal records give equal bytes;
 * reading gives back an equal record. Geometry is WKT, exact decimals are strings, what is unknown is left out.
 */
public final class SchemeRecordJson {
    private static final JsonMapper MAPPER = mapper();

    private SchemeRecordJson() {}

    public static byte[] write(SchemeRecord record) {
        return MAPPER.writeValueAsBytes(record);
    }

    /** Of a record the planning conditions alone: the letters as submitted, and the facts that rules saw of them. */
    public static byte[] conditions(SchemeRecord record) {
        List<Fact> facts = record.facts().stream()
                .filter(fact -> fact instanceof Fact.Condition || fact instanceof Fact.Article)
                .toList();
        return MAPPER.writeValueAsBytes(new Conditions(record.letters(), facts));
    }

    private record Conditions(List<Letter> letters, List<Fact> facts) {}

    /** @throws IllegalArgumentException where the bytes are not a record of this form */
    public static SchemeRecord read(byte[] json) {
        try {
            return MAPPER.readValue(json, SchemeRecord.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a scheme record: " + e.getOriginalMessage(), e);
        }
    }

    /** @param more sealed types whose records are told apart by name, beside those of a record */
    static JsonMapper mapper(Class<?>... more) {
        SimpleModule exact = new SimpleModule();
        exact.addSerializer(Geometry.class, new WriteWkt());
        exact.addSerializer(BigDecimal.class, new WriteDecimal());
        exact.addDeserializer(BigDecimal.class, new ReadDecimal());
        exact.addDeserializer(Geometry.class, new ReadWkt<>(Geometry.class));
        exact.addDeserializer(Polygon.class, new ReadWkt<>(Polygon.class));
        exact.addDeserializer(LineString.class, new ReadWkt<>(LineString.class));
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(exact)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL));
        builder.addMixIn(Reading.Known.class, OnlyWhereOff.class);
        Stream.concat(Stream.of(Fact.class, Value.class, Reading.class), Stream.of(more))
                .forEach(type -> {
                    builder.addMixIn(type, Named.class);
                    alternatives(type)
                            .forEach(one -> builder.registerSubtypes(new NamedType(one, one.getSimpleName())));
                });
        return builder.build();
    }

    /** The records of a sealed type. */
    private static Stream<Class<?>> alternatives(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(SchemeRecordJson::alternatives)
                : Stream.of(type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Named {}

    /** Most values are taken as they stand. */
    @SuppressWarnings("UnusedMethod") // Jackson reads it
    private interface OnlyWhereOff {
        @SuppressWarnings("UnusedMethod") // read by its name
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Spread> spreads();
    }

    private static final class WriteWkt extends ValueSerializer<Geometry> {
        @Override
        public void serialize(Geometry geometry, JsonGenerator json, SerializationContext context) {
            json.writeString(new WKTWriter().write(geometry));
        }
    }

    private static final class ReadWkt<G extends Geometry> extends ValueDeserializer<G> {
        private final Class<G> kind;

        ReadWkt(Class<G> kind) {
            this.kind = kind;
        }

        @Override
        public G deserialize(JsonParser json, DeserializationContext context) {
            try {
                Geometry read = new WKTReader().read(json.getString());
                return kind.isInstance(read)
                        ? kind.cast(read)
                        : kind.cast(context.handleWeirdStringValue(kind, json.getString(), "another kind of shape"));
            } catch (ParseException e) {
                return kind.cast(context.handleWeirdStringValue(kind, json.getString(), "%s", e.getMessage()));
            }
        }
    }

    /** Plain, with its decimals; in exponent form only where there is no plain one that keeps them (1E+3). */
    private static final class WriteDecimal extends ValueSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal number, JsonGenerator json, SerializationContext context) {
            json.writeString(number.scale() < 0 ? number.toString() : number.toPlainString());
        }
    }

    private static final class ReadDecimal extends ValueDeserializer<BigDecimal> {
        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            return new BigDecimal(json.getString());
        }
    }
}
