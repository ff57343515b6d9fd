package redline.rulepack;

import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.definition.type.FactType;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/**
 * The certain reading compiled by Drools; the only class that touches it. Compiled under a release id of its own with an explicit
 * class loader, and taken out of Drools' repository at once, so that it is freed once nobody holds it.
 */
final class CompiledRules {
    private static final AtomicLong RELEASES = new AtomicLong();

    /** Packs; about two sets of an office. */
    private static final int KEPT_LATELY = 40;

    /** By text: all that some book still uses, and those that were used lately. */
    private static final Map<String, WeakReference<CompiledRules>> KNOWN = new HashMap<>();

    /** By text, the last used at the end: what was changed back is not compiled again, though no book holds it. */
    private static final Map<String, CompiledRules> LATELY = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledRules> eldest) {
            return size() > KEPT_LATELY;
        }
    };

    private final KieBase base;

    private CompiledRules(KieBase base) {
        this.base = base;
    }

    /**
     * What was compiled of the same text, where it is still used or was lately, else compiled now.
     *
     * @throws IllegalStateException where Drools refuses the text: it is ours, so this is a bug
     */
    static CompiledRules of(String drl) {
        CompiledRules compiled = known(drl);
        return compiled == null ? keep(drl, compile(drl)) : compiled;
    }

    private static CompiledRules known(String drl) {
        synchronized (KNOWN) {
            WeakReference<CompiledRules> reference = KNOWN.get(drl);
            CompiledRules compiled = reference == null ? null : reference.get();
            return compiled == null ? null : keep(drl, compiled);
        }
    }

    private static CompiledRules keep(String drl, CompiledRules compiled) {
        synchronized (KNOWN) {
            LATELY.put(drl, compiled);
            KNOWN.values().removeIf(reference -> reference.get() == null);
            KNOWN.put(drl, new WeakReference<>(compiled));
            return compiled;
        }
    }

    /** Drools finds its services through the thread; threads of the common pool do not see what lies inside the one jar. */
    private static CompiledRules compile(String drl) {
        Thread thread = Thread.currentThread();
        ClassLoader ofThread = thread.getContextClassLoader();
        ClassLoader ours = CompiledRules.class.getClassLoader();
        thread.setContextClassLoader(ours);
        try {
            return compile(drl, ours);
        } finally {
            thread.setContextClassLoader(ofThread);
        }
    }

    private static CompiledRules compile(String drl, ClassLoader loader) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("redline", "rules", Long.toString(RELEASES.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write(
                "src/main/resources/" + CertainReading.PACKAGE.replace('.', '/') + "/rules.drl",
                services.getResources()
                        .newByteArrayResource(drl.getBytes(StandardCharsets.UTF_8), "UTF-8")
                        .setResourceType(ResourceType.DRL));
        try {
            KieBuilder builder = services.newKieBuilder(files, loader).buildAll(DrlProject.class);
            List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
            if (!errors.isEmpty()) {
                throw new IllegalStateException("Drools refuses the certain reading: " + errors + "\n" + drl);
            }
            KieContainer container = services.newKieContainer(release, loader);
            return new CompiledRules(container.getKieBase());
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** A row as an instance of its declared type; a null {@code values[0]} stands for a table without rows. */
    Object row(redline.rulepack.FactType type, Object[] values) {
        FactType declared = base.getFactType(CertainReading.PACKAGE, CertainReading.javaName(type));
        Map<String, Object> fields = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            fields.put(CertainReading.javaName(type, type.properties().get(i)), values[i]);
        }
        try {
            Object row = declared.newInstance();
            declared.setFromMap(row, fields);
            return row;
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Fires once over the facts in a session of its own.
     *
     * @param rules names of the rules that are in force
     * @param limit more firings than this are not awaited
     */
    Firings fire(Collection<Object> facts, Set<String> rules, int limit) {
        Firings firings = new Firings();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("firings", firings);
            facts.forEach(session::insert);
            session.fireAllRules(match -> rules.contains(match.getRule().getName()), limit);
            return firings;
        } finally {
            session.dispose();
        }
    }
}
