package org.yinhang.demo.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.DataScope;
import org.yinhang.access.DemoStaff;
import org.yinhang.access.StaffUsers;
import org.yinhang.lake.yaml.YamlNode;
import org.yinhang.opportunity.CaseText;
import org.yinhang.opportunity.Need;
import org.yinhang.opportunity.Objection;
import org.yinhang.opportunity.Opportunities;
import org.yinhang.opportunity.Opportunity;
import org.yinhang.opportunity.OpportunityReach;
import org.yinhang.opportunity.OpportunityStage;
import org.yinhang.opportunity.SuccessCase;
import org.yinhang.opportunity.SuccessCases;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;

/**
 * Success cases of calls that really ended with an appointment or an application on the days that were played: written by a
 * simulated account manager, approved by the demo's compliance officer, through the same services as any other.
 */
@Component
class SampleCases {

    private static final String PLACE = "/org/yinhang/demo/cases.yaml";

    private static final List<OpportunityStage> WON =
            List.of(OpportunityStage.APPLIED, OpportunityStage.APPOINTED, OpportunityStage.WON);

    private final List<Sample> samples = shipped();
    private final SuccessCases cases;
    private final Opportunities opportunities;
    private final StaffUsers users;

    SampleCases(SuccessCases cases, Opportunities opportunities, StaffUsers users) {
        this.cases = cases;
        this.opportunities = opportunities;
        this.users = users;
    }

    /** A case, and of which product it is. */
    private record Sample(String product, Optional<Need> need, Optional<Objection> objection, CaseText text) {}

    private static List<Sample> shipped() {
        try (InputStream in = Objects.requireNonNull(SampleCases.class.getResourceAsStream(PLACE), PLACE)) {
            YamlNode root = YamlNode.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), "cases.yaml");
            return root.get("cases").list().stream()
                    .map(one -> new Sample(
                            one.get("product").text(),
                            Need.of(one.get("need").text()),
                            Objection.of(one.get("objection").text()),
                            new CaseText(
                                    one.get("title").text(),
                                    one.get("told").text(),
                                    one.get("said").text(),
                                    one.get("answer").text())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes those that are not written yet, each of another opportunity, as far as there are any that were won. */
    @Transactional
    public void write() {
        Viewer compliance = users.named(DemoStaff.COMPLIANCE.userName()).orElseThrow();
        List<SuccessCase> present = cases.page(new ListQuery("", Map.of(), "", false, 1, ListQuery.LARGEST), compliance)
                .items();
        Set<Long> told = new HashSet<>();
        Set<String> titles = new HashSet<>();
        present.forEach(one -> {
            told.add(one.opportunity());
            titles.add(one.text().title());
        });
        Map<String, Deque<Opportunity>> won = new HashMap<>();
        for (Sample sample : samples) {
            if (!titles.contains(sample.text().title())) {
                Optional.ofNullable(won.computeIfAbsent(sample.product(), product -> won(product, told))
                                .pollFirst())
                        .ifPresent(opportunity -> write(sample, opportunity, compliance));
            }
        }
    }

    private Deque<Opportunity> won(String product, Set<Long> told) {
        OpportunityReach everywhere = new OpportunityReach(DataScope.wholeBank(), "");
        Deque<Opportunity> won = new ArrayDeque<>();
        for (OpportunityStage stage : WON) {
            opportunities
                    .page(
                            new ListQuery(
                                    "",
                                    Map.of("stage", stage.key(), "product", product),
                                    "",
                                    false,
                                    1,
                                    ListQuery.LARGEST),
                            everywhere)
                    .items()
                    .stream()
                    .filter(one -> !told.contains(one.id()))
                    .forEach(won::add);
        }
        return won;
    }

    private void write(Sample sample, Opportunity opportunity, Viewer compliance) {
        SuccessCase written =
                cases.write(opportunity, sample.need(), sample.objection(), sample.text(), SimulatedStaff.anyOne());
        cases.decide(written, true, "示范", compliance);
    }
}
