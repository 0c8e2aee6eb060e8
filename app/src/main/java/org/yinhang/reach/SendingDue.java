package org.yinhang.reach;

import java.time.Duration;
import org.springframework.stereotype.Service;
import org.yinhang.core.progress.Progress;
import org.yinhang.reach.internal.DispatchRepository;
import org.yinhang.reach.internal.Sending;

/** Sends what is due in this process, beside those that do so all the time, until nothing more is. */
@Service
public class SendingDue {

    private static final long PAUSE_MILLIS = 100;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    private final Sending sending;
    private final DispatchRepository dispatches;

    SendingDue(Sending sending, DispatchRepository dispatches) {
        this.sending = sending;
        this.dispatches = dispatches;
    }

    /**
     * Sends until every channel has nothing due and nobody is in the middle of a call. What waits for its hours, for another
     * attempt or for an answer no gateway gives within two minutes is left.
     */
    public void untilNothingIsDue(Progress progress) throws InterruptedException {
        sending.alive();
        long lastMoved = System.nanoTime();
        long sent = 0;
        while (System.nanoTime() - lastMoved < PATIENCE_NANOS) {
            long moved = 0;
            for (String channel : Channel.CODES) {
                moved += sending.turn(channel);
            }
            sending.alive();
            sending.tidy();
            for (String channel : Channel.CODES) {
                sending.resolve(channel);
            }
            if (moved > 0) {
                lastMoved = System.nanoTime();
                sent += moved;
                progress.report("发送 sending", sent, 0);
            } else if (dispatches.open() == 0) {
                return;
            } else {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
