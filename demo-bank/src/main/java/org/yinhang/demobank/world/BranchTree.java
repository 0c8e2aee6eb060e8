package org.yinhang.demobank.world;

import java.util.ArrayList;
import java.util.List;

/** Head office, a branch per city, sub-branches, outlets; grows with the number of customers. */
public final class BranchTree {

    /** The bank's name; every name in the tree begins with it. */
    public static final String BANK = "引航示范银行(模拟)";

    private static final int OUTLETS_PER_SUBBRANCH = 3;
    private static final String[] QUARTERS = {
        "城东", "城西", "城南", "城北", "高新", "滨江", "新区", "开发区", "湖畔", "大学城", "中央", "南站", "科技园", "古城", "东港", "西溪", "青年路", "和平",
        "文化路", "人民路"
    };

    private final List<Branch> branches = new ArrayList<>();
    private final List<Outlet> outlets = new ArrayList<>();
    private final int cities;

    BranchTree(int customers) {
        cities = Math.clamp(3 + customers / 8_000, 4, City.ALL.size());
        branches.add(new Branch("100000", null, BANK + "总行", "head", "浙江省", "杭州市"));
        int perOutlet = 500 + customers / 4_000;
        int outletsPerCity = Math.max(4, customers / cities / perOutlet);
        for (int city = 0; city < cities; city++) {
            open(city, outletsPerCity);
        }
    }

    private void open(int city, int outletsHere) {
        City place = City.ALL.get(city);
        String branch = "1%02d000".formatted(city + 1);
        branches.add(new Branch(
                branch, "100000", BANK + place.shortName() + "分行", "branch", place.province(), place.name()));
        int subBranches = Math.max(2, outletsHere / OUTLETS_PER_SUBBRANCH);
        int opened = 0;
        for (int sub = 0; sub < subBranches; sub++) {
            String code = "1%02d%03d".formatted(city + 1, sub + 1);
            String quarter = QUARTERS[sub % QUARTERS.length];
            String ordinal = sub < QUARTERS.length ? "" : "第" + (sub / QUARTERS.length + 1);
            String name = BANK + place.shortName() + quarter + ordinal + "支行";
            branches.add(new Branch(code, branch, name, "subbranch", place.province(), place.name()));
            int until = (int) ((long) outletsHere * (sub + 1) / subBranches);
            for (int serial = 1; opened < until; opened++, serial++) {
                String outlet = code + "%02d".formatted(serial);
                branches.add(
                        new Branch(outlet, code, name + "第" + serial + "网点", "outlet", place.province(), place.name()));
                outlets.add(new Outlet(outlets.size(), outlet, city, 2 + (outlets.size() % 3)));
            }
        }
    }

    /** Every node, parents before children. */
    public List<Branch> branches() {
        return List.copyOf(branches);
    }

    /** Every outlet, city by city. */
    public List<Outlet> outlets() {
        return List.copyOf(outlets);
    }

    /** The outlet with that number. */
    public Outlet outlet(int number) {
        return outlets.get(number);
    }

    /** How many outlets there are. */
    public int outletCount() {
        return outlets.size();
    }

    /** How many cities have a branch. */
    public int cities() {
        return cities;
    }
}
