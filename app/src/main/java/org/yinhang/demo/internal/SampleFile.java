package org.yinhang.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.yinhang.benefit.BenefitKind;
import org.yinhang.benefit.BenefitTerms;
import org.yinhang.benefit.EarnedBy;
import org.yinhang.campaign.WaveEntry;
import org.yinhang.campaign.WavePlan;
import org.yinhang.campaign.WaveStep;
import org.yinhang.core.unit.Money;
import org.yinhang.core.unit.Rate;
import org.yinhang.lake.yaml.YamlNode;

/**
 * The campaigns the demo begins with, as a file says them.
 *
 * @param texts what is said
 * @param benefits what may be promised; each ends with the year of its first day
 * @param audiences to whom
 * @param campaigns in the order they are begun
 */
record SampleFile(List<Text> texts, List<YamlNode> benefits, List<Audience> audiences, List<Sample> campaigns) {

    private static final String PLACE = "/org/yinhang/demo/campaigns.yaml";

    /** A text of a channel. */
    record Text(String code, String channel, String subject, String text) {}

    /** An audience, by its key in the file. */
    record Audience(String key, String name, String note, String predicate) {}

    /** How far a campaign is brought. */
    enum Until {
        DRAFT,
        SUBMITTED,
        LAUNCHED
    }

    /**
     * A campaign.
     *
     * @param until how far it is brought
     * @param audience key of its audience
     * @param controlPercent left alone
     * @param starts days after the day the demo begins on; before it where negative
     * @param ends likewise
     */
    record Sample(
            String code,
            Until until,
            String name,
            String goal,
            String product,
            String audience,
            int controlPercent,
            int starts,
            int ends,
            int priority,
            List<WavePlan> waves) {}

    /** The one that ships. */
    static SampleFile shipped() {
        try (InputStream in = Objects.requireNonNull(SampleFile.class.getResourceAsStream(PLACE), PLACE)) {
            return of(YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "campaigns.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampleFile of(YamlNode root) {
        root.only("texts", "benefits", "audiences", "campaigns");
        return new SampleFile(
                root.get("texts").list().stream()
                        .map(text -> new Text(
                                text.get("code").text(),
                                text.get("channel").text(),
                                text.text("subject", ""),
                                text.get("text").text()))
                        .toList(),
                root.get("benefits").list(),
                root.get("audiences").list().stream()
                        .map(audience -> new Audience(
                                audience.get("key").text(),
                                audience.get("name").text(),
                                audience.get("note").text(),
                                audience.get("predicate").text()))
                        .toList(),
                root.get("campaigns").list().stream().map(SampleFile::sample).toList());
    }

    /** The benefits, promised for a year from a day on. */
    List<BenefitTerms> benefitsFrom(LocalDate day) {
        return benefits.stream()
                .map(node -> new BenefitTerms(
                        node.get("code").text(),
                        node.get("name").text(),
                        BenefitKind.of(node.get("kind").text()),
                        node.text("product", ""),
                        new Rate(node.get("cut").whole(0, 20_000)),
                        0,
                        Money.ofYuan(node.get("worth").whole()),
                        node.get("stock").whole(),
                        Money.ofYuan(node.get("budget").whole()),
                        day,
                        day.plusYears(1),
                        node.get("valid").whole(1, 366),
                        node.get("each").whole(1, 100),
                        EarnedBy.of(node.get("earned").text())))
                .toList();
    }

    private static Sample sample(YamlNode node) {
        return new Sample(
                node.get("code").text(),
                node.get("until").oneOf(Until.class),
                node.get("name").text(),
                node.get("goal").text(),
                node.get("product").text(),
                node.get("audience").text(),
                node.get("control").whole(0, 90),
                Math.toIntExact(node.get("starts").whole()),
                Math.toIntExact(node.get("ends").whole()),
                node.get("priority").whole(1, 9),
                node.get("waves").list().stream().map(SampleFile::wave).toList());
    }

    private static WavePlan wave(YamlNode node) {
        return new WavePlan(
                node.get("code").text(),
                WaveEntry.valueOf(node.get("entry").text().toUpperCase(Locale.ROOT)),
                node.get("wait").whole(0, 60),
                node.get("steps").list().stream()
                        .map(step -> new WaveStep(
                                step.text("who", ""),
                                "",
                                step.get("channel").text(),
                                step.get("text").text(),
                                step.text("sender", ""),
                                step.get("cost").whole(),
                                Optional.of(step.text("benefit", "")).filter(code -> !code.isEmpty())))
                        .toList());
    }
}
