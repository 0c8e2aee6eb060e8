package org.yinhang.reach.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.yinhang.reach.Channel;
import org.yinhang.reach.ChannelKind;
import org.yinhang.reach.gateway.Message;
import org.yinhang.reach.gateway.SendAnswer;
import org.yinhang.reach.gateway.StatusAnswer;
import org.yinhang.shared.BusinessClock;

/**
 * The second half of sending: gateways are called for attempts on record, and what they answer is written. A process that
 * dies in between leaves attempts that others find unknown; those are asked about and never sent again on suspicion.
 */
@Component
public class Sending {

    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** A process not seen for so long is taken for dead. */
    private static final int DEAD_AFTER_SECONDS = 15;

    /** Calls begin only so long after their attempt was written: a process that slept may have been taken for dead. */
    private static final long CALL_WINDOW_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int LARGEST_BATCH = 200;
    private static final int SWEPT_AT_ONCE = 20_000;
    private static final int ASKED_AT_ONCE = 100;
    private static final long LONGEST_REST_SECONDS = 60;
    private static final int WRITE_TRIES = 60;
    private static final long WRITE_PAUSE_MILLIS = 500;

    private final Outbox outbox;
    private final OutboxRepository touches;
    private final DispatchRepository dispatches;
    private final Gateways gateways;
    private final Letters letters;
    private final TouchBenefits benefits;
    private final BusinessClock clock;
    private final UUID node = UUID.randomUUID();
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();
    private final Map<String, Down> down = new ConcurrentHashMap<>();
    private volatile boolean isSeen;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();

    Sending(
            Outbox outbox,
            OutboxRepository touches,
            DispatchRepository dispatches,
            Gateways gateways,
            Letters letters,
            TouchBenefits benefits,
            BusinessClock clock) {
        this.outbox = outbox;
        this.touches = touches;
        this.dispatches = dispatches;
        this.gateways = gateways;
        this.letters = letters;
        this.benefits = benefits;
        this.clock = clock;
    }

    /** Says that this process lives; nothing is taken by a process that has not said so. */
    public void alive() {
        touches.seen(node);
        isSeen = true;
    }

    /**
     * Sends one batch of a channel.
     *
     * @return how many touches were taken from the queue; none when nothing is due or the channel is closed or resting
     */
    public int turn(String channel) throws InterruptedException {
        Optional<Gateways.Way> open = gateways.of(channel);
        if (open.isEmpty() || isResting(open.get())) {
            return 0;
        }
        Gateways.Way way = open.get();
        if (!isSeen) {
            alive();
        }
        long began = System.nanoTime();
        int most = down(way).isPresent() ? 1 : Math.clamp(way.settings().rate() * 2L, 1, LARGEST_BATCH);
        Optional<Outbox.Batch> taken = outbox.take(channel, most, node);
        if (taken.isEmpty()) {
            return 0;
        }
        Outbox.Batch batch = taken.get();
        if (!batch.touches().isEmpty()) {
            List<Settlement> settlements = call(way, batch, began);
            write(settlements, way);
            restWhenDown(way, settlements);
        }
        return batch.taken();
    }

    /**
     * A channel that takes nothing; forgotten when somebody sets it anew.
     *
     * @param channel as it was set
     * @param turns how many in a row
     * @param until no other before, by {@link System#nanoTime}
     */
    private record Down(Channel channel, int turns, long until) {}

    private Optional<Down> down(Gateways.Way way) {
        return Optional.ofNullable(down.get(way.channel().code()))
                .filter(present -> present.channel().equals(way.channel()));
    }

    private boolean isResting(Gateways.Way way) {
        return down(way)
                .filter(present -> System.nanoTime() - present.until() < 0)
                .isPresent();
    }

    /**
     * Where nothing of a batch was taken the gateway is down. One message at a time then asks whether it is back, at growing
     * distances: an hour of that costs no message its tries.
     */
    private void restWhenDown(Gateways.Way way, List<Settlement> settlements) {
        String code = way.channel().code();
        if (!settlements.stream().allMatch(settlement -> settlement.answer().equals("not-taken"))) {
            down.remove(code);
            return;
        }
        int turns = down(way).map(Down::turns).orElse(0) + 1;
        long seconds = Math.min(1L << Math.min(turns, Settling.MOST_DOUBLINGS), LONGEST_REST_SECONDS);
        down.put(code, new Down(way.channel(), turns, System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds)));
    }

    private List<Settlement> call(Gateways.Way way, Outbox.Batch batch, long began) throws InterruptedException {
        List<Message> messages = letters.write(batch.dispatch().terms(), batch.touches());
        StopWatch watch = new StopWatch(dispatches, batch.dispatch().id(), began, CALL_WINDOW_NANOS);
        Pace pace = paces.computeIfAbsent(way.channel().code(), _ -> new Pace());
        Semaphore places = new Semaphore(way.settings().atOnce());
        List<Future<SendAnswer>> answers = new ArrayList<>();
        for (Message message : messages) {
            places.acquire();
            pace.await(way.settings().rate());
            Callable<SendAnswer> call = () -> {
                try {
                    return call(way, message, watch);
                } finally {
                    places.release();
                }
            };
            answers.add(calls.submit(call));
        }
        List<Settlement> settlements = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            settlements.add(Settling.of(batch.touches().get(i), answer(answers.get(i)), clock.realInstant()));
        }
        return settlements;
    }

    private static SendAnswer call(Gateways.Way way, Message message, StopWatch watch) {
        if (message.to().isEmpty() && way.channel().kind() != ChannelKind.PEOPLE) {
            return new SendAnswer.Rejected("no address");
        }
        if (message.text().contains("{") || message.subject().contains("{")) {
            return new SendAnswer.Rejected("no value for a variable");
        }
        return watch.isOpen() ? way.gateway().send(message) : new SendAnswer.NotCalled("stopped or late");
    }

    /** A call that broke in a way nobody foresaw may have reached the gateway. */
    private static SendAnswer answer(Future<SendAnswer> call) throws InterruptedException {
        try {
            return call.get();
        } catch (ExecutionException e) {
            LOG.warn("a gateway call broke", e.getCause());
            return new SendAnswer.Unclear("broken call");
        }
    }

    /** The database may be away for a while; what is not written in time is found unknown and asked about. */
    private void write(List<Settlement> settlements, Gateways.Way way) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                outbox.settle(settlements, way.settings().attempts());
                return;
            } catch (DataAccessException | TransactionException e) {
                if (tries == WRITE_TRIES) {
                    throw e;
                }
                Thread.sleep(WRITE_PAUSE_MILLIS);
            }
        }
    }

    /**
     * Looks after what does not settle by itself: attempts of dead processes become unknown, what killed dispatches had
     * waiting is withheld, and dispatches with nothing left are finished.
     *
     * @return how many attempts became unknown
     */
    public int tidy() {
        Instant now = clock.realInstant();
        int unknown = touches.abandon(DEAD_AFTER_SECONDS, now);
        outbox.sweep(SWEPT_AT_ONCE);
        dispatches.finish(now);
        benefits.expire();
        return unknown;
    }

    /**
     * Asks the gateway of a channel about touches nobody knows about. "Never seen" is believed only some time after the
     * attempt, when nothing of it can still be on its way; the touch then waits for another attempt under the same key.
     *
     * @return how many were settled
     */
    public int resolve(String channel) throws InterruptedException {
        Optional<Gateways.Way> open = gateways.of(channel);
        if (open.isEmpty()) {
            return 0;
        }
        Gateways.Way way = open.get();
        Instant now = clock.realInstant();
        List<Settlement> found = new ArrayList<>();
        for (OutboxRepository.Unclear touch :
                touches.unclear(channel, now, now.plus(Settling.ASKED_AGAIN), ASKED_AT_ONCE)) {
            StatusAnswer answer = way.gateway().status(QueuedTouch.gatewayKey(touch.id()));
            boolean isSettled =
                    touch.attemptedAt().plus(way.settings().settle()).isBefore(now);
            Settling.resolved(touch, answer, isSettled, now).ifPresent(found::add);
        }
        if (!found.isEmpty()) {
            write(found, way);
        }
        return found.size();
    }
}
