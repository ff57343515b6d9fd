package redline.intake.building;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one entity from its bytes: {@code IFCSPACE('…',#4,$,(1.,2.),.T.)}. What it does not understand becomes None. */
final class StepParser {
    private final byte[] bytes;
    private final StepText texts;
    private int at;

    StepParser(byte[] bytes, StepText texts) {
        this.bytes = bytes;
        this.texts = texts;
    }

    StepInstance instance(int id) {
        blanks();
        String type = word();
        blanks();
        List<StepValue> arguments = at < bytes.length && bytes[at] == '(' ? list(0) : List.of();
        return new StepInstance(id, type, arguments);
    }

    private String word() {
        int start = at;
        while (at < bytes.length && (Character.isLetterOrDigit(bytes[at]) || bytes[at] == '_')) {
            at++;
        }
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1).toUpperCase(java.util.Locale.ROOT);
    }

    private void blanks() {
        while (at < bytes.length) {
            if (bytes[at] <= ' ' && bytes[at] >= 0) {
                at++;
            } else if (bytes[at] == '/' && at + 1 < bytes.length && bytes[at + 1] == '*') {
                at += 2;
                while (at < bytes.length && !(bytes[at] == '/' && bytes[at - 1] == '*')) {
                    at++;
                }
                at++;
            } else {
                return;
            }
        }
    }

    /** At the opening bracket; afterwards behind the closing one. */
    private List<StepValue> list(int depth) {
        List<StepValue> values = new ArrayList<>();
        at++;
        while (true) {
            blanks();
            if (at >= bytes.length) {
                return values;
            }
            if (bytes[at] == ')') {
                at++;
                return values;
            }
            if (bytes[at] == ',') {
                at++;
            } else {
                values.add(value(depth));
            }
        }
    }

    private StepValue value(int depth) {
        byte c = bytes[at];
        if (c == '\'') {
            return new StepValue.Text(texts.of(quoted()));
        }
        if (c == '#') {
            at++;
            return reference(digits());
        }
        if (c == '.' && at + 1 < bytes.length && Character.isLetter(bytes[at + 1])) {
            at++;
            String name = word();
            at += at < bytes.length && bytes[at] == '.' ? 1 : 0;
            return new StepValue.Symbol(name);
        }
        if (c == '(') {
            if (depth > Limits.DEEPEST) {
                at = bytes.length;
                return new StepValue.None();
            }
            return new StepValue.Many(list(depth + 1));
        }
        if (c == '+' || c == '-' || c == '.' || c >= '0' && c <= '9') {
            return new StepValue.Number(digits());
        }
        if (Character.isLetter(c)) {
            String type = word();
            blanks();
            return at < bytes.length && bytes[at] == '(' && depth <= Limits.DEEPEST
                    ? new StepValue.Typed(type, list(depth + 1))
                    : new StepValue.None();
        }
        at++;
        return new StepValue.None();
    }

    private static StepValue reference(String digits) {
        return digits.matches("\\d{1,9}") ? new StepValue.Reference(Integer.parseInt(digits)) : new StepValue.None();
    }

    private String digits() {
        int start = at;
        while (at < bytes.length && "+-.0123456789eE".indexOf(bytes[at]) >= 0) {
            at++;
        }
        return new String(bytes, start, at - start, StandardCharsets.ISO_8859_1);
    }

    private byte[] quoted() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        at++;
        while (at < bytes.length) {
            if (bytes[at] == '\'') {
                at++;
                if (at >= bytes.length || bytes[at] != '\'') {
                    break;
                }
            }
            out.write(bytes[at++]);
        }
        return out.toByteArray();
    }
}
