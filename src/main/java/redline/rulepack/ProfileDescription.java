package redline.rulepack;

/** A profile as plain text. */
final class ProfileDescription {
    private ProfileDescription() {}

    /** A profile as plain text: whose review, at which stage, by which packs, and where each setting comes from. */
    static String of(Profile profile) {
        StringBuilder text = new StringBuilder();
        text.append(profile.name()).append("  ");
        text.append(profile.title().zh())
                .append(" / ")
                .append(profile.title().en())
                .append("\n");
        text.append("  ").append(profile.authority()).append(" · ").append(profile.stage());
        text.append(" · ").append(String.join("、", profile.packs())).append("\n");
        for (Profile.SettingSource setting : profile.sources()) {
            text.append("  ").append(setting.name()).append(" = ").append(setting.value());
            text.append(" — ").append(setting.source());
            text.append("(").append(setting.grade().title().zh()).append(")\n");
            if (!setting.note().isEmpty()) {
                text.append("    ").append(setting.note()).append("\n");
            }
        }
        return text.toString();
    }
}
