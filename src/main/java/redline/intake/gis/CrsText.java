package redline.intake.gis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Well-known text of a CRS (WKT 1 of OGC and ESRI, WKT 2) as a tree: a keyword with texts, numbers and further keywords. */
record CrsText(String keyword, List<String> words, List<CrsText> parts) {
    private static final Pattern START = Pattern.compile(
            "(?is)\\s*(?:PROJCS|GEOGCS|COMPD_CS|PROJCRS|PROJECTEDCRS|GEOGCRS|GEODCRS|GEODETICCRS|GEOGRAPHICCRS|COMPOUNDCRS"
                    + "|BOUNDCRS|LOCAL_CS|ENGCRS|VERT_CS|GEOCCS)\\s*[\\[(].*");
    private static final Set<String> HORIZONTAL =
            Set.of("PROJCS", "GEOGCS", "PROJCRS", "PROJECTEDCRS", "GEOGCRS", "GEODCRS", "GEODETICCRS", "GEOGRAPHICCRS");
    private static final int DEEPEST = 40;
    private static final int LONGEST = 64 * 1024;

    /** @param stated whether the text names the code itself; else it was recognised by name and parameters */
    record Found(Crs crs, boolean stated) {}

    static boolean looksLike(String text) {
        return text.length() <= LONGEST && START.matcher(text).matches();
    }

    /** Null where the CRS is none that is recognised. */
    static Found identify(String text) {
        CrsText root = parse(text);
        if (root == null) {
            return null;
        }
        CrsText horizontal = root.horizontal();
        if (horizontal == null) {
            return null;
        }
        Integer code = horizontal.authority();
        return code != null ? new Found(Crs.ofCode(code), true) : new CrsRecognition(horizontal).find();
    }

    /** Null where the brackets do not close or nothing is there. */
    static CrsText parse(String text) {
        return text.length() > LONGEST ? null : new Parser(text).parse();
    }

    /** Its name, the first text. */
    String name() {
        return words.isEmpty() ? "" : words.get(0);
    }

    CrsText part(String... keywords) {
        for (CrsText part : parts) {
            for (String keyword : keywords) {
                if (part.keyword.equals(keyword)) {
                    return part;
                }
            }
        }
        return null;
    }

    boolean geographic() {
        return keyword.startsWith("GEOG") || keyword.startsWith("GEOD");
    }

    private CrsText horizontal() {
        if (HORIZONTAL.contains(keyword)) {
            return this;
        }
        for (CrsText part : parts) {
            CrsText found = part.keyword.equals("TARGETCRS") ? null : part.horizontal();
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Integer authority() {
        CrsText stated = part("AUTHORITY", "ID");
        if (stated == null || stated.words.size() < 2 || !stated.name().equalsIgnoreCase("EPSG")) {
            return null;
        }
        String code = stated.words.get(1);
        return code.matches("\\d{3,6}") ? Integer.valueOf(code) : null;
    }

    private static final class Parser {
        private final String text;
        private int at;

        private Parser(String text) {
            this.text = text;
        }

        private CrsText parse() {
            return node(0);
        }

        private CrsText node(int depth) {
            String keyword = word().toUpperCase(Locale.ROOT);
            skipBlank();
            if (depth > DEEPEST || keyword.isEmpty() || at >= text.length() || "[(".indexOf(text.charAt(at)) < 0) {
                return null;
            }
            at++;
            List<String> words = new ArrayList<>();
            List<CrsText> parts = new ArrayList<>();
            while (at < text.length()) {
                skipBlank();
                if (at >= text.length()) {
                    return null;
                }
                char c = text.charAt(at);
                if (c == ']' || c == ')') {
                    at++;
                    return new CrsText(keyword, words, parts);
                } else if (c == ',') {
                    at++;
                } else if (c == '"') {
                    words.add(quoted());
                } else if (!item(words, parts, depth)) {
                    return null;
                }
            }
            return null;
        }

        private boolean item(List<String> words, List<CrsText> parts, int depth) {
            int start = at;
            String word = word();
            skipBlank();
            if (at < text.length() && "[(".indexOf(text.charAt(at)) >= 0) {
                at = start;
                CrsText part = node(depth + 1);
                if (part == null) {
                    return false;
                }
                parts.add(part);
                return true;
            }
            words.add(word);
            return !word.isEmpty();
        }

        private String quoted() {
            int end = text.indexOf('"', at + 1);
            String inside = text.substring(at + 1, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return inside;
        }

        private String word() {
            skipBlank();
            int start = at;
            while (at < text.length()
                    && "[](),\"".indexOf(text.charAt(at)) < 0
                    && !Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at);
        }

        private void skipBlank() {
            while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\ufeff')) {
                at++;
            }
        }
    }
}
