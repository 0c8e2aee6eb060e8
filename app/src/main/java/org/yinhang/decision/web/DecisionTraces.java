package org.yinhang.decision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.yinhang.decision.live.Decision;
import org.yinhang.decision.live.DecisionInput;
import org.yinhang.product.Policies;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.web.Formats;
import org.yinhang.shared.web.PageFrame;
import org.yinhang.shared.web.Texts;
import org.yinhang.tag.TagDefinitions;

/** Makes decisions of the ledger ready to be shown. */
@Component
class DecisionTraces {

    private final Policies policies;
    private final TagDefinitions tags;
    private final MessageSource messages;
    private final BusinessClock clock;

    DecisionTraces(Policies policies, TagDefinitions tags, MessageSource messages, BusinessClock clock) {
        this.policies = policies;
        this.tags = tags;
        this.messages = messages;
        this.clock = clock;
    }

    /** The same page in another language than the viewer's: a letter is written for its reader. */
    PageFrame in(Locale locale, PageFrame page) {
        Texts texts = new Texts(messages, locale);
        return new PageFrame(
                texts,
                new Formats(texts, clock.realInstant().atZone(clock.zone()), !clock.isMoved()),
                page.viewer(),
                page.today(),
                page.isDateMoved(),
                page.isDemo(),
                page.path(),
                page.theme(),
                page.assets(),
                page.csrf(),
                page.menu(),
                page.columns(),
                page.lists());
    }

    /** Names by the policies of a day. */
    DecisionWords words(LocalDate day, PageFrame page) {
        return new DecisionWords(page, policies.offers().book(), day, tags.byId());
    }

    DecisionTrace of(Decision decision, PageFrame page) {
        DecisionInput input = decision.record().input();
        DecisionWords words = words(input.day(), page);
        List<KnownFact> facts = new ArrayList<>();
        input.values().forEach((field, value) -> facts.add(words.fact(field, value)));
        facts.sort(Comparator.comparing(KnownFact::category).thenComparing(KnownFact::field));
        return new DecisionTrace(
                decision, decision.record().offers().stream().map(words::offer).toList(), facts);
    }
}
