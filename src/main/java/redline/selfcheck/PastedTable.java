package redline.selfcheck;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import redline.intake.bundle.PastedPoints;
import redline.quantity.Language;
import redline.screen.ComplaintLine;
import redline.upload.UploadRoom;

/** A table of boundary points pasted into the form; from there on a file like those that were chosen. */
record PastedTable(PastedPoints read, Language language) implements UploadRoom.Arriving {
    static PastedTable of(String text, Language language) {
        return new PastedTable(PastedPoints.of(text, name(language)), language);
    }

    private static String name(Language language) {
        return language == Language.ZH ? "粘贴的界址点.csv" : "Pasted boundary points.csv";
    }

    /** What is wrong with it; empty where it can be used. */
    List<ComplaintLine> complaints() {
        return read.complaints().stream()
                .map(complaint -> ComplaintLine.of(complaint, language))
                .toList();
    }

    @Override
    public String name() {
        return name(language);
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(read.csv());
    }
}
