package redline.casefile;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import redline.intake.Intake;
import redline.intake.Source;
import redline.intake.file.Upload;
import redline.upload.Examination;
import redline.upload.ReceivedFiles;

/** What rounds are read from: their files as originals, what was said of them, the letter of their case. */
record RoundInput(Store store, CaseFiles files, ExaminerSettings settings) {
    List<Upload> uploads(Round round) {
        Map<String, Path> paths = new LinkedHashMap<>();
        for (CaseFiles.Entry file : files.ofRound(round.id())) {
            String name = file.name();
            for (int number = 2; paths.containsKey(name); number++) {
                name = number + "-" + file.name();
            }
            paths.put(name, store.originals().path(file.sha256()));
        }
        return ReceivedFiles.uploads(paths);
    }

    Examination.Asked asked(OfficeCase kase, RoundChoices choices) {
        return new Examination.Asked(choices.choices(), Cases.dates(kase), kase.profile(), settings.crs());
    }

    /** The letter of the case, about the parcel of the scheme; what it says of no zone it says of the whole of it. Null where it has none. */
    Function<Intake, Source> letter(OfficeCase kase) {
        return kase.letter() == null ? null : read -> settings.conditions().apply(kase.letter(), OnlyParcel.of(read));
    }
}
