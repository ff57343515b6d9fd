package redline.report;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import redline.check.CheckResult;

/** The marked plan as a picture, for papers that cannot hold a drawing. Its text is set in the font that the program brings. */
public final class PlanPicture {
    static {
        register("NotoSansSC-Regular.ttf");
        register("NotoSansSC-Bold.ttf");
    }

    private PlanPicture() {}

    /**
     * @param scale px of the picture per px of the sheet: 2 prints well
     * @return PNG, empty where the scheme has no site and no building drawn
     */
    public static byte[] png(CheckResult result, PlanDrawing.Options options, double scale) {
        String svg = PlanDrawing.svg(result, options);
        if (svg.isEmpty()) {
            return new byte[0];
        }
        PNGTranscoder transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) (options.width() * scale));
        transcoder.addTranscodingHint(PNGTranscoder.KEY_BACKGROUND_COLOR, java.awt.Color.WHITE);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
        } catch (TranscoderException broken) {
            throw new IllegalStateException("our own SVG cannot be drawn", broken);
        }
        return png.toByteArray();
    }

    /**
     * The plan for the public: what was supplied, as {@link PublicReport#scheme} has it.
     *
     * @return PNG, empty where the scheme has no site and no building drawn
     */
    public static byte[] forThePublic(CheckResult result, PlanDrawing.Options options, double scale) {
        return png(
                PublicReport.scheme(result),
                new PlanDrawing.Options(options.language(), options.width(), options.height(), false),
                scale);
    }

    private static void register(String file) {
        try (InputStream in = PlanPicture.class.getResourceAsStream("/fonts/" + file)) {
            GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(Font.createFont(Font.TRUETYPE_FONT, in));
        } catch (FontFormatException broken) {
            throw new IllegalStateException(file, broken);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
