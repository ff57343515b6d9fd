package redline.rulepack;

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

    /** About two sets of rules of an office: a rule that did not change, or was changed back, is not compiled again. */
    private static final int KEPT = 512;

    /** By text, the last used at the end. */
    private static final Map<String, CompiledRules> KNOWN = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CompiledRules> eldest) {
            return size() > KEPT;
        }
    };

    private final KieBase base;

    private CompiledRules(KieBase base) {
        this.base = base;
    }

    /**
     * What was compiled of the same text lately, else compiled now.
     *
     * @throws IllegalStateException where Drools refuses the text: it is ours, so this is a bug
     */
    static CompiledRules of(String drl) {
        synchronized (KNOWN) {
            CompiledRules known = KNOWN.get(drl);
            if (known != null) {
                return known;
            }
        }
        CompiledRules compiled = compile(drl);
        synchronized (KNOWN) {
            KNOWN.put(drl, compiled);
        }
        return compiled;
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
