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

    @Autowired
    SelfCheckLimits(
            SelfCheckSettings settings, @Value("${spring.servlet.multipart.max-file-size}") DataSize largestFile) {
        this.minutes = settings.keep().toMinutes();
        this.megabytes = largestFile.toMegabytes();
    }

    public long getMinutes() {
        return minutes;
    }

    public long getMegabytes() {
        return megabytes;
    }
}
