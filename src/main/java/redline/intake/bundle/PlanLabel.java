package redline.intake.bundle;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a label on a plan says of its building beside the number: storeys above ground, height. */
final class PlanLabel {
    private static final Pattern STOREYS = Pattern.compile("(?<![\\d.+-])(\\d{1,3})\\s*(?:[Ff](?![A-Za-z])|层)");
    private static final Pattern HEIGHT =
            Pattern.compile("(?:[Hh]|建筑高度|檐口高度|高度|檐高)\\s*[=:]?\\s*(\\d{1,3}(?:\\.\\d{1,3})?)\\s*(?:[mM米]|$)");

    private PlanLabel() {}

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static Optional<String> storeys(String text) {
        String plain = plain(text).replaceAll("地下\\s*\\d+\\s*[层Ff]", "");
        Matcher found = STOREYS.matcher(plain);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** m */
    static Optional<String> height(String text) {
        Matcher found = HEIGHT.matcher(plain(text));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
