package redline.review;

import java.time.OffsetDateTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import redline.casefile.TrustedKeys;
import redline.exchange.Exchange;

/** With whom the office exchanges signed files; to look at, not to change. */
@Controller
class ExchangeKeysPage {
    private final Exchange exchange;
    private final TrustedKeys keys;
    private final CaseWords words;

    ExchangeKeysPage(Exchange exchange, TrustedKeys keys, CaseWords words) {
        this.exchange = exchange;
        this.keys = keys;
        this.words = words;
    }

    /** @param since by the office's clock */
    record Line(String name, String fingerprint, String since) {}

    @GetMapping("/office/exchange-keys")
    String show(Model model) {
        model.addAttribute(
                "own",
                exchange.signs()
                        ? new Line(
                                exchange.own().installation().name(),
                                exchange.own().installation().grouped(),
                                "")
                        : null);
        model.addAttribute(
                "trusted",
                keys.all().stream()
                        .map(key -> new Line(
                                key.installation().name(),
                                key.installation().grouped(),
                                words.time(OffsetDateTime.parse(key.since()))))
                        .toList());
        return "web/review/exchange-keys";
    }
}
