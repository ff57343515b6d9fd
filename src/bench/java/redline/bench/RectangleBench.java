package redline.bench;

import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Shows the form of a benchmark and that the wiring works: the distance of two outlines, the commonest step of a review. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class RectangleBench {
    private final Geometry outline = rectangle(0);
    private final Geometry neighbour = rectangle(40);

    /** Shortest distance of two rectangles of 20 m by 12 m, 20 m apart. */
    @Benchmark
    public double distanceOfTwoOutlines() {
        return outline.distance(neighbour);
    }

    private static Geometry rectangle(double west) {
        return new GeometryFactory().createPolygon(new Coordinate[] {
            new Coordinate(west, 0),
            new Coordinate(west + 20, 0),
            new Coordinate(west + 20, 12),
            new Coordinate(west, 12),
            new Coordinate(west, 0)
        });
    }
}
