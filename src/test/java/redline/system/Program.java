package redline.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program that asks the REST interface, with the key of an account or, where that is null, without any. */
record Program(int port, String key, HttpClient client) {
    static final String PLACE = "/api/office/v1";

    static Program with(int port, String key) {
        return new Program(port, key, HttpClient.newHttpClient());
    }

    /** @param headers name, value, name, value … */
    HttpResponse<String> get(String path, String... headers) {
        return send(to(path, headers).build());
    }

    /** @param headers name, value, name, value … */
    HttpResponse<String> post(String path, String json, String... headers) {
        return send(to(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** Hands in one file. */
    HttpResponse<String> upload(String path, String name, byte[] file) {
        return upload(path, name, file, "", "");
    }

    /** Hands in one file, and JSON beside it; no part where its name is empty. */
    HttpResponse<String> upload(String path, String name, byte[] file, String part, String json) {
        String boundary = "----program";
        String beside = part.isEmpty()
                ? ""
                : "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"\r\nContent-Type: application/json\r\n\r\n" + json + "\r\n";
        String head = beside + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return send(to(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(
                        head.getBytes(StandardCharsets.UTF_8),
                        file,
                        ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8))))
                .build());
    }

    private HttpRequest.Builder to(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
