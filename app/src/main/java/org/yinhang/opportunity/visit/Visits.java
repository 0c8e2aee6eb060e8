package org.yinhang.opportunity.visit;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.compliance.ConsentLedger;
import org.yinhang.compliance.Statement;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.compliance.policy.Refusal;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.core.progress.Progress;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.customer.PersonalField;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.opportunity.Approached;
import org.yinhang.opportunity.CallOutcome;
import org.yinhang.opportunity.CallSheet;
import org.yinhang.opportunity.Calls;
import org.yinhang.opportunity.ContactNote;
import org.yinhang.opportunity.ContactWay;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.VisitRules;
import org.yinhang.opportunity.VisitRules.Town;
import org.yinhang.opportunity.WorkRules;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.Viewer;

/**
 * Visits to customers. A visit begins through the guards and the contact ledger as a call does, lasts until its record reaches the
 * server, and carries evidence: two times of the server, the place where the person gave it, photos. A person is on one visit at a
 * time.
 */
@Service
public class Visits {

    private static final int MOST_PHOTOS = 6;
    private static final int DELETED_AT_ONCE = 500;
    private static final ConsentScope TO_BE_VISITED = ConsentScope.of(ConsentScope.MARKETING, ContactWay.VISIT.key());

    private final VisitRepository repository;
    private final Calls calls;
    private final ConsentLedger consents;
    private final Customers customers;
    private final PersonalRecords personal;
    private final WorkRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    Visits(
            VisitRepository repository,
            Calls calls,
            ConsentLedger consents,
            Customers customers,
            PersonalRecords personal,
            WorkRules rules,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.calls = calls;
        this.consents = consents;
        this.customers = customers;
        this.personal = personal;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** One page, the newest first; filters are {@code staff}, {@code mark} and {@code state}. */
    public Slice<Visit> page(ListQuery query, OpportunityReach reach) {
        return repository.page(query, reach, rules());
    }

    /** One within reach. */
    public Optional<Visit> find(long id, OpportunityReach reach) {
        return repository.find(id, reach, rules());
    }

    /** The visit somebody is on about an opportunity. */
    public Optional<Visit> open(Opportunity opportunity, String staff) {
        return repository
                .open(staff)
                .filter(open -> open.getValue() == opportunity.id())
                .flatMap(open -> find(open.getKey(), new OpportunityReach(DataScope.wholeBank(), staff)));
    }

    /**
     * Where to go. The look is in the audit.
     *
     * @return empty where the bank has no address
     * @throws FaultException {@code OPP-8001} when the opportunity is not theirs, {@code OPP-8007} while the customer may not be
     *     visited
     */
    @Transactional
    public Optional<String> address(Opportunity opportunity, String staff, Viewer viewer) {
        if (!opportunity.isOf(staff) || !opportunity.stage().isOpen()) {
            throw notTheirs(opportunity.id());
        }
        if (!calls.sheet(opportunity, ContactWay.VISIT, staff).refusals().isEmpty()) {
            throw new FaultException(Fault.of(
                    "OPP-8007",
                    "The customer may not be visited now.",
                    Long.toString(opportunity.id()),
                    "Open the visit again: it shows every reason."));
        }
        return personal.unmask(
                customer(opportunity), PersonalField.ADDRESS, "visit opportunity " + opportunity.id(), viewer);
    }

    /**
     * Writes down that the customer agreed to be visited, in a talk recorded for this opportunity.
     *
     * @throws FaultException {@code OPP-8001} when the opportunity is not theirs, {@code OPP-8008} where they have not spoken with
     *     the customer, or not since the customer last refused visits
     */
    @Transactional
    public void agree(Opportunity opportunity, String staff, Viewer viewer) {
        CallSheet sheet = calls.sheet(opportunity, ContactWay.VISIT, staff);
        if (!opportunity.isOf(staff) || !opportunity.stage().isOpen()) {
            throw notTheirs(opportunity.id());
        }
        if (!hasSpoken(sheet, staff)) {
            throw new FaultException(Fault.of(
                    "OPP-8008",
                    "No talk with the customer is recorded since they last refused, if they did.",
                    Long.toString(opportunity.id()),
                    "Call first, ask whether a visit is welcome, and record the call."));
        }
        consents.record(
                new Statement(opportunity.customer(), TO_BE_VISITED, true, "spoken", "opportunity " + opportunity.id()),
                viewer);
    }

    /** Whether somebody recorded that they spoke with the customer, and the customer has not refused visits since. */
    public boolean hasSpoken(CallSheet sheet, String staff) {
        Instant refused = consents.refusedAt(sheet.opportunity().customer(), TO_BE_VISITED)
                .orElse(Instant.MIN);
        return sheet.contacts().stream()
                .anyMatch(contact -> contact.outcome() == CallOutcome.REACHED
                        && contact.staff().equals(staff)
                        && contact.at().isAfter(refused));
    }

    /**
     * Begins a visit; begun twice, it is the same. The touch is in the contact ledger before this returns.
     *
     * @param position as the phone told; empty where the person does not give it
     * @return every reason why not; none when it began
     * @throws FaultException {@code OPP-3001} when the opportunity is not theirs or closed, {@code OPP-8003} while they are on
     *     another visit
     */
    @Transactional
    public List<Refusal> begin(Opportunity opportunity, Optional<Position> position, String staff, Viewer viewer) {
        Instant now = clock.now().toInstant();
        repository.lapse(staff, clock.today().atStartOfDay(clock.zone()).toInstant(), now);
        Optional<Map.Entry<Long, Long>> open = repository.open(staff);
        if (open.isPresent() && open.get().getValue() == opportunity.id()) {
            return List.of();
        }
        if (open.isPresent()) {
            throw onAnother(open.get().getValue());
        }
        Approached approached = calls.approach(opportunity, ContactWay.VISIT, staff, viewer);
        if (!approached.refusals().isEmpty()) {
            return approached.refusals();
        }
        Optional<Map.Entry<String, Town>> town = position.isEmpty() ? Optional.empty() : town(opportunity);
        OptionalDouble distance = town.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        position.orElseThrow().kilometresTo(town.get().getValue()));
        Optional<String> name = town.map(Map.Entry::getKey);
        repository.begin(opportunity.id(), staff, approached.touch(), now, position, name, distance);
        long on = repository.open(staff).orElseThrow().getValue();
        if (on != opportunity.id()) {
            throw onAnother(on);
        }
        return List.of();
    }

    /** Of the customer's town and branch, the first whose place is known. */
    private Optional<Map.Entry<String, Town>> town(Opportunity opportunity) {
        Customer customer = customer(opportunity);
        return rules().town(Stream.of(
                        Optional.ofNullable(customer.city()),
                        Optional.of(customer.branch().name()))
                .flatMap(Optional::stream)
                .toList());
    }

    /**
     * Keeps a photo of a visit that lasts; sent again, it is there once.
     *
     * @param file as uploaded; no more of it is read than a photo may have
     * @throws IOException when it cannot be read
     * @throws FaultException {@code OPP-8001} when the visit is not theirs, {@code OPP-8002} when it is over, {@code OPP-8004}
     *     for what is no photo, {@code OPP-8005} for more than six
     */
    @Transactional
    public List<VisitPhoto> add(long visit, InputStream file, String staff) throws IOException {
        Photograph photo = Photograph.of(file.readNBytes(Photograph.MOST_BYTES + 1));
        hold(visit, staff);
        repository.add(visit, photo, clock.now().toInstant());
        List<VisitPhoto> kept = photos(visit);
        if (kept.size() > MOST_PHOTOS) {
            throw new FaultException(Fault.of(
                    "OPP-8005",
                    "There are %d photos already.".formatted(MOST_PHOTOS),
                    "visit " + visit,
                    "End the visit."));
        }
        return kept;
    }

    /** The photos of a visit, without their pictures. */
    public List<VisitPhoto> photos(long visit) {
        return repository.photos(visit);
    }

    /**
     * A picture, as JPEG. That it was shown, and to whom, is in the audit before this returns.
     *
     * @param visit found within the viewer's reach
     */
    @Transactional
    public Optional<byte[]> look(Visit visit, long photo, Viewer viewer) {
        Optional<byte[]> picture = repository.photo(visit.id(), photo);
        if (picture.isPresent()) {
            audit.record(AuditNote.by(viewer, "visit.photo", "customer " + visit.customer())
                    .with("visit %d, photo %d".formatted(visit.id(), photo)));
        }
        return picture;
    }

    /**
     * Deletes the pictures of photos older than the settings of today allow; what they say of their visits stays. All or none, as the
     * audit tells.
     *
     * @return how many
     */
    @Transactional
    public int deleteOldPictures(Progress progress) {
        int days = rules().photoDays();
        Instant before =
                clock.today().minusDays(days).atStartOfDay(clock.zone()).toInstant();
        int deleted = 0;
        for (int step = -1; step != 0; deleted += step) {
            step = repository.deletePictures(
                    before, DELETED_AT_ONCE, clock.now().toInstant());
            if (step > 0) {
                audit.record(AuditNote.bySystem("visit.photos-deleted", "visits")
                        .with("%d photos older than %d days".formatted(step, days)));
                progress.report("删除到期照片 photos", deleted + (long) step, 0);
            }
        }
        return deleted;
    }

    /**
     * Ends a visit with its record. Ended again under the same key, nothing changes.
     *
     * @throws FaultException {@code OPP-8001} when it is not theirs, {@code OPP-8002} when it is over; as for a call
     */
    @Transactional
    public void end(Visit visit, Opportunity opportunity, ContactNote note, String staff, Viewer viewer) {
        if (repository.hold(visit.id(), staff).isPresent() && repository.isEndedBy(visit.id(), note.key())) {
            return;
        }
        hold(visit.id(), staff);
        calls.record(opportunity, note, ContactWay.VISIT, staff, viewer);
        repository.end(visit.id(), note.key(), clock.now().toInstant());
    }

    private void hold(long visit, String staff) {
        boolean isOpen = repository.hold(visit, staff).orElseThrow(() -> notTheirs(visit));
        if (!isOpen) {
            throw new FaultException(Fault.of(
                    "OPP-8002",
                    "The visit is over already.",
                    "visit " + visit,
                    "Look at it under visits; for a further talk begin another."));
        }
    }

    private Customer customer(Opportunity opportunity) {
        return customers.find(opportunity.customer(), DataScope.wholeBank()).orElseThrow();
    }

    private VisitRules rules() {
        return rules.today().visits();
    }

    private static FaultException onAnother(long opportunity) {
        return new FaultException(Fault.of(
                "OPP-8003",
                "You are on another visit.",
                "opportunity " + opportunity,
                "End that one with its record first."));
    }

    private static FaultException notTheirs(long number) {
        return new FaultException(Fault.of(
                "OPP-8001",
                "The visit or its opportunity is not yours.",
                Long.toString(number),
                "Open your day again; a colleague may have taken it over."));
    }
}
