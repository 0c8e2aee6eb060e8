package org.yinhang.lake.ingest;

import java.nio.file.Path;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** Says that the disk is full, whoever found out. */
final class DiskFull {

    private DiskFull() {}

    static FaultException at(Path folder, Throwable cause) {
        return new FaultException(
                Fault.of(
                        "ING-3001",
                        "The disk is full. The load was stopped and the lake is as it was before.",
                        folder.toString(),
                        "Free some space, or choose a folder on another disk, then load again."),
                cause);
    }
}
