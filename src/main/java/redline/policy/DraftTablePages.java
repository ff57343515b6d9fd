package redline.policy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Draft;
import redline.casefile.Drafts;
import redline.intake.Hash;
import redline.intake.sheet.WorkbookWriter;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.TableGrid;
import redline.upload.ReceivedFiles;
import redline.upload.UploadRoom;
import redline.workshop.DraftPaths;
import redline.workshop.PackDocuments;
import redline.workshop.TableSheet;
import redline.workshop.TableWorkbook;
import redline.workshop.Workshop;

/**
 * A table of a draft as a grid: filled in, pasted from a spreadsheet, or taken to one and back. What it would change is told before it goes
 * into the draft; what is wrong is told at its row and column, with everything that was typed still there.
 */
@Controller
class DraftTablePages {
    private static final String PLACE = "/office/drafts/{number}/tables/{pack}/{table}";
    /** A form has no more fields than the server takes (server.tomcat.max-parameter-count); a larger table goes as a workbook. */
    private static final int MOST_CELLS = 2_400;

    private final Drafts drafts;
    private final Workshop workshop;
    private final UploadRoom room;
    private final MessageSource words;

    DraftTablePages(Drafts drafts, Workshop workshop, UploadRoom room, MessageSource words) {
        this.drafts = drafts;
        this.workshop = workshop;
        this.room = room;
        this.words = words;
    }

    /** The table of an address, as its draft has it. */
    private record Asked(Draft draft, String path, String text, TableGrid grid) {
        /** Tells another state of the file. */
        String base() {
            return Hash.of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Asked asked(long number, String pack, String table) {
        String path = DraftPaths.RULES + pack + "/tables/" + table + ".csv";
        if (!DraftPaths.fits(path)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Draft draft = DraftPage.found(drafts, number);
        String text = workshop.text(draft, path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        String file = path.substring(DraftPaths.RULES.length());
        return new Asked(draft, path, text, TableGrid.of(workshop.inForce(), file, text));
    }

    @GetMapping(PLACE)
    String show(@PathVariable long number, @PathVariable String pack, @PathVariable String table, Model model) {
        Asked asked = asked(number, pack, table);
        return page(asked, GridView.of(asked.grid(), asked.grid().lines(), Spoken.now()), model);
    }

    private String page(Asked asked, GridView view, Model model) {
        String pack = asked.grid().file().substring(0, asked.grid().file().indexOf('/'));
        RuleBook inForce = workshop.inForce();
        boolean known = inForce.standing(pack) != null;
        model.addAttribute("draft", asked.draft());
        model.addAttribute("path", asked.path());
        model.addAttribute("base", asked.base());
        model.addAttribute("grid", view);
        model.addAttribute("large", view.cells() > MOST_CELLS);
        model.addAttribute("mostRows", MOST_CELLS / view.columns().size());
        model.addAttribute("packTitle", known ? inForce.standing(pack).title().in(Spoken.now()) : pack);
        model.addAttribute("needsDocument", known && inForce.standing(pack).needsDocument());
        model.addAttribute("documents", documents(asked.draft(), pack));
        return "web/policy/draft-table";
    }

    /** Those of the draft; of a draft with faults, those in force. */
    private List<redline.rulepack.PackDocument> documents(Draft draft, String pack) {
        return workshop.readable(draft).documents(pack);
    }

    /**
     * @param act {@code add}, {@code copy-3}, {@code remove-3} (rows from 0) work on the form; {@code look} tells what it would change,
     *     {@code save} puts it into the draft
     */
    @PostMapping(value = PLACE, params = "act")
    String fill(
            @AuthenticationPrincipal Account by,
            @PathVariable long number,
            @PathVariable String pack,
            @PathVariable String table,
            @RequestParam String act,
            @RequestParam MultiValueMap<String, String> typed,
            DraftValuePages.Form form,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(number, pack, table);
        model.addAttribute("typed", typed.toSingleValueMap());
        List<TableGrid.Line> lines = lines(asked.grid(), typed);
        if (act.matches("add|(copy|remove)-[0-9]{1,5}")) {
            return page(asked, GridView.of(asked.grid(), worked(lines, act, asked.grid()), Spoken.now()), model);
        }
        boolean moved = !asked.base().equals(typed.getFirst("base"));
        if (moved) {
            model.addAttribute("problem", say("drafts.table.moved"));
            lines = asked.grid()
                    .recognised(lines.stream().map(TableGrid.Line::cells).toList());
        }
        Map<String, String> files = new LinkedHashMap<>();
        if (form.document() != null && !form.document().isBlank()) {
            RuleBook sound = workshop.readable(asked.draft());
            files.put(
                    PackDocuments.path(pack),
                    PackDocuments.yaml(PackDocuments.with(sound.documents(pack), form.paper())));
        }
        Looked looked = look(asked, lines, files);
        boolean unchanged = looked.files().isEmpty();
        if (!act.equals("save") || moved || unchanged || !looked.view().sound()) {
            if (!looked.view().sound()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            return page(asked, looked.view(), model);
        }
        workshop.check(workshop.put(by, asked.draft(), looked.files()));
        return "redirect:/office/drafts/" + number;
    }

    private static List<TableGrid.Line> lines(TableGrid grid, MultiValueMap<String, String> typed) {
        List<String> numbers = typed.getOrDefault("line", List.of());
        List<TableGrid.Line> lines = new ArrayList<>();
        for (int row = 0; row < numbers.size(); row++) {
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < grid.columns().size(); column++) {
                List<String> all = typed.getOrDefault("c" + column, List.of());
                if (all.size() != numbers.size()) {
                    throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                }
                cells.add(all.get(row));
            }
            boolean known = numbers.get(row).matches("[1-9][0-9]{0,6}");
            lines.add(new TableGrid.Line(known ? Integer.parseInt(numbers.get(row)) : 0, List.copyOf(cells)));
        }
        return lines;
    }

    private static List<TableGrid.Line> worked(List<TableGrid.Line> lines, String act, TableGrid grid) {
        List<TableGrid.Line> worked = new ArrayList<>(lines);
        if (act.equals("add")) {
            worked.add(new TableGrid.Line(0, Collections.nCopies(grid.columns().size(), "")));
            return worked;
        }
        int row = Integer.parseInt(act.substring(act.indexOf('-') + 1));
        if (row < lines.size() && act.startsWith("copy")) {
            worked.add(row + 1, new TableGrid.Line(0, lines.get(row).cells()));
        } else if (row < lines.size()) {
            worked.remove(row);
        }
        return worked;
    }

    /** @param files that would go into the draft; none where nothing is changed or something is wrong */
    private record Looked(GridView view, Map<String, String> files) {}

    private Looked look(Asked asked, List<TableGrid.Line> lines, Map<String, String> documents) {
        TableGrid.Filled filled = asked.grid().with(lines);
        Map<String, String> files = new LinkedHashMap<>(documents);
        if (!filled.text().equals(asked.text())) {
            files.put(asked.path(), filled.text());
        }
        Language language = Spoken.now();
        GridView view = GridView.of(asked.grid(), lines, language).closing(filled.closed());
        if (files.isEmpty()) {
            return new Looked(
                    view.changing(List.of(new Text(say("drafts.table.same"), say("drafts.table.same")))), files);
        }
        try {
            RuleBook next = workshop.drafted(asked.draft(), files);
            List<Text> changes = Workshop.differences(workshop.readable(asked.draft()), next);
            return new Looked(view.changing(changes).withText(filled.text()), files);
        } catch (PackFault broken) {
            List<Fault> faults = broken.faults();
            return new Looked(view.faulty(faults, asked.grid(), filled), files);
        }
    }

    /** A workbook of the table: shown in the grid with what it would change; nothing goes into the draft yet. */
    @PostMapping(value = PLACE, params = "!act")
    String upload(
            @PathVariable long number,
            @PathVariable String pack,
            @PathVariable String table,
            @RequestParam MultipartFile workbook,
            HttpServletResponse response,
            Model model)
            throws IOException {
        Asked asked = asked(number, pack, table);
        ReceivedFiles received = room.receive(List.of(new SentFile(workbook)));
        try {
            List<List<String>> rows = TableSheet.read(received.uploads().get(0), asked.grid());
            return page(
                    asked, look(asked, asked.grid().recognised(rows), Map.of()).view(), model);
        } catch (TableSheet.NotTaken not) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            Language language = Spoken.now();
            model.addAttribute(
                    "problem", not.what().in(language) + " → " + not.remedy().in(language));
            return page(asked, GridView.of(asked.grid(), asked.grid().lines(), language), model);
        } finally {
            received.delete();
        }
    }

    @GetMapping(PLACE + "/workbook")
    void workbook(
            @PathVariable long number,
            @PathVariable String pack,
            @PathVariable String table,
            HttpServletResponse response)
            throws IOException {
        Asked asked = asked(number, pack, table);
        response.setContentType(WorkbookWriter.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table + ".xlsx\"");
        try (OutputStream out = response.getOutputStream()) {
            TableWorkbook.write(asked.grid(), Spoken.now(), out);
        }
    }

    private String say(String key) {
        return words.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
