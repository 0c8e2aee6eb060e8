package org.yinhang.tag;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.customer.Customer;
import org.yinhang.customer.Customers;
import org.yinhang.customer.PersonalRecords;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.tag.GivenTags;
import org.yinhang.lake.tag.Tag;
import org.yinhang.lake.tag.TagKind;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;
import org.yinhang.tag.TagImport.Reject;
import org.yinhang.tag.internal.GivenFile;
import org.yinhang.tag.internal.GivenFile.Line;
import org.yinhang.tag.internal.GivenValueRepository;

/** Values of tags that come from people: set by hand on a customer, or brought as a file. A run takes them in. */
@Service
public class GivenValues {

    /** The heading over customer numbers; anything else is the bank's own identifiers. */
    private static final String NUMBERS = "customer";

    private static final int AT_ONCE = 5_000;
    private static final int MOST_SHOWN = 100;

    private final GivenValueRepository repository;
    private final TagDefinitions definitions;
    private final PersonalRecords personal;
    private final Customers customers;
    private final Jobs jobs;
    private final Audit audit;
    private final BusinessClock clock;

    GivenValues(
            GivenValueRepository repository,
            TagDefinitions definitions,
            PersonalRecords personal,
            Customers customers,
            Jobs jobs,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.definitions = definitions;
        this.personal = personal;
        this.customers = customers;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** What was set by hand on a customer and counts today; the caller has asked whether the viewer may see them. */
    public List<GivenValue> of(int customer) {
        return repository.of(customer, clock.today());
    }

    /** What counts of a tag today, the newest first, at most a hundred, within what the viewer may see. */
    public List<GivenValue> of(String tag, Viewer viewer) {
        return repository.of(tag, clock.today(), MOST_SHOWN, DataScope.ofCustomers(viewer));
    }

    /** How many customers have a value of a tag today. */
    public long count(String tag) {
        return repository.count(tag, clock.today());
    }

    /** The files brought for a tag, the newest first. */
    public List<TagImport> imports(String tag) {
        return repository.imports(tag);
    }

    /** The tags somebody may set by hand. */
    public List<Tag> byHand() {
        return definitions.inForce().stream()
                .filter(tag -> tag.kind() == TagKind.MANUAL && GivenText.isPossible(tag.type()))
                .toList();
    }

    /**
     * Sets a tag by hand on a customer, in place of what was set before.
     *
     * @param until the last day it counts; empty until somebody ends it
     * @throws FaultException {@code TAG-2010} for a tag that is not set by hand, {@code TAG-2011} for a value it cannot
     *     have, {@code TAG-2012} for a day that is over, {@code TAG-2013} for a customer the viewer does not see, {@code
     *     TAG-2014} without a reason; all at once
     */
    @Transactional
    public void put(String tag, int customer, String value, Optional<LocalDate> until, String reason, Viewer viewer) {
        Tag of = given(tag, TagKind.MANUAL);
        Optional<String> kept = GivenText.read(of, value);
        List<Fault> faults = new ArrayList<>();
        if (kept.isEmpty()) {
            faults.add(Fault.of(
                    "TAG-2011",
                    "The tag cannot have this value.",
                    tag,
                    of.values().isEmpty()
                            ? "Give a value of type %s.".formatted(of.type().word())
                            : "One of: %s."
                                    .formatted(String.join(", ", of.values().keySet()))));
        }
        if (until.filter(day -> day.isBefore(clock.today())).isPresent()) {
            faults.add(Fault.of("TAG-2012", "The last day is over already.", tag, "Give today or a later day."));
        }
        if (!customers.covers(customer, DataScope.ofCustomers(viewer))) {
            faults.add(Fault.of("TAG-2013", "There is no such customer.", "customer " + customer, "Check the number."));
        }
        if (reason.isBlank()) {
            faults.add(Fault.of("TAG-2014", "A tag set by hand needs a reason.", tag, "Say why."));
        }
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        LocalDate today = clock.today();
        repository.lock(tag);
        repository.end(tag, customer, viewer.userName(), today);
        repository.add(List.of(value(tag, customer, kept.orElseThrow(), until, true, reason.strip(), viewer)));
        audit.record(AuditNote.by(viewer, "tag.put", tag)
                .because(reason)
                .with("customer %d, %s".formatted(customer, kept.orElseThrow())));
    }

    /**
     * Ends a value set by hand from today on.
     *
     * @throws FaultException {@code TAG-2013} when there is none that the viewer sees
     */
    @Transactional
    public void end(long id, Viewer viewer) {
        GivenValue value = repository
                .find(id)
                .filter(GivenValue::isByHand)
                .filter(found -> customers.covers(found.customer(), DataScope.ofCustomers(viewer)))
                .orElseThrow(() -> new FaultException(
                        Fault.of("TAG-2013", "There is no such customer.", "value " + id, "Check the number.")));
        repository.end(id, viewer.userName(), clock.today());
        audit.record(AuditNote.by(viewer, "tag.end", value.tag())
                .with("customer %d, %s".formatted(value.customer(), value.value())));
    }

    /**
     * Puts a file in place of what was brought for a tag before, for the customers the viewer may see, and asks for a run. A line is a customer, a value and, if
     * wanted, the last day it counts. Lines that cannot be taken are kept with their reason; the others are taken.
     *
     * @throws FaultException {@code TAG-2010} for a tag that is not imported, {@code TAG-2015} for a file that cannot be
     *     read, {@code TAG-2016} when no line can be taken
     */
    @Transactional
    public TagImport bring(String tag, String file, byte[] content, Viewer viewer) {
        Tag of = given(tag, TagKind.IMPORTED);
        List<Line> lines = GivenFile.read(content);
        boolean areNumbers = !lines.isEmpty() && lines.getFirst().cell(0).equalsIgnoreCase(NUMBERS);
        List<Reject> rejects = new ArrayList<>();
        List<GivenValue> taken = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        List<Line> rows = areNumbers ? lines.subList(1, lines.size()) : lines;
        for (int start = 0; start < rows.size(); start += AT_ONCE) {
            List<Line> some = rows.subList(start, Math.min(rows.size(), start + AT_ONCE));
            Map<String, Integer> known = numbers(some, areNumbers, DataScope.ofCustomers(viewer));
            some.forEach(line -> row(of, line, known, seen, file, viewer, taken, rejects));
        }
        if (taken.isEmpty()) {
            throw new FaultException(Fault.of(
                    "TAG-2016",
                    "No line of the file can be taken; %d were rejected.".formatted(rejects.size()),
                    file,
                    "One customer a line, then the value, then the last day if wanted."));
        }
        repository.lock(tag);
        repository.end(tag, DataScope.ofCustomers(viewer), viewer.userName(), clock.today());
        for (int start = 0; start < taken.size(); start += AT_ONCE) {
            repository.add(taken.subList(start, Math.min(taken.size(), start + AT_ONCE)));
        }
        TagImport brought = new TagImport(tag, file, taken.size(), rejects, viewer.userName(), clock.realInstant());
        repository.add(brought);
        audit.record(AuditNote.by(viewer, "tag.bring", tag)
                .with("%s: %d, %d rejected".formatted(file, taken.size(), rejects.size())));
        jobs.renew(TagRunJob.NAME);
        return brought;
    }

    /** What people gave, as of a day, for a run of the tags. */
    public GivenTags asOf(LocalDate day) {
        return new GivenColumns(repository, day);
    }

    private Tag given(String tag, TagKind kind) {
        return definitions
                .find(tag)
                .filter(found -> found.kind() == kind && GivenText.isPossible(found.type()))
                .orElseThrow(() -> new FaultException(Fault.of(
                        "TAG-2010",
                        kind == TagKind.MANUAL ? "This tag is not set by hand." : "This tag is not brought as a file.",
                        tag,
                        "Declare 'kind: %s' and let somebody approve it."
                                .formatted(kind == TagKind.MANUAL ? "manual" : "imported"))));
    }

    private Map<String, Integer> numbers(List<Line> lines, boolean areNumbers, DataScope scope) {
        List<String> cells = lines.stream().map(line -> line.cell(0)).distinct().toList();
        if (!areNumbers) {
            return personal.numbersOf(cells, scope);
        }
        Map<String, Integer> asked = cells.stream()
                .filter(cell -> cell.matches("[0-9]{1,9}"))
                .collect(Collectors.toMap(Function.identity(), Integer::valueOf));
        Set<Integer> there = customers.among(Set.copyOf(asked.values()), scope).stream()
                .map(Customer::number)
                .collect(Collectors.toSet());
        asked.values().retainAll(there);
        return asked;
    }

    private void row(
            Tag tag,
            Line line,
            Map<String, Integer> known,
            Set<Integer> seen,
            String file,
            Viewer viewer,
            List<GivenValue> taken,
            List<Reject> rejects) {
        Integer customer = known.get(line.cell(0));
        if (customer == null) {
            rejects.add(new Reject(line.number(), "customer", "unknown_customer"));
            return;
        }
        Optional<String> value = GivenText.read(tag, line.cell(1));
        if (value.isEmpty()) {
            rejects.add(new Reject(line.number(), "value", "no_value"));
            return;
        }
        Optional<LocalDate> until;
        try {
            until = line.cell(2).isEmpty() ? Optional.empty() : Optional.of(GivenText.day(line.cell(2)));
        } catch (DateTimeException | NumberFormatException e) {
            rejects.add(new Reject(line.number(), "until", "no_day"));
            return;
        }
        if (until.filter(day -> day.isBefore(clock.today())).isPresent()) {
            rejects.add(new Reject(line.number(), "until", "past"));
        } else if (!seen.add(customer)) {
            rejects.add(new Reject(line.number(), "customer", "twice"));
        } else {
            taken.add(value(tag.id(), customer, value.get(), until, false, file, viewer));
        }
    }

    private GivenValue value(
            String tag,
            int customer,
            String value,
            Optional<LocalDate> until,
            boolean isByHand,
            String reason,
            Viewer viewer) {
        Instant now = clock.realInstant();
        return new GivenValue(0, tag, customer, value, clock.today(), until, isByHand, reason, viewer.userName(), now);
    }
}
