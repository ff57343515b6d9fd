package redline.selfcheck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import redline.upload.UploadRoom;

/**
 * Settings {@code redline.selfcheck.*} of the operator.
 *
 * @param profile chosen at first in the form
 * @param workers checks at work at the same time
 * @param queue checks that may wait; one more is sent away with the word to come back
 * @param keep how long a submission and its result are kept
 * @param keepAtMost results kept at the same time; the oldest go first
 * @param crs of drawings that do not say theirs, {@code EPSG:4549}
 * @param files that one submission may have
 * @param reading how long reading one submission may take
 * @param judging how long measuring one scheme, and judging it, may take each
 * @param hold how large the files together may be whose contents are kept for their hour; the oldest go first
 * @param folder for files on their way to their reader; empty: in the temporary folder of the machine
 */
@ConfigurationProperties("redline.selfcheck")
public record SelfCheckSettings(
        @DefaultValue("tongxiang") String profile,
        @DefaultValue("2") int workers,
        @DefaultValue("20") int queue,
        @DefaultValue("1h") Duration keep,
        @DefaultValue("200") int keepAtMost,
        String crs,
        @DefaultValue("30") int files,
        @DefaultValue("60s") Duration reading,
        @DefaultValue("3m") Duration judging,
        @DefaultValue("300MB") DataSize hold,
        @DefaultValue("") String folder) {

    /** Where files lie until they are read. */
    public UploadRoom room() {
        try {
            return UploadRoom.in(folder.isBlank() ? UploadRoom.usual() : Path.of(folder));
        } catch (IOException failure) {
            throw new UncheckedIOException("no folder for uploads; set redline.selfcheck.folder", failure);
        }
    }
}
