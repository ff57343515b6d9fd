package redline.report;

import java.util.ArrayList;
import java.util.List;
import redline.finding.Finding;

/** A finding in one line, for programs that show no more than that. */
final class OneLine {
    private final Words words;
    private final Reader reader;

    OneLine(Words words) {
        this.words = words;
        this.reader = new Reader(words);
    }

    /** {@code 退让用地界线(3#楼 → 东侧):不符合;7.99 m (≥ 8.00 m);缺 0.01 m}. */
    String of(Finding finding) {
        List<String> parts = new ArrayList<>();
        parts.add(words.of(finding.verdict().title()));
        if (finding instanceof Finding.Judged) {
            parts.add(reader.measured(finding) + words.get("against", reader.required(finding)));
        }
        parts.add(reader.say(finding));
        parts.removeIf(String::isBlank);
        return words.of(finding.rule().title())
                + words.get("bracketed", reader.subject(finding))
                + words.get("colon")
                + String.join(words.get("semicolon"), parts);
    }
}
