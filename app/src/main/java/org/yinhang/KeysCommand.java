package org.yinhang;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.yinhang.shared.crypto.KeyFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The keys personal data are encrypted with. */
@Command(
        name = "keys",
        description = "The keys personal data are encrypted with.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExample:%n",
        footer = "  yinhang keys rotate --keys data/keys",
        subcommands = CommandLine.HelpCommand.class)
final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say what to do: rotate");
    }

    @Command(
            name = "rotate",
            description = "Add the next column key; after a restart it encrypts, and the older ones still decrypt.",
            mixinStandardHelpOptions = true,
            footerHeading = "%nExample:%n",
            footer = {
                "  yinhang keys rotate --keys data/keys",
                "",
                "Then restart, back the new key up, and start the job that encrypts personal data anew (System, Jobs)."
            })
    int rotate(
            @Option(
                            names = "--keys",
                            paramLabel = "DIR",
                            description = "Keys folder (default: ${DEFAULT-VALUE}).",
                            defaultValue = "${env:YINHANG_KEYS:-data/keys}")
                    Path keys) {
        KeyFolder.open(keys);
        int key = KeyFolder.addColumnKey(keys);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("column-%04d.key%n", key);
        out.println("重启后新数据用此密钥加密；请备份，再到“系统 › 任务”运行重新加密。");
        out.println(
                "From the next start on it encrypts. Back it up, then run the job that encrypts personal data anew.");
        out.flush();
        return 0;
    }
}
