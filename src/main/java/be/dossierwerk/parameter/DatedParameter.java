package be.dossierwerk.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What holds from a day on, both days included; {@code validTo} may be null. {@code source}: where it is laid down. */
public record DatedParameter<K extends ParameterKind>(K kind, BigDecimal amount, LocalDate validFrom, LocalDate validTo, String source) { }
