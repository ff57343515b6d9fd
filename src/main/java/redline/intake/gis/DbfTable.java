package redline.intake.gis;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A dBASE table (levels III to 7 of FoxPro's kind): values as their bytes say, numbers as written. */
final class DbfTable {
    private static final int HEADER = 32;
    private static final int MOST_FIELDS = 2_000;

    private final byte[] bytes;
    private final List<Field> fields = new ArrayList<>();
    private final int headerLength;
    private final int recordLength;
    private final int stated;

    /** @param offset from the start of a record */
    private record Field(byte[] name, char type, int offset, int length) {}

    private DbfTable(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.bytes = bytes;
        this.stated = header.getInt(4);
        this.headerLength = Short.toUnsignedInt(header.getShort(8));
        this.recordLength = Short.toUnsignedInt(header.getShort(10));
    }

    /** Null where it is none. */
    static DbfTable of(byte[] bytes) {
        if (bytes.length <= HEADER || !looksLike(bytes)) {
            return null;
        }
        DbfTable table = new DbfTable(bytes);
        return table.recordLength > 0
                        && table.headerLength > HEADER
                        && table.headerLength <= bytes.length
                        && table.fields()
                ? table
                : null;
    }

    /** By the version byte, the date of the last change and the terminator of the fields. */
    static boolean looksLike(byte[] start) {
        if (start.length <= HEADER
                || (start[0] & 7) != 3
                        && (start[0] & 0xff) != 0x30
                        && (start[0] & 0xff) != 0x31
                        && (start[0] & 0xff) != 0x32) {
            return false;
        }
        return start[2] >= 0 && start[2] <= 12 && start[3] >= 0 && start[3] <= 31;
    }

    private boolean fields() {
        int offset = 1;
        for (int at = HEADER; at + HEADER <= headerLength && bytes[at] != 0x0d; at += HEADER) {
            int end = at;
            while (end < at + 11 && bytes[end] != 0) {
                end++;
            }
            char type = (char) (bytes[at + 11] & 0xff);
            int length = bytes[at + 16] & 0xff;
            // long texts of FoxPro and Clipper keep the high byte of the length where others keep decimals
            if (type == 'C') {
                length |= (bytes[at + 17] & 0xff) << 8;
            }
            if (offset + length > recordLength && type == 'C') {
                length = bytes[at + 16] & 0xff;
            }
            if (offset + length > recordLength || fields.size() >= MOST_FIELDS) {
                return false;
            }
            fields.add(new Field(Arrays.copyOfRange(bytes, at, end), type, offset, length));
            offset += length;
        }
        return !fields.isEmpty();
    }

    /** As the header says. */
    int stated() {
        return stated;
    }

    /** As many as there are bytes for. */
    int rows() {
        return (int) Math.min(Math.max(0, stated), (bytes.length - headerLength) / recordLength);
    }

    /** Language driver id: a number for the encoding, 0 where it is not said. */
    int language() {
        return bytes[29] & 0xff;
    }

    boolean deleted(int row) {
        return bytes[headerLength + row * recordLength] == '*';
    }

    boolean memo() {
        return fields.stream().anyMatch(field -> "MGP".indexOf(field.type) >= 0);
    }

    /** All bytes of texts and names, of at most the first rows, to tell the encoding by. */
    byte[] sample() {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        for (Field field : fields) {
            sample.write(field.name, 0, field.name.length);
            sample.write(' ');
        }
        for (int row = 0; row < rows() && sample.size() < 1 << 20; row++) {
            for (Field field : fields) {
                if (field.type == 'C') {
                    sample.write(bytes, at(row) + field.offset, field.length);
                    sample.write(' ');
                }
            }
        }
        return sample.toByteArray();
    }

    private int at(int row) {
        return headerLength + row * recordLength;
    }

    /** Filled fields only. */
    SortedMap<String, String> row(int row, Charset charset) {
        SortedMap<String, String> values = new TreeMap<>();
        for (Field field : fields) {
            String value = value(field, at(row) + field.offset, charset);
            if (!value.isEmpty()) {
                values.put(new String(field.name, charset).strip(), value);
            }
        }
        return Collections.unmodifiableSortedMap(values);
    }

    private String value(Field field, int at, Charset charset) {
        ByteBuffer binary = ByteBuffer.wrap(bytes, at, field.length).order(ByteOrder.LITTLE_ENDIAN);
        return switch (field.type) {
            case 'I', '+' -> field.length == 4 ? String.valueOf(binary.getInt()) : "";
            case 'B', 'O' -> field.length == 8 ? Double.toString(binary.getDouble()) : "";
            case 'Y' ->
                field.length == 8 ? BigDecimal.valueOf(binary.getLong(), 4).toPlainString() : "";
            case 'T', '@' -> field.length == 8 ? time(binary.getInt(), binary.getInt()) : "";
            case 'M', 'G', 'P', '0' -> "";
            case 'D' -> date(text(field, at, charset));
            default -> text(field, at, charset);
        };
    }

    private String text(Field field, int at, Charset charset) {
        int end = at + field.length;
        for (int i = at; i < end; i++) {
            if (bytes[i] == 0) {
                end = i;
            }
        }
        String text = new String(bytes, at, end - at, charset).strip();
        // a number that did not fit its field
        return field.type != 'C' && text.matches("\\*+") ? "" : text;
    }

    private static String date(String digits) {
        return digits.matches("\\d{8}") && !digits.equals("00000000")
                ? digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6)
                : digits.equals("00000000") ? "" : digits;
    }

    private static String time(int julianDay, int milliseconds) {
        if (julianDay <= 0 || julianDay > 5_373_484 || milliseconds < 0) {
            return "";
        }
        LocalDate day = LocalDate.EPOCH.with(JulianFields.JULIAN_DAY, julianDay);
        return day + "T" + LocalTime.ofSecondOfDay(Math.min(86_399, milliseconds / 1000));
    }
}
