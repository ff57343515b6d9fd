package redline.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The task {@value #NAME}: reads, lints and compiles a rules folder, handed in as {@link RuleBook#archive} makes it. */
public final class ReadRules implements WorkerTask {
    public static final String NAME = "read";

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What was found.
     *
     * @param sha256 of the rules, empty where they have faults
     */
    public record Answer(String sha256, List<Fault> faults) {
        /** @throws tools.jackson.core.JacksonException for other bytes than those of the task */
        public static Answer of(byte[] result) {
            JsonNode top = JSON.readTree(result);
            List<Fault> faults = new ArrayList<>();
            for (JsonNode each : top.get("faults")) {
                faults.add(new Fault(
                        each.get("file").asString(),
                        each.get("line").asInt(),
                        each.get("element").asString(),
                        text(each.get("what")),
                        text(each.get("remedy"))));
            }
            return new Answer(top.get("sha256").asString(), List.copyOf(faults));
        }

        private static Text text(JsonNode both) {
            return new Text(both.get("zh").asString(), both.get("en").asString());
        }

        private byte[] json() {
            ObjectNode top = JSON.createObjectNode().put("sha256", sha256);
            ArrayNode all = top.putArray("faults");
            for (Fault fault : faults) {
                ObjectNode each = all.addObject()
                        .put("file", fault.file())
                        .put("line", fault.line())
                        .put("element", fault.element());
                each.putObject("what")
                        .put("zh", fault.what().zh())
                        .put("en", fault.what().en());
                each.putObject("remedy")
                        .put("zh", fault.remedy().zh())
                        .put("en", fault.remedy().en());
            }
            return JSON.writeValueAsBytes(top);
        }
    }

    @Override
    public void run(InputStream request, Replies replies) throws IOException {
        try {
            RuleBook book = RuleBook.ofArchive(request.readAllBytes());
            replies.progress("compile");
            book.compile();
            replies.done(new Answer(book.sha256(), List.of()).json());
        } catch (PackFault fault) {
            replies.done(new Answer("", fault.faults()).json());
        }
    }
}
