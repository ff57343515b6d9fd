package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redline.quantity.Text;
import redline.requirement.RuleInfo;

/** Reads {@code rules/<rule-id>.md}: YAML front matter between two lines of {@code ---}, then the five sections. */
final class PageReader {
    private static final List<String> SECTIONS = List.of("管什么", "何时适用", "怎么算", "假定", "存疑");
    private static final List<String> PLACES = List.of("subject", "measured", "required", "margin", "source");
    private static final Pattern BRACES = Pattern.compile("[{]([^{}]*)[}]");
    static final List<String> STAGES = List.of("方案", "许可", "施工图", "核实");
    private static final Map<String, RuleInfo.Force> FORCES = new LinkedHashMap<>();

    static {
        for (RuleInfo.Force force : RuleInfo.Force.values()) {
            FORCES.put(force.title().zh(), force);
        }
    }

    private final String file;
    private final List<Fault> faults;

    PageReader(String file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Null (with faults) where the front matter cannot be read. */
    RulePage read(String packId, String text, RuleText rule) {
        List<String> lines = List.of(text.replace("\r\n", "\n").split("\n", -1));
        int end = lines.get(0).strip().equals("---")
                ? lines.subList(1, lines.size()).indexOf("---") + 1
                : 0;
        if (end == 0) {
            fault(
                    1,
                    "页首应为两行 --- 之间的 YAML",
                    "The page must begin with YAML between two lines of ---",
                    "参照其他规则页补上页首",
                    "Add it as other pages have it");
            return null;
        }
        Yaml front = Yaml.open(file, String.join("\n", lines.subList(1, end)), 2, faults);
        if (front == null || !front.mapping("title", "force", "authority", "stage", "letter", "wordings")) {
            return null;
        }
        Text title = front.bilingual("title");
        RuleInfo.Force force = front.choice("force", FORCES);
        String authority = front.text("authority");
        Map<String, String> stages = new LinkedHashMap<>();
        STAGES.forEach(stage -> stages.put(stage, stage));
        String stage = front.choice("stage", stages);
        Text letter = front.bilingual("letter");
        if (letter != null) {
            places(front.find("letter"), letter);
        }
        Map<String, Text> wordings = new LinkedHashMap<>();
        Yaml written = front.find("wordings");
        if (written != null) {
            written.entries().forEach((key, value) -> wordings.put(key, value.bilingual()));
        }
        List<RulePage.Section> sections = sections(lines, end);
        if (title == null || force == null || authority == null || stage == null || letter == null) {
            return null;
        }
        if (wordings.containsValue(null)) {
            return null;
        }
        return new RulePage(
                rule.ruleId(),
                packId,
                title,
                force,
                authority,
                stage,
                letter,
                Map.copyOf(wordings),
                sections,
                rule.file(),
                rule.drl());
    }

    /** Nothing is put in the place of a word that is not one of these, so it would stand in the letter as it is written. */
    private static void places(Yaml place, Text letter) {
        Matcher braces = BRACES.matcher(letter.zh() + letter.en());
        while (braces.find()) {
            String word = braces.group(1);
            if (!PLACES.contains(word)) {
                String known = PLACES.stream().map(one -> "{" + one + "}").collect(Collectors.joining(" "));
                place.fault(
                        "意见书句子里没有“{" + word + "}”可填",
                        "Nothing can be put in the place of {" + word + "} in the sentence of the letter",
                        "只用 " + known,
                        "Use " + known + " only");
            }
        }
    }

    private List<RulePage.Section> sections(List<String> lines, int end) {
        List<RulePage.Section> sections = new ArrayList<>();
        String heading = null;
        StringBuilder body = new StringBuilder();
        for (int i = end + 1; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "## ";
            if (line.startsWith("## ")) {
                if (heading != null) {
                    sections.add(new RulePage.Section(heading, body.toString().strip()));
                }
                heading = line.substring(3).strip();
                body.setLength(0);
            } else {
                body.append(line).append('\n');
            }
        }
        for (String wanted : SECTIONS) {
            boolean there = sections.stream()
                    .anyMatch(s -> s.heading().equals(wanted) && !s.text().isEmpty());
            if (!there) {
                fault(
                        0,
                        "缺少“" + wanted + "”一节,或该节没有内容",
                        "The section " + wanted + " is missing or empty",
                        "写“## " + wanted + "”及其内容;没有可写的就写“无”",
                        "Add it; write 无 where there is nothing to say");
            }
        }
        for (RulePage.Section section : sections) {
            if (!SECTIONS.contains(section.heading())) {
                fault(
                        0,
                        "多出“" + section.heading() + "”一节",
                        "Unknown section " + section.heading(),
                        "只用这五节:" + String.join("、", SECTIONS),
                        "Use these five only: " + String.join(", ", SECTIONS));
            }
        }
        return List.copyOf(sections);
    }

    private void fault(int line, String zh, String en, String remedyZh, String remedyEn) {
        faults.add(new Fault(file, line, "", new Text(zh, en), new Text(remedyZh, remedyEn)));
    }
}
