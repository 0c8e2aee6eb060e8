package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;

/** A head hands customers over, and the receiver reads the pack, in a real browser. */
@ApplicationTest
class HandoverBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;
    private String manager;
    private List<String> colleagues;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("viewed-not-applied");
        manager = code("manager");
        colleagues = jdbc.sql("""
                SELECT s.code FROM staff_member s JOIN branch b ON b.id = s.branch_id
                WHERE s.role = 'account_manager' AND s.code <> ? AND b.path LIKE (
                    SELECT h.path FROM staff_user u JOIN branch h ON h.id = u.branch_id WHERE u.user_name = 'head') || '%'
                  AND EXISTS (SELECT FROM customer c WHERE c.manager_code = s.code) ORDER BY s.code LIMIT 2""").param(manager).query(String.class).list();
        jdbc.sql("""
                UPDATE opportunity SET place = 'public', owner = NULL WHERE owner IS NOT NULL
                  AND id NOT IN (SELECT id FROM opportunity WHERE owner = ANY(?) ORDER BY id LIMIT 25)""").param(new String[] {manager, colleagues.getFirst()}).update();
        jdbc.sql("""
                UPDATE opportunity SET next_at = found_at + interval '30 hours' WHERE id IN (
                    SELECT id FROM opportunity WHERE owner = ? ORDER BY id LIMIT 2)""").param(colleagues.getFirst()).update();
    }

    private String code(String userName) {
        return jdbc.sql("SELECT staff_code FROM staff_user WHERE user_name = ?")
                .param(userName)
                .query(String.class)
                .single();
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    @Test
    void fromThePreviewToThePackThatWasRead() {
        String pack;
        try (Window head = Window.signedIn(port, "head", 1440, false)) {
            Page page = head.page();
            head.visit("/handovers");
            assertThat(page.locator("main").textContent()).contains("还没有交接");
            head.visit("/handovers/new");
            page.locator("#from").selectOption(colleagues.getFirst());
            page.locator("input[name=receivers][value='" + manager + "']").check();
            page.locator("input[name=receivers][value='" + colleagues.getLast() + "']")
                    .check();
            page.locator("#reason").fill("产假");
            page.locator("input[name=staysDeputy]").check();
            assertThat(head.barriers()).isEmpty();
            page.locator(".handover-form .btn-primary").click();
            page.waitForURL("**/handovers/preview");
            assertThat(head.barriers()).isEmpty();
            head.picture("handover-preview");
            page.locator("form[action='/handovers'] .btn-primary").click();
            page.waitForURL(java.util.regex.Pattern.compile(".*/handovers/\\d+"));
            assertThat(head.barriers()).isEmpty();
            pack = page.url().replaceAll(".*(/handovers/\\d+)", "$1");
            head.visit("/handovers");
            assertThat(page.locator("#list-handovers").textContent()).contains("产假", "生效中");
            assertThat(head.barriers()).isEmpty();
            assertThat(head.complaints()).isEmpty();
        }
        try (Window receiver = Window.signedIn(port, "manager", 1440, false)) {
            Page page = receiver.page();
            receiver.visit("/my-day");
            assertThat(page.locator("main").textContent()).contains("还没有阅读交接包");
            receiver.visit(pack);
            assertThat(receiver.barriers()).isEmpty();
            receiver.picture("handover-pack");
            page.locator(".pack form button").first().click();
            page.waitForURL("**" + pack + "?page=1");
            assertThat(page.locator(".pack .sign-good").count()).isPositive();
            page.locator("form.notice button").click();
            page.waitForURL("**" + pack + "?page=1");
            receiver.visit("/my-day");
            assertThat(page.locator("main").textContent()).doesNotContain("还没有阅读交接包");
            receiver.visit(pack);
            page.locator(".pack h2 a").first().click();
            page.waitForURL("**/customers/*");
            assertThat(page.locator("main").textContent()).contains("维护人", "主办(A)", "协办(B)", "产假");
            assertThat(receiver.barriers()).isEmpty();
            assertThat(receiver.complaints()).isEmpty();
        }
        for (boolean english : List.of(false, true)) {
            try (Window phone = Window.signedIn(port, "manager", 390, english)) {
                phone.visit(pack);
                assertThat(phone.barriers()).isEmpty();
                if (!english) {
                    phone.picture("handover-pack");
                }
                assertThat(phone.complaints()).isEmpty();
            }
        }
        try (Window head = Window.signedIn(port, "head", 390, true)) {
            head.visit("/handovers/new");
            assertThat(head.barriers()).isEmpty();
            head.visit(pack);
            head.page().locator("form[action$='/undo'] button").click();
            head.page().waitForURL("**" + pack);
            assertThat(head.page().locator("main").textContent()).contains("Undone");
            assertThat(head.complaints()).isEmpty();
        }
    }

    @Test
    void customersChosenInTheListAreHandedOverAndADeputyIsGivenOnTheirPage() {
        int number = jdbc.sql("SELECT number FROM customer WHERE manager_code = ? ORDER BY aum DESC LIMIT 1")
                .param(colleagues.getFirst())
                .query(Integer.class)
                .single();
        try (Window head = Window.signedIn(port, "head", 1440, true)) {
            Page page = head.page();
            head.visit("/customers?f.manager=" + colleagues.getFirst());
            page.locator("#list-customers tbody input[type=checkbox]").first().check();
            page.locator("button[formaction='/customers/handover']").click();
            page.waitForURL("**/customers/handover");
            assertThat(page.locator("main").textContent()).contains("1 customers were chosen");
            head.visit("/customers/" + number);
            page.locator("summary", new Page.LocatorOptions().setHasText("Give a deputy"))
                    .click();
            page.locator("#deputy-staff").selectOption(manager);
            page.locator("#deputy-reason").fill("star customer");
            page.locator("form[action$='/deputy'] button").click();
            page.waitForURL("**/customers/" + number);
            assertThat(page.locator(".keepers").textContent()).contains(manager);
            assertThat(head.barriers()).isEmpty();
            assertThat(head.complaints()).isEmpty();
        }
        try (Window deputy = Window.signedIn(port, "manager", 1440, false)) {
            deputy.visit("/customers/" + number);
            assertThat(deputy.page().locator(".keepers").textContent()).contains("协办(B)", manager);
            deputy.picture("customer-keepers");
        }
    }
}
