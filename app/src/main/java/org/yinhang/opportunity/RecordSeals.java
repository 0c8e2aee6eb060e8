package org.yinhang.opportunity;

import java.util.Base64;
import org.springframework.stereotype.Component;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.crypto.BlindIndex;

/**
 * Keys under which browsers keep records that wait for the network: what was said on the phone lies sealed on the device, and only
 * its user, signed in, opens it. They follow from the installation's key and the user, so that nothing is stored.
 */
@Component
public class RecordSeals {

    private static final String PURPOSE = "browser.call-record";

    private final BlindIndex index;

    RecordSeals(BlindIndex index) {
        this.index = index;
    }

    /** A user's key: 32 bytes in base 64. */
    public String of(Viewer viewer) {
        return Base64.getEncoder().encodeToString(index.of(PURPOSE, Long.toString(viewer.userId())));
    }
}
