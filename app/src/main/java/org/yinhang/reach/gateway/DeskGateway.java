package org.yinhang.reach.gateway;

import java.time.Clock;
import org.yinhang.reach.ReceiptEvent;
import org.yinhang.reach.Receipts;
import org.yinhang.reach.internal.DeskRepository;

/** The simulated gateway: keeps what it is given for the channel desk, reports like a real one, and misbehaves when told to. */
public final class DeskGateway implements Gateway {

    private final DeskRepository desk;
    private final Receipts receipts;
    private final DeskFault fault;
    private final Clock clock;

    /** Over the desk's messages. */
    public DeskGateway(DeskRepository desk, Receipts receipts, DeskFault fault, Clock clock) {
        this.desk = desk;
        this.receipts = receipts;
        this.fault = fault;
        this.clock = clock;
    }

    @Override
    public SendAnswer send(Message message) {
        if (fault == DeskFault.DOWN) {
            return new SendAnswer.NotTaken("simulated: down");
        }
        desk.accept(message);
        return switch (fault) {
            case TIMES_OUT -> new SendAnswer.Unclear("simulated: no answer");
            case ANSWERS_TWICE -> {
                report(message, ReceiptEvent.DELIVERED);
                report(message, ReceiptEvent.DELIVERED);
                yield accepted(message);
            }
            case OUT_OF_ORDER -> {
                report(message, ReceiptEvent.OPENED);
                report(message, ReceiptEvent.DELIVERED);
                report(message, ReceiptEvent.ACCEPTED);
                yield accepted(message);
            }
            case NONE, DOWN -> {
                report(message, ReceiptEvent.DELIVERED);
                yield accepted(message);
            }
        };
    }

    private static SendAnswer accepted(Message message) {
        return new SendAnswer.Accepted("desk-" + message.key());
    }

    private void report(Message message, ReceiptEvent event) {
        receipts.record(message.channel(), message.key() + "-" + event.key(), message.key(), event, clock.instant());
    }

    @Override
    public StatusAnswer status(String key) {
        if (fault == DeskFault.DOWN) {
            return new StatusAnswer.Unavailable();
        }
        return desk.has(key) ? new StatusAnswer.Accepted("desk-" + key) : new StatusAnswer.NeverSeen();
    }
}
