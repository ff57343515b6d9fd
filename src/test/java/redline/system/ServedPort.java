package redline.system;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Where the server of an office listens that runs in a process of its own. */
public final class ServedPort {
    private ServedPort() {}

    /**
     * Waits until it says so; what it says afterwards is read and passed over, so that it never waits for a reader.
     *
     * @param server that says its errors where it says the rest
     */
    public static int of(Process server) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            int at = line.indexOf("http://localhost:");
            if (at >= 0 && line.contains("/office")) {
                Thread rest = new Thread(() -> said.lines().forEach(more -> {}), "said");
                rest.setDaemon(true);
                rest.start();
                String from = line.substring(at + "http://localhost:".length());
                return Integer.parseInt(from.substring(0, from.indexOf('/')));
            }
        }
        throw new IllegalStateException("the server did not begin:\n" + all);
    }
}
