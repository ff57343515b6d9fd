package redline.intake;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.quantity.Text;

/** Exact decimals from what is written, with or without a unit. Nothing passes through {@code double}. */
final class Numbers {
    private static final Pattern WRITTEN =
            Pattern.compile("([+-]?(?:\\d{1,30}\\.?\\d{0,30}|\\.\\d{1,30})(?:[eE][+-]?\\d{1,9})?)\\s*(\\D.*)?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)[-+]?\\.?(inf|nan|infinity)");
    private static final BigDecimal CEILING = new BigDecimal("1e12");
    private static final int DECIMALS = 40;
    /** Units that people write instead, as factors to the unit that is asked for. */
    private static final Map<String, String> LENGTHS =
            Map.of("mm", "0.001", "毫米", "0.001", "cm", "0.01", "厘米", "0.01", "km", "1000");

    private static final Map<String, String> AREAS =
            Map.of("ha", "10000", "公顷", "10000", "km²", "1000000", "km2", "1000000");

    private Numbers() {}

    static BigDecimal read(Node.Scalar scalar, Magnitude magnitude) throws Malformed {
        String written = scalar.text().strip();
        if (scalar.style() == Node.Style.BOOLEAN || written.isEmpty() || written.length() > 80) {
            throw notANumber(written, magnitude);
        }
        String ascii = halfWidth(written);
        if (!ascii.equals(written)) {
            throw new Malformed(
                    new Text("“" + written + "”含有全角字符", "\"" + written + "\" holds full-width characters"),
                    new Text("请改用半角:" + ascii, "Type it in ASCII: " + ascii));
        }
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw notANumber(written, magnitude);
        }
        String unit = parts.group(2) == null ? "" : parts.group(2).strip();
        if (unit.matches(",\\d{3}.*")) {
            throw new Malformed(
                    new Text("“" + written + "”含有千分位逗号", "\"" + written + "\" holds a thousands separator"),
                    new Text("请删去逗号:" + written.replace(",", ""), "Leave the comma out: " + written.replace(",", "")));
        }
        BigDecimal value = new BigDecimal(parts.group(1));
        boolean beyond = value.abs().compareTo(CEILING) >= 0 || value.scale() > DECIMALS;
        if (beyond) {
            throw new Malformed(
                    new Text("数值“" + written + "”不可能", "The value \"" + written + "\" is impossible"),
                    new Text("请核对数值", "Check the number"));
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
        if (unit.isEmpty() && magnitude != Magnitude.SHARE || magnitude.spells(unit)) {
            return inRange(value, written, magnitude);
        }
        throw wrongUnit(value, unit, written, magnitude);
    }

    static BigDecimal positive(Node.Scalar scalar, Magnitude magnitude) throws Malformed {
        BigDecimal number = read(scalar, magnitude);
        if (number.signum() == 0) {
            throw new Malformed(
                    new Text("不能为 0", "It cannot be 0"),
                    new Text("请核对;不知道就写 null", "Check it; where it is not known write null"));
        }
        return number;
    }

    static int whole(Node.Scalar scalar, int least, int most) throws Malformed {
        BigDecimal number = read(scalar, Magnitude.COUNT);
        if (number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0) {
            return number.intValueExact();
        }
        String shown = number.toPlainString();
        throw new Malformed(
                new Text(
                        "“" + shown + "”不在 " + least + "–" + most + " 之内",
                        "\"" + shown + "\" is not within " + least + " to " + most),
                new Text("请核对数值", "Check the number"));
    }

    private static BigDecimal inRange(BigDecimal value, String written, Magnitude magnitude) throws Malformed {
        if (value.signum() < 0 && !magnitude.signed()) {
            throw new Malformed(
                    new Text("“" + written + "”是负数", "\"" + written + "\" is negative"),
                    new Text("此项不能小于 0", "It cannot be less than 0"));
        }
        if (magnitude.most() != null && value.compareTo(new BigDecimal(magnitude.most())) > 0) {
            String most = magnitude.most() + " " + magnitude.unit();
            throw new Malformed(
                    new Text("“" + written + "”大于 " + most, "\"" + written + "\" is more than " + most),
                    new Text("此项不能大于 " + most, "It cannot be more than " + most));
        }
        if (magnitude.whole() && value.stripTrailingZeros().scale() > 0) {
            throw new Malformed(
                    new Text("“" + written + "”不是整数", "\"" + written + "\" is not a whole number"),
                    new Text("请写整数", "Write a whole number"));
        }
        boolean hundredth = magnitude == Magnitude.SHARE || magnitude == Magnitude.RATE_PER_100M2;
        return hundredth ? value.movePointLeft(2) : value;
    }

    private static Malformed wrongUnit(BigDecimal value, String unit, String written, Magnitude magnitude) {
        if (magnitude == Magnitude.SHARE && unit.isEmpty()) {
            return ambiguous(value, written);
        }
        String asked = magnitude.unit();
        Text what = asked.isEmpty()
                ? new Text("“" + written + "”带有单位,此项是不带单位的数", "\"" + written + "\" has a unit; this is a bare number")
                : new Text(
                        "“" + written + "”的单位不对,此项以 " + asked + " 计",
                        "\"" + written + "\" has a wrong unit; this is in " + asked);
        String factor = switch (magnitude) {
            case LENGTH, ELEVATION -> LENGTHS.get(unit);
            case AREA -> AREAS.get(unit);
            default -> null;
        };
        if (factor != null) {
            String converted =
                    value.multiply(new BigDecimal(factor)).stripTrailingZeros().toPlainString();
            return new Malformed(what, new Text("请写成 " + converted + " " + asked, "Write " + converted + " " + asked));
        }
        return new Malformed(what, write(magnitude));
    }

    /** 0.35 may be meant as 35 % or as 0.35 %; 35 can only be 35 %, but the file has to say so. */
    private static Malformed ambiguous(BigDecimal value, String written) {
        String asWritten = value.toPlainString() + " %";
        if (value.compareTo(BigDecimal.ONE) > 0) {
            return new Malformed(
                    new Text("比例“" + written + "”没有写 %", "The share \"" + written + "\" has no %"),
                    new Text("请写成 \"" + asWritten + "\"", "Write \"" + asWritten + "\""));
        }
        String asFraction = value.movePointRight(2).toPlainString() + " %";
        return new Malformed(
                new Text(
                        "比例“" + written + "”没有写 %,可能是 " + asFraction + ",也可能是 " + asWritten,
                        "The share \"" + written + "\" has no %: it may mean " + asFraction + " or " + asWritten),
                new Text(
                        "请写明百分号,例如 \"" + asFraction + "\"",
                        "Write the percent sign, for example \"" + asFraction + "\""));
    }

    private static Malformed notANumber(String written, Magnitude magnitude) {
        if (NOT_FINITE.matcher(written).matches()) {
            return new Malformed(
                    new Text("“" + written + "”不是有限的数", "\"" + written + "\" is not a finite number"),
                    new Text("请写实际数值;不知道就留空(null)", "Write the number; where it is not known, write null"));
        }
        String shown = written.length() > 40 ? written.substring(0, 40) + "…" : written;
        return new Malformed(new Text("“" + shown + "”不是数", "\"" + shown + "\" is not a number"), write(magnitude));
    }

    private static Text write(Magnitude magnitude) {
        Text example = magnitude.example();
        return new Text("请写成例如 " + example.zh(), "Write for example " + example.en());
    }

    /** The same text typed with a Western keyboard; m² and ㎡ stay. */
    static String halfWidth(String written) {
        StringBuilder ascii = new StringBuilder();
        written.codePoints().forEach(c -> {
            if (c >= 0xFF01 && c <= 0xFF5E || c == 0x3000) {
                ascii.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
            } else if (c == 0x3002) {
                ascii.append('.');
            } else {
                ascii.appendCodePoint(c);
            }
        });
        return ascii.toString();
    }
}
