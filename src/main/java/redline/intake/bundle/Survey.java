package redline.intake.bundle;

import java.util.List;
import redline.intake.Complaint;

/**
 * A table of boundary points beside what is drawn.
 *
 * @param said of it, among the remarks of the draft
 * @param points empty where no boundary is drawn, and the table is the boundary
 */
public record Survey(String file, List<Complaint> said, List<Deviation> points) {
    /**
     * One boundary point.
     *
     * @param row of the table
     * @param north X of a survey, m
     * @param east Y of a survey, m
     * @param metres from the nearest corner that is drawn
     */
    public record Deviation(String name, int row, double north, double east, double metres) {}
}
