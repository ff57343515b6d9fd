package redline.seal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;

/**
 * A signature in words: one sentence of what it comes to, then what it rests on.
 *
 * @param mark {@code ✓} where nothing is open, {@code ×} where something was done to it, {@code ？} for all between
 */
public record SignatureText(String mark, Text sentence, List<Text> facts) {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final double KILOBYTE = 1024;

    /** @param number of the signature in its file, from 1 */
    public static SignatureText of(SignatureFound one, int number) {
        List<Text> facts = new ArrayList<>();
        if (one.signer() != null) {
            facts.add(trust(one));
            facts.add(validity(one));
        }
        facts.add(time(one));
        facts.add(coverage(one));
        if (one.shown() != null) {
            facts.add(shown(one.shown()));
        }
        facts.add(algorithm(one));
        return new SignatureText(mark(one), sentence(one, number), List.copyOf(facts));
    }

    private static String mark(SignatureFound one) {
        return one.trusted() ? "✓" : one.broken() ? "×" : "？";
    }

    private static Text sentence(SignatureFound one, int number) {
        boolean stamp = one.kind() == SignatureFound.Kind.DOCUMENT_TIME_STAMP;
        String zh = (stamp ? "文件时间戳 " : "签名 ") + number + "：";
        String en = (stamp ? "Document time stamp " : "Signature ") + number + ": ";
        String who = one.signer() == null ? "" : one.signer().name();
        Text by = new Text(who.isEmpty() ? "" : who + "，", who.isEmpty() ? "" : who + ", ");
        Text state = state(one);
        return new Text(zh + by.zh() + state.zh(), en + by.en() + state.en());
    }

    private static Text state(SignatureFound one) {
        return switch (one.state()) {
            case SOUND -> new Text("签名成立，所签内容未被改动", "the signature holds, what was signed is unchanged");
            case BYTES_CHANGED ->
                new Text("签名不成立：所签的内容在签署之后被改动过", "the signature does not hold: what was signed was changed afterwards");
            case NOT_BY_THIS_KEY ->
                new Text(
                        "签名不成立：不是这张证书的密钥签出的，或签名本身被改动过",
                        "the signature does not hold: it is not by the key of this certificate, or was itself changed");
            case RANGE_WRONG ->
                new Text(
                        "签名不成立：它绕开了文件的一部分，被绕开的部分可以任意改动",
                        "the signature does not hold: it leaves a part of the file out, where anything can be put");
            case WEAK ->
                new Text(
                        "签名对得上，但算法或密钥太弱，别人也可能伪造出来",
                        "the signature fits, but its algorithm or key is so weak that others may have forged it");
            case UNREADABLE -> new Text("签名读不懂，或已损坏", "the signature cannot be read, or is damaged");
            case UNKNOWN_FORMAT ->
                new Text(
                        "签名的格式这里不认识，没有核验；请用出具它的签章软件核验",
                        "its format is not known here, so it was not checked; check it with the program that made it");
        };
    }

    private static Text trust(SignatureFound one) {
        String issuer = one.signer().issuer();
        String serial = one.signer().serial();
        return switch (one.trust()) {
            case TRUSTED ->
                new Text(
                        "证书由 " + issuer + " 签发（序列号 " + serial + "），在信任名单内；是否被吊销没有查询",
                        "certificate issued by " + issuer + " (serial " + serial
                                + "), which is trusted here; whether it was revoked was not asked");
            case UNKNOWN_ISSUER ->
                new Text(
                        "证书由 " + issuer + " 签发（序列号 " + serial + "），不在信任名单内：签署者是谁，这里不能确认",
                        "certificate issued by " + issuer + " (serial " + serial
                                + "), an issuer unknown here: who signed cannot be confirmed");
            case NO_LIST ->
                new Text(
                        "证书由 " + issuer + " 签发（序列号 " + serial + "）；没有设置信任名单，签署者是谁，这里不能确认",
                        "certificate issued by " + issuer + " (serial " + serial
                                + "); no list of trusted issuers is set, so who signed cannot be confirmed");
        };
    }

    private static Text validity(SignatureFound one) {
        String from = Signer.day(one.signer().validFrom()).toString();
        String to = Signer.day(one.signer().validTo()).toString();
        return switch (one.validity()) {
            case IN_FORCE -> new Text("证书有效期 " + from + " 至 " + to, "certificate in force from " + from + " to " + to);
            case EXPIRED ->
                new Text(
                        "证书已于 " + to + " 过期；没有可信的时间戳证明签署在那之前",
                        "the certificate expired on " + to
                                + ", and no trusted time stamp shows that it was signed before");
            case NOT_YET -> new Text("证书要到 " + from + " 才生效", "the certificate is not in force before " + from);
        };
    }

    private static Text time(SignatureFound one) {
        Text claimed = one.claimed() == null
                ? new Text("没有写签署时间", "no time of signing is told")
                : new Text(
                        "签署时间 " + minute(one.claimed()) + "（签署者的钟）",
                        "signed " + minute(one.claimed()) + " (by the signer's clock)");
        if (one.kind() == SignatureFound.Kind.DOCUMENT_TIME_STAMP) {
            return one.claimed() == null
                    ? claimed
                    : new Text("时间 " + minute(one.claimed()), "time " + minute(one.claimed()));
        }
        Text stamp = stamp(one.stamp());
        return new Text(claimed.zh() + "；" + stamp.zh(), claimed.en() + "; " + stamp.en());
    }

    private static Text stamp(SignatureFound.Stamp stamp) {
        if (stamp == null) {
            return new Text("没有时间戳，时间没有第三方证明", "no time stamp: nobody else bears the time out");
        }
        if (!stamp.sound()) {
            return new Text("时间戳不成立", "its time stamp does not hold");
        }
        String at = minute(stamp.at());
        return stamp.trust() == Trust.TRUSTED
                ? new Text("时间戳 " + at + "，由 " + stamp.by() + " 出具", "time stamp " + at + " by " + stamp.by())
                : new Text(
                        "时间戳 " + at + "，由 " + stamp.by() + " 出具，它不在信任名单内",
                        "time stamp " + at + " by " + stamp.by() + ", which is unknown here");
    }

    private static Text coverage(SignatureFound one) {
        String bytes = kilobytes(one.size() - one.covers());
        return switch (one.after()) {
            case NOTHING -> new Text("覆盖整个文件", "over the whole file");
            case NOTHING_SHOWN ->
                new Text(
                        "其后 " + bytes + " 不在这个签名之内，没有改动看得见的内容（如后加的签名）",
                        "the " + bytes
                                + " after it are not covered and change nothing that shows (as later signatures do)");
            case CHANGES ->
                new Text(
                        "其后 " + bytes + " 不在签名之内，改动了签名以外的内容",
                        "the " + bytes + " after it are not signed and change more than signatures do");
        };
    }

    private static String kilobytes(long bytes) {
        return String.format(java.util.Locale.ROOT, "%.1f KB", bytes / KILOBYTE);
    }

    private static Text shown(SignatureFound.Shown shown) {
        String page = shown.page() > 0 ? String.valueOf(shown.page()) : "?";
        return new Text(
                "签章图样在第 " + page + " 页，" + shown.width() + "×" + shown.height() + " mm，盖住的内容请对照原报告",
                "it shows on page " + page + ", " + shown.width() + "×" + shown.height()
                        + " mm; look at the report itself for what is beneath");
    }

    private static Text algorithm(SignatureFound one) {
        String format = one.format().isEmpty() ? "?" : one.format();
        return one.algorithm().isEmpty()
                ? new Text("格式 " + format, "format " + format)
                : new Text(
                        "算法 " + one.algorithm() + "，格式 " + format,
                        "algorithm " + one.algorithm() + ", format " + format);
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }
}
