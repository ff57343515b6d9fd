package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import redline.quantity.Language;

/**
 * Every kind of page as people see it, in {@code docs/pictures/report}: of the report, of its chapter on sunlight and of the public edition. With
 * {@code -Dredline.pictures=write} the pictures are written anew.
 *
 * <p>Two pictures, both in the few colours of the kept ones, are alike where at most one in a thousand blocks of 8 × 8 px differs in its mean by more
 * than a thirtieth of white: the smoothing of edges and another digit in a hash may differ, a line of text that has gone or a shape in another place may not.
 */
class ReportPicturesTest {
    private static final Path PICTURES = Path.of("docs/pictures/report");
    private static final boolean WRITE = "write".equals(System.getProperty("redline.pictures"));
    private static final int BLOCK = 8;
    private static final double UNLIKE = 8.5;
    private static final double SHARE = 0.001;
    /** Dots per inch of a page and of a plan, whose sheet is four times as large. */
    private static final float PAGE = 56;

    private static final float SHEET = 40;

    @Test
    void pages_look_as_they_did() throws IOException {
        Map<String, BufferedImage> pages = new TreeMap<>();
        pages("report-zh", report(), pages);
        pages("public-zh", publicEdition(), pages);
        sunlight(pages);
        if (WRITE) {
            write(pages);
        }
        List<String> unlike = new ArrayList<>();
        for (Map.Entry<String, BufferedImage> page : pages.entrySet()) {
            Path kept = PICTURES.resolve(page.getKey());
            if (!Files.exists(kept)) {
                unlike.add(page.getKey() + " is new");
            } else {
                double share = unlike(ImageIO.read(kept.toFile()), page.getValue());
                if (share > SHARE) {
                    unlike.add(page.getKey() + " differs in " + Math.round(share * 1000) / 10.0 + " % of its blocks");
                }
            }
        }
        assertThat(unlike)
                .as("look at the pages; where they are right: -Dredline.pictures=write")
                .isEmpty();
        try (Stream<Path> kept = Files.list(PICTURES)) {
            assertThat(kept.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
    }

    @Test
    void a_line_of_text_that_has_gone_is_noticed() throws IOException {
        BufferedImage page = ImageIO.read(PICTURES.resolve("public-zh-1.png").toFile());
        BufferedImage changed = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        changed.createGraphics().drawImage(page, 0, 0, null);
        for (int y = page.getHeight() / 3; y < page.getHeight() / 3 + 12; y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                changed.setRGB(x, y, 0xffffff);
            }
        }
        assertThat(unlike(page, page)).isZero();
        assertThat(unlike(page, changed)).isGreaterThan(SHARE);
    }

    /** The first table and the first picture of the chapter on sunlight: landscape pages of A4. */
    private static void sunlight(Map<String, BufferedImage> pages) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfReport.write(SunChecked.checked(SunChecked.national(), "3"), Language.ZH, pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            int number = 0;
            for (int page = 0; page < document.getNumberOfPages() && number < 2; page++) {
                float width = document.getPage(page).getMediaBox().getWidth();
                if (width > 840 && width < 850) {
                    number++;
                    pages.put("sunlight-zh-" + number + ".png", picture(document, page, PAGE));
                }
            }
        }
    }

    private static BufferedImage picture(PDDocument document, int page, float dots) throws IOException {
        return quantised(new PDFRenderer(document).renderImageWithDPI(page, dots, ImageType.RGB));
    }

    private static byte[] report() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfReport.write(SampleCheck.housing(), Language.ZH, pdf);
        return pdf.toByteArray();
    }

    private static byte[] publicEdition() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PublicReport.write(SampleCheck.housing(), Language.ZH, pdf);
        return pdf.toByteArray();
    }

    private static void pages(String name, byte[] pdf, Map<String, BufferedImage> pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int count = document.getNumberOfPages();
            for (int page = 0; page < count; page++) {
                float dots = document.getPage(page).getMediaBox().getWidth() > 850 ? SHEET : PAGE;
                String number = count > 9 ? String.format("%02d", page + 1) : String.valueOf(page + 1);
                pages.put(name + "-" + number + ".png", picture(document, page, dots));
            }
        }
    }

    private static void write(Map<String, BufferedImage> pages) throws IOException {
        Files.createDirectories(PICTURES);
        try (Stream<Path> old = Files.list(PICTURES)) {
            for (Path path : old.toList()) {
                Files.delete(path);
            }
        }
        for (Map.Entry<String, BufferedImage> page : pages.entrySet()) {
            ImageIO.write(
                    page.getValue(), "png", PICTURES.resolve(page.getKey()).toFile());
        }
    }

    /** Sixteen shades of grey and a coarse cube of colours: text stays smooth and the files small. */
    private static BufferedImage quantised(BufferedImage page) {
        int greys = 16;
        int steps = 4;
        byte[][] palette = new byte[3][greys + steps * steps * steps];
        for (int i = 0; i < greys; i++) {
            byte shade = (byte) (i * 255 / (greys - 1));
            palette[0][i] = shade;
            palette[1][i] = shade;
            palette[2][i] = shade;
        }
        for (int i = 0; i < steps * steps * steps; i++) {
            palette[0][greys + i] = (byte) (i / (steps * steps) * 255 / (steps - 1));
            palette[1][greys + i] = (byte) (i / steps % steps * 255 / (steps - 1));
            palette[2][greys + i] = (byte) (i % steps * 255 / (steps - 1));
        }
        IndexColorModel colours = new IndexColorModel(8, palette[0].length, palette[0], palette[1], palette[2]);
        BufferedImage small =
                new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                small.getRaster().setSample(x, y, 0, nearest(page.getRGB(x, y), greys, steps));
            }
        }
        return small;
    }

    private static int nearest(int rgb, int greys, int steps) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        int most = Math.max(red, Math.max(green, blue));
        int least = Math.min(red, Math.min(green, blue));
        if (most - least < 28) {
            return Math.round((red + green + blue) / 3f * (greys - 1) / 255);
        }
        int r = Math.round(red * (steps - 1) / 255f);
        int g = Math.round(green * (steps - 1) / 255f);
        int b = Math.round(blue * (steps - 1) / 255f);
        return greys + (r * steps + g) * steps + b;
    }

    /** The share of blocks that differ; all where the pages are not of one size. */
    private static double unlike(BufferedImage one, BufferedImage other) {
        if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
            return 1;
        }
        int unlike = 0;
        int blocks = 0;
        for (int y = 0; y + BLOCK <= one.getHeight(); y += BLOCK) {
            for (int x = 0; x + BLOCK <= one.getWidth(); x += BLOCK) {
                blocks++;
                unlike += Math.abs(mean(one, x, y) - mean(other, x, y)) > UNLIKE ? 1 : 0;
            }
        }
        return (double) unlike / blocks;
    }

    private static double mean(BufferedImage picture, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                int rgb = picture.getRGB(x, y);
                sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
            }
        }
        return sum / 3.0 / (BLOCK * BLOCK);
    }
}
