package org.yinhang.reach.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.yinhang.reach.Channel;

/** Sends without end, one thread for each channel; exists only in a worker process. Any number of them may run at once. */
@Component
@Lazy(false)
@ConditionalOnProperty("yinhang.worker")
public class SendingLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SendingLoop.class);

    private static final long IDLE_MILLIS = 300;
    private static final long ALIVE_MILLIS = 3_000;
    private static final long TIDY_MILLIS = 2_000;
    private static final long TROUBLE_MILLIS = 1_000;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Sending sending;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    SendingLoop(Sending sending) {
        this.sending = sending;
    }

    /** Work that may wait for a database, a gateway or its turn. */
    private interface Step {
        /** Does it; returns how long to rest afterwards. */
        long run() throws InterruptedException;
    }

    @Override
    public synchronized void start() {
        running = true;
        for (String channel : Channel.CODES) {
            begin("send-" + channel, () -> sending.turn(channel) > 0 ? 0 : IDLE_MILLIS);
        }
        begin("send-alive", () -> {
            sending.alive();
            return ALIVE_MILLIS;
        });
        begin("send-tidy", () -> {
            sending.tidy();
            for (String channel : Channel.CODES) {
                sending.resolve(channel);
            }
            return TIDY_MILLIS;
        });
    }

    private void begin(String name, Step step) {
        threads.add(Thread.ofVirtual().name(name).start(() -> repeat(name, step)));
    }

    private void repeat(String name, Step step) {
        while (running) {
            long rest;
            try {
                rest = step.run();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.warn("{} is interrupted for a second", name, e);
                }
                rest = TROUBLE_MILLIS;
            }
            try {
                Thread.sleep(rest);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        for (Thread thread : threads) {
            try {
                if (!thread.join(LONGEST_STOP)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
