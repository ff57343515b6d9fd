package redline.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody of the office who has logged in. */
record OfficeVisitor(HttpClient browser, int port) {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    static OfficeVisitor in(int port, String login, String password) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        OfficeVisitor visitor = new OfficeVisitor(browser, port);
        Matcher token = TOKEN.matcher(visitor.get("/office/login").body());
        if (!token.find()) {
            throw new IllegalStateException("no form to log in with");
        }
        browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/office/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("login=" + login + "&password=" + password + "&_csrf="
                                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        return visitor;
    }

    HttpResponse<String> get(String path) throws Exception {
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Fills a form of a page in and sends it; what is shown then. */
    HttpResponse<String> submit(String page, String action, String... fields) throws Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("no form at " + page);
        }
        StringBuilder body =
                new StringBuilder("_csrf=").append(URLEncoder.encode(token.group(1), StandardCharsets.UTF_8));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return browser.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Milliseconds of a page, one figure a round of 40 after as many to warm up. */
    Figure times(String page, int rounds) throws Exception {
        List<Double> times = new ArrayList<>();
        for (int round = -1; round < rounds; round++) {
            long began = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                HttpResponse<String> answer = get(page);
                if (answer.statusCode() != 200 || !answer.uri().getPath().equals("/office/cases")) {
                    throw new IllegalStateException(page + " " + answer.statusCode() + " " + answer.uri());
                }
            }
            if (round >= 0) {
                times.add((System.nanoTime() - began) / 1e6 / 40);
            }
        }
        return new Figure(times);
    }
}
