package redline.bench;

import java.nio.file.Path;
import redline.rulepack.RuleBook;

/** The bare program that `check` is held against at its start: compiles the packs in the folder named, and ends. */
final class CompileOnly {
    private CompileOnly() {}

    /** Prints the milliseconds that compiling took, those of the start of the Java machine not counted. */
    public static void main(String[] args) {
        long began = System.nanoTime();
        RuleBook.read(Path.of(args[0])).compile();
        System.out.println((System.nanoTime() - began) / 1e6);
    }
}
