package org.yinhang.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.MockMvc;
import org.yinhang.core.fault.FaultException;
import org.yinhang.shared.ListQuery;
import org.yinhang.shared.Role;
import org.yinhang.shared.Viewer;
import org.yinhang.testing.ApplicationTest;

@ApplicationTest
class StaffAccessIntegrationTests {

    @Autowired
    private StaffUsers users;

    @Autowired
    private Branches branches;

    @Autowired
    private UserDetailsService staff;

    @Autowired
    private MockMvc web;

    @Test
    void aBranchHeadSeesOnlyTheOwnSubtree() {
        Viewer head = (Viewer) staff.loadUserByUsername("head");
        DataScope scope = DataScope.ofOrganisation(head);
        assertThat(users.page(ListQuery.first(), scope).items())
                .extracting(StaffUser::userName)
                .contains("head", "manager")
                .doesNotContain("admin", "analyst");
        long admin = users.named("admin").orElseThrow().id();
        assertThat(users.find(admin, scope)).isEmpty();
        assertThat(branches.within(scope))
                .extracting(Branch::code)
                .contains("101000", "101001")
                .doesNotContain("100000");
    }

    @Test
    void aUserOutsideTheSubtreeIsNotFoundByAddressEither() throws Exception {
        long admin = users.named("admin").orElseThrow().id();
        int status = web.perform(get("/system/users/" + admin).with(user(staff.loadUserByUsername("head"))))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(404);
    }

    @Test
    void theScopeFollowsTheWidestRole() {
        assertThat(DataScope.ofCustomers((Viewer) staff.loadUserByUsername("manager")))
                .isInstanceOf(DataScope.OwnCustomers.class);
        assertThat(DataScope.ofCustomers((Viewer) staff.loadUserByUsername("admin")))
                .isInstanceOf(DataScope.Nothing.class);
        assertThat(DataScope.ofCustomers((Viewer) staff.loadUserByUsername("head")))
                .isInstanceOf(DataScope.BranchSubtree.class);
    }

    @Test
    void fiveWrongPasswordsLockTheAccountEvenForTheRightOne() throws Exception {
        add("lock.me");
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(signIn("lock.me", "wrong-password").getRedirectedUrl()).isEqualTo("/sign-in?refused");
        }
        assertThat(signIn("lock.me", "first-password").getRedirectedUrl()).isEqualTo("/sign-in?refused");
        users.resetPassword(users.named("lock.me").orElseThrow(), "second-password", "admin");
        assertThat(signIn("lock.me", "second-password").getRedirectedUrl()).isEqualTo("/");
    }

    @Test
    void aDisabledUserIsRefused() throws Exception {
        StaffUser user = add("gone");
        users.enable(user, false, "admin");
        assertThat(signIn("gone", "first-password").getRedirectedUrl()).isEqualTo("/sign-in?refused");
    }

    @Test
    void aFirstPasswordMustBeChangedBeforeAnythingElse() throws Exception {
        add("fresh");
        MockHttpServletResponse home = web.perform(get("/").with(user(staff.loadUserByUsername("fresh"))))
                .andReturn()
                .getResponse();
        assertThat(home.getRedirectedUrl()).isEqualTo("/account");
        Viewer viewer = (Viewer) staff.loadUserByUsername("fresh");
        assertThatThrownBy(() -> users.changePassword(viewer, "first-password", "short"))
                .hasMessageContaining("ACC-1005");
        users.changePassword(viewer, "first-password", "my-own-password");
        int status = web.perform(get("/").with(user(staff.loadUserByUsername("fresh"))))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isEqualTo(200);
    }

    @Test
    void everyFaultOfANewUserIsToldAtOnce() {
        NewUser bad = new NewUser("x", " ", "no-such-branch", null, Set.of(), "short", false);
        assertThatThrownBy(() -> users.add(bad, "admin"))
                .isInstanceOfSatisfying(FaultException.class, e -> assertThat(e.faults())
                        .extracting(fault -> fault.code())
                        .containsExactly("ACC-1002", "ACC-1003", "ACC-1004", "ACC-1005", "ACC-1001"));
    }

    private StaffUser add(String name) {
        return users.add(
                new NewUser(name, "测试", "101001", null, Set.of(Role.ACCOUNT_MANAGER), "first-password", true), "admin");
    }

    private MockHttpServletResponse signIn(String name, String password) throws Exception {
        return web.perform(formLogin("/sign-in").user(name).password(password))
                .andReturn()
                .getResponse();
    }
}
