package redline.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One who asks for pages over HTTP, with cookies of his own; is not sent on by himself. */
final class Visitor {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Visitor(int port) {
        this.port = port;
    }

    boolean hasCookies() {
        return !cookies.getCookieStore().getCookies().isEmpty();
    }

    /** @param headers name, value, name, value … */
    HttpResponse<String> get(String path, String... headers) {
        return send(with(HttpRequest.newBuilder(to(path)), headers).build());
    }

    /** @param fields name, value, name, value … */
    HttpResponse<String> post(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return send(HttpRequest.newBuilder(to(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Sends a form as the page {@code from} would: with its token. */
    HttpResponse<String> submit(String from, String path, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = "_csrf";
        all[1] = token(from);
        System.arraycopy(fields, 0, all, 2, fields.length);
        return post(path, all);
    }

    /** A file of a form. */
    record Part(String name, String fileName, byte[] bytes) {}

    /** Sends a form with files as the page {@code from} would, and says that it comes from there. */
    HttpResponse<String> upload(String from, String path, List<Part> files, String... fields) {
        String[] all = new String[fields.length + 2];
        all[0] = "_csrf";
        all[1] = token(from);
        System.arraycopy(fields, 0, all, 2, fields.length);
        return drop(from, path, files, all);
    }

    /** The same where the page's form has no token. */
    HttpResponse<String> drop(String from, String path, List<Part> files, String... fields) {
        return send(dropping(from, path, files, fields));
    }

    /** The same where what comes back is a file. */
    HttpResponse<byte[]> uploadForFile(String from, String path, List<Part> files) {
        return bytes(dropping(from, path, files, "_csrf", token(from)));
    }

    private HttpRequest dropping(String from, String path, List<Part> files, String... fields) {
        String boundary = "----visitor";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < fields.length; i += 2) {
            body.writeBytes(field(boundary, fields[i], fields[i + 1]));
        }
        for (Part file : files) {
            body.writeBytes(
                    ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file.name() + "\"; filename=\""
                                    + file.fileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            body.writeBytes(file.bytes());
            body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(to(path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Referer", to(from).toString())
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build();
    }

    /** A file, as it is. */
    HttpResponse<byte[]> download(String path) {
        return bytes(HttpRequest.newBuilder(to(path)).build());
    }

    /** A file that a form of the page {@code from} asks for. */
    HttpResponse<byte[]> downloadBy(String from, String path) {
        return bytes(HttpRequest.newBuilder(to(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token(from), StandardCharsets.UTF_8)))
                .build());
    }

    private static byte[] field(String boundary, String name, String value) {
        return ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    String token(String page) {
        HttpResponse<String> answer = get(page);
        Matcher token = TOKEN.matcher(answer.body());
        if (!token.find()) {
            throw new AssertionError("no form at " + page + ": " + answer.statusCode() + " " + answer.body());
        }
        return token.group(1);
    }

    HttpResponse<String> login(String login, String password) {
        return submit("/office/login", "/office/login", "login", login, "password", password);
    }

    HttpResponse<String> changePassword(String old, String fresh) {
        return submit("/office/password", "/office/password", "password", old, "fresh", fresh, "again", fresh);
    }

    /** Where an answer sends its visitor, without the host. */
    static String sentTo(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(there -> there.replaceFirst("^https?://[^/]*", ""))
                .orElse(String.valueOf(answer.statusCode()));
    }

    private URI to(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> bytes(HttpRequest request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> as) {
        try {
            return browser.send(request, as);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
