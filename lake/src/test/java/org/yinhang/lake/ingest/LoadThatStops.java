package org.yinhang.lake.ingest;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.yinhang.core.progress.Progress;

/** A load in a process of its own that halts at a named step, to be killed there. */
final class LoadThatStops {

    private LoadThatStops() {}

    public static void main(String[] arguments) {
        BankFolder bank = new BankFolder(Path.of(arguments[0]));
        Progress halt = (step, done, total) -> {
            if (step.equals(arguments[1]) && done >= Integer.parseInt(arguments[2])) {
                System.out.println("halted");
                System.out.flush();
                while (true) {
                    LockSupport.park();
                }
            }
        };
        Ingest.load(bank.mappingFile(), bank.data(), bank.lake(), bank.settings(), halt);
        System.out.println("finished");
    }
}
