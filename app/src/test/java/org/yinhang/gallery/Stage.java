package org.yinhang.gallery;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yinhang.testing.Browser.Window;

/**
 * What has to be done by hand before some pages exist: a complaint taken, a decision asked for, a table changed. Each is done once,
 * through the pages, when its picture is first asked for.
 */
final class Stage {

    /** Something done in a window, which ends on the page it made. */
    private interface Deed {
        void doIn(Window window);
    }

    private static final String TABLE = "admission_income";
    private static final String SAMPLE = "../samples/minimal";

    private static final String PMML = """
            <PMML xmlns='http://www.dmg.org/PMML-4_4' version='4.4'><Header/>
              <DataDictionary><DataField name="height" optype="continuous" dataType="double"/></DataDictionary>
              <RegressionModel functionName="regression" normalizationMethod="logit">
                <MiningSchema><MiningField name="height"/></MiningSchema>
                <RegressionTable intercept="-1"><NumericPredictor name="height" coefficient="0.01"/></RegressionTable>
              </RegressionModel>
            </PMML>
            """;

    private final Map<String, Deed> deeds = Map.ofEntries(
            Map.entry("/complaints/{id}", this::complain),
            Map.entry("/decisions/{id}", this::decide),
            Map.entry("/handovers/{id}", this::handOver),
            Map.entry("/events/{id}", this::invite),
            Map.entry("/benefits/{code}/edit", this::propose),
            Map.entry("/insight/alerts", this::judge),
            Map.entry("/models/{id}/bring/{run}", this::bringModel),
            Map.entry("/models/{id}/train/{run}", this::look),
            Map.entry("/models/{id}/{version}/redraw/{run}", this::redraw),
            Map.entry("/opportunity-members/{code}", this::divide),
            Map.entry("/opportunity-rules/{code}", this::submit),
            Map.entry("/policies/{id}/compare", this::compare),
            Map.entry("/policies/releases", this::release),
            Map.entry("/rehearsals/{kind}/{id}/{version}", this::rehearse),
            Map.entry("/system/data/mapping", this::bring),
            Map.entry("/system/data/loads/{run}", this::load));

    private final int port;
    private final Map<String, Optional<String>> made = new HashMap<>();

    private final List<String> troubles = new ArrayList<>();

    Stage(int port) {
        this.port = port;
    }

    /** The address of a page that has to be made; empty where pages of that route are there anyway, or where it could not be. */
    Optional<String> address(GalleryPage page) {
        Deed deed = deeds.get(page.route());
        return deed == null ? Optional.empty() : made.computeIfAbsent(page.route(), _ -> make(page, deed));
    }

    /** What could not be done. */
    List<String> troubles() {
        return List.copyOf(troubles);
    }

    private Optional<String> make(GalleryPage page, Deed deed) {
        String user = page.route().startsWith("/complaints") ? "manager" : page.user();
        try (Window window = Window.signedIn(port, user, 1440, false)) {
            deed.doIn(window);
            String path = window.page().url().replaceAll("^http://[^/]+", "");
            if (!page.leadsHere(path)) {
                throw new IllegalStateException("no " + page.route() + " was made: " + path);
            }
            return Optional.of(path);
        } catch (PlaywrightException e) {
            troubles.add(page.route() + " could not be made: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void complain(Window window) {
        window.visit("/complaints/new?customer=" + customer(window));
        Page page = window.page();
        page.locator("input[name=subject][value=SERVICE]").check();
        page.locator("#story").fill("柜台等候两小时，无人告知可以预约");
        press(window, "main form button", "/complaints/\\d+");
    }

    private void decide(Window window) {
        window.visit("/customers/" + customer(window));
        press(window, "form[action='/decisions'] button", "/decisions/.+");
    }

    private void handOver(Window window) {
        window.visit("/handovers/new");
        Page page = window.page();
        page.locator("#from").selectOption(index(2));
        String from = page.locator("#from").inputValue();
        page.locator("input[name=receivers]:not([value='" + from + "'])")
                .first()
                .check();
        page.locator("#reason").fill("产假");
        press(window, ".handover-form .btn-primary", "/handovers/preview");
        press(window, "form[action='/handovers'] .btn-primary", "/handovers/\\d+");
    }

    /** Two attack, two follow up, one of them good at cars. */
    private void divide(Window window) {
        String address = "";
        for (String team : List.of("attack", "follow-up")) {
            for (int row = 0; row < 2; row++) {
                window.visit("/opportunity-members?f.team=both");
                address = window.page()
                        .locator("#list-opportunity-members tbody tr[data-href]")
                        .first()
                        .getAttribute("data-href");
                window.visit(address);
                window.page()
                        .locator("label.pick:has(input[value=" + team + "])")
                        .click();
                window.page().locator("input[name=skill]").nth(2 * row).check();
                press(window, ".handover-form .btn-primary", "/opportunity-members/preview");
                press(window, "form[action='/opportunity-members/save'] .btn-primary", "/opportunity-members");
            }
        }
        window.visit(address);
    }

    private void submit(Window window) {
        window.visit("/opportunity-rules/viewed-not-applied/edit");
        Page page = window.page();
        page.locator("#when").fill("viewed_not_applied and age between 22 and 60");
        page.locator("#note").fill("60 岁以上由网点当面服务，不再电话联系");
        press(window, "#rule-form .btn-primary", "/opportunity-rules/viewed-not-applied");
    }

    private void invite(Window window) {
        window.visit("/events/new");
        Page page = window.page();
        page.locator("#theme").fill("看懂装修报价");
        page.locator("#programme").fill("9:30 签到\n9:45 装修报价怎么看\n10:30 一对一咨询");
        page.locator("#entry").fill("咨询环节由客户经理介绍装修分期与综合融资成本");
        page.locator("#place").fill("支行二楼会客厅");
        press(window, "main form button", "/events/\\d+");
    }

    private void propose(Window window) {
        window.visit("/benefits/new");
        Page page = window.page();
        page.locator("#code").fill("new-year-gift");
        page.locator("#name").fill("新年红包封套");
        press(window, "main form .btn-primary", "/benefits/new-year-gift");
        window.visit("/benefits/new-year-gift/edit");
    }

    private void look(Window window) {
        window.visit("/models");
        press(window, "main a[href^='/models/']", "/models/\\w+");
        window.visit(path(window) + "/train");
        press(window, "#wizard button.btn-primary", "/train/\\d+");
        window.page().locator("#start-training").waitFor();
    }

    /** A file that asks for a field nobody has. */
    private void bringModel(Window window) {
        window.visit("/models");
        press(window, "main a[href^='/models/']", "/models/\\w+");
        window.visit(path(window) + "/bring");
        Page page = window.page();
        page.locator("#bring-file")
                .setInputFiles(
                        new FilePayload("central.pmml", "application/xml", PMML.getBytes(StandardCharsets.UTF_8)));
        page.locator("#bring-reason").fill("总行统一模型");
        press(window, "#bring button", "/bring/\\d+");
        page.locator("#bring-faults").waitFor();
    }

    private void redraw(Window window) {
        window.visit("/models");
        press(window, "main a[href^='/models/']", "/models/\\w+");
        window.visit(path(window) + "/shape");
        press(window, "a[href$='/redraw']", "/redraw");
        Page page = window.page();
        page.locator("#redraw-change select[name=from]").selectOption(index(1));
        page.locator("#redraw-change select[name=to]").selectOption(index(3));
        page.locator("#redraw-change button").click();
        press(window, "#redraw-try", "/redraw/\\d+");
        page.locator("#redraw-reason").fill("年轻客群样本少，曲线不应起伏");
        String tried = path(window);
        press(window, "#redraw-keep button", "/models/\\w+.*");
        window.visit(tried);
    }

    private void judge(Window window) {
        window.visit("/insight/alerts");
        press(window, "form[action$='/conversion-watch/start'] button", "/system/jobs/\\d+");
        window.page().locator("main .sign-good").first().waitFor();
        window.visit("/insight/alerts");
    }

    private void compare(Window window) {
        change(window);
        press(window, "#drafts a[href*='/compare']", "/compare.*");
    }

    /** An analyst writes and rehearses a version, somebody else lets it challenge what is in force, and a decision is asked for. */
    private void release(Window window) {
        try (Window analyst = Window.signedIn(port, "analyst", 1440, false)) {
            change(analyst);
            rehearse(analyst);
            window.visit("/policies");
            window.page().locator("#drafts select[name=stage]").first().selectOption("challenger");
            press(window, "#drafts form[action$='/approve'] button", "/policies");
            decide(analyst);
        }
        window.visit("/policies/releases");
    }

    private void rehearse(Window window) {
        window.visit("/policies");
        press(window, "#drafts a[href^='/rehearsals/']", "/rehearsals/.+");
        press(window, "form[action^='/rehearsals/'] button", "/rehearsals/.+");
        window.page()
                .waitForCondition(
                        () -> window.page().locator("#rehearsal-progress").count() == 0);
    }

    private void change(Window window) {
        window.visit("/policies/" + TABLE + "/edit");
        Page page = window.page();
        page.locator("[name=row_when]").nth(1).fill("income < 3000");
        page.locator("[name=row_when]").nth(2).fill("income >= 3000");
        page.locator("#policy-check .sign-good").waitFor();
        press(window, "form[action='/policies/save'] .btn-primary", "/policies");
    }

    /** Puts the sample of a bank's own files where the page says that they are looked for. */
    private void bring(Window window) {
        window.visit("/system/data");
        Path inbox = Path.of(window.page().locator("#inbox").innerText().strip());
        try (Stream<Path> files = Files.list(Path.of(SAMPLE))) {
            Files.createDirectories(inbox.resolve("minimal"));
            for (Path file : files.filter(one -> !one.endsWith("campaign.yaml")).toList()) {
                Files.copy(file, inbox.resolve("minimal").resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        window.visit("/system/data");
        press(window, "#mappings a", "/system/data/mapping.*");
    }

    private void load(Window window) {
        window.visit("/system/data");
        press(window, "#mappings a", "/system/data/mapping.*");
        press(window, "#start-load button", "/system/data/loads/\\d+");
        window.page().locator("#load-outcome .sign").waitFor();
    }

    private static String customer(Window window) {
        window.visit("/customers");
        return window.page()
                .locator("#list-customers tbody tr[data-href]")
                .first()
                .getAttribute("data-href")
                .replaceAll(".*/", "");
    }

    private static SelectOption index(int index) {
        return new SelectOption().setIndex(index);
    }

    private static String path(Window window) {
        return window.page().url().replaceAll("^http://[^/]+", "").replaceAll("[?#].*", "");
    }

    private static void press(Window window, String button, String leadsTo) {
        window.page().locator(button).first().click();
        window.page().waitForURL(Pattern.compile("http://[^/]+.*" + leadsTo));
        window.settle();
    }
}
