package redline.report;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CalculatedStyle;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.PageBox;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Draws SVG into the PDF with its text as text of the page: Batik draws the shapes, and the {@code <text>} elements are set in the
 * embedded font of the page, so that they are found, copied and look the same on a machine without any Chinese font. Batik alone
 * would turn them into outlines of whatever font the system has.
 *
 * <p>Understands what {@link Plan#svg()} writes: {@code x}, {@code y}, {@code font-size}, {@code font-weight}, {@code fill},
 * {@code text-anchor} and {@code transform="rotate(…)"} in the coordinates of the view box.
 */
final class TextKeepingSvgDrawer implements SVGDrawer {
    private static final String KEPT = "redline.text";

    private final String family;
    private final SVGDrawer shapes = new BatikSVGDrawer();

    TextKeepingSvgDrawer(String family) {
        this.family = family;
    }

    private record Line(
            String text,
            float x,
            float y,
            float size,
            boolean bold,
            boolean centred,
            double angle,
            FSRGBColor colour) {}

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        List<Line> lines = lines(svg);
        // What openhtmltopdf gives to the structure of the document as the text in place of the picture.
        svg.setAttribute("alt", Described.of(svg));
        SVGImage drawn = shapes.buildSVGImage(svg, box, context, cssWidth, cssHeight, dotsPerPixel);
        String[] view = svg.getAttribute("viewBox").split(" ");
        double scale = drawn.getIntrinsicWidth() / Double.parseDouble(view[2]);
        return new SVGImage() {
            @Override
            public int getIntrinsicWidth() {
                return drawn.getIntrinsicWidth();
            }

            @Override
            public int getIntrinsicHeight() {
                return drawn.getIntrinsicHeight();
            }

            @Override
            public void drawSVG(OutputDevice device, RenderingContext rendering, double x, double y) {
                drawn.drawSVG(device, rendering, x, y);
                for (Line line : lines) {
                    write(line, (PdfBoxOutputDevice) device, rendering, x, y, scale);
                }
            }
        };
    }

    /** Takes the text out of the drawing, once; the same element is built again on a second layout. */
    @SuppressWarnings("unchecked")
    private static List<Line> lines(Element svg) {
        if (svg.getUserData(KEPT) instanceof List<?> kept) {
            return (List<Line>) kept;
        }
        List<Line> lines = new ArrayList<>();
        NodeList found = svg.getElementsByTagName("text");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        for (Element element : elements) {
            lines.add(line(element));
            Node parent = element.getParentNode();
            parent.removeChild(element);
        }
        svg.setUserData(KEPT, lines, null);
        return lines;
    }

    private static Line line(Element text) {
        String rotate = text.getAttribute("transform");
        double angle = rotate.isEmpty()
                ? 0
                : Double.parseDouble(rotate.substring("rotate(".length()).split(" ")[0]);
        int colour = Integer.parseInt(text.getAttribute("fill").substring(1), 16);
        return new Line(
                text.getTextContent(),
                Float.parseFloat(text.getAttribute("x")),
                Float.parseFloat(text.getAttribute("y")),
                Float.parseFloat(text.getAttribute("font-size")),
                "700".equals(text.getAttribute("font-weight")),
                "middle".equals(text.getAttribute("text-anchor")),
                angle,
                new FSRGBColor(colour));
    }

    private void write(
            Line line, PdfBoxOutputDevice device, RenderingContext rendering, double x, double y, double scale) {
        FontSpecification wanted = new FontSpecification();
        wanted.families = new String[] {family};
        wanted.size = (float) (line.size() * scale);
        wanted.fontWeight = line.bold() ? IdentValue.FONT_WEIGHT_700 : IdentValue.FONT_WEIGHT_400;
        wanted.fontStyle = IdentValue.NORMAL;
        wanted.variant = IdentValue.NORMAL;
        FSFont font = rendering.getFont(wanted);
        int width = rendering.getTextRenderer().getWidth(rendering.getFontContext(), font, line.text());
        double left = x + line.x() * scale - (line.centred() ? width / 2.0 : 0);
        double baseline = y + line.y() * scale;
        boolean turned = line.angle() != 0;
        if (turned) {
            // The label turns about its middle, which Plan puts 0.36 em above the baseline.
            device.pushTransformLayer(
                    turn(line.angle(), rendering, x + line.x() * scale, baseline - 0.36 * line.size() * scale));
        }
        device.setFont(font);
        device.setColor(line.colour());
        device.drawString(line.text(), (float) left, (float) baseline, null);
        if (turned) {
            device.popTransformLayer();
        }
    }

    /** A turn about a point of the document, in the coordinates of its page, which count from the bottom. */
    private static AffineTransform turn(double clockwise, RenderingContext rendering, double x, double y) {
        PageBox page = rendering.getPage();
        double onPageX = x + page.getMarginBorderPadding(rendering, CalculatedStyle.LEFT);
        double fromTop = y - page.getPaintingTop() + page.getMarginBorderPadding(rendering, CalculatedStyle.TOP);
        return AffineTransform.getRotateInstance(
                -Math.toRadians(clockwise), onPageX, page.getHeight(rendering) - fromTop);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> fontFaces, SharedContext shared) {
        shapes.importFontFaceRules(fontFaces, shared);
    }

    @Override
    public void addFontFile(File fontFile, String fontFamily, Integer weight, FontStyle style) {
        // Fonts are those of the page.
    }

    @Override
    public void close() throws IOException {
        shapes.close();
    }
}
