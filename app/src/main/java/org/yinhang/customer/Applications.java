package org.yinhang.customer;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;
import org.yinhang.access.Branch;
import org.yinhang.access.Branches;
import org.yinhang.access.DataScope;
import org.yinhang.customer.internal.ApplicationFiguresRepository;
import org.yinhang.ingest.LakeReader;
import org.yinhang.shared.BusinessClock;

/** The bank's loan applications as its own systems report them; within the scope of who asks. */
@Service
public class Applications {

    private final LakeReader lake;
    private final Branches branches;
    private final BusinessClock clock;
    private final Map<Question, ApplicationFigures> answers = new ConcurrentHashMap<>();

    Applications(LakeReader lake, Branches branches, BusinessClock clock) {
        this.lake = lake;
        this.branches = branches;
        this.clock = clock;
    }

    /** What an answer depends on: equal questions have equal answers. */
    private record Question(DataScope scope, LocalDate day, long snapshot) {}

    /** Where applications of a branch and those below it stand today. */
    public ApplicationFigures figures(DataScope.BranchSubtree scope) {
        LocalDate today = clock.today();
        Question question = new Question(scope, today, lake.snapshot().version());
        answers.keySet()
                .removeIf(old ->
                        old.snapshot() != question.snapshot() || !old.day().equals(today));
        return answers.computeIfAbsent(question, asked -> read(scope, today));
    }

    private ApplicationFigures read(DataScope.BranchSubtree scope, LocalDate today) {
        boolean isWholeBank = branches.within(DataScope.wholeBank()).size()
                == branches.within(scope).size();
        return lake.read(session -> new ApplicationFiguresRepository(
                        session,
                        today,
                        clock.zone(),
                        branches.within(scope).stream().map(Branch::code).toList(),
                        isWholeBank)
                .read());
    }
}
