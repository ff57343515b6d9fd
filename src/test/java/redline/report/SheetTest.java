package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Point2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import redline.check.CheckResult;
import redline.fact.Outline;
import redline.quantity.Language;

class SheetTest {
    private static final double MM_PER_POINT = 25.4 / 72;

    @ParameterizedTest
    @CsvSource({
        "100,  60, A3, 500",
        "200, 140, A2, 500",
        "330, 230, A1, 500",
        "380, 230, A2, 1000",
        "600, 400, A1, 1000",
        "900, 640, A2, 2000",
        "1400, 900, A1, 2000",
        "2000, 1300, A0, 2000",
        "4000, 3000, A0, 5000"
    })
    void a_site_gets_the_largest_scale_that_a_handy_sheet_holds(
            double width, double height, Sheet.Paper paper, int denominator) {
        assertThat(Sheet.of(new Envelope(0, width, 0, height))).isEqualTo(new Sheet(paper, denominator));
    }

    @ParameterizedTest
    @EnumSource(Sheet.Paper.class)
    void the_drawing_is_as_wide_as_the_style_of_its_page_says(Sheet.Paper paper) {
        assertThat(Templates.text("print.css"))
                .contains(".plan-" + paper + " { page: plan-" + paper + "; width: " + new Sheet(paper, 500).width()
                        + "px; }");
    }

    @Test
    void on_the_page_distances_between_corners_are_the_stated_share_of_what_they_are_to_a_tenth_of_a_millimetre()
            throws IOException {
        CheckResult housing = SampleCheck.housing();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfReport.write(housing, Language.ZH, pdf);
        Coordinate[] parcel = housing.record().outlines().stream()
                .filter(outline -> outline.kind() == Outline.Kind.PARCEL)
                .findFirst()
                .orElseThrow()
                .geometry()
                .getCoordinates();
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            List<List<Point2D>> paths = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                if (page.getMediaBox().getWidth() > 2000) {
                    paths.addAll(new Paths(page).read());
                }
            }
            assertThat(paths.stream().anyMatch(path -> isTrue(path, parcel, 500)))
                    .as("the parcel is drawn at 1:500")
                    .isTrue();
        }
    }

    /** Every distance from the first corner, in the order of the corners. */
    private static boolean isTrue(List<Point2D> path, Coordinate[] corners, int denominator) {
        if (path.size() < corners.length - 1) {
            return false;
        }
        for (int i = 1; i < corners.length - 1; i++) {
            double onPaper = path.get(0).distance(path.get(i)) * MM_PER_POINT;
            double there = corners[0].distance(corners[i]) * 1000 / denominator;
            if (Math.abs(onPaper - there) > 0.1) {
                return false;
            }
        }
        return true;
    }

    /** The corners of all paths of a page, in points of the page. */
    private static final class Paths extends PDFGraphicsStreamEngine {
        private final List<List<Point2D>> paths = new ArrayList<>();
        private List<Point2D> path = new ArrayList<>();

        Paths(PDPage page) {
            super(page);
        }

        List<List<Point2D>> read() throws IOException {
            processPage(getPage());
            return paths;
        }

        private void end() {
            if (!path.isEmpty()) {
                paths.add(path);
            }
            path = new ArrayList<>();
        }

        @Override
        public void moveTo(float x, float y) {
            end();
            path.add(new Point2D.Double(x, y));
        }

        @Override
        public void lineTo(float x, float y) {
            path.add(new Point2D.Double(x, y));
        }

        @Override
        public Point2D getCurrentPoint() {
            return path.isEmpty() ? new Point2D.Double() : path.get(path.size() - 1);
        }

        @Override
        public void endPath() {
            end();
        }

        @Override
        public void strokePath() {
            end();
        }

        @Override
        public void fillPath(int windingRule) {
            end();
        }

        @Override
        public void fillAndStrokePath(int windingRule) {
            end();
        }

        @Override
        public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
            end();
            path.addAll(List.of(p0, p1, p2, p3));
            end();
        }

        @Override
        public void drawImage(PDImage image) {
            // Only paths are measured.
        }

        @Override
        public void clip(int windingRule) {
            // Only paths are measured.
        }

        @Override
        public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
            path.add(new Point2D.Double(x3, y3));
        }

        @Override
        public void closePath() {
            // The first corner is not told twice.
        }

        @Override
        public void shadingFill(COSName shadingName) {
            // Only paths are measured.
        }
    }
}
