package be.dossierwerk.security;

import java.time.Duration;

/** How often something may be done within a period, by whoever it is counted for. */
public record Limit(String what, int most, Duration period) { }
