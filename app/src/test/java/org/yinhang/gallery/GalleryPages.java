package org.yinhang.gallery;

import static org.yinhang.gallery.GalleryPage.at;
import static org.yinhang.gallery.GalleryPage.behind;

import java.util.List;
import java.util.stream.Stream;

/** Every page, by part of the workbench in the order of its menu. */
record GalleryPages(String title, List<GalleryPage> pages) {

    static final List<GalleryPages> PARTS = List.of(
            part(
                    "登录与工作台",
                    at("/sign-in", ""),
                    at("/", "analyst"),
                    at("/", "manager"),
                    at("/", "head"),
                    at("/", "operator"),
                    at("/", "compliance"),
                    at("/", "admin"),
                    at("/account", "manager")),
            part(
                    "客户",
                    at("/customers", "manager"),
                    behind("/customers", "/customers/{number}", "manager"),
                    behind("/customers/{number}", "/customers/{number}/suitability", "manager")),
            part(
                    "标签",
                    at("/tags", "analyst"),
                    behind("/tags", "/tags/{id}", "analyst"),
                    at("/tags/new", "analyst"),
                    behind("/tags/{id}", "/tags/{id}/edit", "analyst")),
            part(
                    "客群",
                    at("/audiences", "analyst"),
                    at("/audiences/new", "analyst"),
                    behind("/audiences", "/audiences/{id}", "analyst"),
                    at("/audiences/overlap", "analyst"),
                    at("/audiences/lists", "analyst")),
            part(
                    "模型",
                    at("/models", "analyst"),
                    behind("/models", "/models/{id}", "analyst"),
                    behind("/models/{id}", "/models/{id}/compare", "analyst"),
                    behind("/models/{id}", "/models/{id}/shape", "analyst"),
                    behind("/models/{id}", "/models/{id}/what-if", "analyst"),
                    behind("/models/{id}", "/models/{id}/train", "analyst"),
                    behind("/models/{id}/train", "/models/{id}/train/{run}", "analyst"),
                    behind("/models/{id}", "/models/{id}/bring", "analyst"),
                    behind("/models/{id}/bring", "/models/{id}/bring/{run}", "analyst"),
                    behind("/models/{id}/shape", "/models/{id}/{version}/redraw", "analyst"),
                    behind("/models/{id}/{version}/redraw", "/models/{id}/{version}/redraw/{run}", "analyst")),
            part(
                    "产品与策略",
                    at("/products", "analyst"),
                    behind("/products", "/products/{id}", "analyst"),
                    behind("/products/{id}", "/products/{id}/edit", "analyst"),
                    at("/policies", "analyst"),
                    at("/policies/new", "analyst"),
                    at("/policies/releases", "compliance"),
                    behind("/policies", "/policies/{id}", "analyst"),
                    behind("/policies/{id}", "/policies/{id}/edit", "analyst"),
                    behind("/policies/{id}", "/policies/{id}/compare", "analyst"),
                    behind("/policies/{id}", "/policies/{id}/bench", "analyst"),
                    behind("/products/{id}", "/policies/caps/{id}/edit", "analyst"),
                    at("/rehearsals", "analyst"),
                    behind("/rehearsals", "/rehearsals/{kind}/{id}/{version}", "analyst"),
                    at("/benefits", "analyst"),
                    at("/benefits/new", "analyst"),
                    behind("/benefits/demo-coupon", "/benefits/{code}", "analyst"),
                    behind("/benefits/{code}", "/benefits/{code}/edit", "analyst"),
                    at("/benefits/redeem", "manager")),
            part(
                    "营销计划与决策",
                    at("/plans", "analyst"),
                    behind("/plans", "/plans/{id}", "analyst"),
                    at("/outreach/none", "analyst"),
                    behind("/outreach", "/outreach/{id}", "analyst"),
                    at("/decisions", "analyst"),
                    behind("/decisions", "/decisions/{id}", "analyst"),
                    behind("/decisions/{id}", "/decisions/{id}/letter", "analyst")),
            part(
                    "活动与渠道",
                    at("/campaigns", "analyst"),
                    at("/campaigns/new", "analyst"),
                    behind("/campaigns/demo-look", "/campaigns/{code}", "analyst"),
                    behind("/campaigns/demo-next", "/campaigns/{code}/plan/{step}", "analyst"),
                    behind("/campaigns/demo-look/past", "/campaigns/{code}/past", "analyst"),
                    at("/creatives", "analyst"),
                    behind("/creatives", "/creatives/edit", "analyst"),
                    at("/events", "analyst"),
                    at("/events/new", "analyst"),
                    behind("/events", "/events/{id}", "head"),
                    at("/dispatches", "analyst"),
                    behind("/dispatches", "/dispatches/{id}", "analyst"),
                    at("/channels", "analyst"),
                    behind("/channels", "/channels/{code}", "analyst"),
                    at("/channel-desk", "admin")),
            part(
                    "商机",
                    at("/my-day", "manager"),
                    at("/opportunities", "manager"),
                    behind("/opportunities", "/opportunities/{id}", "manager"),
                    behind("/opportunities/{id}", "/opportunities/{id}/visit", "manager"),
                    at("/opportunity-pool", "manager"),
                    at("/visits", "manager"),
                    at("/opportunity-team", "head"),
                    at("/opportunity-members", "head"),
                    behind("/opportunity-members", "/opportunity-members/{code}", "head"),
                    at("/handovers", "head"),
                    at("/handovers/new", "head"),
                    behind("/handovers", "/handovers/{id}", "head"),
                    at("/scripts", "analyst"),
                    at("/scripts/new", "analyst"),
                    behind("/scripts", "/scripts/{code}/{version}", "analyst"),
                    at("/success-cases", "manager"),
                    at("/opportunity-lists", "analyst"),
                    at("/opportunity-rules", "analyst"),
                    at("/opportunity-rules/new", "analyst"),
                    behind("/opportunity-rules", "/opportunity-rules/{code}", "analyst"),
                    behind("/opportunity-rules/{code}", "/opportunity-rules/{code}/edit", "analyst"),
                    at("/opportunity-settings", "admin")),
            part(
                    "分析",
                    at("/insight/dashboard", "analyst"),
                    at("/insight/funnel", "analyst"),
                    at("/insight/experiments", "analyst"),
                    behind("/insight/experiments/demo-look", "/insight/experiments/{code}", "analyst"),
                    at("/insight/increments", "analyst"),
                    at("/insight/returns", "analyst"),
                    at("/insight/vintage", "analyst"),
                    at("/insight/alerts", "analyst")),
            part(
                    "合规",
                    at("/compliance/guards", "compliance"),
                    at("/compliance/rules", "compliance"),
                    behind("/compliance/rules", "/compliance/rules/{kind}", "compliance"),
                    at("/compliance/words", "compliance"),
                    at("/compliance/consents", "compliance"),
                    at("/compliance/contacts", "compliance"),
                    at("/compliance/holds", "compliance"),
                    behind("/compliance/contacts", "/compliance/customers/{number}", "compliance"),
                    at("/complaints", "compliance"),
                    at("/complaints/new", "manager"),
                    behind("/complaints", "/complaints/{id}", "compliance")),
            part(
                    "系统",
                    at("/system/users", "admin"),
                    at("/system/users/new", "admin"),
                    behind("/system/users", "/system/users/{id}", "admin"),
                    at("/system/branches", "admin"),
                    at("/system/jobs", "admin"),
                    behind("/system/jobs", "/system/jobs/{id}", "admin"),
                    at("/system/data", "admin"),
                    behind("/system/data", "/system/data/mapping", "admin"),
                    behind("/system/data", "/system/data/loads/{run}", "admin"),
                    at("/system/audit", "admin")));

    static Stream<GalleryPage> all() {
        return PARTS.stream().flatMap(part -> part.pages.stream());
    }

    /** The page of that route; the first user's where several have one. */
    static GalleryPage of(String route) {
        return all().filter(page -> page.route().equals(route)).findFirst().orElseThrow();
    }

    /** The page an address leads to: one without blanks before one with them. */
    static boolean isOf(GalleryPage page, String address) {
        return page.leadsHere(address)
                && all().noneMatch(other ->
                        !other.route().contains("{") && !other.equals(page) && other.leadsHere(address));
    }

    private static GalleryPages part(String title, GalleryPage... pages) {
        return new GalleryPages(title, List.of(pages));
    }
}
