package org.yinhang.opportunity.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.KeeperRole;
import org.yinhang.customer.KeeperTerms;
import org.yinhang.customer.Keepers;
import org.yinhang.customer.KeepingEnded;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Pool;
import org.yinhang.opportunity.TeamMember;
import org.yinhang.opportunity.handover.HandoverPlan.Handed;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/**
 * Handing customers over within a branch: seen before, confirmed as seen, in one transaction; undone on the same day, or over by
 * itself after its last day. Open opportunities go with their customers and keep the follow-ups that were agreed.
 */
@Service
public class Handovers {

    private final HandoverRepository repository;
    private final Opportunities opportunities;
    private final Pool pool;
    private final Keepers keepers;
    private final Audit audit;
    private final BusinessClock clock;

    Handovers(
            HandoverRepository repository,
            Opportunities opportunities,
            Pool pool,
            Keepers keepers,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.opportunities = opportunities;
        this.pool = pool;
        this.keepers = keepers;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a viewer may see. */
    public HandoverReach reach(Viewer viewer) {
        return new HandoverReach(
                DataScope.ofCustomers(viewer),
                viewer.roles().contains(Role.BRANCH_HEAD),
                viewer.branchPath(),
                opportunities.staffCode(viewer));
    }

    /**
     * What a handover would do; leaves no trace.
     *
     * @throws FaultException with everything that is wrong: {@code CUS-2001}, {@code CUS-2002}, {@code OPP-7001} for receivers
     *     who are not of the viewer's team or none, {@code OPP-7002} where there is nothing to hand over
     */
    public HandoverPreview preview(HandoverOrder order, Viewer viewer) {
        Map<String, TeamMember> receivers = receivers(order, viewer);
        return preview(order, plan(order, receivers, viewer), receivers);
    }

    /**
     * Carries a handover out as it was seen; the number it is known by.
     *
     * @param digest of the preview that was confirmed
     * @throws FaultException as {@link #preview}; {@code OPP-7003} where things have changed since, {@code OPP-7004} where
     *     receivers have no room for all opportunities
     */
    @Transactional
    public long confirm(HandoverOrder order, String digest, Viewer viewer) {
        keepers.hold();
        pool.hold();
        Map<String, TeamMember> receivers = receivers(order, viewer);
        List<Handed> handed = plan(order, receivers, viewer);
        HandoverPreview preview = preview(order, handed, receivers);
        if (!preview.digest().equals(digest)) {
            throw fault("OPP-7003", "Something has changed since the preview.", "preview", "Look at it again.");
        }
        if (preview.customers() == 0) {
            throw fault("OPP-7002", "There is nobody to hand over.", "customers", "Choose others.");
        }
        if (preview.lacking() > 0) {
            throw fault(
                    "OPP-7004",
                    "There is no room for %d of the opportunities.".formatted(preview.lacking()),
                    "receivers",
                    "Choose more receivers, or give opportunities to somebody else first.");
        }
        List<Handed> kept = handed.stream().filter(one -> one.what().isKept()).toList();
        long id = repository.add(order, handed, viewer, clock.now());
        KeeperTerms terms = new KeeperTerms(order.lastDay(), order.reason(), Optional.of(id));
        by(kept, Handed::to)
                .forEach((staff, theirs) -> keepers.give(customers(theirs), KeeperRole.LEAD, staff, terms, viewer));
        if (order.staysDeputy()) {
            by(kept, one -> one.what().from().orElse(""))
                    .forEach((staff, theirs) -> stayDeputy(staff, theirs, terms, viewer));
        }
        by(handed, Handed::to).forEach((staff, theirs) -> {
            List<Long> open = theirs.stream()
                    .flatMap(one -> one.what().opportunities().stream())
                    .toList();
            if (!open.isEmpty()) {
                pool.hand(open, staff, id, viewer);
            }
        });
        audit.record(AuditNote.by(viewer, "handover.made", "handover " + id)
                .because(order.reason().strip())
                .with("%d customers, %d opportunities, to %s"
                        .formatted(preview.customers(), preview.opportunities(), String.join(" ", order.receivers()))));
        return id;
    }

    private void stayDeputy(String staff, List<Handed> theirs, KeeperTerms terms, Viewer viewer) {
        if (!staff.isEmpty()) {
            keepers.give(customers(theirs), KeeperRole.DEPUTY, staff, terms, viewer);
        }
    }

    /**
     * Takes a handover back: customers, and of the opportunities those nobody worked meanwhile.
     *
     * @throws FaultException {@code OPP-7005} for anybody but its maker, on another day, or where it is over
     */
    @Transactional
    public void undo(Handover handover, Viewer viewer) {
        keepers.hold();
        pool.hold();
        if (!repository.undone(handover.id(), viewer.userName(), clock.now())) {
            throw fault(
                    "OPP-7005",
                    "Only who made a handover undoes it, on the same day.",
                    "handover " + handover.id(),
                    "Hand the customers over again.");
        }
        int customers = keepers.undo(handover.id(), viewer);
        int back = pool.takeBack(handover.id(), viewer.userName());
        audit.record(AuditNote.by(viewer, "handover.undone", "handover " + handover.id())
                .with("%d customers, %d opportunities".formatted(customers, back)));
    }

    /** Their last day is over: opportunities nobody worked go back with the customers. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(KeepingEnded ended) {
        pool.hold();
        ended.handovers().stream().sorted().forEach(id -> {
            int back = pool.takeBack(id, repository.maker(id));
            repository.returned(id, clock.now().toInstant());
            audit.record(
                    AuditNote.bySystem("handover.returned", "handover " + id).with(back + " opportunities"));
        });
    }

    /** One page, the newest first; the filter {@code state} is {@code open} or {@code over}. */
    public Slice<Handover> page(ListQuery query, HandoverReach reach) {
        return repository.page(query, reach);
    }

    /** The handover of a number. */
    public Optional<Handover> find(long id, HandoverReach reach) {
        return repository.find(id, reach);
    }

    /** How many customers somebody has yet to read about. */
    public int unread(String staff) {
        return staff.isEmpty() ? 0 : repository.unread(staff);
    }

    /** The receiver has read about one customer, or about all of theirs; how many. */
    @Transactional
    public int read(Handover handover, Optional<Integer> customer, Viewer viewer) {
        int read = repository.read(
                handover.id(),
                customer,
                opportunities.staffCode(viewer),
                viewer.userName(),
                clock.now().toInstant());
        if (read > 0) {
            audit.record(AuditNote.by(viewer, "handover.read", "handover " + handover.id())
                    .with(customer.map(number -> "customer " + number).orElse(read + " customers")));
        }
        return read;
    }

    private Map<String, TeamMember> receivers(HandoverOrder order, Viewer viewer) {
        List<Fault> faults =
                new ArrayList<>(keepers.faultsOf(new KeeperTerms(order.lastDay(), order.reason(), Optional.empty())));
        Map<String, TeamMember> receivers = new TreeMap<>();
        pool.team(viewer).stream()
                .filter(member -> order.receivers().contains(member.code()))
                .forEach(member -> receivers.put(member.code(), member));
        if (receivers.isEmpty() || receivers.size() < order.receivers().size() || receivers.containsKey(order.from())) {
            faults.add(Fault.of(
                    "OPP-7001",
                    "Receivers are missing, or not of your team, or the one who hands over.",
                    "receivers",
                    "Choose one or more of the team."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        return receivers;
    }

    private List<Handed> plan(HandoverOrder order, Map<String, TeamMember> receivers, Viewer viewer) {
        List<HandoverCase> cases = repository.cases(order, DataScope.ofCustomers(viewer));
        if (cases.stream().noneMatch(HandoverCase::isKept)) {
            throw fault("OPP-7002", "There is nobody to hand over.", "customers", "Choose others.");
        }
        Map<String, Integer> led = repository.led(order.receivers());
        return HandoverPlan.of(
                cases,
                receivers.values().stream()
                        .map(member -> new HandoverPlan.Receiver(
                                member.code(), member.load(), member.capacity(), led.getOrDefault(member.code(), 0)))
                        .toList());
    }

    private HandoverPreview preview(HandoverOrder order, List<Handed> handed, Map<String, TeamMember> receivers) {
        Map<String, List<Handed>> each = by(handed, Handed::to);
        List<HandoverPreview.Share> shares = receivers.values().stream()
                .map(member -> share(member, each.getOrDefault(member.code(), List.of())))
                .toList();
        return new HandoverPreview(
                order,
                shares,
                order.from().isEmpty() ? order.customers().size() - handed.size() : 0,
                handed.stream()
                        .filter(one -> !one.what().isKept())
                        .mapToInt(one -> one.what().opportunities().size())
                        .sum(),
                Integer.toHexString(handed.hashCode()));
    }

    private static HandoverPreview.Share share(TeamMember member, List<Handed> theirs) {
        return new HandoverPreview.Share(
                member,
                (int) theirs.stream().filter(one -> one.what().isKept()).count(),
                theirs.stream()
                        .mapToInt(one -> one.what().opportunities().size())
                        .sum(),
                theirs.stream().mapToInt(one -> one.what().promised()).sum(),
                theirs.stream().mapToInt(one -> one.what().complaints()).sum(),
                theirs.stream().mapToInt(one -> one.what().tasks()).sum());
    }

    private static Map<String, List<Handed>> by(List<Handed> handed, java.util.function.Function<Handed, String> whom) {
        return handed.stream().collect(Collectors.groupingBy(whom, TreeMap::new, Collectors.toList()));
    }

    private static List<Integer> customers(List<Handed> handed) {
        return handed.stream().map(one -> one.what().customer()).toList();
    }

    private static FaultException fault(String code, String what, String where, String next) {
        return new FaultException(Fault.of(code, what, where, next));
    }
}
