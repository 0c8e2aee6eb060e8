package org.yinhang.decision;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yinhang.compliance.GuardSettings;
import org.yinhang.core.unit.Money;
import org.yinhang.lake.yaml.YamlNode;

/** Reads a campaign file; every fault names its line. The format is described in docs/campaign-file.md. */
final class CampaignFile {

    private final YamlNode root;
    private final Path folder;

    private CampaignFile(YamlNode root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /** Reads a file; the mapping it names lies beside it. */
    static Campaign read(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return new CampaignFile(YamlNode.read(file), parent == null ? Path.of("") : parent).campaign();
    }

    /** Reads a campaign that loads nothing: the lake is filled already. */
    static Campaign parse(YamlNode root) {
        return new CampaignFile(root, Path.of("")).campaign();
    }

    private Campaign campaign() {
        root.only(
                "campaign",
                "name",
                "offer",
                "mapping",
                "as_of",
                "history",
                "candidates",
                "features",
                "grades",
                "channels",
                "budget",
                "value",
                "guards",
                "scripts",
                "seed");
        YamlNode offer = root.get("offer").only("code", "zh", "en");
        YamlNode history = root.get("history").only("success", "products", "channels");
        double shareA = share(root.get("grades").only("A", "B", "C").get("A"));
        double shareB = share(root.get("grades").get("B"));
        if (shareA + shareB > 1) {
            throw root.get("grades").wrong("The shares of A and B add up to more than 1.", "Leave some for C.");
        }
        return new Campaign(
                root.get("campaign").text(),
                names(root.get("name")),
                offer.get("code").text(),
                new Campaign.Names(offer.get("zh").text(), offer.get("en").text()),
                root.find("mapping").map(m -> folder.resolve(m.text())),
                history.find("products").map(YamlNode::texts).orElse(List.of()),
                history.find("channels").map(YamlNode::texts).orElse(List.of()),
                history.get("success").texts(),
                newestContacts(root.get("candidates").only("newest_contacts", "every_customer")),
                root.find("as_of").map(CampaignFile::day),
                root.get("features"),
                shareA,
                shareB,
                channels(),
                root.find("budget").map(CampaignFile::money),
                money(root.get("value").only("success").get("success")),
                guards(root.get("guards")),
                scripts(),
                root.find("seed").map(YamlNode::whole).orElse(0L),
                Fingerprints.of(root.source().getBytes(StandardCharsets.UTF_8)).substring(0, 12));
    }

    private static Optional<Integer> newestContacts(YamlNode candidates) {
        Optional<YamlNode> newest = candidates.find("newest_contacts");
        boolean everybody = candidates.flag("every_customer", false);
        if (newest.isPresent() == everybody) {
            throw candidates.wrong(
                    "It must be said who the candidates are.",
                    "Write either newest_contacts: N or every_customer: true.");
        }
        return newest.map(n -> n.whole(1, Integer.MAX_VALUE));
    }

    private List<Campaign.Channel> channels() {
        List<Campaign.Channel> channels = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : root.get("channels").entries().entrySet()) {
            YamlNode channel = entry.getValue().only("zh", "en", "grades", "cost", "capacity", "effect");
            Set<Grade> grades = EnumSet.noneOf(Grade.class);
            channel.get("grades").list().forEach(grade -> grades.add(grade(grade)));
            BigDecimal effect = channel.get("effect").decimal();
            if (effect.signum() < 0 || effect.compareTo(BigDecimal.TEN) > 0) {
                throw channel.get("effect").wrong("The effect is out of range.", "Expected 0 to 10; 1 is a call's.");
            }
            channels.add(new Campaign.Channel(
                    entry.getKey(),
                    names(channel),
                    grades,
                    money(channel.get("cost")),
                    channel.get("capacity").whole(0, Integer.MAX_VALUE),
                    effect.doubleValue()));
        }
        return List.copyOf(channels);
    }

    private static Grade grade(YamlNode node) {
        return switch (node.text()) {
            case "A" -> Grade.A;
            case "B" -> Grade.B;
            case "C" -> Grade.C;
            default -> throw node.wrong("'%s' is not a grade.".formatted(node.text()), "Use A, B or C.");
        };
    }

    private static GuardSettings guards(YamlNode guards) {
        guards.only(
                "consent",
                "consent_waiver",
                "age",
                "maximum_attempts",
                "cool_down_after_refusal",
                "days_between_contacts");
        Optional<String> waiver = guards.find("consent_waiver").map(YamlNode::text);
        if (!guards.flag("consent", waiver.isEmpty()) && waiver.isEmpty()) {
            throw guards.wrong(
                    "Consent is switched off without a reason.",
                    "Write the reason as consent_waiver, or consent: true.");
        }
        Optional<YamlNode> age = guards.find("age").map(a -> a.only("from", "to"));
        Optional<YamlNode> coolDown = guards.find("cool_down_after_refusal").map(c -> c.only("days", "when_unknown"));
        return new GuardSettings(
                waiver,
                age.map(a -> a.get("from").whole(18, 120)).orElse(18),
                age.map(a -> a.get("to").whole(18, 120)).orElse(120),
                guards.find("maximum_attempts").map(m -> m.whole(1, 1000)).orElse(Integer.MAX_VALUE),
                coolDown.map(c -> c.get("days").whole(0, 3650)).orElse(0),
                coolDown.flatMap(c -> c.find("when_unknown"))
                        .map(CampaignFile::contactsWhenUnknown)
                        .orElse(false),
                guards.find("days_between_contacts").map(d -> d.whole(0, 3650)).orElse(0));
    }

    private static boolean contactsWhenUnknown(YamlNode node) {
        return switch (node.text()) {
            case "contact" -> true;
            case "withhold" -> false;
            default -> throw node.wrong("'%s' is not known here.".formatted(node.text()), "Use contact or withhold.");
        };
    }

    private List<Campaign.Script> scripts() {
        return root.find("scripts").stream()
                .flatMap(scripts -> scripts.list().stream())
                .map(script -> script.only("channel", "reason", "zh", "en"))
                .map(script -> new Campaign.Script(
                        script.get("channel").text(), script.find("reason").map(YamlNode::text), names(script)))
                .toList();
    }

    private static Campaign.Names names(YamlNode node) {
        return new Campaign.Names(node.get("zh").text(), node.get("en").text());
    }

    private static double share(YamlNode node) {
        BigDecimal share = node.only("share").get("share").decimal();
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw node.wrong("The share is out of range.", "Expected 0 to 1.");
        }
        return share.doubleValue();
    }

    private static Money money(YamlNode node) {
        BigDecimal yuan = node.decimal();
        if (yuan.scale() > 2 || yuan.signum() < 0) {
            throw node.wrong("%s is not an amount in yuan.".formatted(yuan), "Write 0 or more, at most two decimals.");
        }
        return Money.ofYuan(yuan);
    }

    private static LocalDate day(YamlNode node) {
        try {
            return LocalDate.parse(node.text());
        } catch (DateTimeParseException e) {
            throw node.wrong("'%s' is not a date.".formatted(node.text()), "Write it as 2026-11-21.");
        }
    }
}
