package redline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key files: made for their owner alone, and none taken for a key that is none. */
class KeysTest {
    @TempDir
    Path folder;

    @Test
    void a_key_can_be_read_by_its_owner_alone_and_is_the_same_when_opened_again() throws IOException {
        SigningKey made = SigningKey.make(folder.resolve("a/b"), "桐乡自检站");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a/b/redline.key"))))
                .isEqualTo("rw-------");
        Exchange opened = Exchange.open(folder.resolve("a/b"));
        assertThat(opened.own().installation()).isEqualTo(made.installation());
        assertThat(opened.trusted()).isEmpty();
        assertThat(made.installation().grouped())
                .matches("([0-9a-f]{4} ){15}[0-9a-f]{4}")
                .isEqualTo(Installation.grouped(made.installation().fingerprint()));
        assertThat(Files.readString(folder.resolve("a/b/redline.pub")))
                .startsWith("Name: 桐乡自检站\n-----BEGIN PUBLIC KEY-----\n");
    }

    @Test
    void a_key_that_is_there_is_never_written_over() throws IOException {
        SigningKey.make(folder, "一");
        String before = Files.readString(folder.resolve("redline.key"));

        assertThatThrownBy(() -> SigningKey.make(folder, "二")).isInstanceOf(KeyFault.class);

        assertThat(Files.readString(folder.resolve("redline.key"))).isEqualTo(before);
        Files.delete(folder.resolve("redline.key"));
        assertThatThrownBy(() -> SigningKey.make(folder, "二")).isInstanceOf(KeyFault.class);
    }

    @Test
    void a_key_that_others_can_read_is_not_used() throws IOException {
        SigningKey.make(folder, "一");
        Files.setPosixFilePermissions(folder.resolve("redline.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> Exchange.open(folder))
                .isInstanceOfSatisfying(
                        KeyFault.class, fault -> assertThat(fault.what().zh()).contains("chmod 600"));
    }

    @Test
    void a_folder_without_a_key_or_with_two_halves_of_different_ones_is_told_so() throws IOException {
        assertThat(fault(folder)).contains("redline exchange key");
        SigningKey.make(folder.resolve("a"), "一");
        SigningKey.make(folder.resolve("b"), "二");
        Files.copy(
                folder.resolve("b/redline.pub"),
                folder.resolve("a/redline.pub"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(fault(folder.resolve("a"))).contains("不是一对");
    }

    @Test
    void a_file_that_is_no_public_key_is_named_and_not_passed_over() throws Exception {
        SigningKey.make(folder, "一");
        SigningKey other = SigningKey.make(folder.resolve("other"), "二");
        String sound = other.installation().text();
        Path file = Files.createDirectories(folder.resolve("trusted")).resolve("other.pub");
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("nothing", "");
        wrong.put("a private key", Files.readString(folder.resolve("other/redline.key")));
        wrong.put("no name", sound.substring(sound.indexOf('\n') + 1));
        wrong.put("an empty name", sound.replace("二", " "));
        wrong.put("a cut key", sound.replaceFirst("(?s)(KEY-----\\n.{20}).*\\n(-----END)", "$1\n$2"));
        wrong.put("two keys", sound + sound);
        wrong.put("a key of another kind", rsa());
        wrong.put("much too much", sound + "\n".repeat(10_000));
        for (Map.Entry<String, String> one : wrong.entrySet()) {
            Files.writeString(file, one.getValue());
            assertThat(fault(folder)).as(one.getKey()).contains("other.pub", "不是公钥文件");
        }
        Files.write(file, new byte[] {(byte) 0xff, 0, 1});
        assertThat(fault(folder)).contains("不是公钥文件");
        Files.writeString(file, sound.replace("\n", "\r\n"));
        assertThat(Exchange.open(folder).trusted()).containsExactly(other.installation());
    }

    private static String rsa() throws Exception {
        KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(1024);
        return Pem.text("二", "PUBLIC KEY", maker.generateKeyPair().getPublic().getEncoded());
    }

    @Test
    void the_same_key_twice_is_told_because_one_of_the_files_was_meant_to_be_another() throws IOException {
        SigningKey.make(folder, "一");
        SigningKey.make(folder.resolve("other"), "二");
        Path trusted = Files.createDirectories(folder.resolve("trusted"));
        Files.copy(folder.resolve("other/redline.pub"), trusted.resolve("a.pub"));
        Files.copy(folder.resolve("other/redline.pub"), trusted.resolve("b.pub"));

        assertThat(fault(folder)).contains("b.pub", "同一把公钥");
    }

    @Test
    void a_name_can_be_read_out_loud() {
        assertThat(Installation.named("桐乡市 自检站 2")).isTrue();
        for (String name : java.util.List.of("", " ", " 前有空格", "一\n二", "长".repeat(61))) {
            assertThat(Installation.named(name)).as(name).isFalse();
        }
    }

    private static String fault(Path folder) {
        KeyFault fault = catchThrowableOfType(KeyFault.class, () -> Exchange.open(folder));
        assertThat(fault).isNotNull();
        return fault.what().zh();
    }
}
