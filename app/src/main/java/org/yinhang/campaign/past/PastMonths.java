package org.yinhang.campaign.past;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yinhang.decision.offer.Valuer;
import org.yinhang.product.Assessment;
import org.yinhang.product.Refusal;

/** Adds up the months of a campaign played on the past. For one thread. */
final class PastMonths {

    private static final String CAP = "COST_CAP";

    private final List<String> fields;
    private final List<PastCampaign.Month> months = new ArrayList<>();
    private final Map<String, long[]> channels = new LinkedHashMap<>();
    private final Map<String, long[]> branches = new TreeMap<>();
    private final Map<String, Map<String, long[]>> groups = new TreeMap<>();
    private final Map<String, PastCampaign.Reason> reasons = new TreeMap<>();
    private final List<TrialStudy.Trial> trials = new ArrayList<>();
    private final long[] really = new long[6];
    private int passed;
    private int referred;
    private int refused;
    private int capped;
    private long rate;
    private long limit;
    private long loss;
    private long margin;

    /** Months whose policies read these fields. */
    PastMonths(List<String> fields) {
        this.fields = fields;
    }

    void add(PastCampaign.Month month) {
        months.add(month);
    }

    /** A channel that is planned, whether anybody is reached through it or not. */
    void planned(String channel) {
        channels.computeIfAbsent(channel, _ -> new long[2]);
    }

    void reached(String channel, boolean isByPeople, String branch, long costFen) {
        long[] ofChannel = channels.computeIfAbsent(channel, _ -> new long[2]);
        ofChannel[0]++;
        ofChannel[1] += costFen;
        long[] ofBranch = branches.computeIfAbsent(branch, _ -> new long[2]);
        ofBranch[0]++;
        ofBranch[1] += isByPeople ? 1 : 0;
    }

    /** Counts people of a group: 0 may be approached, 1 reached, 2 asked about, 3 would be lent to. */
    void grouped(PastMonth.Band band, int place, long count) {
        groups.computeIfAbsent(band.attribute(), _ -> new TreeMap<>())
                .computeIfAbsent(band.group(), _ -> new long[4])[place] += count;
    }

    /** What the policies say of somebody reached; whether the bank would lend to them. */
    boolean assessed(Assessment assessment, Valuer valuer) {
        List<Refusal> against = assessment.isEligible() ? assessment.referrals() : assessment.refusals();
        against.stream()
                .collect(Collectors.toMap(Refusal::code, refusal -> refusal, (first, _) -> first, TreeMap::new))
                .forEach((code, refusal) -> reasons.merge(
                        code,
                        new PastCampaign.Reason(code, refusal.zh(), refusal.en(), 1),
                        (known, _) -> new PastCampaign.Reason(code, known.zh(), known.en(), known.count() + 1)));
        if (!assessment.isEligible()) {
            refused++;
            capped += against.stream().anyMatch(refusal -> refusal.code().equals(CAP)) ? 1 : 0;
            return false;
        }
        var price = assessment.price().orElseThrow();
        var most = assessment.limit().orElseThrow();
        passed += assessment.referrals().isEmpty() ? 1 : 0;
        referred += assessment.referrals().isEmpty() ? 0 : 1;
        rate += price.rate().ppm();
        limit += most.limit().fen();
        loss += valuer.expectedLoss(assessment.product(), price, most).fen();
        margin += valuer.margin(assessment.product(), price, most).fen();
        return true;
    }

    /** Adds to what those chosen did, in the order of {@link PastCampaign.Really}. */
    void really(long chosen, long contacted, long applied, long approved, long disbursed, long bad) {
        long[] more = {chosen, contacted, applied, approved, disbursed, bad};
        for (int place = 0; place < more.length; place++) {
            really[place] += more[place];
        }
    }

    void trial(TrialStudy.Trial trial) {
        trials.add(trial);
    }

    List<PastCampaign.Month> months() {
        return List.copyOf(months);
    }

    PastCampaign.Offer offer() {
        int open = passed + referred;
        return new PastCampaign.Offer(
                open + refused,
                passed,
                referred,
                refused,
                capped,
                open == 0 ? 0 : (int) (rate / open),
                open == 0 ? 0 : limit / open,
                open == 0 ? 0 : loss / open,
                open == 0 ? 0 : margin / open);
    }

    List<PastCampaign.Reason> reasons() {
        return reasons.values().stream()
                .sorted(Comparator.comparingInt((PastCampaign.Reason reason) -> -reason.count())
                        .thenComparing(PastCampaign.Reason::code))
                .toList();
    }

    List<PastCampaign.Branch> branches() {
        double count = months.size();
        return branches.entrySet().stream()
                .map(branch -> new PastCampaign.Branch(
                        branch.getKey(), branch.getValue()[0] / count, branch.getValue()[1] / count))
                .sorted(Comparator.comparingDouble((PastCampaign.Branch branch) -> -branch.touches())
                        .thenComparing(PastCampaign.Branch::branch))
                .toList();
    }

    List<PastCampaign.Group> groups() {
        List<PastCampaign.Group> all = new ArrayList<>();
        groups.forEach((attribute, values) -> values.forEach((group, counts) -> all.add(
                new PastCampaign.Group(attribute, group, counts[0], counts[1], (int) counts[2], (int) counts[3]))));
        return all;
    }

    PastCampaign.Really reallyInAll() {
        return new PastCampaign.Really(really[0], really[1], really[2], really[3], really[4], really[5]);
    }

    List<PastCampaign.ByChannel> channels() {
        double count = months.size();
        TrialStudy study = new TrialStudy(fields, trials);
        return channels.entrySet().stream()
                .map(channel ->
                        study.of(channel.getKey(), channel.getValue()[0] / count, channel.getValue()[1] / count))
                .toList();
    }
}
