package redline.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages over real HTTP. */
class ServerTest {
    private static final Path OFFICE = Path.of("test-cases/schemes/office-2016/scheme.yaml");

    @TempDir
    static Path here;

    private static Path rules;
    private static Server server;
    private static final HttpClient VISITOR = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        rules = copy(Path.of("rules"), here.resolve("rules"));
        server = Server.start(0, rules);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_taken_port_is_told_apart_from_a_bug() {
        assertThatThrownBy(() -> Server.start(server.port(), rules)).isInstanceOf(Server.PortTaken.class);
    }

    @Test
    void a_changed_rule_judges_the_next_check_and_a_broken_one_leaves_the_last_good_in_force() throws Exception {
        Path far = rules.resolve("parcel-conditions/rules/far.drl");
        String good = Files.readString(far);
        assertThat(farIsJudged(check())).isEqualTo("VIOLATION");

        Files.writeString(
                far, good.replace("bound == \"MAX\"", "bound == \"MIN\"").replace("AT_MOST", "AT_LEAST"));
        String changed = farIsJudged(check());
        assertThat(changed).isNotEqualTo("VIOLATION");

        Files.writeString(far, "rule \"far: broken\" when then end");
        assertThat(farIsJudged(check())).isEqualTo(changed);
        assertThat(get("/health").body()).contains("\"rules\":\"ready\"").doesNotContain("\"ruleFaults\":\"0\"");
        assertThat(get("/status").body()).contains("parcel-conditions/rules/far.drl", "第 ");

        Files.writeString(far, good);
        assertThat(farIsJudged(check())).isEqualTo("VIOLATION");
        assertThat(get("/health").body()).contains("\"ruleFaults\":\"0\"");
    }

    /** As a person types it: browsers send brackets of a query as they are. */
    @Test
    void an_address_with_brackets_is_answered() throws IOException {
        try (Socket raw = new Socket("localhost", server.port())) {
            raw.getOutputStream()
                    .write("GET /?text=[2019]43 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(raw.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void too_large_a_file_is_answered_with_a_page_that_says_so() throws Exception {
        String head = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"s.yaml\"\r\n\r\n";
        byte[] large = (head + "#".repeat(65 * 1024 * 1024) + "\r\n--x--\r\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        HttpResponse<String> answer = VISITOR.send(
                to("/checks")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofByteArray(large))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大").doesNotContain("Exception");
    }

    @Test
    void what_is_not_there_has_a_page_in_the_visitors_language() throws Exception {
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").body()).contains("没有这个页面").doesNotContain("Whitelabel", "Exception");
        assertThat(get("/results/0123").statusCode()).isEqualTo(404);
        HttpResponse<String> english =
                VISITOR.send(to("/nothing").header("Cookie", "lang=en").build(), BodyHandlers.ofString());
        assertThat(english.body()).contains("There is no such page");
    }

    @Test
    void programs_get_problem_details() throws Exception {
        HttpResponse<String> answer = VISITOR.send(
                to("/api/check?profile=nowhere")
                        .POST(BodyPublishers.ofFile(OFFICE))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_method_that_is_not_offered_and_a_broken_form_are_no_faults_of_ours() throws Exception {
        assertThat(VISITOR.send(to("/").DELETE().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
        assertThat(VISITOR.send(
                                to("/checks")
                                        .header("Content-Type", "multipart/form-data; boundary=x")
                                        .POST(BodyPublishers.ofString("no form at all"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(400);
    }

    private static String check() throws Exception {
        HttpResponse<String> answer = VISITOR.send(
                to("/api/check")
                        .header("Content-Type", "application/yaml")
                        .POST(BodyPublishers.ofFile(OFFICE))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String farIsJudged(String json) {
        String finding = json.substring(json.indexOf("\"rule\" : \"far\""));
        return finding.replaceAll("(?s).*?\"verdict\" : \"(\\w+)\".*", "$1");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return VISITOR.send(to(path).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }
}
