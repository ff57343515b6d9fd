package redline.system;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import redline.casefile.Accounts;
import redline.casefile.ApiKeys;
import redline.casefile.CaseFiles;
import redline.casefile.Cases;
import redline.casefile.CitedValues;
import redline.casefile.Conversation;
import redline.casefile.DataChecks;
import redline.casefile.Decisions;
import redline.casefile.Drafts;
import redline.casefile.ExaminerSettings;
import redline.casefile.HandFindings;
import redline.casefile.IssuedPapers;
import redline.casefile.JobQueue;
import redline.casefile.JobWorkers;
import redline.casefile.Judgings;
import redline.casefile.Lessons;
import redline.casefile.Letters;
import redline.casefile.Materials;
import redline.casefile.Office;
import redline.casefile.OfficeTables;
import redline.casefile.Opinions;
import redline.casefile.PaperDrafts;
import redline.casefile.Precedents;
import redline.casefile.Publications;
import redline.casefile.Publicity;
import redline.casefile.Questions;
import redline.casefile.Replies;
import redline.casefile.ReportSeals;
import redline.casefile.Results;
import redline.casefile.RoundSchemes;
import redline.casefile.Rounds;
import redline.casefile.SourceChecks;
import redline.casefile.Steps;
import redline.casefile.Store;
import redline.casefile.TrustedKeys;
import redline.exchange.Exchange;
import redline.paper.Papers;
import redline.selfcheck.SelfCheckSettings;
import redline.upload.Examination;
import redline.upload.RuleShelf;
import redline.workshop.BackTests;
import redline.workshop.Publishing;
import redline.workshop.RuleHome;
import redline.workshop.TemplatePreviews;
import redline.workshop.Workshop;

/** What the pages of an office work with. */
@Configuration(proxyBeanMethods = false)
@WhereOffice
class OfficeParts {
    @Bean
    Office office(Store store, Clock clock) {
        return new Office(store, OfficeTables.read(), clock);
    }

    @Bean
    Cases cases(Office office) {
        return new Cases(office);
    }

    @Bean
    Steps steps(Office office, Cases cases) {
        return new Steps(office, cases);
    }

    @Bean
    Materials materials(Office office) {
        return new Materials(office);
    }

    @Bean
    CaseFiles caseFiles(Office office) {
        return new CaseFiles(office);
    }

    @Bean
    JobQueue jobQueue(Office office) {
        return new JobQueue(office);
    }

    @Bean
    Rounds rounds(Office office, Cases cases, CaseFiles files, JobQueue jobs) {
        return new Rounds(office, cases, files, jobs);
    }

    @Bean
    JobWorkers jobWorkers(
            Office office,
            Cases cases,
            Rounds rounds,
            CaseFiles files,
            JobQueue jobs,
            Results results,
            RuleShelf rules,
            Letters letters,
            SelfCheckSettings settings,
            OfficeSettings own) {
        return new JobWorkers(
                office,
                cases,
                rounds,
                files,
                jobs,
                results,
                examining(rules, letters, settings, settings.workers(), own.address()));
    }

    /** Looks at files beside the judgings, one at a time. */
    @Bean
    DataChecks dataChecks(
            Office office, Cases cases, CaseFiles files, RuleShelf rules, Letters letters, SelfCheckSettings settings) {
        return new DataChecks(office, cases, files, examining(rules, letters, settings, 1, ""));
    }

    private static ExaminerSettings examining(
            RuleShelf rules, Letters letters, SelfCheckSettings settings, int atOnce, String address) {
        return new ExaminerSettings(
                rules,
                (letter, parcel) -> letters.conditions(letters.byId(letter).orElseThrow(), parcel),
                Examination.Limits.of(settings.reading(), settings.judging(), atOnce),
                settings.crs(),
                atOnce,
                address);
    }

    @Bean
    Judgings judgings(Office office) {
        return new Judgings(office);
    }

    @Bean
    Results results(Office office, RuleShelf rules) {
        return new Results(office, rules);
    }

    @Bean
    CitedValues citedValues(Office office, Results results) {
        return new CitedValues(office, results);
    }

    @Bean
    SourceChecks sourceChecks(Office office) {
        return new SourceChecks(office);
    }

    @Bean
    Decisions decisions(Office office) {
        return new Decisions(office);
    }

    @Bean
    Precedents precedents(Office office) {
        return new Precedents(office);
    }

    @Bean
    Lessons lessons(Office office) {
        return new Lessons(office);
    }

    @Bean
    RoundSchemes roundSchemes(
            Office office, Cases cases, CaseFiles files, RuleShelf rules, Letters letters, SelfCheckSettings settings) {
        return new RoundSchemes(office, cases, files, examining(rules, letters, settings, 1, ""));
    }

    @Bean
    Questions questions(Office office, Rounds rounds) {
        return new Questions(office, rounds);
    }

    @Bean
    redline.casefile.OfficeSettings settledSettings(Office office) {
        return new redline.casefile.OfficeSettings(office);
    }

    @Bean
    Drafts drafts(Office office) {
        return new Drafts(office);
    }

    @Bean
    Publications publications(Office office, Drafts drafts) {
        return new Publications(office, drafts);
    }

    /** Rules inside the program have no home: they can be read and drafted, not published. */
    @Bean
    Publishing publishing(
            Office office,
            Drafts drafts,
            Publications publications,
            RuleShelf shelf,
            @Value("${redline.rules:}") String rules,
            @Value("${redline.cases:}") String cases) {
        RuleHome home = rules.isEmpty() || cases.isEmpty() ? null : new RuleHome(Path.of(rules), Path.of(cases));
        Publishing publishing = new Publishing(office, drafts, publications, shelf, home);
        shelf.whenChanged(publishing::noticeSoon);
        return publishing;
    }

    @Bean
    @ConditionalOnMissingBean
    Workshop workshop(Drafts drafts, Publishing publishing, RuleShelf shelf, @Value("${redline.cases:}") String cases) {
        return new Workshop(drafts, publishing, shelf, cases.isEmpty() ? null : Path.of(cases));
    }

    @Bean
    TemplatePreviews templatePreviews(RuleShelf shelf, SelfCheckSettings settings) {
        return new TemplatePreviews(shelf, settings.profile());
    }

    @Bean
    BackTests backTests(Office office, Workshop workshop) {
        return new BackTests(office, workshop);
    }

    @Bean
    Conversation conversation(Office office) {
        return new Conversation(office);
    }

    @Bean
    Replies replies(Office office) {
        return new Replies(office);
    }

    @Bean
    HandFindings handFindings(Office office) {
        return new HandFindings(office);
    }

    @Bean
    Opinions opinions(Office office) {
        return new Opinions(office);
    }

    @Bean
    Publicity publicity(Office office) {
        return new Publicity(office);
    }

    @Bean
    IssuedPapers issuedPapers(Office office) {
        return new IssuedPapers(office);
    }

    @Bean
    ReportSeals reportSeals(Office office, Judgings judgings, OfficeSettings settings) {
        return new ReportSeals(office, judgings, settings.sealing());
    }

    @Bean
    Papers papers() {
        return Papers.open(Path.of("templates"));
    }

    @Bean
    PaperDrafts paperDrafts(
            Office office, Cases cases, Rounds rounds, Accounts accounts, Results results, Letters letters) {
        return new PaperDrafts(
                office,
                cases,
                rounds,
                accounts,
                results,
                letter -> letters.byId(letter)
                        .map(found -> found.entry().number())
                        .orElse(""));
    }

    @Bean
    TrustedKeys trustedKeys(Office office, Exchange exchange) {
        TrustedKeys keys = new TrustedKeys(office, exchange);
        keys.log();
        return keys;
    }

    @Bean
    ApiKeys apiKeys(Office office) {
        return new ApiKeys(office);
    }

    @Bean
    WorkBegins workBegins(JobWorkers workers) {
        return new WorkBegins(workers);
    }

    /** Rounds are judged once the pages are there. */
    record WorkBegins(JobWorkers workers) {
        @EventListener(ApplicationReadyEvent.class)
        void begin() {
            workers.start();
        }
    }
}
