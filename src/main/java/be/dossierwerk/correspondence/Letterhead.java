package be.dossierwerk.correspondence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who writes: the name, address, phone and mailbox at the head and the foot of every letter. */
@ConfigurationProperties("dossierwerk.letterhead")
record Letterhead(@DefaultValue("Departement Werk en Sociale Economie") String name,
                         @DefaultValue("Koning Albert II-laan 35 bus 20, 1030 Brussel") String address,
                         @DefaultValue("1700") String phone,
                         @DefaultValue("dienstencheques@dossierwerk.example") String mail) { }
