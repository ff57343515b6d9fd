package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.ReleaseId;

/** Nothing of a hostile rule file runs; it is refused with file, line and reason, soon and in little memory. */
class HostileRulesTest {
    /** Of a machine that is busy with other tests; a refusal takes some milliseconds. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final long MOST_BYTES = 400L << 20;

    @TempDir
    private Path folder;

    static List<HostileCase> hostile() {
        return HostileCase.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostile(HostileCase hostile) throws IOException {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Canaries canaries = new Canaries(folder)) {
            hostile.files(canaries::fill);
            long bytes = thread.getCurrentThreadAllocatedBytes();
            long begun = System.nanoTime();

            Throwable thrown = catchThrowable(() -> hostile.attack(canaries::fill));

            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            long allocated = thread.getCurrentThreadAllocatedBytes() - bytes;
            assertThat(thrown).isInstanceOf(PackFault.class);
            List<Fault> faults = ((PackFault) thrown).faults();
            assertThat(faults.stream().map(HostileRulesTest::said))
                    .containsAll(hostile.refused().stream().map(canaries::fill).toList());
            assertThat(faults).allSatisfy(fault -> {
                assertThat(fault.what().zh()).isNotBlank().hasSizeLessThan(200);
                assertThat(fault.what().en()).isNotBlank();
                assertThat(fault.remedy().zh()).isNotBlank();
            });
            assertThat(canaries.touched()).isEmpty();
            assertThat(took).isLessThan(LONGEST);
            assertThat(allocated).isLessThan(MOST_BYTES);
        }
    }

    private static String said(Fault fault) {
        return fault.file() + ":" + fault.line() + " " + fault.what().zh();
    }

    @Test
    void there_are_sixty_of_them_of_every_kind() {
        assertThat(HostileCase.all()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(HostileCase.all().stream()
                        .map(each -> (String) each.read().get("attacks"))
                        .collect(Collectors.toSet()))
                .contains(
                        "进程", "文件", "网络", "反射", "退出", "静态初始化", "括号突破", "注解", "声明", "MVEL", "转义", "求值", "执行控制", "死循环",
                        "组合", "内存", "表格", "YAML", "配置", "页面", "压缩包");
    }

    /** The watch is worth something: each canary is seen when it is touched. */
    @Test
    void what_runs_is_seen() throws Exception {
        try (Canaries canaries = new Canaries(folder)) {
            Tripwire.touch();
            java.nio.file.Files.createFile(Path.of(canaries.fill("CANARY")));
            System.setProperty("redline.canary", "1");
            Thread sleeper = new Thread(new java.util.concurrent.CountDownLatch(1)::getCount, "redline-canary");
            try (Socket visitor = new Socket("127.0.0.1", Integer.parseInt(canaries.fill("PORT")))) {
                assertThat(visitor.isConnected()).isTrue();
                sleeper.start();
                assertThat(canaries.touched()).contains("method", "file", "property", "connection");
            }
            sleeper.join();
        }
    }

    /** The attacks are worth something: without the lint compiling alone runs them. */
    @Test
    void an_annotation_runs_when_the_compiler_sees_it() throws IOException {
        HostileCase annotation = HostileCase.all().stream()
                .filter(each -> each.name().endsWith("-annotation"))
                .findFirst()
                .orElseThrow();
        try (Canaries canaries = new Canaries(folder)) {
            String text = new String(
                    annotation.files(canaries::fill).byPath().get("p/rules/highest.drl"), StandardCharsets.UTF_8);
            compileUnlinted(text);
            assertThat(canaries.touched()).containsExactly("method");
        }
    }

    private static void compileUnlinted(String drl) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId("redline", "hostile", "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/hostile/rules.drl", drl.getBytes(StandardCharsets.UTF_8));
        try {
            services.newKieBuilder(files, Tripwire.class.getClassLoader()).buildAll();
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }
}
