package redline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import redline.system.ServedPort;

/** A server in a process of its own. */
record OfficeServer(Process process, int port) implements AutoCloseable {
    static OfficeServer start(Path office, String... options) throws IOException {
        List<String> command = new ArrayList<>(Programs.redline("serve", "--port", "0", "--office", office.toString()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new OfficeServer(process, ServedPort.of(process));
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
