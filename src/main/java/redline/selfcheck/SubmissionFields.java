package redline.selfcheck;

import java.util.List;
import org.springframework.stereotype.Component;
import redline.intake.Source;
import redline.upload.Material;
import redline.upload.RuleShelf;
import redline.upload.UploadRoom;

/** What the forms offer and take besides what is typed into them. */
@Component
class SubmissionFields {
    private final SelfCheckSettings settings;
    private final RuleShelf rules;
    private final UploadRoom room;

    SubmissionFields(SelfCheckSettings settings, RuleShelf rules, UploadRoom room) {
        this.settings = settings;
        this.rules = rules;
        this.room = room;
    }

    /** Profiles to choose from; only the one at first while the rules are being made ready. */
    List<String> profiles() {
        List<String> known = rules.profiles();
        return known.isEmpty() ? List.of(settings.profile()) : known;
    }

    /** The profile asked for, or the one at first. */
    String profile(String asked) {
        return asked == null || asked.isBlank() ? settings.profile() : asked;
    }

    boolean knows(String profile) {
        return rules.profiles().isEmpty() || rules.profiles().contains(profile);
    }

    boolean tooMany(List<SentFile> files) {
        return files.size() > settings.files();
    }

    /** Puts the files where they lie until they are read; from then on whoever submits them has to let go of them. */
    Material.Arrived receive(List<? extends UploadRoom.Arriving> files, Source conditions) {
        return new Material.Arrived(room.receive(files), conditions);
    }
}
