package org.yinhang.campaign.web;

import java.util.List;
import org.yinhang.audience.SavedAudience;
import org.yinhang.benefit.Benefit;
import org.yinhang.campaign.CreativeVersion;
import org.yinhang.compliance.rules.SenderRegister;
import org.yinhang.product.Product;

/**
 * What somebody may choose from while planning.
 *
 * @param products that lend today
 * @param audiences they see
 * @param creatives newest version of each text
 * @param senders registered today
 * @param benefits that may be promised today or later
 */
public record WizardChoices(
        List<Product> products,
        List<SavedAudience> audiences,
        List<CreativeVersion> creatives,
        List<SenderRegister.Sender> senders,
        List<Benefit> benefits) {

    public WizardChoices {
        products = List.copyOf(products);
        audiences = List.copyOf(audiences);
        creatives = List.copyOf(creatives);
        senders = List.copyOf(senders);
        benefits = List.copyOf(benefits);
    }
}
