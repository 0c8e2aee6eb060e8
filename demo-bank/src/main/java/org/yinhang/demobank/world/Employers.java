package org.yinhang.demobank.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The employers of every city. Stability classes and their risk follow a provincial branch's own statistics: stable
 * institutions have a bad rate of at most 1 %, general ones near 2 %, those to avoid 6.8 %; the mix of borrowers is
 * about 42 : 33 : 25.
 */
public final class Employers {

    private static final int MOST = 60_000;
    private static final String[] STABLE = {
        "government", "science_education_health", "military", "finance", "telecom", "utilities", "transport_industry"
    };
    private static final double[] STABLE_SHARE = {3, 5, 0.6, 2, 1, 1, 4};
    private static final String[] GENERAL = {"commerce", "real_estate", "agriculture", "social_service", "other"};
    private static final double[] GENERAL_SHARE = {5, 3, 1, 3, 1};
    private static final String[] WORDS = {
        "启明", "恒远", "嘉禾", "鼎新", "云帆", "瑞丰", "安澜", "泰和", "星河", "锦程", "博雅", "弘毅", "长青", "东泽", "明德", "汇川", "天朗", "远景",
        "金穗", "百川"
    };

    private final List<Employer> employers = new ArrayList<>();
    private final int perCity;

    Employers(long seed, int customers, int cities) {
        this.perCity = Math.max(12, Math.min(MOST, customers / 40) / cities);
        Dice dice = new Dice(seed);
        for (int city = 0; city < cities; city++) {
            for (int i = 0; i < perCity; i++) {
                employers.add(found(dice.about(employers.size()).forever(Purpose.EMPLOYER), city));
            }
        }
    }

    private Employer found(Dice dice, int city) {
        int number = employers.size();
        int kind = dice.weighted(0.40, 0.34, 0.26);
        String stability = kind == 0 ? "stable" : kind == 1 ? "general" : "avoid";
        String industry = kind == 0
                ? STABLE[dice.weighted(STABLE_SHARE)]
                : GENERAL[kind == 1 ? dice.weighted(GENERAL_SHARE) : dice.weighted(4, 4, 1, 2, 4)];
        int admission = admissionClass(dice, kind, industry);
        double wage = Math.exp(0.22 * dice.normal() + (kind == 0 ? 0.12 : kind == 1 ? 0.0 : -0.15));
        double jobLoss = (kind == 0 ? 0.013 : kind == 1 ? 0.034 : 0.115) * Math.exp(0.25 * dice.normal());
        if ("real_estate".equals(industry)) {
            jobLoss *= 1.5;
        }
        int size = (int) Math.exp(3.2 + 1.1 * Math.abs(dice.normal()) + (kind == 0 ? 0.8 : 0));
        boolean payroll = dice.chance(kind == 0 ? 0.7 : kind == 1 ? 0.5 : 0.35);
        return new Employer(
                number,
                "E%06d".formatted(number + 1),
                name(dice, City.ALL.get(city), industry),
                industry,
                admission,
                stability,
                city,
                size,
                dice.chance(kind == 2 ? 0.02 : 0.15),
                payroll,
                new int[] {5, 8, 10, 15, 20, 25, 28}[dice.below(7)],
                wage,
                Math.min(0.4, jobLoss));
    }

    /** Civil service 1–4, state enterprises and public institutions 5–8, listed and joint-stock 9–11, others 12. */
    private static int admissionClass(Dice dice, int kind, String industry) {
        return switch (industry) {
            case "government", "military" -> 1 + dice.below(4);
            case "science_education_health", "utilities", "telecom" -> 5 + dice.below(4);
            case "finance", "transport_industry" -> 6 + dice.below(5);
            default -> kind == 1 && dice.chance(0.35) ? 9 + dice.below(3) : 12;
        };
    }

    private static String name(Dice dice, City city, String industry) {
        String word = WORDS[dice.below(WORDS.length)] + WORDS[dice.below(WORDS.length)].charAt(0);
        String kind =
                switch (industry) {
                    case "government" -> "管理局";
                    case "science_education_health" -> dice.chance(0.5) ? "学校" : "医院";
                    case "military" -> "后勤保障站";
                    case "finance" -> "保险有限公司";
                    case "telecom" -> "通信有限公司";
                    case "utilities" -> "水务有限公司";
                    case "transport_industry" -> dice.chance(0.5) ? "机械制造有限公司" : "物流有限公司";
                    case "commerce" -> "商贸有限公司";
                    case "real_estate" -> dice.chance(0.5) ? "建筑工程有限公司" : "置业有限公司";
                    case "agriculture" -> "农业发展有限公司";
                    case "social_service" -> dice.chance(0.5) ? "餐饮管理有限公司" : "家政服务有限公司";
                    default -> "科技有限公司";
                };
        return city.shortName() + word + kind + "(模拟)";
    }

    /** Every employer, city by city. */
    public List<Employer> all() {
        return List.copyOf(employers);
    }

    /** An employer of a city; low draws, which are the likelier ones, are the larger employers of the neighbourhood. */
    public Employer in(int city, int index) {
        return employers.get(city * perCity + Math.floorMod(index, perCity));
    }
}
