package be.dossierwerk.request;

import java.time.LocalDate;

/** Who asks or complains, and how that came in. {@code about}: number of the dossier it is about, or null; {@code email} may be null. */
public record Requester(String name, String street, String postalCode, String municipality, String email, Channel channel, LocalDate receivedOn, String about) { }
