package org.yinhang.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.access.DataScope;
import org.yinhang.audit.Audit;
import org.yinhang.audit.AuditEntry;
import org.yinhang.core.fault.FaultException;
import org.yinhang.jobs.Jobs;
import org.yinhang.lake.ingest.PersonalDataSink;
import org.yinhang.shared.BusinessClock;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;
import org.yinhang.testing.FilledBank;

@ApplicationTest
class PersonalRecordsIntegrationTests {

    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");

    @Autowired
    private Jobs jobs;

    @Autowired
    private BusinessClock clock;

    @Autowired
    private Customers customers;

    @Autowired
    private PersonalRecords personal;

    @Autowired
    private Audit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @BeforeEach
    void fill() {
        FilledBank.fill(jobs, clock);
    }

    private Customer own() {
        return customers
                .page(ListQuery.first(), DataScope.ofCustomers(viewer("manager")))
                .items()
                .getFirst();
    }

    private Viewer viewer(String userName) {
        return (Viewer) staff.loadUserByUsername(userName);
    }

    private String inTheClear(Customer customer, PersonalField field) {
        return personal.unmask(customer, field, "测试核对内容", viewer("manager")).orElseThrow();
    }

    @Test
    void noTableHoldsANameOrAPhoneInTheClear() {
        Customer customer = own();
        List<String> secrets = List.of(
                inTheClear(customer, PersonalField.NAME),
                inTheClear(customer, PersonalField.PHONE),
                inTheClear(customer, PersonalField.ID_NUMBER),
                inTheClear(customer, PersonalField.EMAIL));
        List<String> tables = jdbc.sql(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        assertThat(tables).contains("customer_personal", "customer", "audit_entry", "job_run");
        for (String table : tables) {
            for (String secret : secrets) {
                boolean isStaff = table.startsWith("staff_") && secret.equals(secrets.getFirst());
                String sql = "SELECT count(*) FROM " + table + " t WHERE position(:secret IN t::text) > 0"
                        + " OR position(:hex IN t::text) > 0";
                long found = jdbc.sql(sql)
                        .param("secret", secret)
                        .param("hex", HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)))
                        .query(Long.class)
                        .single();
                assertThat(isStaff ? 0 : found).as(table).isZero();
            }
        }
    }

    @Test
    void anExactPhoneNameIdentityNumberOrIdentifierFindsTheCustomer() {
        Customer customer = own();
        for (PersonalField field : PersonalField.values()) {
            if (field.isSearchable()) {
                ListQuery query = new ListQuery(inTheClear(customer, field), Map.of(), "", false, 1, 20);
                assertThat(customers.page(query, DataScope.wholeBank()).items())
                        .as(field.name())
                        .anyMatch(found -> found.number() == customer.number());
            }
        }
        String part = inTheClear(customer, PersonalField.PHONE).substring(0, 10);
        assertThat(customers
                        .page(new ListQuery(part, Map.of(), "", false, 1, 20), DataScope.wholeBank())
                        .total())
                .isZero();
    }

    @Test
    void everyLookIsInTheAuditWithItsReasonAndNeverTheValue() {
        Customer customer = own();
        String phone = inTheClear(customer, PersonalField.PHONE);
        AuditEntry entry = audit.head().orElseThrow();
        assertThat(entry.note().action()).isEqualTo("customer.unmask");
        assertThat(entry.note().subject()).isEqualTo("customer " + customer.number());
        assertThat(entry.note().reason()).isEqualTo("测试核对内容");
        assertThat(entry.note().detail()).isEqualTo("phone").doesNotContain(phone);
        assertThat(phone).matches("154\\d{8}");
    }

    @Test
    void aReasonIsNeededAndARoleThatMaySee() {
        Customer customer = own();
        assertThatThrownBy(() -> personal.unmask(customer, PersonalField.PHONE, " ", viewer("manager")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("CUS-1001");
        assertThatThrownBy(() -> personal.unmask(customer, PersonalField.PHONE, "想看一看号码", viewer("analyst")))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("CUS-1002");
    }

    @Test
    void anUnmaskedValueIsMaskedAgainOnTheNextPage() throws Exception {
        Customer customer = own();
        var manager = user(staff.loadUserByUsername("manager"));
        String phone = inTheClear(customer, PersonalField.PHONE);
        String shown = web.perform(post("/customers/" + customer.number() + "/unmask")
                        .with(manager)
                        .with(csrf())
                        .param("field", "phone")
                        .param("reason", "按计划联系客户"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(shown).contains(phone);
        String page = web.perform(get("/customers/" + customer.number()).with(manager))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(page).doesNotContain(phone).contains(PersonalField.PHONE.mask(phone));
    }

    @Test
    void newerDataReplaceOlderAndNeverTheOtherWayRound() {
        int number = 900_000_001;
        personal.put(List.of(new PersonalFacts(
                number,
                Instant.EPOCH.plusSeconds(10),
                Map.of(PersonalField.PHONE, "15400000001", PersonalField.NAME, "甲"))));
        personal.put(List.of(
                new PersonalFacts(number, EARLY, Map.of(PersonalField.PHONE, "15400000002")),
                new PersonalFacts(number, LATE, Map.of(PersonalField.EMAIL, "a@example.invalid"))));
        personal.put(List.of(new PersonalFacts(number, EARLY, Map.of(PersonalField.PHONE, "15400000003"))));
        Map<PersonalField, String> stored = personal.masked(new Stranger(number).asCustomer());
        assertThat(stored)
                .containsEntry(PersonalField.PHONE, "154****0002")
                .containsEntry(PersonalField.EMAIL, "a****@example.invalid")
                .containsKey(PersonalField.NAME);
        jdbc.sql("DELETE FROM customer_personal WHERE number = ?").param(number).update();
    }

    @Test
    void aLoadShowsAllItsPeopleOrNone() {
        Customer customer = new Stranger(900_000_002).asCustomer();
        PersonalDataSink sink = personal.open();
        sink.accept(
                List.of(new PersonalDataSink.PersonalRecord(customer.number(), EARLY, Map.of("phone", "15400000009"))));
        sink.discard();
        assertThat(personal.masked(customer)).isEmpty();
        sink.accept(
                List.of(new PersonalDataSink.PersonalRecord(customer.number(), EARLY, Map.of("phone", "15400000009"))));
        sink.accept(List.of(new PersonalDataSink.PersonalRecord(customer.number(), EARLY, Map.of("name", "乙"))));
        sink.commit();
        assertThat(personal.masked(customer)).containsOnlyKeys(PersonalField.PHONE, PersonalField.NAME);
        jdbc.sql("DELETE FROM customer_personal WHERE number = ?")
                .param(customer.number())
                .update();
    }
}
