package redline.review;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import redline.casefile.Account;
import redline.casefile.ApiKeys;

/** Keys for programs that work for one's account. */
@Controller
class KeysPage {
    private final ApiKeys keys;

    KeysPage(ApiKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/office/keys")
    String list(@AuthenticationPrincipal Account account, Model model) {
        model.addAttribute("keys", keys.of(account));
        return "web/review/keys";
    }

    /** Not sent on to another page: the key is told in this answer and can be asked for nowhere. */
    @PostMapping("/office/keys")
    String make(@AuthenticationPrincipal Account account, @RequestParam String label, Model model) {
        model.addAttribute("made", keys.make(account, label));
        return list(account, model);
    }

    @PostMapping("/office/keys/{id}/withdraw")
    String withdraw(@AuthenticationPrincipal Account account, @PathVariable String id) {
        ApiKeys.ApiKey key = keys.of(account).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(RoundDoor::none);
        if (!key.withdrawn()) {
            keys.withdraw(account, id);
        }
        return "redirect:/office/keys";
    }
}
