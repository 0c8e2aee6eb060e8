package org.yinhang.reach.internal;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.yinhang.reach.Channel;
import org.yinhang.reach.ChannelSettings;
import org.yinhang.reach.Channels;
import org.yinhang.reach.Receipts;
import org.yinhang.reach.gateway.DeskGateway;
import org.yinhang.reach.gateway.Gateway;
import org.yinhang.reach.gateway.HttpGateway;
import org.yinhang.reach.gateway.PeopleGateway;
import org.yinhang.reach.gateway.SmtpGateway;
import org.yinhang.shared.BusinessClock;

/** The way out of each open channel, made anew when somebody changed its settings. */
@Component
class Gateways {

    private final Channels channels;
    private final DeskRepository desk;
    private final TaskRepository tasks;
    private final Receipts receipts;
    private final Clock clock;
    private final BusinessClock business;
    private final ApplicationEventPublisher events;
    private final Map<String, Way> made = new ConcurrentHashMap<>();

    Gateways(
            Channels channels,
            DeskRepository desk,
            TaskRepository tasks,
            Receipts receipts,
            Clock clock,
            BusinessClock business,
            ApplicationEventPublisher events) {
        this.channels = channels;
        this.desk = desk;
        this.tasks = tasks;
        this.receipts = receipts;
        this.clock = clock;
        this.business = business;
        this.events = events;
    }

    /**
     * A way out.
     *
     * @param channel as it was set
     * @param settings its settings read
     * @param gateway what calls it
     */
    record Way(Channel channel, ChannelSettings settings, Gateway gateway) {}

    /** The way of a channel; empty while it is closed. */
    Optional<Way> of(String code) {
        Optional<Channel> open = channels.find(code).filter(Channel::isOpen);
        return open.map(channel -> made.compute(
                code, (_, known) -> known != null && known.channel().equals(channel) ? known : way(channel)));
    }

    private Way way(Channel channel) {
        ChannelSettings settings = channel.settings();
        Optional<String> secret = channels.secret(channel.code());
        Gateway gateway =
                switch (channel.kind()) {
                    case DESK -> new DeskGateway(desk, receipts, settings.deskFault(), business.simulated());
                    case HTTP -> new HttpGateway(settings.http().orElseThrow(), secret, settings.timeout(), clock);
                    case SMTP -> new SmtpGateway(settings.smtp().orElseThrow(), secret, settings.timeout(), clock);
                    case PEOPLE -> new PeopleGateway(tasks, events::publishEvent);
                };
        return new Way(channel, settings, gateway);
    }
}
