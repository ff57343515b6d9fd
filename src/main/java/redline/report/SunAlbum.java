package redline.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.measure.Sunlight.HomeRow;
import redline.quantity.Text;
import redline.report.SunScene.Body;
import redline.report.SunScene.Opening;
import redline.report.SunTable.Row;

/**
 * The pictures that there are of one day: shadows and hours on the ground where its level is known, the façades of each building that
 * has windows and of neighbours that were sampled, and the sky before the governing window of each dwelling or room. They are drawn when asked for.
 */
public final class SunAlbum {
    private static final Text SHADOWS = new Text("逐时影域图", "Shadows hour by hour");
    private static final Text GROUND = new Text("地面等时线图", "Hours on the ground");

    private final List<Picture> pictures = new ArrayList<>();
    private final SunDay day;
    private final SunScene scene;

    /** What a picture is of. */
    enum Sort {
        PLAN,
        FACADES,
        SKY
    }

    /**
     * @param name good as a part of a file's name, once in an album
     * @param of the building or window that it shows, empty for a plan
     */
    public record Picture(
            String name, Text title, Sort sort, String of, Function<SunPictures.Options, String> drawing) {}

    SunAlbum(SunDay day) {
        this.day = day;
        this.scene = day.scene();
        if (scene == null) {
            return;
        }
        if (day.ground() != null) {
            add(Sort.PLAN, "shadows", SHADOWS, "", options -> SunPictures.shadows(scene, options));
            add(Sort.PLAN, "ground", GROUND, "", options -> SunPictures.ground(scene, options));
        }
        Set<String> lit = scene.openings().stream()
                .map(opening -> opening.sun().window().building())
                .collect(Collectors.toSet());
        for (Body body : scene.bodies()) {
            if (lit.contains(body.owner()) || !body.added() && isSampled(body)) {
                Text title = new Text(
                        body.name().zh() + " 立面日照", "Façades of " + body.name().en());
                add(
                        Sort.FACADES,
                        "facades-" + body.owner(),
                        title,
                        body.owner(),
                        options -> SunPictures.facades(scene, body, options));
            }
        }
        Map<String, Opening> byWindow = scene.openings().stream()
                .collect(Collectors.toMap(opening -> opening.sun().window().id(), opening -> opening));
        for (HomeRow home : day.day().homes()) {
            Opening opening = home.best() == null ? null : byWindow.get(home.best());
            if (opening != null) {
                sky(opening);
            }
        }
    }

    private boolean isSampled(Body body) {
        return scene.sampling() != null
                && scene.sampling().facades().stream()
                        .anyMatch(facade -> facade.building().equals(body.owner()));
    }

    private void sky(Opening opening) {
        Text title = new Text(
                opening.name().zh() + " 太阳轨迹", "Sun path, " + opening.name().en());
        String window = opening.sun().window().id();
        add(Sort.SKY, "sky-" + window, title, window, options -> SunPictures.sunPath(scene, opening, options));
    }

    private void add(Sort sort, String name, Text title, String of, Function<SunPictures.Options, String> drawing) {
        String safe = name.replaceAll("[\\\\/:*?#%\"<>|\\p{Cntrl}\\s]", "_");
        String kind = day.day().kind().name().toLowerCase(Locale.ROOT);
        pictures.add(new Picture(kind + "-" + safe, title, sort, of, drawing));
    }

    public List<Picture> pictures() {
        return List.copyOf(pictures);
    }

    /** All that are not empty, by name. */
    Map<String, String> all(SunPictures.Options options) {
        Map<String, String> drawn = new LinkedHashMap<>();
        for (Picture picture : pictures) {
            String svg = picture.drawing().apply(options);
            if (!svg.isEmpty()) {
                drawn.put(picture.name(), svg);
            }
        }
        return drawn;
    }

    /** Those for a printed report: façades and skies only of what changed or fails, no more than {@code most} of each. */
    List<Picture> chosen(SunTable table, int most) {
        Set<String> striking = table.striking().stream()
                .map(Row::line)
                .filter(line -> line.sun() != null)
                .map(line -> line.sun().window())
                .flatMap(window -> Stream.of(window.building(), window.id()))
                .collect(Collectors.toSet());
        pictures.stream()
                .filter(picture -> picture.sort() == Sort.FACADES && !day.hasWindows(picture.of()))
                .forEach(picture -> striking.add(picture.of()));
        Map<Sort, Integer> taken = new EnumMap<>(Sort.class);
        return pictures.stream()
                .filter(picture -> picture.sort() == Sort.PLAN
                        || striking.contains(picture.of()) && taken.merge(picture.sort(), 1, Integer::sum) <= most)
                .toList();
    }
}
