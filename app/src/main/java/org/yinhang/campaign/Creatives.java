package org.yinhang.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.campaign.internal.CreativeRepository;
import org.yinhang.compliance.DatedRules;
import org.yinhang.compliance.lint.CopyLint;
import org.yinhang.compliance.lint.LintReport;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;
import org.yinhang.reach.Channel;
import org.yinhang.reach.Creative;
import org.yinhang.reach.MessageText;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** The texts of campaigns: written by one, read by the word check, approved by another. */
@Service
public class Creatives {

    private static final String SAMPLE_NAME = "张三";

    /** What stands in previews for a benefit, which is known only once a wave promises it. */
    private static final Map<String, String> SAMPLE_BENEFIT =
            Map.of("benefit", "〔权益名称〕", "code", "〔兑换码〕", "until", "〔截止日〕");

    private final CreativeRepository repository;
    private final CampaignProduct products;
    private final DatedRules rules;
    private final Audit audit;
    private final BusinessClock clock;

    Creatives(
            CreativeRepository repository,
            CampaignProduct products,
            DatedRules rules,
            Audit audit,
            BusinessClock clock) {
        this.repository = repository;
        this.products = products;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest version of each text, by code. */
    public List<CreativeVersion> newest() {
        return repository.newest();
    }

    public Optional<CreativeVersion> find(String code, int version) {
        return repository.find(code, version);
    }

    /** The newest approved version of a text. */
    public Optional<CreativeVersion> approved(String code) {
        return repository.approved(code);
    }

    /**
     * Saves a text as the next version, for somebody else to approve.
     *
     * @throws FaultException {@code RCH-1001} to {@code RCH-1003} for variables, {@code CAM-3001} without a usable code,
     *     channel or text
     */
    @Transactional
    public CreativeVersion save(String code, String channel, String subject, String text, Viewer viewer) {
        List<Fault> faults = new ArrayList<>();
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}") || !Channel.CODES.contains(channel) || text.isBlank()) {
            faults.add(Fault.of(
                    "CAM-3001",
                    "Code, channel or text is missing.",
                    code,
                    "A code is 1 to 40 small letters, digits and hyphens."));
        }
        faults.addAll(new MessageText(text).faults("text"));
        faults.addAll(new MessageText(subject).faults("subject"));
        if (!faults.isEmpty()) {
            throw new FaultException(faults);
        }
        int version = repository.add(code, channel, subject, text, viewer.userName(), clock.realInstant());
        audit.record(AuditNote.by(viewer, "creative.saved", code).with("version " + version));
        return repository.find(code, version).orElseThrow();
    }

    /**
     * Approves or rejects a draft.
     *
     * @throws FaultException {@code CAM-3002} for one's own, {@code CAM-3003} when it is decided already
     */
    @Transactional
    public void decide(CreativeVersion draft, boolean isApproved, Viewer viewer) {
        if (draft.madeBy().equals(viewer.userName())) {
            throw new FaultException(Fault.of(
                    "CAM-3002", "Nobody approves their own text.", draft.code(), "Ask a colleague of compliance."));
        }
        CreativeVersion.State state = isApproved ? CreativeVersion.State.APPROVED : CreativeVersion.State.REJECTED;
        if (!repository.decide(draft.code(), draft.version(), state, viewer.userName(), clock.realInstant())) {
            throw new FaultException(
                    Fault.of("CAM-3003", "This version is decided already.", draft.code(), "Open the text again."));
        }
        audit.record(AuditNote.by(viewer, isApproved ? "creative.approved" : "creative.rejected", draft.code())
                .with("version " + draft.version()));
    }

    /** A text as somebody would get it, with the product's list price and an example amount. */
    public String preview(String text, String product, String name) {
        Map<String, String> values = new HashMap<>(SAMPLE_BENEFIT);
        values.put("name", name);
        products.find(product).ifPresent(found -> values.put("product", found.zh()));
        products.example(product).map(CampaignProduct.Example::terms).ifPresent(terms -> values.putAll(terms.words()));
        return new MessageText(text).fill(values);
    }

    /**
     * A text as whoever refused automated decisions gets it: the list price, and an example amount in the place of a limit. Empty where
     * it says the same to everybody.
     */
    public Optional<String> neutralPreview(String text, String product, String name) {
        boolean isOfOffer = new MessageText(text).used().stream().anyMatch(MessageText.OF_OFFER::contains);
        return isOfOffer ? Optional.of(preview(text, product, name)) : Optional.empty();
    }

    /** A text as one customer would get it, with what they would be offered today. */
    public String previewFor(String text, String product, String name, int customer) {
        Map<String, String> values =
                new HashMap<>(products.offered(product, customer).words());
        values.putAll(SAMPLE_BENEFIT);
        values.put("name", name);
        products.find(product).ifPresent(found -> values.put("product", found.zh()));
        return new MessageText(text).fill(values);
    }

    /** What the word check of today finds in a text, its numbers held against the product's computed cost. */
    public LintReport lint(String channel, String subject, String text, String product) {
        CopyLint lint = new CopyLint(rules.inForce(clock.now().toInstant()).words());
        String whole = subject.isBlank() ? text : subject + "\n" + text;
        return lint.check(
                preview(whole, product, SAMPLE_NAME),
                channel,
                products.example(product).map(CampaignProduct.Example::figures));
    }

    /** An approved text as sending takes it, read once more by the word check of today. */
    public Creative ready(CreativeVersion version, String product) {
        LintReport report = lint(version.channel(), version.subject(), version.text(), product);
        return new Creative(
                version.code(),
                version.version(),
                version.subject(),
                version.text(),
                version.madeBy(),
                version.decidedBy(),
                report.version(),
                report.findings().size());
    }
}
