package redline.intake.building;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Nested JSON arrays of whole numbers in one int array: a model has millions of them. */
final class Nested {
    private static final int OPEN = Integer.MIN_VALUE;
    private static final int CLOSE = Integer.MIN_VALUE + 1;
    private static final int NONE = Integer.MIN_VALUE + 2;
    private static final int DEPTH = 8;

    /** What stands where a whole number should: an index that no vertex has. */
    static final int BAD = -1;

    private final int[] codes;

    private Nested(int[] codes) {
        this.codes = codes;
    }

    /** @param parser at the start of the value; afterwards at its end */
    static Nested read(JsonParser parser) {
        int[] codes = new int[16];
        int size = 0;
        int depth = 0;
        JsonToken token = parser.currentToken();
        do {
            int code;
            if (token == JsonToken.START_ARRAY) {
                depth++;
                code = OPEN;
            } else if (token == JsonToken.END_ARRAY) {
                depth--;
                code = CLOSE;
            } else if (token == JsonToken.VALUE_NULL) {
                code = NONE;
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                code = whole(parser.getString());
            } else {
                parser.skipChildren();
                code = BAD;
            }
            // deeper than any geometry: kept flat
            if (code != OPEN && code != CLOSE || depth + (code == CLOSE ? 1 : 0) <= DEPTH) {
                if (size == codes.length) {
                    codes = Arrays.copyOf(codes, size * 2);
                }
                codes[size++] = code;
            }
            token = depth > 0 ? parser.nextToken() : null;
        } while (depth > 0);
        return new Nested(Arrays.copyOf(codes, size));
    }

    /** Lists, Integers and nulls. */
    Object tree() {
        int[] at = {0};
        return tree(at);
    }

    private Object tree(int[] at) {
        int code = codes[at[0]++];
        if (code != OPEN) {
            return code == NONE ? null : code;
        }
        List<Object> list = new ArrayList<>();
        while (codes[at[0]] != CLOSE) {
            list.add(tree(at));
        }
        at[0]++;
        return list;
    }

    private static int whole(String digits) {
        if (digits.length() > 10) {
            return BAD;
        }
        long value = Long.parseLong(digits);
        return value < 0 || value > Integer.MAX_VALUE ? BAD : (int) value;
    }
}
