package redline.sun;

/**
 * A place on Earth.
 *
 * @param latitude degrees, north positive, within ±90
 * @param longitude degrees, east positive, within ±180
 */
public record Location(double latitude, double longitude) {
    public Location {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("not a place on Earth: " + latitude + ", " + longitude);
        }
    }
}
