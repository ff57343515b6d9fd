package redline.intake.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;

/** What the display formats of a workbook say of a number: that it is a date, or a share. */
final class CellFormats {
    enum Kind {
        PLAIN,
        DATE,
        PERCENT
    }

    private static final int MOST = 100_000;
    /** Excel allows some 250 formats of one's own. */
    private static final int MOST_FORMATS = 1_000;

    /** Excel allows 255 characters. */
    private static final int LONGEST = 255;

    private final List<Kind> styles = new ArrayList<>();
    /** As cells write them, up to {@code MOST}: a file can name more styles than it has. */
    private final Map<String, Kind> byName = new HashMap<>();

    private CellFormats() {}

    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats read(XmlPart styles) throws SheetFault {
        CellFormats formats = new CellFormats();
        Map<Integer, String> own = new HashMap<>();
        Map<Integer, Kind> kinds = new HashMap<>();
        boolean ofCells = false;
        while (styles.next()) {
            if (styles.starts("numFmt") && own.size() < MOST_FORMATS) {
                own.put(number(styles.attribute("numFmtId")), styles.attribute("formatCode"));
            } else if (styles.starts("cellXfs")) {
                ofCells = true;
            } else if (styles.ends("cellXfs")) {
                ofCells = false;
            } else if (ofCells && styles.starts("xf") && formats.styles.size() < MOST) {
                int id = number(styles.attribute("numFmtId"));
                formats.styles.add(kinds.computeIfAbsent(id, one -> kind(one, own.get(one))));
            }
        }
        return formats;
    }

    private static int number(String written) {
        return written != null && written.matches("\\d{1,6}") ? Integer.parseInt(written) : 0;
    }

    private static Kind kind(int id, String own) {
        String code = own != null ? own : BuiltinFormats.getBuiltinFormat(id);
        if (code == null || code.length() > LONGEST) {
            return Kind.PLAIN;
        }
        if (DateUtil.isADateFormat(own == null ? id : -1, code) || own == null && chineseDate(id)) {
            return Kind.DATE;
        }
        String bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "");
        return bare.contains("%") ? Kind.PERCENT : Kind.PLAIN;
    }

    /** Formats that only East Asian editions have, which a file names by number alone. */
    private static boolean chineseDate(int id) {
        return id >= 27 && id <= 36 || id >= 50 && id <= 58;
    }

    Kind of(String style) {
        if (style == null) {
            return at(0);
        }
        return byName.size() < MOST ? byName.computeIfAbsent(style, name -> at(number(name))) : at(number(style));
    }

    private Kind at(int index) {
        return index < styles.size() ? styles.get(index) : Kind.PLAIN;
    }
}
