package org.yinhang.decision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yinhang.compliance.ReasonCode;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.LoadRecord;
import org.yinhang.lake.Snapshot;
import org.yinhang.shared.svg.BarChart;
import org.yinhang.shared.svg.Document;
import org.yinhang.shared.svg.LineChart;

/** The plan as one HTML file that stands alone: figures, pictures, data quality and where the model comes from. */
final class PlanReport {

    private final Plan plan;
    private final PlanFigures figures;
    private final Snapshot snapshot;

    PlanReport(Plan plan, Snapshot snapshot) {
        this.plan = plan;
        this.figures = PlanFigures.of(plan);
        this.snapshot = snapshot;
    }

    void write(Path file) {
        try {
            Files.writeString(file, html());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String html() {
        Campaign campaign = plan.campaign();
        Document page =
                new Document(campaign.name().zh() + " · 触达计划", campaign.name().en() + " · contact plan · " + plan.id());
        if (campaign.isReplay()) {
            page.note("历史回放：候选客户的真实结果已知，用于检验名单；金额与渠道效果为活动文件中的假设。"
                    + " Replay: the candidates' real outcomes are known and check the list; amounts and channel effects are"
                    + " assumptions of the campaign file.");
        }
        page.figures(headline());
        new ModelPictures(plan.evaluation(), (double) figures.chosen() / figures.candidates()).addTo(page);
        depth(page);
        grades(page);
        withheld(page);
        capacity(page);
        data(page);
        provenance(page);
        return page.finish();
    }

    private List<Document.Figure> headline() {
        List<Document.Figure> headline = new ArrayList<>();
        headline.add(new Document.Figure("名单 List", count(figures.chosen()), "候选 of " + count(figures.candidates())));
        headline.add(new Document.Figure(
                "期望净值 Expected net value", money(figures.expectedValue()), "成本 cost " + money(figures.cost())));
        headline.add(
                new Document.Figure("期望成功 Expected successes", count(Math.round(figures.expectedSuccesses())), ""));
        figures.reality().ifPresent(reality -> {
            headline.add(new Document.Figure(
                    reality.channel().name().zh() + "实际成功率 Real success rate",
                    ModelPictures.percent(reality.rate()),
                    String.format(
                            Locale.ROOT,
                            "预测 expected %s · 随机 random %s · %.2f ×",
                            ModelPictures.percent(reality.expectedRate()),
                            ModelPictures.percent(reality.rateAll()),
                            reality.lift())));
            headline.add(new Document.Figure(
                    reality.channel().name().zh() + "实际净值 Real net value",
                    money(reality.value()),
                    count(reality.successes()) + " / " + count(reality.contacts()) + " 成功 successes"));
        });
        headline.add(new Document.Figure(
                plan.campaign().isReplay() ? "AUC（候选 candidates）" : "AUC（回测 back-test）",
                String.format(Locale.ROOT, "%.3f", plan.evaluation().auc()),
                String.format(Locale.ROOT, "ALIFT %.3f", plan.evaluation().alift())));
        return headline;
    }

    private void depth(Document page) {
        List<LineChart.Line> lines = new ArrayList<>();
        lines.add(new LineChart.Line(
                "期望 expected",
                figures.depths().stream()
                        .flatMapToDouble(d -> java.util.stream.DoubleStream.of(d.customers(), yuan(d.expected())))
                        .toArray(),
                "main"));
        if (figures.reality().isPresent()) {
            lines.add(new LineChart.Line(
                    "实际 real",
                    figures.depths().stream()
                            .flatMapToDouble(d -> java.util.stream.DoubleStream.of(
                                    d.customers(), yuan(d.real().orElseThrow())))
                            .toArray(),
                    "second"));
        }
        Campaign.Channel channel = plan.campaign().channels().getFirst();
        String name = channel.name().zh() + " " + channel.name().en();
        page.chart(
                "按名单深度的净值 Net value by depth · " + name,
                new LineChart(
                                "净值 Net value",
                                "客户数 customers",
                                "元 yuan",
                                lines,
                                List.of(new LineChart.Mark(channel.capacity(), "产能 capacity")),
                                v -> count(Math.round(v)),
                                v -> count(Math.round(v)))
                        .svg(),
                List.of("客户数 customers", "期望 expected", "实际 real"),
                figures.depths().stream()
                        .map(d -> List.of(
                                count(d.customers()),
                                money(d.expected()),
                                d.real().map(PlanReport::money).orElse("–")))
                        .toList());
    }

    private void grades(Document page) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (PlanFigures.GradeLine line : figures.grades()) {
            bars.add(new BarChart.Bar(
                    line.grade() + " 预测 expected",
                    0,
                    line.expectedRate(),
                    -1,
                    ModelPictures.percent(line.expectedRate()),
                    "main"));
            line.realRate()
                    .ifPresent(real -> bars.add(new BarChart.Bar(
                            line.grade() + " 实际 real", 0, real, -1, ModelPictures.percent(real), "second")));
        }
        page.chart(
                "A/B/C 等级的成功率 Success rate by grade",
                new BarChart("A/B/C", bars).svg(),
                List.of("等级 grade", "人数 customers", "入选 chosen", "预测 expected", "实际 real"),
                figures.grades().stream()
                        .map(g -> List.of(
                                g.grade().name(),
                                count(g.customers()),
                                count(g.chosen()),
                                ModelPictures.percent(g.expectedRate()),
                                g.realRate().map(ModelPictures::percent).orElse("–")))
                        .toList());
    }

    private void withheld(Document page) {
        List<BarChart.Bar> bars = new ArrayList<>();
        double left = figures.candidates();
        bars.add(new BarChart.Bar("候选 candidates", 0, left, -1, count(figures.candidates()), "plain"));
        for (Map.Entry<ReasonCode, Integer> entry : figures.withheld().entrySet()) {
            left -= entry.getValue();
            bars.add(new BarChart.Bar(
                    entry.getKey().zh(), left, entry.getValue(), -1, "−" + count(entry.getValue()), "bad"));
        }
        bars.add(new BarChart.Bar("入选 chosen", 0, figures.chosen(), -1, count(figures.chosen()), "main"));
        page.chart(
                "谁未入选、为什么 Who was withheld, and why (first reason)",
                new BarChart("未入选 withheld", bars).svg(),
                List.of("代码 code", "原因 reason", "人数 customers", "护栏 guard", "依据 source"),
                figures.withheld().entrySet().stream()
                        .map(e -> List.of(
                                e.getKey().name(),
                                e.getKey().zh() + " " + e.getKey().en(),
                                count(e.getValue()),
                                Integer.toString(e.getKey().guard()),
                                e.getKey().source()))
                        .toList());
    }

    private void capacity(Document page) {
        List<BarChart.Bar> bars = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < plan.campaign().channels().size(); i++) {
            Campaign.Channel channel = plan.campaign().channels().get(i);
            double used = plan.allocation().drawn()[i];
            Money price = Money.ofFen(Math.round(plan.allocation().shadowPrices()[i]));
            bars.add(new BarChart.Bar(
                    channel.name().zh(),
                    0,
                    used,
                    channel.capacity(),
                    count(Math.round(used)) + " / " + count(channel.capacity()),
                    "main"));
            rows.add(List.of(
                    channel.name().zh() + " " + channel.name().en(),
                    count(Math.round(used)),
                    count(channel.capacity()),
                    money(channel.cost()),
                    String.format(Locale.ROOT, "%.2f", channel.effect()),
                    money(price)));
        }
        page.chart(
                String.format(
                        Locale.ROOT,
                        "产能使用与影子价格 Capacity and shadow prices · 最优性差距 gap %.4f%%",
                        100 * plan.allocation().gap()),
                new BarChart("产能 capacity", bars).svg(),
                List.of("渠道 channel", "使用 used", "产能 capacity", "单次成本 cost", "效果假设 effect", "多一次值 one more is worth"),
                rows);
    }

    private void data(Document page) {
        page.table(
                "数据质量 Data quality",
                List.of("来源 source", "表 table", "行数 rows", "拒收 rejected"),
                snapshot.loads().stream()
                        .filter(load -> !load.table().equals(DecisionLedger.TABLE))
                        .map(PlanReport::load)
                        .toList());
    }

    private static List<String> load(LoadRecord load) {
        return List.of(load.source(), load.table(), count(load.rows()), count(load.rejected()));
    }

    private void provenance(Document page) {
        Campaign campaign = plan.campaign();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("计划 plan", plan.id()));
        rows.add(List.of("截止时点 as of", plan.asOf().toString()));
        rows.add(List.of("数据版本 data version", Long.toString(plan.snapshot())));
        rows.add(List.of("策略版本 policy version", campaign.version()));
        rows.add(List.of(
                "训练样本 learned from",
                count(plan.historyRows()) + " (" + count(plan.historySuccesses()) + " 成功 successes)"));
        rows.add(List.of("特征 features", String.join(", ", plan.model().features())));
        rows.add(List.of("学习器 learners", String.join("; ", plan.model().learners())));
        rows.add(List.of("概率校准 calibration", plan.model().calibration()));
        rows.add(List.of("数据指纹 data hash", plan.model().dataHash()));
        rows.add(List.of("程序版本 code", plan.model().codeVersion()));
        rows.add(List.of("随机种子 seed", Long.toString(campaign.seed())));
        Optional<String> waiver = campaign.guards().consentWaiver();
        rows.add(List.of(
                "营销授权 consent", waiver.map(w -> "未检查 not asked for: " + w).orElse("逐户检查 checked for every customer")));
        page.table("模型与出处 Model and provenance", List.of("项目 item", "内容 content"), rows);
    }

    private static double yuan(Money money) {
        return money.yuan().doubleValue();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String money(Money money) {
        return String.format(Locale.ROOT, "¥%,.2f", money.yuan());
    }
}
