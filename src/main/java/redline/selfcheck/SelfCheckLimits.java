package redline.selfcheck;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Limits that the pages tell of. */
@Component("selfCheckLimits")
class SelfCheckLimits {
    private final long minutes;
    private final long megabytes;
    private final long megabytesInAll;
    private final int files;
    private final String crs;

    @Autowired
    SelfCheckLimits(
            SelfCheckSettings settings,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largestRequest) {
        this.minutes = settings.keep().toMinutes();
        this.megabytes = largestFile.toMegabytes();
        this.megabytesInAll = largestRequest.toMegabytes();
        this.files = settings.files();
        this.crs = settings.crs();
    }

    public long getMinutes() {
        return minutes;
    }

    public long getMegabytes() {
        return megabytes;
    }

    public long getMegabytesInAll() {
        return megabytesInAll;
    }

    public int getFiles() {
        return files;
    }

    /** Of drawings that do not say theirs. */
    public String getCrs() {
        return crs;
    }
}
