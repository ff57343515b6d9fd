package redline.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.quantity.Text;
import redline.rulepack.RuleBook;

/** Whatever a worker does, the parent is told what became of it, and nothing of it is left. */
class WorkerProcessTest {
    private static final Limits SMALL = new Limits(64, 64, Duration.ofSeconds(60));

    private final List<WorkerProcess> started = new ArrayList<>();

    @AfterEach
    void neither_folder_nor_process_is_left() {
        assertThat(started).allSatisfy(worker -> {
            worker.outcome();
            assertThat(worker.handle().isAlive()).isFalse();
            assertThat(worker.folder()).doesNotExist();
        });
    }

    private WorkerProcess odd(String name, String request, String argument, Duration time) {
        WorkerProcess worker = WorkerProcess.start(
                new Task(name, request.getBytes(StandardCharsets.UTF_8)),
                new Limits(SMALL.heap(), SMALL.metaspace(), time),
                said -> {},
                OddWorker.class.getName(),
                List.of(argument));
        started.add(worker);
        return worker;
    }

    private Outcome odd(String name) {
        return odd(name, "", "task", SMALL.time()).outcome();
    }

    private static Outcome died(String zh, String en) {
        return new Outcome.Died(new Text(zh, en));
    }

    @Test
    void a_task_tells_of_its_progress_and_answers() {
        for (int run = 0; run < 3; run++) {
            List<String> progress = new ArrayList<>();
            WorkerProcess worker = WorkerProcess.start(
                    new Task("upper", "abc".getBytes(StandardCharsets.UTF_8)),
                    SMALL,
                    progress::add,
                    OddWorker.class.getName(),
                    List.of("task"));
            started.add(worker);

            assertThat(worker.outcome())
                    .asInstanceOf(type(Outcome.Done.class))
                    .satisfies(done -> assertThat(done.result())
                            .asString(StandardCharsets.UTF_8)
                            .isEqualTo("ABC"));
            assertThat(progress).containsExactly("half", "whole");
        }
    }

    @Test
    void a_task_may_refuse_and_an_unknown_one_is_refused() {
        assertThat(odd("refuse")).isEqualTo(new Outcome.Refused(new Text("不收", "not taken")));
        assertThat(odd("other")).isEqualTo(new Outcome.Refused(new Text("没有任务“other”", "there is no task \"other\"")));
    }

    @ParameterizedTest
    @CsvSource({"throw, IllegalStateException", "forget, IllegalStateException", "deep, StackOverflowError"})
    void a_task_that_fails_is_told_as_failed(String task, String failure) {
        assertThat(odd(task)).isEqualTo(died("任务出错(" + failure + ")", "the task failed (" + failure + ")"));
    }

    @Test
    void a_task_that_fills_the_memory_ends_alone() {
        assertThat(odd("fill")).isEqualTo(died("内存超过上限(64 MB)", "it needed more memory than it may have (64 MB)"));
    }

    @ParameterizedTest
    @CsvSource({"endless, task", "x, silent"})
    void a_worker_that_does_not_answer_is_ended_in_time(String task, String argument) {
        Duration time = Duration.ofSeconds(3);

        assertThat(odd(task, "", argument, time).outcome()).isEqualTo(new Outcome.TimedOut(time));
    }

    @ParameterizedTest
    @CsvSource({"garbage", "huge-answer"})
    void what_no_worker_says_ends_it(String argument) {
        assertThat(odd("x", "", argument, SMALL.time()).outcome())
                .isEqualTo(died("工作进程的答复无法读懂", "the worker answered what no worker says"));
    }

    @Test
    void a_flood_of_progress_ends_it() {
        assertThat(odd("flood")).isEqualTo(died("工作进程不停地报告进度,没有结果", "the worker told of its progress without end"));
    }

    @Test
    void what_a_task_prints_is_no_answer() {
        assertThat(odd("print"))
                .asInstanceOf(type(Outcome.Done.class))
                .satisfies(done -> assertThat(done.result()).containsExactly(1));
    }

    @Test
    void a_worker_that_exits_or_is_killed_is_told_as_that() throws InterruptedException {
        assertThat(odd("x", "x".repeat(1 << 20), "gone", SMALL.time()).outcome())
                .isEqualTo(died("工作进程没有给出结果就结束了(代码 7)", "the worker ended without an answer (exit value 7)"));

        CountDownLatch begun = new CountDownLatch(1);
        WorkerProcess killed = endless(begun);
        begun.await();
        killed.handle().destroyForcibly();
        assertThat(killed.outcome())
                .isEqualTo(died("工作进程被系统结束(信号 9)", "the worker was ended by the system (signal 9)"));
    }

    @Test
    void a_worker_is_ended_when_nobody_wants_its_answer() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        WorkerProcess worker = endless(begun);
        begun.await();

        worker.cancel();

        assertThat(worker.outcome()).isEqualTo(new Outcome.Cancelled());
    }

    private WorkerProcess endless(CountDownLatch begun) {
        WorkerProcess worker = WorkerProcess.start(
                new Task("endless", new byte[0]),
                SMALL,
                said -> begun.countDown(),
                OddWorker.class.getName(),
                List.of("task"));
        started.add(worker);
        return worker;
    }

    @Test
    @EnabledForJreRange(max = JRE.JAVA_23)
    void a_task_reaches_no_network_no_file_and_no_process(@TempDir Path outside) throws IOException {
        try (ServerSocketChannel door =
                ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            door.configureBlocking(false);
            String request = door.socket().getLocalPort() + "\n" + outside;

            Outcome outcome = odd("escape", request, "task", SMALL.time()).outcome();

            assertThat(outcome).isInstanceOf(Outcome.Done.class);
            assertThat(new String(((Outcome.Done) outcome).result(), StandardCharsets.UTF_8).lines())
                    .containsExactly(
                            "connect: denied",
                            "name: denied",
                            "listen: denied",
                            "read: denied",
                            "read up: denied",
                            "list: denied",
                            "write: denied",
                            "link: denied",
                            "execute: denied",
                            "exit: denied",
                            "halt: denied",
                            "library: denied",
                            "guard: denied",
                            "out: denied",
                            "environment: [LC_ALL]",
                            "own file: 1");
            assertThat(door.accept()).isNull();
            assertThat(outside).isEmptyDirectory();
        }
    }

    @Test
    void the_rules_of_this_repository_are_read_and_compiled_in_a_worker() {
        RuleBook here = RuleBook.read(Path.of("rules"));
        List<String> progress = new ArrayList<>();

        WorkerProcess worker =
                WorkerProcess.start(new Task(ReadRules.NAME, here.archive()), Limits.ORDINARY, progress::add);
        started.add(worker);

        assertThat(worker.outcome())
                .asInstanceOf(type(Outcome.Done.class))
                .satisfies(done -> assertThat(ReadRules.Answer.of(done.result()))
                        .isEqualTo(new ReadRules.Answer(here.sha256(), List.of())));
        assertThat(progress).containsExactly("compile");
    }

    @Test
    void faults_of_rules_come_back_from_a_worker_whole() throws IOException {
        byte[] archive = zip("p/rules/a-rule.drl", "rule \"a-rule\" when\n  eval( true )\nthen end\n");

        Outcome outcome = WorkerProcess.run(new Task(ReadRules.NAME, archive), Limits.ORDINARY);

        assertThat(outcome)
                .asInstanceOf(type(Outcome.Done.class))
                .satisfies(done -> assertThat(ReadRules.Answer.of(done.result()))
                        .isEqualTo(new ReadRules.Answer("", faultsHere(archive))));
    }

    private static List<redline.rulepack.Fault> faultsHere(byte[] archive) {
        try {
            RuleBook.ofArchive(archive);
            return List.of();
        } catch (redline.rulepack.PackFault fault) {
            return fault.faults();
        }
    }

    private static byte[] zip(String path, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
