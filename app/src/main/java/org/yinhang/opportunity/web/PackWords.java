package org.yinhang.opportunity.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.yinhang.compliance.ConsentEntry;
import org.yinhang.compliance.Hold;
import org.yinhang.compliance.complaint.Complaint;
import org.yinhang.compliance.policy.ConsentScope;
import org.yinhang.opportunity.ContactRecord;
import org.yinhang.opportunity.Need;
import org.yinhang.opportunity.Objection;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.handover.PackEntry;
import org.yinhang.shared.web.PageFrame;

/** What stands in a pack, in the viewer's language: the same on the page and in the workbook. */
public final class PackWords {

    private PackWords() {}

    /** What was agreed, and for when. */
    public static String promises(PackEntry entry, PageFrame page) {
        return entry.promised().stream()
                .map(one -> page.t(
                        "opportunity.day.promised",
                        page.formats().momentInFull(one.nextAt().orElseThrow())))
                .collect(Collectors.joining("; "));
    }

    /** An open opportunity: product, how far, until when. */
    public static String opportunity(Opportunity one, OpportunityWords.Words words, PageFrame page) {
        return words.product(one.product(), page) + " · " + page.t(one.stage().messageKey()) + " · "
                + page.t("opportunity.until", page.formats().day(one.expiresOn()));
    }

    /** A contact: when, how it ended, what was told, what was agreed. */
    public static String contact(ContactRecord one, PageFrame page) {
        List<String> words = new ArrayList<>();
        words.add(page.formats().momentInFull(one.at()));
        words.add(page.t(one.way().messageKey(one.outcome())));
        one.need().map(Need::messageKey).map(page::t).ifPresent(words::add);
        one.objection().map(Objection::messageKey).map(page::t).ifPresent(words::add);
        words.add(page.t(one.next().messageKey()));
        return String.join(" · ", words);
    }

    /** What the customer answered: purposes and channels. */
    public static String answers(List<ConsentEntry> entries, PageFrame page) {
        return entries.stream().map(one -> answer(one, page)).distinct().collect(Collectors.joining("; "));
    }

    /** What must not be done, and why. */
    public static List<String> limits(PackEntry entry, PageFrame page) {
        List<String> limits = new ArrayList<>();
        if (entry.customer().deceased()) {
            limits.add(page.t("handover.limit.deceased"));
        }
        for (Complaint complaint : entry.complaints()) {
            limits.add(page.t(
                    "handover.limit.complaint",
                    page.t(complaint.severity().messageKey()),
                    page.t(complaint.subject().messageKey())));
        }
        for (Hold hold : entry.holds()) {
            limits.add(page.t("handover.limit.hold", page.t(hold.kind().messageKey())));
        }
        if (entry.customer().consent().profilingRefused()) {
            limits.add(page.t("handover.limit.profiling"));
        }
        entry.refused().stream()
                .map(one -> page.t("handover.limit.refused", answer(one, page)))
                .distinct()
                .forEach(limits::add);
        entry.contacts().stream()
                .flatMap(contact -> contact.objection().stream())
                .distinct()
                .map(objection -> page.t("handover.limit.objection", page.t(objection.messageKey())))
                .forEach(limits::add);
        return limits;
    }

    private static String answer(ConsentEntry entry, PageFrame page) {
        ConsentScope scope = entry.scope();
        String purpose = page.texts().orElse("compliance.purpose." + scope.purpose(), scope.purpose());
        String channel = scope.channel().equals(ConsentScope.ANY)
                ? page.t("compliance.channel.any")
                : page.texts().orElse("compliance.channel." + scope.channel(), scope.channel());
        return purpose + " · " + channel;
    }
}
