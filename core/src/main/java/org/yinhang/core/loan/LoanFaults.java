package org.yinhang.core.loan;

import org.yinhang.core.fault.Fault;
import org.yinhang.core.fault.FaultException;

final class LoanFaults {

    private LoanFaults() {}

    static FaultException of(String code, String what, String where, String next) {
        return new FaultException(Fault.of(code, what, where, next));
    }
}
