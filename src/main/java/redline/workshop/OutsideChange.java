package redline.workshop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redline.casefile.Office;
import redline.quantity.Text;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;

/**
 * How the rules in force differ from those last published, where somebody changed their files past the workshop. Its words are Chinese, as
 * those of every publication.
 *
 * @param author of the commit, empty where the folder is in no repository or not as it was committed
 * @param commit empty likewise
 */
record OutsideChange(String title, String reason, String author, String commit, Undo undo, String changes) {
    private static final int MOST_TOLD = 200;

    /**
     * @param archive of the rules last published
     * @param repository null where the rules lie inside the program
     */
    static OutsideChange between(byte[] archive, RuleBook now, RuleRepository repository) {
        Optional<RuleRepository.Found> found = repository == null ? Optional.empty() : repository.found();
        Optional<RuleRepository.Found> committed = found.filter(RuleRepository.Found::clean);
        TreeMap<String, Undo.Change> files = new TreeMap<>();
        TreeMap<String, byte[]> before = new TreeMap<>(RuleBook.filesOf(archive));
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.paths());
        for (String path : paths) {
            byte[] was = before.get(path);
            byte[] is = now.file(path).orElse(null);
            if (!Arrays.equals(was, is)) {
                files.put(DraftPaths.RULES + path, new Undo.Change(text(was), text(is)));
            }
        }
        return new OutsideChange(
                committed
                        .map(RuleRepository.Found::subject)
                        .filter(subject -> !subject.isBlank())
                        .orElse("规则文件有改动"),
                reason(found, repository),
                committed.map(RuleRepository.Found::author).orElse(""),
                committed.map(RuleRepository.Found::commit).orElse(""),
                new Undo(files),
                told(archive, now, List.copyOf(files.keySet())));
    }

    private static String text(byte[] bytes) {
        return bytes == null ? null : Undo.text(bytes);
    }

    private static String reason(Optional<RuleRepository.Found> found, RuleRepository repository) {
        if (found.isEmpty()) {
            return repository == null ? "规则随程序而来。" : "规则文件夹里直接改的文件，不在 git 仓库里，谁改的不知道。";
        }
        RuleRepository.Found last = found.get();
        return last.clean()
                ? "git 提交 " + last.commit().substring(0, 12) + "，"
                        + last.at()
                                .atZone(Office.ZONE)
                                .toLocalDateTime()
                                .withNano(0)
                                .toString()
                                .replace('T', ' ')
                : "规则文件夹里直接改的文件，还没有提交到 git，谁改的不知道。";
    }

    /** In words; where the rules before cannot be read by this program any longer, the files. */
    private static String told(byte[] archive, RuleBook now, List<String> files) {
        List<String> lines = new ArrayList<>();
        try {
            Workshop.differences(RuleBook.ofArchive(archive), now).stream()
                    .map(Text::zh)
                    .forEach(lines::add);
        } catch (PackFault old) {
            files.stream().map(file -> "文件 " + file).forEach(lines::add);
        }
        String more = lines.size() > MOST_TOLD ? "\n另有 " + (lines.size() - MOST_TOLD) + " 处" : "";
        return lines.stream().limit(MOST_TOLD).collect(Collectors.joining("\n")) + more;
    }
}
