package redline.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A PNG picture with what it shows; no bytes: no picture. */
public final class Picture {
    public static final Picture NONE = new Picture(new byte[0], "");

    private final byte[] png;
    private final String shows;

    private Picture(byte[] png, String shows) {
        this.png = png;
        this.shows = shows;
    }

    /** @param png copied; an empty array is no picture */
    public static Picture of(byte[] png, String shows) {
        return png.length == 0 ? NONE : new Picture(png.clone(), shows);
    }

    public boolean isThere() {
        return png.length > 0;
    }

    public byte[] png() {
        return png.clone();
    }

    public String shows() {
        return shows;
    }

    /** Width and height in px. */
    int[] size() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        if (image == null) {
            throw new IOException("not a picture");
        }
        return new int[] {image.getWidth(), image.getHeight()};
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Picture picture && Arrays.equals(png, picture.png) && shows.equals(picture.shows);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(png);
    }

    @Override
    public String toString() {
        return "Picture[" + shows + ", " + png.length + " bytes]";
    }
}
