package redline.report;

import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font that asks for the code and the width of each character once: PDFBox encodes a text anew and reads its codes back whenever somebody asks
 * how wide it is, which was an eighth of the time of a long report.
 */
final class PdfFont extends PDFont {
    private static final int ROW = 256;

    private final PDType0Font font;
    /** By code point, a row of them where one was asked for. */
    private final Glyph[][] glyphs = new Glyph[(Character.MAX_CODE_POINT + 1) / ROW][];

    private record Glyph(byte[] code, float width) {}

    /** @param font of a document that is not saved yet */
    PdfFont(PDType0Font font) {
        super(font.getCOSObject());
        this.font = font;
    }

    /** @throws IllegalArgumentException where the font does not have it */
    private Glyph glyph(int character) throws IOException {
        int row = character / ROW;
        if (glyphs[row] == null) {
            glyphs[row] = new Glyph[ROW];
        }
        Glyph glyph = glyphs[row][character % ROW];
        if (glyph == null) {
            String text = Character.toString(character);
            glyph = new Glyph(font.encode(text), font.getStringWidth(text));
            glyphs[row][character % ROW] = glyph;
        }
        return glyph;
    }

    @Override
    protected byte[] encode(int character) throws IOException {
        return glyph(character).code;
    }

    @Override
    public float getStringWidth(String text) throws IOException {
        float width = 0;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            width += glyph(character).width;
            at += Character.charCount(character);
        }
        return width;
    }

    @Override
    public void addToSubset(int character) {
        font.addToSubset(character);
    }

    @Override
    public void subset() throws IOException {
        font.subset();
    }

    @Override
    public boolean willBeSubset() {
        return font.willBeSubset();
    }

    @Override
    public String getName() {
        return getCOSObject().getNameAsString(COSName.BASE_FONT);
    }

    @Override
    public PDFontDescriptor getFontDescriptor() {
        return font.getFontDescriptor();
    }

    @Override
    public BoundingBox getBoundingBox() throws IOException {
        return font.getBoundingBox();
    }

    @Override
    public float getHeight(int code) throws IOException {
        return font.getHeight(code);
    }

    @Override
    public boolean hasExplicitWidth(int code) throws IOException {
        return font.hasExplicitWidth(code);
    }

    @Override
    public float getWidthFromFont(int code) throws IOException {
        return font.getWidthFromFont(code);
    }

    @Override
    protected float getStandard14Width(int code) {
        throw new UnsupportedOperationException("an embedded font");
    }

    @Override
    public boolean isEmbedded() {
        return font.isEmbedded();
    }

    @Override
    public boolean isDamaged() {
        return font.isDamaged();
    }

    @Override
    public boolean isVertical() {
        return font.isVertical();
    }

    @Override
    public int readCode(InputStream in) throws IOException {
        return font.readCode(in);
    }
}
