package redline.intake.building;

import java.io.StringWriter;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Walks through JSON token by token. What does not have the wanted shape is skipped: each method begins at a value and ends at its end. */
final class JsonWalk {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();

    private JsonWalk() {}

    /** @param entry takes each key and must read its value to the end */
    static void entries(JsonParser parser, BiConsumer<String, JsonParser> entry) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            entry.accept(key, parser);
        }
    }

    /** @param item must read its value to the end */
    static void items(JsonParser parser, Runnable item) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.run();
        }
    }

    /** Null for null, a list and an object. */
    static String scalar(JsonParser parser) {
        if (parser.currentToken().isScalarValue()) {
            return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getString();
        }
        parser.skipChildren();
        return null;
    }

    /** A value as written; lists and objects as JSON; null for null. */
    static String written(JsonParser parser) {
        if (parser.currentToken().isScalarValue()) {
            return scalar(parser);
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }
}
