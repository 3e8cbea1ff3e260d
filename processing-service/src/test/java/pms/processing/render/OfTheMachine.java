package pms.processing.render;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Tests with the machine's own libvips, in workers. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
    value = "pms.processing.render.TestLibrary#machineHasOne",
    disabledReason = "skipped: this machine has no libvips of its own (Debian's package libvips42)")
public @interface OfTheMachine {}
