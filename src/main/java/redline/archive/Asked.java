package redline.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import redline.seal.SealFault;
import redline.seal.TrustList;
import redline.worker.Task;

/** What a worker of this package is asked: files by name, whose signatures are trusted, and when certificates are to be in force. */
record Asked(Map<String, byte[]> files, TrustList trust, Instant now) {
    private static final String TRUST = "trust.pem";
    private static final String NOW = "now";

    Task of(String task) {
        Map<String, byte[]> all = new LinkedHashMap<>(files);
        all.put(TRUST, trust.pem());
        all.put(NOW, now.toString().getBytes(StandardCharsets.US_ASCII));
        return Task.ofFiles(task, all);
    }

    static Asked received(InputStream request) throws IOException, SealFault {
        Map<String, byte[]> files = Task.files(request);
        TrustList trust = TrustList.of(files.remove(TRUST));
        Instant now = Instant.parse(new String(files.remove(NOW), StandardCharsets.US_ASCII));
        return new Asked(files, trust, now);
    }
}
