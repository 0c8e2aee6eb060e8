package org.yinhang.reach;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.gateway.DeskFault;
import org.yinhang.reach.internal.ChannelRepository;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.shared.YinhangSettings;

/** The channels of this installation. One that was never set is closed; the demo's all lead to the channel desk. */
@Service
public class Channels {

    /** Simulated gateways are quick, so that a day is played quickly. */
    private static final String DEMO_SETTINGS = "settle_seconds: 2\nrate: 2000\n";

    private static final Set<String> BY_PEOPLE = Set.of("call", "branch", "visit");

    private final ChannelRepository repository;
    private final Audit audit;
    private final BusinessClock clock;
    private final YinhangSettings settings;

    Channels(ChannelRepository repository, Audit audit, BusinessClock clock, YinhangSettings settings) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whether a channel leads to people. */
    public static boolean isByPeople(String channel) {
        return BY_PEOPLE.contains(channel);
    }

    /** The demo's channels, where nobody has set any. */
    @EventListener(ApplicationStartedEvent.class)
    @Transactional
    public void openDemoChannels() {
        if (settings.demo() && repository.all().isEmpty()) {
            Channel.CODES.forEach(code -> repository.put(
                    code,
                    isByPeople(code) ? ChannelKind.PEOPLE : ChannelKind.DESK,
                    true,
                    DEMO_SETTINGS,
                    UUID.randomUUID().toString(),
                    "demo",
                    clock.realInstant()));
        }
    }

    /** Every channel that was set. */
    public List<Channel> all() {
        return repository.all();
    }

    public Optional<Channel> find(String code) {
        return repository.all().stream()
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    /** The key of its signatures, or its password. */
    public Optional<String> secret(String code) {
        return repository.secret(code);
    }

    /**
     * Sets a channel.
     *
     * @param secret empty leaves the one that is there
     * @throws FaultException with everything wrong in the settings; {@code RCH-3001} for an unknown channel,
     *     {@code RCH-3002} where the kind does not go with it, {@code RCH-3003} for the channel desk outside the demo
     */
    @Transactional
    public void set(String code, ChannelKind kind, boolean isOpen, String yaml, String secret, Viewer viewer) {
        if (!Channel.CODES.contains(code)) {
            throw new FaultException(
                    Fault.of("RCH-3001", "There is no such channel.", code, "Choose one of " + Channel.CODES + "."));
        }
        if (isByPeople(code) != (kind == ChannelKind.PEOPLE)) {
            throw new FaultException(Fault.of(
                    "RCH-3002",
                    "This kind does not go with the channel.",
                    code,
                    "Calls, branches and visits go to people; all others do not."));
        }
        if (kind == ChannelKind.DESK && !settings.demo()) {
            throw new FaultException(Fault.of(
                    "RCH-3003",
                    "The channel desk shows messages with names and is for simulated customers only.",
                    code,
                    "Connect a gateway, or leave the channel closed."));
        }
        ChannelSettings.of(kind, yaml, code);
        repository.put(
                code,
                kind,
                isOpen,
                yaml,
                secret.isBlank() ? null : secret.strip(),
                viewer.userName(),
                clock.realInstant());
        audit.record(AuditNote.by(viewer, "channel.set", code)
                .with(kind.key() + (isOpen ? ", open" : ", closed") + (secret.isBlank() ? "" : ", new secret")));
    }

    /**
     * Makes a simulated gateway misbehave, or behave again.
     *
     * @throws FaultException {@code RCH-3001} where the channel does not lead to the channel desk
     */
    @Transactional
    public void misbehave(String code, DeskFault fault, Viewer viewer) {
        Channel channel = find(code)
                .filter(found -> found.kind() == ChannelKind.DESK)
                .orElseThrow(() -> new FaultException(
                        Fault.of("RCH-3001", "There is no such channel.", code, "Choose a simulated channel.")));
        String rest = channel.yaml()
                .lines()
                .filter(line -> !line.startsWith("fault:"))
                .collect(Collectors.joining("\n"));
        set(code, ChannelKind.DESK, channel.isOpen(), rest + "\nfault: " + fault.key() + "\n", "", viewer);
    }
}
