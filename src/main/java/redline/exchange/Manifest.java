package redline.exchange;

import java.util.List;

/** What a package says of itself. The signature is over the bytes of it, and it has the hash of everything else. */
public sealed interface Manifest permits SubmissionManifest, AnswerManifest, RulePackManifest {
    /** Version of the format that this program writes and reads. */
    int VERSION = 1;

    /** Of a result. */
    String VERDICTS = "PASS|VIOLATION|UNDETERMINED|NOT_APPLICABLE";

    Kind kind();

    /** What the installation calls itself; who it is only its key tells. */
    String installation();

    /** Of the key that signed. */
    String fingerprint();

    /** Version of the program that judged, or packed. */
    String program();

    /** Hash of the rules that judged, or that a pack is out of. */
    String rules();

    /** All others of the package, in their order. */
    List<PackedFile> files();

    /** UTF-8, keys in a fixed order, a newline at the end. */
    byte[] json();
}
