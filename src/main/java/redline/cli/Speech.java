package redline.cli;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import redline.quantity.Language;

/** The language of help and of complaints about arguments. */
final class Speech {
    private Speech() {}

    /** Chinese unless the arguments ask for English; a language that we do not speak is complained about in Chinese. */
    static Language wanted(String... arguments) {
        List<String> all = List.of(arguments);
        int option = all.lastIndexOf("--lang");
        boolean english = all.contains("--lang=en")
                || option >= 0 && option + 1 < all.size() && all.get(option + 1).equals("en");
        return english ? Language.EN : Language.ZH;
    }

    static ResourceBundle words(Language language) {
        Locale locale = language == Language.ZH ? Locale.CHINESE : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                "redline.cli.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static int complain(ParameterException wrong, Terminal terminal) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        terminal.err().println(sentence(wrong, terminal));
        terminal.err().println(terminal.say("用法见：", "For usage see: ") + command + " --help");
        return Exit.BAD_INPUT;
    }

    private static String sentence(ParameterException wrong, Terminal terminal) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String names = String.join(" ", unmatched.getUnmatched());
            return terminal.say("不认识的参数：" + names, "Unknown argument: " + names);
        }
        if (wrong instanceof MissingParameterException missing) {
            String names = String.join(
                    " ", missing.getMissing().stream().map(Speech::name).toList());
            return terminal.say("缺少参数：" + names, "Missing argument: " + names);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            String option = ((OptionSpec) twice.getOverwritten()).longestName();
            return terminal.say("参数 " + option + " 只能给一次", "Option " + option + " may be given once");
        }
        String name = wrong.getArgSpec() == null ? "" : name(wrong.getArgSpec());
        String value = wrong.getValue() == null ? "" : wrong.getValue();
        String both = (name + " " + value).strip();
        return terminal.say("参数有误：" + both, "This argument cannot be read: " + both);
    }

    private static String name(ArgSpec part) {
        return part instanceof OptionSpec option ? option.longestName() : part.paramLabel();
    }
}
