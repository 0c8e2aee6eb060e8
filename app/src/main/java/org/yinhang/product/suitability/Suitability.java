package org.yinhang.product.suitability;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditNote;
import org.yinhang.core.unit.Money;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.Viewer;

/** Takes down what customers answer, and says which grade may be relied upon today. */
@Service
public class Suitability {

    private final SuitabilityRepository repository;
    private final Audit audit;
    private final BusinessClock clock;
    private final Questionnaire questionnaire = Questionnaire.bundled();

    Suitability(SuitabilityRepository repository, Audit audit, BusinessClock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    public Questionnaire questionnaire() {
        return questionnaire;
    }

    /**
     * Takes down a customer's answers.
     *
     * @param answers choice by question
     * @param income a month, by what is known
     * @throws org.yinhang.core.fault.FaultException PRD-5001 and PRD-5002 for every question not answered well
     */
    @Transactional
    public SuitabilityRecord take(int customer, Map<String, String> answers, Optional<Money> income, Viewer viewer) {
        Questionnaire.Result result = questionnaire.grade(answers);
        LocalDate today = clock.today();
        String kept = questionnaire.questions().stream()
                .map(question -> question.id() + "=" + answers.getOrDefault(question.id(), ""))
                .collect(Collectors.joining(";"));
        SuitabilityRecord taken = new SuitabilityRecord(
                customer,
                result.grade(),
                result.points(),
                kept,
                questionnaire.version(),
                clock.realInstant(),
                today,
                today.plusMonths(questionnaire.validMonths()),
                income,
                viewer.userName());
        repository.add(taken);
        audit.record(AuditNote.by(viewer, "suitability.take", "customer " + customer));
        return taken;
    }

    /** A customer's newest answers, whether they still hold or not. */
    public Optional<SuitabilityRecord> newest(int customer) {
        return repository.newest(List.of(customer)).stream().findFirst();
    }

    /** The newest answers of customers who have given any. */
    public Map<Integer, SuitabilityRecord> newest(Collection<Integer> customers) {
        return repository.newest(customers).stream()
                .collect(Collectors.toMap(SuitabilityRecord::customer, Function.identity()));
    }

    /** How they stand today. */
    public SuitabilityRecord.Standing standing(SuitabilityRecord taken, Optional<Money> incomeNow) {
        return taken.standing(clock.today(), questionnaire.version(), incomeNow);
    }
}
