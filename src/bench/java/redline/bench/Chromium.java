package redline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Headless Chromium printing a page to PDF: started for each page, or kept running and spoken to by its DevTools protocol. */
final class Chromium implements AutoCloseable {
    private static final int SMALLEST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final WebSocket page;
    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private int calls;

    private static List<String> flags(Path profile) {
        return List.of(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--user-data-dir=" + profile);
    }

    /** Milliseconds of one process from start to end; the profile is kept from call to call. */
    static double print(Path html, Path pdf, Path profile) throws IOException, InterruptedException {
        Files.deleteIfExists(pdf);
        List<String> command = new ArrayList<>(flags(profile));
        command.addAll(List.of(
                "--no-pdf-header-footer", "--print-to-pdf=" + pdf, html.toUri().toString()));
        double time = Programs.run(List.of(0), command);
        check(Files.readAllBytes(pdf));
        return time;
    }

    /** Starts one that stays. */
    Chromium(Path profile) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(flags(profile));
        command.add("--remote-debugging-port=0");
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String port = null;
        BufferedReader says =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = says.readLine(); line != null && port == null; line = port == null ? says.readLine() : "") {
            if (line.startsWith("DevTools listening on ")) {
                port = String.valueOf(URI.create(line.substring(22)).getPort());
            }
        }
        Thread listener = new Thread(() -> says.lines().forEach(line -> {}));
        listener.setDaemon(true);
        listener.start();
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest newPage = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String target = http.send(newPage, HttpResponse.BodyHandlers.ofString()).body();
        page = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create(JSON.readTree(target)
                                .get("webSocketDebuggerUrl")
                                .asString()),
                        new WebSocket.Listener() {
                            private final StringBuilder text = new StringBuilder();

                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
                                text.append(part);
                                if (last) {
                                    messages.add(JSON.readTree(text.toString()));
                                    text.setLength(0);
                                }
                                socket.request(1);
                                return null;
                            }
                        })
                .join();
        call("Page.enable", "{}");
    }

    /** Milliseconds from opening the page to having the bytes of its PDF. */
    double print(Path html) throws InterruptedException {
        long began = System.nanoTime();
        call("Page.navigate", "{\"url\":\"" + html.toUri() + "\"}");
        await(message -> message.path("method").asString("").equals("Page.loadEventFired"));
        JsonNode printed = call(
                "Page.printToPDF", "{\"printBackground\":true,\"preferCSSPageSize\":true,\"generateTaggedPDF\":true}");
        byte[] pdf =
                Base64.getDecoder().decode(printed.path("result").path("data").asString());
        double time = (System.nanoTime() - began) / 1e6;
        check(pdf);
        return time;
    }

    private JsonNode call(String method, String parameters) throws InterruptedException {
        int id = ++calls;
        page.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
                .join();
        return await(message -> message.path("id").asInt(0) == id);
    }

    private JsonNode await(java.util.function.Predicate<JsonNode> wanted) throws InterruptedException {
        while (true) {
            JsonNode message = messages.poll(60, TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("Chromium does not answer");
            }
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    private static void check(byte[] pdf) {
        if (pdf.length < SMALLEST || pdf[0] != '%') {
            throw new IllegalStateException("Chromium printed no PDF");
        }
    }

    @Override
    public void close() {
        page.abort();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().join();
    }
}
