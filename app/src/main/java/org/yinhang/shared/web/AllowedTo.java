package org.yinhang.shared.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.yinhang.shared.Role;

/**
 * Who may call an endpoint. Every handler carries it, on the method or its class; one that does not is refused to
 * everybody. No role named means anyone signed in.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    /** The roles of which one is needed; none for anyone signed in. */
    Role[] value() default {};

    /** Whether even a stranger may call it: sign-in, language, errors. */
    boolean strangers() default false;
}
