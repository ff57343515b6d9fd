package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import redline.quantity.Text;

/**
 * Settings of a profile that are not settled but have candidates, and the rules that read just these.
 *
 * @param options in the order of the profile, at least one
 * @param rules ids
 */
record OpenChoice(List<Profile.Option> options, Set<String> rules) {
    /** Each is judged. */
    static final int MOST = 64;

    /** Of those of the given rules that read any, in their order. */
    static List<OpenChoice> of(Profile profile, Set<String> ruleIds, Map<String, RuleKind> kinds) {
        Map<List<Profile.Option>, Set<String>> byOptions = new LinkedHashMap<>();
        for (String id : ruleIds) {
            Set<String> read = kinds.get(id).parameters();
            List<Profile.Option> open = profile.options().stream()
                    .filter(option -> option.value() == null
                            && !option.candidates().isEmpty()
                            && read.contains(option.qualified()))
                    .toList();
            if (!open.isEmpty()) {
                byOptions.computeIfAbsent(open, key -> new TreeSet<>()).add(id);
            }
        }
        return byOptions.entrySet().stream()
                .map(entry -> new OpenChoice(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** How many combinations there are. */
    double size() {
        return options.stream()
                .mapToDouble(option -> option.candidates().size())
                .reduce(1, (a, b) -> a * b);
    }

    /** Every combination of the candidates, by name of the setting. */
    List<Map<String, String>> combinations() {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Profile.Option option : options) {
            List<Map<String, String>> wider = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String candidate : option.candidates()) {
                    Map<String, String> more = new LinkedHashMap<>(combination);
                    more.put(option.name(), candidate);
                    wider.add(more);
                }
            }
            combinations = wider;
        }
        return combinations;
    }

    /** One combination in words. */
    Text said(Map<String, String> chosen) {
        String zh = options.stream()
                .map(option -> option.title().zh() + " "
                        + option.said(chosen.get(option.name())).zh())
                .collect(Collectors.joining(","));
        String en = options.stream()
                .map(option -> option.title().en() + " "
                        + option.said(chosen.get(option.name())).en())
                .collect(Collectors.joining(", "));
        return new Text(zh, en);
    }
}
