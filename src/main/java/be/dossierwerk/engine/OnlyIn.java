package be.dossierwerk.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The processes that may call a delegate: elsewhere the steps that have to come before it are missing, and the gate refuses it (ADR 0016). */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface OnlyIn {

    String[] value();
}
