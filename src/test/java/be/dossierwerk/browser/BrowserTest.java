package be.dossierwerk.browser;

import be.dossierwerk.DossierwerkTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of screens in a real Chromium: skipped with its reason where there is none, failed where CI=true. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DossierwerkTest
@ExtendWith(Chromium.class)
public @interface BrowserTest { }
