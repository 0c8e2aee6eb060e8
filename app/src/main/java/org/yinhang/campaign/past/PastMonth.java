package org.yinhang.campaign.past;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;
import org.yinhang.audience.Selection;
import org.yinhang.campaign.Assignment;
import org.yinhang.campaign.Campaign;
import org.yinhang.campaign.CampaignPlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.campaign.internal.ExposureRepository;
import org.yinhang.core.audience.Audience;
import org.yinhang.core.predicate.Value;
import org.yinhang.core.predicate.record.Facts;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.decision.rehearsal.PastApplication;
import org.yinhang.product.Offers;
import org.yinhang.product.SeenFacts;
import org.yinhang.product.SnapshotFacts;
import org.yinhang.reach.Channel;
import org.yinhang.reach.Channels;

/** The first wave of a campaign as it would have gone on the first day of a month. */
final class PastMonth {

    /** Customers of a month the policies are asked about. */
    private static final int ASKED = 1_000;

    private static final String CONSENT = "consent_";
    private static final String PROFILING = "consent_profiling";
    private static final String ON_HOLD = "on_hold";
    private static final String BRANCH = "branch";

    private static final List<Band> BANDS = List.of(
            new Band("gender", "f", "gender = 'f'"),
            new Band("gender", "m", "gender = 'm'"),
            new Band("age", "18-29", "age < 30"),
            new Band("age", "30-39", "age >= 30 and age < 40"),
            new Band("age", "40-49", "age >= 40 and age < 50"),
            new Band("age", "50+", "age >= 50"));

    /** A group by a protected attribute. */
    record Band(String attribute, String group, String condition) {}

    private final CampaignPlan plan;
    private final String salt;
    private final String predicate;
    private final ExposureRepository.HoldOut holdOut;
    private final Offers offers;
    private final Valuer valuer;
    private final LocalDate today;
    private final List<String> fields;
    private final PastFactsRepository lake;
    private final PastMonths sums;

    PastMonth(
            Campaign campaign,
            String predicate,
            ExposureRepository.HoldOut holdOut,
            Offers offers,
            Valuer valuer,
            LocalDate today,
            List<String> fields,
            PastFactsRepository lake,
            PastMonths sums) {
        this.plan = campaign.plan();
        this.salt = campaign.salt();
        this.predicate = predicate;
        this.holdOut = holdOut;
        this.offers = offers;
        this.valuer = valuer;
        this.today = today;
        this.fields = fields;
        this.lake = lake;
        this.sums = sums;
    }

    private List<WaveStep> steps() {
        return plan.waves().getFirst().steps();
    }

    /** The conditions whose tags a month reads. */
    List<String> predicates() {
        List<String> predicates = new ArrayList<>(List.of(predicate));
        steps().stream().map(PastMonth::who).forEach(predicates::add);
        return predicates;
    }

    private static String who(WaveStep step) {
        return step.who().isBlank() ? "true" : step.who();
    }

    /** Everything else that is asked of a customer of the past. */
    Set<String> also() {
        Set<String> also = new TreeSet<>(fields);
        also.addAll(List.of(PROFILING, ON_HOLD, BRANCH, "gender", "age", "consent_bureau"));
        Channel.CODES.forEach(channel -> also.add(CONSENT + channel));
        return also;
    }

    /** Plays the month that begins on a day. */
    void play(LocalDate day, Selection selection, Audience mayBeSeen) {
        Audience everybody = selection.everybody().intersect(mayBeSeen);
        Audience chosen = selection.select(selection.read(predicate)).intersect(mayBeSeen);
        List<RoaringBitmap> bySteps = steps().stream()
                .map(step -> selection.select(selection.read(who(step))).toBitmap())
                .toList();
        Map<Band, Audience> bands = new LinkedHashMap<>();
        BANDS.forEach(band -> bands.put(
                band, selection.select(selection.read(band.condition())).intersect(everybody)));
        bands.forEach((band, members) -> sums.grouped(band, 0, members.count()));
        List<Integer> reached = new ArrayList<>();
        long[] apartAndCost = new long[2];
        chosen.forEach(customer -> {
            SnapshotFacts facts = facts(selection, customer);
            Optional<WaveStep> step = isApart(customer)
                    ? Optional.empty()
                    : step(bySteps, customer)
                            .filter(one -> isTrue(facts, CONSENT + one.channel()) && !isTrue(facts, ON_HOLD));
            apartAndCost[0] += isApart(customer) ? 1 : 0;
            if (step.isPresent()) {
                reached.add(customer);
                apartAndCost[1] += step.get().costFen();
                String channel = step.get().channel();
                sums.reached(
                        channel,
                        Channels.isByPeople(channel),
                        text(facts, BRANCH),
                        step.get().costFen());
            }
        });
        Audience touched =
                Audience.of(reached.stream().mapToInt(Integer::intValue).toArray());
        bands.forEach((band, members) -> sums.grouped(band, 1, members.overlap(touched)));
        sums.add(new PastCampaign.Month(
                day.toString().substring(0, 7),
                everybody.count(),
                chosen.count(),
                apartAndCost[0],
                reached.size(),
                apartAndCost[1]));
        assess(day, selection, bands, reached);
        really(day, chosen);
        lake.trials(plan.product(), day, day.plusMonths(1), today).stream()
                .filter(row -> chosen.contains(row.customer()))
                .forEach(row -> sums.trial(trial(selection, row)));
    }

    private boolean isApart(int customer) {
        return holdOut.arm(customer).equals(Assignment.HELD) || arm(customer).equals(Assignment.CONTROL);
    }

    private String arm(int customer) {
        return Assignment.arm(salt, customer, plan.controlPercent(), plan.arms());
    }

    /** The first step that is for a customer. */
    private Optional<WaveStep> step(List<RoaringBitmap> bySteps, int customer) {
        for (int place = 0; place < bySteps.size(); place++) {
            WaveStep step = steps().get(place);
            boolean isArm = step.arm().isEmpty() || step.arm().equals(arm(customer));
            if (isArm && bySteps.get(place).contains(customer)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Asks the policies in force about some of those reached, spread evenly. */
    private void assess(LocalDate day, Selection selection, Map<Band, Audience> bands, List<Integer> reached) {
        SeenFacts seen = SeenFacts.of(selection.tags().definitions().values(), day, day);
        int step = Math.max(1, reached.size() / ASKED);
        for (int place = 0; place < reached.size(); place += step) {
            int customer = reached.get(place);
            SnapshotFacts facts = facts(selection, customer);
            Facts visible = seen.of(facts);
            boolean isOpen =
                    sums.assessed(offers.assess(plan.product(), visible, today, !isTrue(facts, PROFILING)), valuer);
            bands.forEach((band, members) -> {
                if (members.contains(customer)) {
                    sums.grouped(band, 2, 1);
                    sums.grouped(band, 3, isOpen ? 1 : 0);
                }
            });
        }
    }

    private void really(LocalDate day, Audience chosen) {
        String product = plan.product();
        List<PastApplication> applied = lake.applications(product, day, today).stream()
                .filter(application -> chosen.contains(application.customer()))
                .toList();
        sums.really(
                chosen.count(),
                lake.contacted(product, day, day.plusMonths(1)).stream()
                        .filter(chosen::contains)
                        .count(),
                applied.size(),
                applied.stream().filter(PastApplication::isApproved).count(),
                applied.stream().filter(PastApplication::isDisbursed).count(),
                applied.stream()
                        .filter(application -> application.isDisbursed() && application.isBad())
                        .count());
    }

    private TrialStudy.Trial trial(Selection selection, PastFactsRepository.TrialRow row) {
        SnapshotFacts facts = facts(selection, row.customer());
        return new TrialStudy.Trial(
                row,
                Channel.CODES.stream()
                        .filter(channel -> isTrue(facts, CONSENT + channel))
                        .collect(Collectors.toCollection(HashSet::new)),
                fields.stream().map(facts::value).toArray(Value[]::new));
    }

    private static SnapshotFacts facts(Selection selection, int customer) {
        return SnapshotFacts.of(selection.tags().index(), customer);
    }

    private static boolean isTrue(SnapshotFacts facts, String field) {
        return facts.value(field) instanceof Value.Truth(boolean holds) && holds;
    }

    private static String text(SnapshotFacts facts, String field) {
        return facts.value(field) instanceof Value.Text(String words) ? words : "";
    }
}
