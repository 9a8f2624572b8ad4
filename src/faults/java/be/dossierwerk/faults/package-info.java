/** The product as it stands in the machine room: processes of its own on a PostgreSQL of its own, broken on purpose while people work. */
package be.dossierwerk.faults;
