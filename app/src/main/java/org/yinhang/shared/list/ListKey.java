package org.yinhang.shared.list;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a question a page takes: which list it is asked of, so that the list opens with the viewer's own default view. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface ListKey {

    /** The key of the list, as in its {@link ListDefinition}. */
    String value();
}
