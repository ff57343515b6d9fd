package redline.cli;

import picocli.CommandLine.IVersionProvider;
import redline.check.Program;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"redline " + Program.VERSION};
    }
}
