package redline.rulepack;

import java.util.HashMap;
import java.util.Map;
import redline.quantity.Text;

/** Codes of tables and conditions as readers know them, beyond those that reasons use; an unknown code stays as it stands. */
final class CodeWords {
    private static final Map<String, Text> CODES = codes();

    private CodeWords() {}

    static Text of(Object value) {
        Text known = CODES.get(String.valueOf(value));
        return known != null ? known : Because.word(value);
    }

    private static Map<String, Text> codes() {
        Map<String, Text> codes = new HashMap<>();
        codes.put("ANY", new Text("任意", "any"));
        codes.put("LOW", new Text("低层", "low-rise"));
        codes.put("MULTI", new Text("多层", "mid-rise"));
        codes.put("HIGH", new Text("高层", "high-rise"));
        codes.put("NOT_HIGH", new Text("非高层", "not high-rise"));
        codes.put("SUPER_HIGH", new Text("超高层", "super high-rise"));
        codes.put("OTHER", new Text("其他", "other"));
        codes.put("SINGLE", new Text("单层", "single storey"));
        codes.put("SEVERAL", new Text("多于一层", "more than one storey"));
        codes.put("EITHER", new Text("不分", "either"));
        codes.put("EXPRESSWAY", new Text("快速路", "expressway"));
        codes.put("TRUNK", new Text("主干路", "trunk road"));
        codes.put("SECONDARY", new Text("次干路", "secondary road"));
        codes.put("BRANCH", new Text("支路", "branch road"));
        codes.put("MAIN_MAIN", new Text("主面对主面", "main to main face"));
        codes.put("MAIN_GABLE", new Text("主面对山墙", "main face to gable"));
        codes.put("GABLE_GABLE", new Text("山墙对山墙", "gable to gable"));
        codes.put("HIGHER", new Text("较高一面", "of the higher one"));
        codes.put("LOWER", new Text("较低一面", "of the lower one"));
        codes.put("EQUAL", new Text("等高", "of equal height"));
        return codes;
    }
}
