package org.yinhang.lake.tag;

/** Which side of the customer a tag tells about. */
public enum TagCategory {
    BASE("基础"),
    BEHAVIOUR("行为"),
    CONSUMPTION("消费"),
    CREDIT("信贷"),
    RISK("风险"),
    RELATION("关系"),
    MODEL("模型"),
    MANUAL("人工");

    private final String zh;

    TagCategory(String zh) {
        this.zh = zh;
    }

    /** The Chinese name. */
    public String zh() {
        return zh;
    }
}
