package redline.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a file that people can read, too. */
final class JsonFile {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private JsonFile() {}

    /** What writes an object field by field. */
    interface Fields {
        void to(JsonGenerator file);
    }

    /** The same file, of an object that need not be there as a whole; the stream stays open. */
    static void write(Fields fields, OutputStream out) throws IOException {
        try (JsonGenerator file = MAPPER.writerWithDefaultPrettyPrinter()
                .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .createGenerator(out)) {
            file.writeStartObject();
            fields.to(file);
            file.writeEndObject();
        }
        out.write('\n');
    }

    /** UTF-8, decimals without exponents, a newline at the end. */
    static byte[] of(ObjectNode root) {
        return (MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
