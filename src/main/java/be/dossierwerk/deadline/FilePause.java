package be.dossierwerk.deadline;

import java.time.LocalDate;

/** A pause of a file: what it waits for, since when, and until when; {@code closed} is null while it waits. */
public record FilePause(PauseGround ground, LocalDate opened, LocalDate closed, String reason) { }
