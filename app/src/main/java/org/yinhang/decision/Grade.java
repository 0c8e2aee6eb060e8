package org.yinhang.decision;

/** How likely a customer is to want the offer; each grade has its own way of being approached. */
public enum Grade {
    /** 高意向: called first. */
    A,
    /** 潜在: short message and WeCom. */
    B,
    /** 低意向: periodic care. */
    C
}
