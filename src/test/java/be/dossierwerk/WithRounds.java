package be.dossierwerk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** The rounds of the product run while these tests do: they are about what a person sees that a round does. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithRounds.Running.class)
public @interface WithRounds {

    /** Between two tests they rest again. */
    class Running implements BeforeEachCallback, AfterEachCallback {

        @Override
        public void beforeEach(ExtensionContext test) {
            rounds(test).start();
        }

        @Override
        public void afterEach(ExtensionContext test) {
            rounds(test).stop();
        }

        private static ThreadPoolTaskScheduler rounds(ExtensionContext test) {
            return SpringExtension.getApplicationContext(test).getBean(ThreadPoolTaskScheduler.class);
        }
    }
}
