package org.yinhang.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yinhang.access.internal.BranchRepository;
import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

/** The branch tree of the bank. */
@Service
public class Branches {

    private final BranchRepository repository;

    Branches(BranchRepository repository) {
        this.repository = repository;
    }

    /** The branch with the bank's own code. */
    public Optional<Branch> withCode(String code) {
        return repository.withCode(code);
    }

    /** Every branch inside the scope, in tree order. */
    public List<Branch> within(DataScope scope) {
        return repository.within(scope);
    }

    /** Every branch inside the scope with the number of its users, in tree order. */
    public List<BranchStaff> withStaff(DataScope scope) {
        return repository.withStaff(scope);
    }

    /**
     * Adds a branch, or renames the one that has the code; a branch does not move.
     *
     * @param parentCode the code of the branch above, or null for the root
     * @throws FaultException {@code ACC-1001} when the parent is unknown, {@code ACC-1009} without code or name
     */
    @Transactional
    public Branch put(String code, String name, String nameInEnglish, @Nullable String parentCode) {
        if (!code.matches("[A-Za-z0-9.-]{1,40}") || name.isBlank()) {
            throw new FaultException(Fault.of(
                    "ACC-1009",
                    "Code or name of the branch cannot be used.",
                    code,
                    "Give both; codes hold letters, digits, . and -."));
        }
        Branch parent = parentCode == null
                ? null
                : repository
                        .withCode(parentCode)
                        .orElseThrow(() -> new FaultException(Fault.of(
                                "ACC-1001",
                                "The branch above is unknown.",
                                parentCode,
                                "Give the branches from the root downwards.")));
        return repository.put(code, name, nameInEnglish, parent);
    }
}
