package org.yinhang.decision.outreach;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yinhang.access.DataScope;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Allocator;
import org.yinhang.core.allocation.ContactOptions;
import org.yinhang.core.allocation.ContactOptionsFile;
import org.yinhang.core.allocation.Limit;
import org.yinhang.core.predicate.AsOf;
import org.yinhang.core.predicate.Catalogue;
import org.yinhang.core.progress.Progress;
import org.yinhang.decision.offer.OfferWeigher;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.lake.Lake;
import org.yinhang.product.Offers;
import org.yinhang.product.Policies;
import org.yinhang.product.Product;
import org.yinhang.product.SeenFacts;
import org.yinhang.product.TagSight;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Slice;
import org.yinhang.shared.YinhangSettings;
import org.yinhang.tag.TagShelf;

/** Plans of a day's contacts: made, kept, listed, and planned again under other limits. */
@Service
public class Outreaches {

    /** Limits move by at most so many percent, down and up. */
    static final int LEAST_PERCENT = -90;

    static final int MOST_PERCENT = 300;

    private final OutreachRepository repository;
    private final Policies policies;
    private final TagShelf shelf;
    private final TagSight sight;
    private final Lake lake;
    private final BusinessClock clock;
    private final Path folder;
    private volatile @Nullable Standing standing;

    Outreaches(
            OutreachRepository repository,
            Policies policies,
            TagShelf shelf,
            TagSight sight,
            Lake lake,
            BusinessClock clock,
            YinhangSettings settings) {
        this.repository = repository;
        this.policies = policies;
        this.shelf = shelf;
        this.sight = sight;
        this.lake = lake;
        this.clock = clock;
        this.folder = settings.dataFolder().resolve("outreach");
    }

    /** A problem in memory and the plan that was kept for it. */
    private record Standing(long id, Allocation plan) {}

    /**
     * Plans today's contacts and keeps the plan; empty while no tags have been computed.
     *
     * @return its number
     */
    public Optional<Long> plan(ValueTerms value, OutreachTerms terms, Progress progress) {
        return shelf.read(tags -> {
            Catalogue catalogue = policies.catalogue();
            AsOf asOf = new AsOf(clock.today(), clock.zone());
            Offers offers = policies.offers();
            CandidateReader reader = new CandidateReader(
                    new OfferWeigher(offers, Valuer.of(value, catalogue, asOf), asOf.day()),
                    terms,
                    OutreachPeopleRepository.read(lake, terms),
                    new TagApproachability(value.channels(), catalogue, asOf),
                    catalogue,
                    asOf);
            SeenFacts seen = sight.of(tags, asOf.day());
            Outreach outreach = Outreach.plan(tags.index(), seen, reader, progress);
            return keep(outreach, reader, offers, tags.report().number());
        });
    }

    private long keep(Outreach outreach, CandidateReader reader, Offers offers, long tagRun) {
        List<Outreach.Contact> contacts = outreach.contacts();
        List<PlannedTouch> list =
                contacts.stream().map(contact -> touch(contact, reader)).toList();
        OutreachSummary summary = new OutreachSummary(
                clock.today(),
                tagRun,
                outreach.candidates().size(),
                outreach.problem().candidates().size(),
                contacts.size(),
                Math.round(outreach.allocation().value()),
                Math.round(outreach.allocation().bound()),
                OutreachSummary.limits(outreach.problem().limits(), outreach.allocation()),
                byProduct(contacts, reader, offers),
                byChannel(contacts, reader),
                refusals(outreach, offers));
        // The file first: a plan that can be found can also be planned again, wherever this is killed.
        long id = repository.next();
        write(id, outreach.problem().options());
        repository.keep(id, summary, list, clock.realInstant());
        return id;
    }

    private void write(long id, ContactOptions options) {
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(id + ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                ContactOptionsFile.write(options, out);
            }
            Files.move(part, file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(long id) {
        return folder.resolve(id + ".problem");
    }

    private static PlannedTouch touch(Outreach.Contact contact, CandidateReader reader) {
        OutreachOption option = contact.option();
        return new PlannedTouch(
                contact.rank(),
                contact.candidate().customer(),
                reader.products().get(option.product()),
                reader.channels().get(option.channel()).code(),
                reader.terms().slots().get(contact.candidate().slot()).code(),
                option.lift(),
                option.approval(),
                option.ratePpm(),
                option.limitFen(),
                option.valueFen());
    }

    private List<OutreachSummary.Count> byProduct(
            List<Outreach.Contact> contacts, CandidateReader reader, Offers offers) {
        return IntStream.range(0, reader.products().size())
                .mapToObj(product -> {
                    String code = reader.products().get(product);
                    Optional<Product> known = offers.book().product(code, clock.today());
                    int count = (int) contacts.stream()
                            .filter(contact -> contact.option().product() == product)
                            .count();
                    return new OutreachSummary.Count(
                            code,
                            known.map(Product::zh).orElse(code),
                            known.map(Product::en).orElse(code),
                            count);
                })
                .sorted(Comparator.comparingInt(OutreachSummary.Count::count).reversed())
                .toList();
    }

    private static List<OutreachSummary.Count> byChannel(List<Outreach.Contact> contacts, CandidateReader reader) {
        return IntStream.range(0, reader.channels().size())
                .mapToObj(channel -> new OutreachSummary.Count(
                        reader.channels().get(channel).code(),
                        reader.channels().get(channel).zh(),
                        reader.channels().get(channel).en(),
                        (int) contacts.stream()
                                .filter(contact -> contact.option().channel() == channel)
                                .count()))
                .toList();
    }

    /** Reasons by their words: the guards' own, else those of the policies' rows, else the code. */
    private static List<OutreachSummary.Count> refusals(Outreach outreach, Offers offers) {
        return outreach.refusals().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> {
                    Words words = words(entry.getKey(), offers);
                    return new OutreachSummary.Count(entry.getKey(), words.zh(), words.en(), entry.getValue());
                })
                .toList();
    }

    private record Words(String zh, String en) {}

    private static final Map<String, Words> OWN = Map.of(
            "ON_HOLD", new Words("暂停营销", "Marketing on hold"),
            "NO_SCORE", new Words("缺少模型评分", "A score is missing"),
            "NOTHING_TO_OFFER", new Words("没有可营销的产品", "Nothing to offer"));

    private static Words words(String code, Offers offers) {
        Words own = OWN.get(code);
        if (own != null) {
            return own;
        }
        for (ReasonCode reason : ReasonCode.values()) {
            if (reason.name().equals(code)) {
                return new Words(reason.zh(), reason.en());
            }
        }
        return offers.book().tables().stream()
                .flatMap(table -> table.table().rows().stream())
                .filter(row -> row.code().equals(code))
                .findFirst()
                .map(row -> new Words(row.zh(), row.en()))
                .orElse(new Words(code, code));
    }

    /** The number of the newest plan. */
    public Optional<Long> newest() {
        return repository.newest();
    }

    /** A plan. */
    public Optional<OutreachSummary> find(long id) {
        return repository.find(id);
    }

    /** Contacts of a plan, of customers within reach. */
    public Slice<PlannedTouch> contacts(long id, ListQuery query, DataScope scope) {
        return repository.contacts(id, query, scope);
    }

    /**
     * A plan under other limits.
     *
     * @param valueFen it would bring
     * @param contacts it would make
     * @param limits with what would be drawn and their prices then
     */
    public record WhatIf(long valueFen, int contacts, List<OutreachSummary.LimitUse> limits) {}

    /**
     * Plans again under limits moved by percents, keeping nothing.
     *
     * @param percents by code of a limit; limits not named stay
     */
    public Optional<WhatIf> whatIf(long id, Map<String, Integer> percents) {
        return repository.find(id).map(summary -> {
            Allocation kept = standing(id);
            List<Limit> moved = new ArrayList<>();
            for (Limit limit : kept.options().limits()) {
                int percent = Math.clamp(percents.getOrDefault(limit.name(), 0), LEAST_PERCENT, MOST_PERCENT);
                moved.add(new Limit(limit.name(), limit.kind(), limit.amount() * (100 + percent) / 100.0));
            }
            Allocation other = Allocator.replan(kept.options().under(moved), kept);
            List<OutreachProblem.LimitKind> kinds = summary.limits().stream()
                    .map(use -> new OutreachProblem.LimitKind(use.code(), use.zh(), use.en(), use.unit()))
                    .toList();
            return new WhatIf(
                    Math.round(other.value()), other.chosen().cardinality(), OutreachSummary.limits(kinds, other));
        });
    }

    /** The newest problem asked about stays in memory. */
    private Allocation standing(long id) {
        Standing present = standing;
        if (present != null && present.id() == id) {
            return present.plan();
        }
        try (InputStream in = Files.newInputStream(file(id))) {
            Allocation plan = Allocator.allocate(ContactOptionsFile.read(in));
            standing = new Standing(id, plan);
            return plan;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
