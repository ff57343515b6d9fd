package redline.intake.building;

import java.util.Arrays;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The list of vertices that a model's indices point at. */
final class Vertices {
    private double[] values = new double[48];
    private int size;
    private double[] scale = {1, 1, 1};
    private double[] translate = {0, 0, 0};

    /** @param parser at the array of arrays; afterwards at its end */
    void read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            double[] point = numbers(parser);
            for (int axis = 0; axis < 3; axis++) {
                if (size == values.length) {
                    values = Arrays.copyOf(values, size * 2);
                }
                values[size++] = point.length == 3 ? point[axis] : Double.NaN;
            }
        }
    }

    /** At most sixteen numbers of an array; NaN where something else stands. */
    static double[] numbers(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return new double[0];
        }
        double[] numbers = new double[16];
        int n = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            double value = Double.NaN;
            if (parser.currentToken().isNumeric()) {
                value = Double.parseDouble(parser.getString());
            } else {
                parser.skipChildren();
            }
            if (n < numbers.length) {
                numbers[n++] = value;
            }
        }
        return Arrays.copyOf(numbers, n);
    }

    void transform(double[] by, double[] to) {
        scale = by;
        translate = to;
    }

    int count() {
        return size / 3;
    }

    /** False for what is no vertex, or none that a plan has: not a number, or farther than any place on earth. */
    boolean holds(int index) {
        if (index < 0 || index >= count()) {
            return false;
        }
        for (int axis = 0; axis < 3; axis++) {
            if (!(Math.abs(at(index, axis)) <= Limits.FARTHEST)) {
                return false;
            }
        }
        return true;
    }

    double at(int index, int axis) {
        return values[3 * index + axis] * scale[axis] + translate[axis];
    }
}
