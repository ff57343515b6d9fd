package redline.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times things that are not for JMH, processes above all, turn by turn, so that a busy moment strikes all of them. */
final class Interleaved {
    /** Does the thing once and answers how long it took, in milliseconds. */
    interface Timed {
        double once() throws Exception;
    }

    private final Map<String, Timed> cases = new LinkedHashMap<>();

    Interleaved add(String name, Timed timed) {
        cases.put(name, timed);
        return this;
    }

    /** {@code rounds} rounds after one that does not count. */
    Map<String, Figure> run(int rounds) throws Exception {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        cases.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (Map.Entry<String, Timed> one : cases.entrySet()) {
                double time = one.getValue().once();
                if (round > 0) {
                    times.get(one.getKey()).add(time);
                }
            }
        }
        Map<String, Figure> figures = new LinkedHashMap<>();
        times.forEach((name, all) -> figures.put(name, new Figure(all)));
        return figures;
    }

    interface Work {
        void run() throws Exception;
    }

    static double time(Work work) throws Exception {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
