package redline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.HtmlUtils;
import redline.casefile.Draft;
import redline.casefile.DraftCheck;
import redline.casefile.DraftFile;
import redline.casefile.Drafts;
import redline.proof.CaseFolder;
import redline.proof.RuleCases;
import redline.rulepack.RulePage;
import redline.rulepack.RuleSentences;
import redline.rulepack.ValuePlace;
import redline.workshop.CaseText;
import redline.workshop.DraftReport;

/** One ordinary change done in the forms of an office, step by step, over HTTP. */
final class ChangeInTheWorkshop {
    /** Pages asked for until a check that is ready shows. */
    private static final int PATIENCE = 2_000;

    private final PolicyOffice office;
    private final OrdinaryChange change;
    private final Onlooker onlooker;
    private long number;
    private boolean asked;

    /** Sees the pages as the author does. */
    interface Onlooker {
        /** A form as it is filled in, before it is sent. */
        void form(String path, Map<String, String> fields);

        /** The draft after a check. */
        void checked(String path, DraftReport report);

        /** The draft as the second person sees it. */
        void submitted(String path);
    }

    private static final class Nobody implements Onlooker {
        @Override
        public void form(String path, Map<String, String> fields) {}

        @Override
        public void checked(String path, DraftReport report) {}

        @Override
        public void submitted(String path) {}
    }

    ChangeInTheWorkshop(PolicyOffice office, OrdinaryChange change) {
        this(office, change, new Nobody());
    }

    ChangeInTheWorkshop(PolicyOffice office, OrdinaryChange change, Onlooker onlooker) {
        this.office = office;
        this.change = change;
        this.onlooker = onlooker;
    }

    /** From a new draft to being in force, and what it made of the change's scheme. */
    void all() {
        begin();
        assertJudged(change.before());
        change.steps().forEach(this::step);
        assertThat(asked).as("the workshop asked for something on the way").isTrue();
        DraftReport report = check(List.of());
        assertThat(report.changes()).extracting(one -> one.said().zh()).containsExactlyElementsOf(change.said());
        assertThat(report.unnoticed()).isZero();
        String page = page();
        assertThat(change.said()).allSatisfy(said -> assertThat(page).contains(said));
        publish();
        if (change.after() == null) {
            assertThat(differences(change.before())).isNotEmpty().allMatch(what -> what.contains("没有关于"));
        } else {
            assertJudged(change.after());
        }
    }

    private void step(OrdinaryChange.Step step) {
        if (step instanceof OrdinaryChange.Step.Value value) {
            set(value);
        } else if (step instanceof OrdinaryChange.Step.Case one) {
            add(one);
        } else if (step instanceof OrdinaryChange.Step.File file) {
            write(file);
        } else if (step instanceof OrdinaryChange.Step.Check check) {
            check(check.lacking());
        } else {
            publish();
            begin();
        }
    }

    private void begin() {
        HttpResponse<String> answer = office.author.submit(
                "/office/drafts", "/office/drafts", "title", change.title(), "reason", "演示用数", "rule", "");
        String to = Visitor.sentTo(answer);
        number = Long.parseLong(to.substring(to.lastIndexOf('/') + 1));
    }

    private Draft draft() {
        return office.draft(number);
    }

    private String at(String below) {
        return "/office/drafts/" + number + below;
    }

    private String page() {
        return read(at(""));
    }

    private String read(String path) {
        HttpResponse<String> answer = office.author.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return HtmlUtils.htmlUnescape(answer.body());
    }

    /** The change is judged on its scheme by the rules in force; where nothing is expected the rule is not there. */
    private void assertJudged(CaseText scheme) {
        if (scheme == null) {
            assertThat(office.inForce().pages()).extracting(RulePage::id).doesNotContain(change.rule());
        } else {
            assertThat(differences(scheme)).isEmpty();
        }
    }

    /** What differs between the findings told and those of the rules in force. */
    private List<String> differences(CaseText scheme) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        CaseFolder.read(office.cases()).files().forEach((path, bytes) -> {
            if (path.startsWith("bases/")) {
                files.put(path, bytes);
            }
        });
        files.put(
                "rules/" + scheme.rule() + "/" + scheme.folder() + "/case.yaml",
                scheme.yaml().getBytes(StandardCharsets.UTF_8));
        RuleCases cases = RuleCases.of(new CaseFolder(files));
        return cases.run(cases.all().get(0), office.inForce()).differences().stream()
                .filter(what -> !what.startsWith("实际结论"))
                .toList();
    }

    private void set(OrdinaryChange.Step.Value step) {
        List<ValuePlace> lines = office.workshop().drafted(draft()).valuesOf(change.rule()).stream()
                .filter(one -> one.about().zh().equals(step.about()))
                .filter(one -> one.title().zh().equals(step.what()))
                .filter(one -> one.written().equals(step.now()))
                .filter(one -> step.clause().isEmpty() || one.clause().equals(step.clause()))
                .toList();
        assertThat(lines).as("the line of the list: " + step).hasSize(1);
        ValuePlace place = lines.get(0);
        String form = at("/value?rule=" + change.rule() + "&file=" + place.file() + "&line=" + place.line() + "&column="
                + place.column());
        assertThat(read(at("/values?rule=" + change.rule()))).contains(step.what(), form);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("rule", change.rule());
        fields.put("file", place.file());
        fields.put("line", String.valueOf(place.line()));
        fields.put("column", place.column());
        fields.put("value", place.written());
        fields.put("clause", place.clause());
        fields.put("grade", place.grade().name().toLowerCase(Locale.ROOT));
        fields.put("document", place.document());
        fields.put("note", place.note());
        for (String empty : List.of("from", "to", "documentTitle", "published", "legalReview", "until")) {
            fields.put(empty, "");
        }
        fields.putAll(step.fields());
        send(form, "/value", fields, step.refused());
    }

    private void add(OrdinaryChange.Step.Case step) {
        CaseText text = step.text();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("rule", text.rule());
        fields.put("title", text.title());
        fields.put("asOf", text.asOf());
        fields.put("why", text.why());
        fields.put("numberFrom", text.numberFrom());
        fields.put("profile", text.profile());
        fields.put("base", text.base());
        fields.put("settings", text.settings());
        fields.put("twin", text.twin());
        fields.put("given", text.given());
        for (int i = 0; i < text.expected().size(); i++) {
            CaseText.Line line = text.expected().get(i);
            fields.put("about" + i, line.about());
            fields.put("verdict" + i, line.verdict());
            fields.put("measured" + i, line.measured());
            fields.put("required" + i, line.required());
            fields.put("margin" + i, line.margin());
            fields.put("other" + i, line.other());
        }
        send(at("/case?rule=" + text.rule()), "/case", fields, step.refused());
    }

    private void write(OrdinaryChange.Step.File step) {
        String form = at("/file?path=" + URLEncoder.encode(step.path(), StandardCharsets.UTF_8));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("path", step.path());
        if (step.content() == null && step.edits().isEmpty()) {
            fields.put("gone", "true");
        } else {
            fields.put("text", text(step));
        }
        send(form, "/file", fields, "");
    }

    private String text(OrdinaryChange.Step.File step) {
        String text = step.content() != null
                ? step.content()
                : office.workshop().text(draft(), step.path()).orElseThrow();
        for (OrdinaryChange.Edit edit : step.edits()) {
            assertThat(text).as(step.path()).containsOnlyOnce(edit.lines());
            text = text.replace(edit.lines(), edit.with());
        }
        return step.sentences() ? drl(step.path(), text) : text;
    }

    /** A rule in sentences as DRL, line for line. */
    private String drl(String path, String sentences) {
        RuleSentences words = RuleSentences.of(office.workshop().drafted(draft()));
        RuleSentences.Written written = words.drl(path, sentences, "");
        assertThat(written.faults()).isEmpty();
        return written.text();
    }

    /** Sends a form; then the page is the draft, or one that says why not. */
    private void send(String form, String to, Map<String, String> fields, String refused) {
        read(form);
        onlooker.form(form, fields);
        List<String> all = new ArrayList<>();
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        String answer = Visitor.sentTo(office.author.submit(form, at(to), all.toArray(String[]::new)));
        if (refused.isEmpty()) {
            assertThat(answer).as(() -> read(answer)).isEqualTo(at(""));
        } else {
            asked = true;
            assertThat(read(answer)).contains("role=\"alert\"", refused);
        }
    }

    private DraftReport check(List<String> lacking) {
        DraftReport report = office.examined(office.files(draft()));
        assertThat(report.lacking()).extracting(lack -> lack.what().zh()).containsExactlyElementsOf(lacking);
        String page = shown(report);
        if (lacking.isEmpty()) {
            assertThat(page).contains("没有缺的，可以提交。");
        } else {
            asked = true;
            assertThat(page).contains("还缺 " + lacking.size() + " 项").contains(lacking);
            office.author.submit(at(""), at("/submit"));
            assertThat(draft().state()).isEqualTo(Draft.State.OPEN);
        }
        onlooker.checked(at(""), report);
        return report;
    }

    /** The page of the draft, as soon as this report is the one that it shows. */
    private String shown(DraftReport report) {
        for (int i = 0; i < PATIENCE; i++) {
            boolean there = office.server
                    .part(Drafts.class)
                    .check(draft())
                    .filter(check -> check.about(draft(), office.inForce().sha256()))
                    .map(DraftCheck::report)
                    .filter(report.json()::equals)
                    .isPresent();
            if (there) {
                return page();
            }
            office.author.submit(at(""), at("/check"));
        }
        throw new AssertionError("the check never showed");
    }

    private void publish() {
        check(List.of());
        office.author.submit(at(""), at("/submit"));
        assertThat(draft().state()).isEqualTo(Draft.State.SUBMITTED);
        onlooker.submitted(at(""));
        List<DraftFile> files = office.files(draft());
        HttpResponse<String> answer = office.second.submit(at(""), at("/publish"));
        assertThat(office.second.get(Visitor.sentTo(answer)).body()).contains("已公布为第");
        assertThat(draft().state()).isEqualTo(Draft.State.PUBLISHED);
        assertThat(files)
                .allSatisfy(file -> assertThat(office.workshop().changed(file)).isEmpty());
    }
}
