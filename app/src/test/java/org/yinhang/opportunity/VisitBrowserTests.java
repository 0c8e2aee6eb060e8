package org.yinhang.opportunity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.Browser.Window;

/** A visit on the phone, from the call that arranges it to the head who looks at the evidence. */
@ApplicationTest
class VisitBrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private BeanFactory application;

    @Autowired
    private JdbcClient jdbc;

    private OpportunityRows rows;

    @BeforeEach
    void prepare() {
        rows = OpportunityRows.of(application);
        rows.assigned("viewed-not-applied");
    }

    @AfterEach
    void forget() {
        rows.forget();
    }

    private static byte[] shop(Color front) throws IOException {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(front);
        pen.fillRect(60, 120, 400, 300);
        pen.setColor(Color.BLUE);
        pen.fillOval(front.getRed(), 40, 220, 260);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static FilePayload photo(Color front) throws IOException {
        return new FilePayload("shop.png", "image/png", shop(front));
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    /** The customer calls and says that a visit is welcome: a call of the bank on the same day would be the one contact of it. */
    private static void arrange(Window phone) {
        Page page = phone.page();
        CallPages.openCallable(phone);
        String address = page.url();
        CallPages.tap(page, "outcome", "reached");
        CallPages.finish(page, "week");
        page.waitForURL("**/my-day");
        page.navigate(address + "/visit");
        assertThat(page.locator("#where").textContent()).contains("未授权该渠道");
        page.locator("#agreed").click();
        page.locator("#begin").waitFor();
    }

    @Test
    void aVisitOnThePhoneAlsoWhereTheNetworkIsLost() throws IOException {
        try (Window phone = Window.signedIn(port, "manager", 390, false)) {
            Page page = phone.page();
            page.context().grantPermissions(List.of("geolocation"));
            page.context().setGeolocation(new Geolocation(30.3, 120.2).setAccuracy(25));
            arrange(phone);
            assertThat(phone.barriers()).isEmpty();
            page.locator("[data-visit-place]").check();
            page.locator("[data-place-given]").waitFor();
            phone.picture("visit-begin");
            page.locator("#begin").click();
            page.locator("#record").waitFor();
            assertThat(page.locator("#where").textContent()).contains("误差约 25 米");
            assertThat(page.locator("#script").textContent()).contains("工作证");
            assertThat(phone.barriers()).isEmpty();
            page.locator("#camera").setInputFiles(new FilePayload("no.png", "image/png", new byte[] {1, 2, 3}));
            page.locator("[data-photo-refused]").waitFor();
            assertThat(page.locator("[data-photo-refused]").textContent()).contains("OPP-8004");
            page.context().setOffline(true);
            page.locator("#camera").setInputFiles(photo(Color.ORANGE));
            page.locator("[data-photo-waits]").waitFor();
            CallPages.tap(page, "outcome", "reached");
            CallPages.tap(page, "need", "car");
            page.context().setOffline(false);
            page.locator("#visit-photos a").waitFor();
            phone.picture("visit");
            page.context().setOffline(true);
            page.locator("#camera").setInputFiles(photo(Color.GREEN));
            page.locator("[data-photo-waits]").waitFor();
            page.locator("#camera").setInputFiles(photo(Color.GRAY));
            CallPages.finish(page, "appointment");
            page.locator("[data-record-kept]").waitFor();
            assertThat(jdbc.sql("SELECT count(*) FROM opportunity_visit WHERE ended_at IS NOT NULL")
                            .query(Integer.class)
                            .single())
                    .isZero();
            page.context().setOffline(false);
            page.waitForURL("**/my-day");
            assertThat(jdbc.sql("SELECT count(*) FROM opportunity_visit WHERE ended_at IS NOT NULL")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
            assertThat(count("opportunity_visit_photo"))
                    .as("both photos that waited went before the record that ends the visit")
                    .isEqualTo(3);
        }
        try (Window head = Window.signedIn(port, "head", 1440, false)) {
            Page page = head.page();
            head.visit("/visits");
            assertThat(page.locator("#list-visits").textContent()).contains("见到客户", "时间很短");
            assertThat(head.barriers()).isEmpty();
            head.picture("visits");
            page.locator("#list-visits tbody a").first().click();
            page.locator("#visit-evidence").waitFor();
            assertThat(head.barriers()).isEmpty();
            head.picture("visit-evidence");
            assertThat(head.complaints()).isEmpty();
        }
        try (Window head = Window.signedIn(port, "head", 390, true)) {
            head.visit("/visits");
            assertThat(head.page().locator("main").textContent()).contains("Met");
            assertThat(head.barriers()).isEmpty();
            head.page().locator("#list-visits tbody a").first().click();
            head.page().locator("#visit-evidence").waitFor();
            assertThat(head.barriers()).isEmpty();
            head.picture("visit-evidence-english");
            assertThat(head.complaints()).isEmpty();
        }
    }
}
