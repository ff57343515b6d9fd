package redline.upload;

import java.util.List;
import redline.intake.Source;
import redline.intake.bundle.Bundle;

/** What a check is made of; conditions handed in beside it take the place of its own, and are null where there are none. */
public sealed interface Material {
    /** What the files are called, for the page that shows how far it is. */
    String name();

    /** What several files together are called. */
    static String names(List<String> files) {
        return String.join("、", files);
    }

    Source conditions();

    /** One scheme file. */
    record SchemeFile(Source scheme, Source conditions) implements Material {
        @Override
        public String name() {
            return scheme.name();
        }
    }

    /** Files that have not been looked into yet. */
    record Arrived(ReceivedFiles files, Source conditions) implements Material {
        @Override
        public String name() {
            return Material.names(files.names());
        }
    }

    /**
     * Files that were read; of themselves nothing is left.
     *
     * @param bytes that they had
     */
    record Known(Bundle bundle, List<String> names, long bytes, Source conditions) implements Material {
        @Override
        public String name() {
            return Material.names(names);
        }
    }
}
