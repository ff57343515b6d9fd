package redline.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server in a process of its own. */
record OfficeServer(Process process, int port) implements AutoCloseable {
    static OfficeServer start(Path office, String... options) throws IOException {
        List<String> command = new ArrayList<>(Programs.redline("serve", "--port", "0", "--office", office.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            int at = line.indexOf("http://localhost:");
            if (at >= 0 && line.contains("/office")) {
                Thread rest = new Thread(() -> said.lines().forEach(more -> {}), "said");
                rest.setDaemon(true);
                rest.start();
                String from = line.substring(at + "http://localhost:".length());
                return new OfficeServer(process, Integer.parseInt(from.substring(0, from.indexOf('/'))));
            }
        }
        throw new IllegalStateException("the server did not begin:\n" + all);
    }

    /** What the kernel saw at most of it. */
    double peakMegabytes() throws IOException {
        long most = 0;
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        for (ProcessHandle one : all) {
            Path status = Path.of("/proc", String.valueOf(one.pid()), "status");
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    most = Math.max(most, Long.parseLong(line.replaceAll("\\D", "")));
                }
            }
        }
        return most / 1024.0;
    }

    @Override
    public void close() throws Exception {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.waitFor();
    }
}
