package redline.rulepack;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** The faults found first. Nobody mends more at once, and a hostile folder has millions. */
final class FirstFaults extends AbstractList<Fault> {
    static final int MOST = 1_000;

    private final List<Fault> first = new ArrayList<>();

    @Override
    public Fault get(int index) {
        return first.get(index);
    }

    @Override
    public int size() {
        return first.size();
    }

    @Override
    public void add(int index, Fault fault) {
        if (first.size() < MOST) {
            first.add(index, fault);
        }
    }
}
