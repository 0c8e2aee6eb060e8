package org.yinhang.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.yinhang.YinhangApplication;

/**
 * A test against an application of its own, with a database, a data folder and a simulated bank of its own: for tests that
 * move the business date, play days or write into the lake. All tests that carry it share this one.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = YinhangApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import(LivingBank.class)
@ContextConfiguration(initializers = OwnPostgres.class)
public @interface LivingBankTest {}
