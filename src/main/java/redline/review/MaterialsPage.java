package redline.review;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Cases;
import redline.casefile.Materials;
import redline.casefile.OfficeCase;
import redline.casefile.Role;

/** The list of materials of a case: handed in by the applicant, looked at by the reviewer. */
@Controller
class MaterialsPage {
    private final RoundDoor door;
    private final Materials materials;
    private final CaseFiles files;

    MaterialsPage(RoundDoor door, Materials materials, CaseFiles files) {
        this.door = door;
        this.materials = materials;
        this.files = files;
    }

    /** A line of the list, with what was handed in for it. */
    record Row(Materials.Line line, List<CaseFiles.Entry> files) {}

    @GetMapping("/office/cases/{number}/materials")
    String show(@AuthenticationPrincipal Account me, @PathVariable String number, Model model) {
        OfficeCase kase = door.kase(me, number);
        List<CaseFiles.Entry> received = files.of(kase.id());
        List<Materials.Line> lines = materials.lines(kase.id());
        model.addAttribute("kase", kase);
        model.addAttribute(
                "rows",
                lines.stream()
                        .map(line -> new Row(
                                line,
                                received.stream()
                                        .filter(file -> file.purpose() == CaseFiles.Purpose.MATERIAL
                                                && file.item()
                                                        .equals(line.item().id()))
                                        .toList()))
                        .toList());
        model.addAttribute("states", EnumSet.allOf(Materials.State.class));
        model.addAttribute(
                "necessary",
                lines.stream().filter(line -> line.item().necessary()).count());
        model.addAttribute(
                "settled",
                lines.stream()
                        .filter(line -> line.item().necessary() && line.settled())
                        .count());
        model.addAttribute("uploads", !kase.closed() && (me.role() == Role.APPLICANT || Cases.mayWork(me, kase)));
        model.addAttribute("notes", !kase.closed() && me.role() == Role.REVIEWER && Cases.mayWork(me, kase));
        return "web/review/materials";
    }

    @PostMapping("/office/cases/{number}/materials/{item}")
    String upload(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @PathVariable String item,
            @RequestParam(required = false) List<MultipartFile> file,
            RedirectAttributes told)
            throws IOException {
        Roles.only(me, Role.APPLICANT, Role.REVIEWER, Role.OUTSIDE_REVIEWER);
        OfficeCase kase = door.kase(me, number);
        files.add(me, kase, item, SentFiles.chosen(file));
        told.addFlashAttribute("done", "materials.received");
        return "redirect:/office/cases/" + number + "/materials";
    }

    @PostMapping("/office/cases/{number}/materials")
    String note(
            @AuthenticationPrincipal Account me,
            @PathVariable String number,
            @RequestParam Map<String, String> fields,
            RedirectAttributes told) {
        Roles.only(me, Role.REVIEWER);
        OfficeCase kase = door.kase(me, number);
        Map<String, Materials.State> states = new HashMap<>();
        Map<String, String> remarks = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith("state.")) {
                states.put(name.substring("state.".length()), state(value));
            } else if (name.startsWith("remark.")) {
                remarks.put(name.substring("remark.".length()), value);
            }
        });
        materials.note(me, kase, states, remarks);
        told.addFlashAttribute("done", "materials.noted");
        return "redirect:/office/cases/" + number + "/materials";
    }

    private static Materials.State state(String id) {
        return EnumSet.allOf(Materials.State.class).stream()
                .filter(state -> state.name().equals(id))
                .findFirst()
                .orElseThrow(() -> new Untaken("STATE", id));
    }
}
