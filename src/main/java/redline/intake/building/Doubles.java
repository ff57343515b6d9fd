package redline.intake.building;

import java.util.Arrays;

/** A list of numbers that grows. */
final class Doubles {
    private double[] values = new double[24];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }

    double[] all() {
        return Arrays.copyOf(values, size);
    }
}
