package redline.check;

import redline.requirement.Certainty;
import redline.requirement.Ruling;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What rules demanded of a scheme as JSON: with its {@link SchemeRecordJson record} it gives the result in another process, without the rules being
 * compiled there. Reading gives back an equal ruling. Not kept: a judging keeps the rules themselves.
 */
public final class RulingJson {
    private static final JsonMapper MAPPER = SchemeRecordJson.mapper(Certainty.class);

    private RulingJson() {}

    public static byte[] write(Ruling ruling) {
        return MAPPER.writeValueAsBytes(ruling);
    }

    /** @throws IllegalArgumentException where the bytes are not a ruling of this form */
    public static Ruling read(byte[] json) {
        try {
            return MAPPER.readValue(json, Ruling.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not a ruling: " + e.getOriginalMessage(), e);
        }
    }
}
