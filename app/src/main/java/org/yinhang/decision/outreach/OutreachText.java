package org.yinhang.decision.outreach;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.yinhang.core.allocation.Allocation;
import org.yinhang.core.allocation.Limit;
import tools.jackson.databind.json.JsonMapper;

/** A plan in words, as JSON, and its list as CSV. */
final class OutreachText {

    private static final String END = System.lineSeparator();

    private OutreachText() {}

    static String json(Outreach outreach, CandidateReader reader, Optional<TruthCheck> truth) {
        Allocation allocation = outreach.allocation();
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("customers", outreach.candidates().size());
        root.put("contacts", allocation.chosen().cardinality());
        root.put("valueYuan", yuan(allocation.value()));
        root.put("boundYuan", yuan(allocation.bound()));
        root.put("gap", allocation.gap());
        root.put("limits", limits(outreach));
        root.put("byChannel", counts(outreach, reader, true));
        root.put("byProduct", counts(outreach, reader, false));
        root.put("refusals", outreach.refusals());
        truth.ifPresent(check -> {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("planYuan", yuan(check.plan()));
            known.put("oracleYuan", yuan(check.oracle()));
            known.put("byResponseYuan", yuan(check.byResponse()));
            known.put("promisedYuan", yuan(check.promised()));
            known.put("ofOracle", rounded(check.ofOracle()));
            known.put("timesResponse", rounded(check.timesResponse()));
            check.byTraces().ifPresent(traces -> known.put("byTracesYuan", yuan(traces)));
            check.tracesOfOracle().ifPresent(share -> known.put("tracesOfOracle", rounded(share)));
            root.put("truth", known);
        });
        return JsonMapper.shared().writeValueAsString(root) + System.lineSeparator();
    }

    static String plain(Outreach outreach, CandidateReader reader, Optional<TruthCheck> truth) {
        Allocation allocation = outreach.allocation();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                        Locale.ROOT,
                        "客户 customers            %,d",
                        outreach.candidates().size()))
                .append(END);
        text.append(String.format(
                        Locale.ROOT,
                        "触达 contacts             %,d",
                        allocation.chosen().cardinality()))
                .append(END);
        text.append(String.format(
                        Locale.ROOT,
                        "期望净值 expected value   %,.0f 元 (上界 bound %,.0f，差距 gap %.4f%%)",
                        yuan(allocation.value()),
                        yuan(allocation.bound()),
                        allocation.gap() * 100))
                .append(END);
        text.append(END);
        text.append(String.format(Locale.ROOT, "约束 limit        用量 drawn       上限 amount      影子价格 shadow price"))
                .append(END);
        for (LimitRow limit : limits(outreach)) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-16s %,14.2f %,14.2f   %,.4f 元/%s",
                            limit.code(),
                            limit.drawn(),
                            limit.amount(),
                            limit.shadowPriceYuan(),
                            limit.unit()))
                    .append(END);
        }
        text.append(END);
        text.append(String.format(Locale.ROOT, "渠道 by channel  %s", counts(outreach, reader, true)))
                .append(END);
        text.append(String.format(Locale.ROOT, "产品 by product  %s", counts(outreach, reader, false)))
                .append(END);
        text.append(String.format(Locale.ROOT, "未触达 withheld  %s", outreach.refusals()))
                .append(END);
        truth.ifPresent(check -> {
            text.append(END);
            text.append(String.format(Locale.ROOT, "模拟数据的真值 the truth of the simulated bank"))
                    .append(END);
            text.append(String.format(
                            Locale.ROOT,
                            "  计划 plan %,.0f 元，全知 oracle %,.0f 元（%.1f%%），仅按响应 by response %,.0f 元（%.2f 倍 times）",
                            yuan(check.plan()),
                            yuan(check.oracle()),
                            100 * check.ofOracle(),
                            yuan(check.byResponse()),
                            check.timesResponse()))
                    .append(END);
            check.tracesOfOracle().ifPresent(share -> text.append(String.format(
                            Locale.ROOT,
                            "  标签至多能知 what the tags show at best %,.0f 元（%.1f%%），计划达其 the plan reaches %.1f%%",
                            yuan(check.byTraces().orElseThrow()),
                            100 * share,
                            100 * check.ofOracle() / share))
                    .append(END));
        });
        return text.toString();
    }

    static String contacts(Outreach outreach, CandidateReader reader) {
        StringBuilder text = new StringBuilder("rank,customer,product,channel,slot,lift,approval,rate,limit,value\r\n");
        for (Outreach.Contact contact : outreach.contacts()) {
            OutreachOption option = contact.option();
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%s,%s,%s,%.6f,%.4f,%.6f,%.2f,%.2f\r%n",
                    contact.rank(),
                    contact.candidate().customer(),
                    reader.products().get(option.product()),
                    reader.channels().get(option.channel()).code(),
                    reader.terms().slots().get(contact.candidate().slot()).code(),
                    option.lift(),
                    option.approval(),
                    option.ratePpm() / 1e6,
                    yuan((double) option.limitFen()),
                    yuan((double) option.valueFen())));
        }
        return text.toString();
    }

    /** A limit as it is shown; of money, the price is what one yuan more would bring. */
    private record LimitRow(String code, String unit, double drawn, double amount, double shadowPriceYuan) {}

    private static List<LimitRow> limits(Outreach outreach) {
        Allocation allocation = outreach.allocation();
        List<Limit> limits = outreach.problem().options().limits();
        return IntStream.range(0, limits.size())
                .mapToObj(r -> {
                    OutreachProblem.LimitKind kind = outreach.problem().limits().get(r);
                    boolean isMoney = kind.unit().equals("fen");
                    double price = allocation.shadowPrices()[r];
                    return new LimitRow(
                            kind.code(),
                            isMoney ? "yuan" : kind.unit(),
                            isMoney
                                    ? yuan(allocation.drawn()[r])
                                    : rounded(allocation.drawn()[r]),
                            isMoney
                                    ? yuan(limits.get(r).amount())
                                    : rounded(limits.get(r).amount()),
                            isMoney ? rounded(price) : yuan(price));
                })
                .toList();
    }

    private static Map<String, Integer> counts(Outreach outreach, CandidateReader reader, boolean byChannel) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Outreach.Contact contact : outreach.contacts()) {
            OutreachOption option = contact.option();
            counts.merge(
                    byChannel
                            ? reader.channels().get(option.channel()).code()
                            : reader.products().get(option.product()),
                    1,
                    Integer::sum);
        }
        return counts;
    }

    private static double yuan(double fen) {
        return Math.rint(fen) / 100;
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}
