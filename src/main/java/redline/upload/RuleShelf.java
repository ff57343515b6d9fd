package redline.upload;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleLibrary;
import redline.rulepack.RulePage;

/**
 * The rules in use. Making them ready takes seconds, so {@link #prepare} is run beside the start of the pages and the first check
 * waits for it. A changed rule file is picked up by the next check; while it has a fault the last good rules stay in force.
 */
public final class RuleShelf {
    private static final Logger LOG = LoggerFactory.getLogger(RuleShelf.class);

    private final Supplier<RuleLibrary> opening;
    private RuleLibrary library;
    private volatile RuleBook inForce;
    private volatile List<Fault> faults = List.of();
    private volatile Runnable changed = () -> {};

    /** @param opening opens the rules; may throw {@link PackFault}, then it is asked again by the next check */
    public RuleShelf(Supplier<RuleLibrary> opening) {
        this.opening = opening;
    }

    /** Tells of each other state of the rules that is found in force, and of the one that is by now; {@code changed} must be quick. */
    public void whenChanged(Runnable toTell) {
        changed = toTell;
        if (ready()) {
            toTell.run();
        }
    }

    /** Makes the rules ready; faults are logged and kept for {@link #faults}. */
    public void prepare() {
        try {
            book();
        } catch (PackFault fault) {
            LOG.error("no rules are in force; {} fault(s)", fault.faults().size());
        } catch (RuntimeException bug) {
            LOG.error("the rules could not be made ready; the next check tries again", bug);
        }
    }

    /** Whether rules are in force, so that a check need not wait for them. */
    public boolean ready() {
        return inForce != null;
    }

    /** Looks whether rule files have changed, where rules are in force already. */
    public void look() {
        if (ready()) {
            book();
        }
    }

    /** Profiles of the rules in force; empty while they are made ready. */
    public List<String> profiles() {
        RuleBook book = inForce;
        return book == null ? List.of() : book.profiles();
    }

    /** Pages of the rules in force; empty while they are made ready. */
    public List<RulePage> pages() {
        RuleBook book = inForce;
        return book == null ? List.of() : book.pages();
    }

    /** Faults of the rule files when they were last looked at. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * The rules in force, waiting for them where they are being made ready.
     *
     * @throws PackFault where no good state of the rules was ever seen
     */
    public RuleBook book() {
        try {
            RuleLibrary opened = opened();
            RuleBook book = opened.book();
            note(opened.faults());
            boolean other = inForce != book;
            inForce = book;
            if (other) {
                changed.run();
            }
            return book;
        } catch (PackFault fault) {
            note(fault.faults());
            throw fault;
        }
    }

    /**
     * Changes rule files; nobody looks at them before all are changed.
     *
     * @return the rules in force afterwards: the changed ones, or those before where they have faults
     */
    public RuleBook changing(Runnable write) {
        RuleLibrary opened = opened();
        opened.changing(write);
        note(opened.faults());
        inForce = opened.book();
        return inForce;
    }

    private synchronized RuleLibrary opened() {
        if (library == null) {
            RuleLibrary opened = opening.get();
            opened.book().compile();
            library = opened;
        }
        return library;
    }

    /** Says in the log what has changed, and only that. */
    private synchronized void note(List<Fault> found) {
        if (!found.equals(faults)) {
            found.forEach(fault -> LOG.error(
                    "rule file {} line {}: {} → {}",
                    fault.file(),
                    fault.line(),
                    fault.what().zh(),
                    fault.remedy().zh()));
            if (found.isEmpty()) {
                LOG.info("all rule files are good again");
            }
        }
        faults = List.copyOf(found);
    }
}
