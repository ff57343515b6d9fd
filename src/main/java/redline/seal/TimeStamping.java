package redline.seal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** A time stamping authority, asked over HTTP as RFC 3161 has it. It sees the hash of a signature and nothing of the report. */
public final class TimeStamping {
    private static final int NONCE_BITS = 64;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int OK = 200;

    private final URI authority;
    private final Duration patience;

    /**
     * @param url http or https
     * @param patience for its whole answer
     * @throws SealFault where it is no such address
     */
    public TimeStamping(String url, Duration patience) throws SealFault {
        this.authority = address(url);
        this.patience = patience;
    }

    private static URI address(String url) throws SealFault {
        try {
            URI uri = new URI(url.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException none) {
            throw noAddress(url).because(none);
        }
        throw noAddress(url);
    }

    private static SealFault noAddress(String url) {
        return new SealFault(
                "时间戳服务的地址应以 http:// 或 https:// 开头：" + url,
                "the address of a time stamping authority begins with http:// or https://, not: " + url);
    }

    /** The token over a hash; the answer is held against the question. */
    TimeStampToken over(byte[] sha256) throws SealFault {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        TimeStampRequest request = asking.generate(
                NISTObjectIdentifiers.id_sha256, sha256, new BigInteger(NONCE_BITS, new SecureRandom()));
        try {
            TimeStampResponse response = new TimeStampResponse(ask(request.getEncoded()));
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw refused("PKIStatus " + response.getStatus()
                        + (response.getStatusString() == null ? "" : " " + response.getStatusString()));
            }
            return token;
        } catch (TSPException | IllegalArgumentException notAnAnswer) {
            throw refused(String.valueOf(notAnAnswer.getMessage())).because(notAnAnswer);
        } catch (IOException silent) {
            throw new SealFault(
                            "时间戳服务没有应答（" + authority + "），没有签章；请稍后再试，或去掉时间戳服务的设置，签章将不带时间戳",
                            "the time stamping authority did not answer (" + authority
                                    + "), and nothing was sealed; try again later, or take its address out, and seals carry no"
                                    + " time stamp")
                    .because(silent);
        }
    }

    private SealFault refused(String why) {
        return new SealFault(
                "时间戳服务的应答不能用（" + authority + "）：" + why + "；没有签章",
                "the answer of the time stamping authority is of no use (" + authority + "): " + why
                        + "; nothing was sealed");
    }

    private byte[] ask(byte[] request) throws IOException, SealFault {
        HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
        HttpRequest asking = HttpRequest.newBuilder(authority)
                .timeout(patience)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(asking, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw refused("HTTP " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(LARGEST_ANSWER + 1);
                if (bytes.length > LARGEST_ANSWER) {
                    throw refused("> " + (LARGEST_ANSWER >> 10) + " KB");
                }
                return bytes;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
