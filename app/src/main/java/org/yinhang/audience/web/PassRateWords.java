package org.yinhang.audience.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yinhang.audience.Decisions;
import org.yinhang.audience.PassRate;
import org.yinhang.core.unit.Money;
import org.yinhang.decision.offer.ValueTerms;
import org.yinhang.lake.tag.Tag;
import org.yinhang.shared.web.PageFrame;

/** A pass rate in the viewer's language. */
public final class PassRateWords {

    private final @Nullable Tag reasons;
    private final PageFrame page;

    /** @param tags the catalogue, whose {@code reject_reason} names the reasons */
    PassRateWords(Map<String, Tag> tags, PageFrame page) {
        this.reasons = tags.get("reject_reason");
        this.page = page;
    }

    /**
     * What wasted touches would cost through one channel.
     *
     * @param channel its name
     */
    public record Cost(String channel, Money money) {}

    /** What the rate rests on. */
    public String basis(PassRate rate) {
        return switch (rate.basis()) {
            case SCORE ->
                rate.scores().missing() == 0
                        ? page.t("audience.pass.by-score.all")
                        : page.t(
                                "audience.pass.by-score",
                                page.formats().count(rate.scores().known()),
                                page.formats().count(rate.scores().missing()));
            case PAST -> page.t("audience.pass.by-past");
            case UNKNOWN -> page.t("audience.pass.unknown", Decisions.FEWEST);
        };
    }

    /** The name of a reason. */
    public String reason(PassRate.Reason reason) {
        String code = reason.code();
        if (code.equals(Decisions.OTHER)) {
            return page.t("audience.pass.other");
        }
        Tag.Names names = reasons == null ? null : reasons.values().get(code);
        if (names == null) {
            return code.isEmpty() ? page.t("audience.pass.not-stated") : code;
        }
        return page.texts().isChinese() ? names.zh() : names.en();
    }

    /** The cost of wasted touches through each channel of the contact plans, the dearest first as these list them. */
    public List<Cost> costs(PassRate rate) {
        return ValueTerms.bundled().channels().stream()
                .map(channel -> new Cost(
                        page.texts().isChinese() ? channel.zh() : channel.en(),
                        Money.ofFen(channel.cost().fen() * rate.wasted())))
                .toList();
    }
}
