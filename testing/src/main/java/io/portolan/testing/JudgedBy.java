package io.portolan.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.extension.ExtendWith;

/** Names the judges without which a test, a property, or a class of them is skipped before its first try. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(JudgeLifecycle.class)
@AddLifecycleHook(JudgeLifecycle.class)
public @interface JudgedBy {
    /** Returns the judges, all of which are asked. */
    Judge[] value();
}
