package org.yinhang.demobank.world;

import java.util.List;

/**
 * A real Chinese city in which the simulated bank has a branch.
 *
 * @param province province or municipality
 * @param name the city
 * @param income level of incomes against the average of all cities
 */
public record City(String province, String name, double income) {

    /** The cities, in the order in which a growing bank opens its branches. */
    static final List<City> ALL = List.of(
            new City("浙江省", "杭州市", 1.25),
            new City("江苏省", "南京市", 1.15),
            new City("四川省", "成都市", 1.00),
            new City("湖北省", "武汉市", 0.98),
            new City("浙江省", "宁波市", 1.18),
            new City("陕西省", "西安市", 0.92),
            new City("湖南省", "长沙市", 0.98),
            new City("山东省", "青岛市", 1.00),
            new City("福建省", "厦门市", 1.10),
            new City("河南省", "郑州市", 0.88),
            new City("安徽省", "合肥市", 0.95),
            new City("江苏省", "苏州市", 1.22),
            new City("广东省", "佛山市", 1.08),
            new City("山东省", "济南市", 0.95),
            new City("重庆市", "重庆市", 0.92),
            new City("江西省", "南昌市", 0.85),
            new City("辽宁省", "大连市", 0.93),
            new City("福建省", "福州市", 0.98),
            new City("广东省", "东莞市", 1.05),
            new City("云南省", "昆明市", 0.85),
            new City("浙江省", "绍兴市", 1.08),
            new City("江苏省", "无锡市", 1.15),
            new City("河北省", "石家庄市", 0.80),
            new City("贵州省", "贵阳市", 0.82),
            new City("广西壮族自治区", "南宁市", 0.80),
            new City("浙江省", "金华市", 1.02),
            new City("江苏省", "南通市", 1.02),
            new City("山西省", "太原市", 0.82),
            new City("吉林省", "长春市", 0.80),
            new City("黑龙江省", "哈尔滨市", 0.78),
            new City("湖北省", "襄阳市", 0.76),
            new City("四川省", "绵阳市", 0.76),
            new City("湖南省", "株洲市", 0.80),
            new City("甘肃省", "兰州市", 0.75),
            new City("山东省", "潍坊市", 0.82),
            new City("安徽省", "芜湖市", 0.85));

    /** The name without 市. */
    public String shortName() {
        return name.substring(0, name.length() - 1);
    }
}
