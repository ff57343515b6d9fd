package redline.intake.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import redline.intake.file.FileContents;
import redline.quantity.Language;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** File contents as JSON: an array of one object a file, with the keys of {@link FileContents}. */
public final class ContentsJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ContentsJson() {}

    public static byte[] write(List<FileContents> files, Language language) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        files.forEach(file -> all.add(file(file, language)));
        return (JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode file(FileContents contents, Language language) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("file", contents.file())
                .put("format", contents.format())
                .put("version", contents.version())
                .put("encoding", contents.encoding())
                .put("crs", contents.crs())
                .put("refused", contents.refused());
        ArrayNode layers = node.putArray("layers");
        for (FileContents.Layer layer : contents.layers()) {
            ObjectNode one = layers.addObject().put("name", layer.name());
            ObjectNode entities = one.putObject("entities");
            layer.entities().forEach(entities::put);
            one.put("polygons", layer.polygons()).put("area", layer.area()).put("length", layer.length());
            if (layer.extent() == null) {
                one.putNull("extent");
            } else {
                ArrayNode extent = one.putArray("extent");
                layer.extent().forEach(extent::add);
            }
        }
        ArrayNode values = node.putArray("values");
        contents.values()
                .forEach(value -> values.addObject()
                        .put("path", value.path())
                        .put("value", value.value())
                        .put("from", value.from()));
        ArrayNode complaints = node.putArray("complaints");
        contents.complaints()
                .forEach(trouble -> complaints
                        .addObject()
                        .put("where", trouble.where())
                        .put("what", trouble.what().in(language))
                        .put("remedy", trouble.remedy().in(language)));
        return node;
    }
}
