package redline.selfcheck;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the forms offer and take besides the files. */
@Component
class SubmissionFields {
    private final SelfCheckSettings settings;
    private final RuleShelf rules;

    SubmissionFields(SelfCheckSettings settings, RuleShelf rules) {
        this.settings = settings;
        this.rules = rules;
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
}
